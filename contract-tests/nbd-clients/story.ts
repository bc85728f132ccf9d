import { styleText } from 'node:util';

/** One check of a story: does the work, shows how it went and gives its value to the next. */
export type Step = <Value>(what: string, work: () => Promise<Value>) => Promise<Value>;

/** Checks that build on each other: the first that fails ends the story. */
export interface Story {
  readonly name: string;
  readonly title: string;
  tell(step: Step): Promise<void>;
}

export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

const { stdout } = process;
const style = (how: Parameters<typeof styleText>[0], text: string) =>
  styleText(how, text, { stream: stdout });
const seconds = (from: number) => `${((performance.now() - from) / 1000).toFixed(2).padStart(7)} s`;
const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** A failure that has been shown already. */
class Shown extends Error {}

/** Tells a story with a line for each of its checks. What goes wrong between two checks is a failure, too. */
export async function tell({ title, tell }: Story): Promise<Tally> {
  const began = performance.now();
  let passed = 0;
  let failed = 0;
  const line = (verdict: string, from: number, text: string) =>
    stdout.write(`  ${verdict} ${style('dim', seconds(from))}  ${text}\n`);
  const fail = (what: string, from: number, error: unknown) => {
    failed += 1;
    line(style('red', 'FAILED'), from, what);
    stdout.write(`${messageOf(error).replace(/^/gm, '                      ')}\n`);
  };
  const step: Step = async (what, work) => {
    const from = performance.now();
    try {
      const value = await work();
      passed += 1;
      line(style('green', 'ok    '), from, what);
      return value;
    } catch (error) {
      fail(what, from, error);
      throw new Shown(what);
    }
  };
  stdout.write(`\n${style('bold', title)}\n`);
  try {
    await tell(step);
  } catch (error) {
    if (!(error instanceof Shown)) fail('everything between the checks', began, error);
  }
  return { passed, failed };
}
