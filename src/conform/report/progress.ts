import { liveLine } from '../../terminal/live-line.ts';
import type { Style } from '../../terminal/style.ts';
import { cut, visible } from '../../terminal/text.ts';
import { type Result, setUpProblem } from '../case.ts';
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
  const line = liveLine(stream);
  return {
    ended(result) {
      ended += 1;
      const isFailure = result.outcome.verdict === 'failed';
      if (isFailure) failed += 1;
      if (isFailure && !setUpProblem(result.outcome)) {
        line.clear();
        stream.write(`${failureLines(result, style)[0]}\n`);
      }
      const so = `${ended} of ${total} cases, ${failed} failed`;
      if (!line.isTerminal) {
        if (ended % EVERY === 0) stream.write(`${so}\n`);
        return;
      }
      const room = line.width() - so.length - 2;
      line.draw(`${so}  ${room > 10 ? style.dim(cut(visible(result.case.id), room)) : ''}`);
    },
    done: () => line.clear(),
  };
}
