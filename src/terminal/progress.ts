import { type LiveLine, liveLine } from './live-line.ts';
import type { Style } from './style.ts';
import { cut, widthOf } from './text.ts';
import { bytesText, durationText } from './units.ts';

/** How far long work is: a bar on a terminal, a plain line every few seconds elsewhere. */
export interface Progress {
  /** So much is done by now; `total` when it has become known, or another. */
  to(done: number, total?: number): void;
  /** A line that stays, above the bar. */
  note(line: string): void;
  /** Takes the bar away. */
  done(): void;
}

export interface ProgressOptions {
  readonly stream: NodeJS.WriteStream;
  readonly style: Style;
  /** What is going on, such as `import`. */
  readonly label: string;
  /** Left out when nobody knows, as of a pipe. */
  readonly total?: number | undefined;
  /** How amounts are written; bytes, with a rate, when it is left out. */
  readonly amount?: (count: number) => string;
  /** Milliseconds; given by tests. */
  readonly now?: () => number;
}

const DRAW_EVERY_MS = 100;
const LINE_EVERY_MS = 5_000;
/** The rate is that of the last seconds: of the whole, it would tell of what was long ago. */
const RATE_OVER_MS = 10_000;
const WIDEST_BAR = 40;
const LEAST_BAR = 8;

/** How fast it went lately, in units per second; undefined before there is anything to go by. */
function rateMeter(now: () => number) {
  const marks: { readonly at: number; readonly done: number }[] = [];
  return (done: number): number | undefined => {
    const at = now();
    const last = marks.at(-1);
    if (last === undefined || at - last.at >= DRAW_EVERY_MS) marks.push({ at, done });
    while (marks.length > 2 && at - (marks[0]?.at ?? at) > RATE_OVER_MS) marks.shift();
    const [first] = marks;
    if (first === undefined || at - first.at < 500 || done <= first.done) return undefined;
    return ((done - first.done) * 1000) / (at - first.at);
  };
}

function bar(share: number, width: number, style: Style): string {
  const filled = Math.min(width, Math.floor(share * width));
  return `${style.green('━'.repeat(filled))}${style.dim('─'.repeat(width - filled))}`;
}

export function showProgress(options: ProgressOptions): Progress {
  const { stream, style, label, amount } = options;
  const now = options.now ?? (() => performance.now());
  const line: LiveLine = liveLine(stream);
  const rateOf = rateMeter(now);
  const every = line.isTerminal ? DRAW_EVERY_MS : LINE_EVERY_MS;
  const startedAt = now();
  let total = options.total;
  let shownAt = line.isTerminal ? Number.NEGATIVE_INFINITY : startedAt;

  /** What is said in words: how much of how much, how fast, how long still. */
  function words(done: number): string {
    const text = amount ?? bytesText;
    const rate = rateOf(done);
    const parts = [total === undefined ? text(done) : `${text(done)} of ${text(total)}`];
    if (rate !== undefined && amount === undefined) parts.push(`${bytesText(rate)}/s`);
    if (rate !== undefined && total !== undefined && done < total) {
      parts.push(`${durationText(Math.ceil((total - done) / rate))} left`);
    }
    return parts.join(', ');
  }

  function lineOf(done: number): string {
    const said = words(done);
    if (total === undefined) return `${label}  ${said}`;
    const share = total === 0 ? 1 : Math.min(1, done / total);
    // 100 % is said of what is done to the last byte only.
    const percent = `${String(Math.floor(share * 100)).padStart(3)} %`;
    if (!line.isTerminal) return `${label} ${percent.trim()}: ${said}`;
    const room = line.width() - widthOf(`${label}  ${percent}  ${said}`) - 2;
    if (room < LEAST_BAR) return cut(`${label}  ${percent}  ${said}`, line.width());
    return `${label}  ${bar(share, Math.min(room, WIDEST_BAR), style)}  ${percent}  ${said}`;
  }

  return {
    to(done, newTotal) {
      total = newTotal ?? total;
      const at = now();
      if (at - shownAt < every) {
        rateOf(done);
        return;
      }
      shownAt = at;
      if (line.isTerminal) line.draw(lineOf(done));
      else stream.write(`${lineOf(done)}\n`);
    },
    note(text) {
      line.clear();
      stream.write(`${text}\n`);
    },
    done: () => line.clear(),
  };
}
