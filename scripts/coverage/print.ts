import { styleText } from 'node:util';
import { type Account, type RuleAccount, type Status, statuses } from './account.ts';

type Count = Record<Status, number>;

const WIDTH = 10;
const colours = { tested: 'green', deviation: 'cyan', info: 'dim', open: 'yellow', missing: 'red' } as const;

export const countOf = (rules: readonly RuleAccount[]): Count => {
  const count: Count = { tested: 0, deviation: 0, info: 0, open: 0, missing: 0 };
  for (const { status } of rules) count[status] += 1;
  return count;
};

/** Prints a row for each section, the sum, and what has to be mended. Colours are for terminals only. */
export function printAccount({ rules, problems }: Account, stream: NodeJS.WriteStream): void {
  const style = (format: Parameters<typeof styleText>[0], text: string) =>
    styleText(format, text, { stream });
  const cell = (status: Status, count: number) =>
    style(count === 0 ? 'dim' : colours[status], String(count === 0 ? '.' : count).padStart(WIDTH));
  const row = (name: string, of: readonly RuleAccount[]) => {
    const count = countOf(of);
    const cells = statuses.map((status) => cell(status, count[status])).join('');
    stream.write(`${name.padEnd(WIDTH)}${String(of.length).padStart(WIDTH)}${cells}\n`);
  };

  const heads = ['rules', ...statuses].map((name) => name.padStart(WIDTH)).join('');
  stream.write(`${style('bold', `${'section'.padEnd(WIDTH)}${heads}`)}\n`);
  for (const [section, of] of Map.groupBy(rules, ({ section }) => section)) row(section, of);
  row('all', rules);
  const deviating = rules.filter(({ deviates }) => deviates).length;
  stream.write(`${deviating} of them have a row in docs/DEVIATIONS.md\n`);
  for (const problem of problems) stream.write(`${style('red', 'x')} ${problem}\n`);
}
