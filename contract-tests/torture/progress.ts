import { styleText } from 'node:util';

/** How far the run is: one line that is written over on a terminal, nothing elsewhere. */
export interface Progress {
  show(text: string): void;
  /** A line that stays. */
  say(text: string): void;
}

export function createProgress(out: NodeJS.WriteStream): Progress {
  const clear = () => out.isTTY && out.write('\r\u001b[2K');
  return {
    show(text) {
      if (!out.isTTY) return;
      clear();
      out.write(text.slice(0, out.columns - 1));
    },
    say(text) {
      clear();
      out.write(`${text}\n`);
    },
  };
}

/** Counts by name, the most frequent first, as an aligned table. */
export function tableOf(counts: ReadonlyMap<string, number>): string {
  const rows = [...counts].sort(([, one], [, other]) => other - one);
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, count]) => `  ${name.padEnd(width)}  ${String(count).padStart(7)}`).join('\n');
}

export const red = (text: string): string => styleText('red', text, { stream: process.stdout });
export const green = (text: string): string => styleText('green', text, { stream: process.stdout });
