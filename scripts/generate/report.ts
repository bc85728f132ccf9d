import { styleText } from 'node:util';

/** A reason that the reader can do something about; shown without a stack. */
export class CannotGenerate extends Error {
  override name = 'CannotGenerate';
}

/** What a step tells the reader, and what it hands to later steps. */
export interface Done<Value> {
  readonly did: string;
  readonly value: Value;
}

export interface Reporter {
  /** Runs one step and prints a line with what it did and how long it took. */
  step<Value>(name: string, run: () => Promise<Done<Value>>): Promise<Value>;
  /** Prints the time since the reporter was made. */
  total(): void;
}

/** One line per step; `styleText` colours a terminal only, and heeds NO_COLOR. */
export function reporter(stream: NodeJS.WriteStream): Reporter {
  const start = performance.now();
  const line = (name: string, did: string, since: number) => {
    const milliseconds = `${Math.round(performance.now() - since)} ms`;
    const head = styleText('green', name.padEnd(12), { stream });
    stream.write(`${head} ${did} ${styleText('dim', `(${milliseconds})`, { stream })}\n`);
  };
  return {
    async step(name, run) {
      const since = performance.now();
      try {
        const { did, value } = await run();
        line(name, did, since);
        return value;
      } catch (error) {
        stream.write(`${styleText('red', name.padEnd(12), { stream })} failed\n`);
        throw error;
      }
    },
    total: () => line('done', 'generated/ is up to date with the contract', start),
  };
}
