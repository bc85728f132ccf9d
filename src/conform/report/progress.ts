import { type Result, setUpProblem } from '../case.ts';
import type { Style } from './style.ts';
import { failureLines } from './terminal.ts';

export interface Progress {
  ended(result: Result): void;
  /** Takes the line away. */
  done(): void;
}

/** How often a log without a terminal says how far the run is: every so many cases. */
const EVERY = 100;

/** One line that is drawn again and again on a terminal; elsewhere a line now and then. Failures are told at once. */
export function showProgress(stream: NodeJS.WriteStream, total: number, style: Style): Progress {
  let ended = 0;
  let failed = 0;
  const terminal = stream.isTTY === true;
  const clear = () => terminal && stream.write('\r\u001b[K');
  return {
    ended(result) {
      ended += 1;
      const isFailure = result.outcome.verdict === 'failed';
      if (isFailure) failed += 1;
      clear();
      if (isFailure && !setUpProblem(result.outcome)) stream.write(`${failureLines(result, style)[0]}\n`);
      const so = `${ended} of ${total} cases, ${failed} failed`;
      if (!terminal) {
        if (ended % EVERY === 0) stream.write(`${so}\n`);
        return;
      }
      const room = (stream.columns ?? 80) - so.length - 3;
      const id = result.case.id.length > room ? `…${result.case.id.slice(1 - room)}` : result.case.id;
      stream.write(`${so}  ${room > 10 ? style.dim(id) : ''}`);
    },
    done: clear,
  };
}
