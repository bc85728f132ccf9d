import { styleText } from 'node:util';
import { median, spread } from '../bench/median.ts';
import { type Comparison, type Report, ratioOf, type Section } from './report.ts';

type Style = Parameters<typeof styleText>[0];

const NAME_WIDTH = 40;
const WIDTH = 12;

const amount = (value: number): string =>
  (value < 10 ? value.toFixed(2) : Math.round(value).toLocaleString('en').replaceAll(',', ' ')) || '-';
const percent = (share: number): string => `±${Math.round(share * 100)} %`;

const cells = ({ unit, ours, theirs, cpu, ...rest }: Comparison): string[] => [
  unit,
  amount(median(ours)),
  percent(spread(ours)),
  amount(median(theirs)),
  percent(spread(theirs)),
  ratioOf({ ours, theirs, ...rest }).toFixed(2),
  cpu === undefined ? '' : cpu.toFixed(2),
];

/** The report as tables for people; colours on a terminal only. */
export function printReport(report: Report, stream: NodeJS.WriteStream): void {
  const style = (how: Style, text: string) => styleText(how, text, { stream });
  const line = (text = '') => stream.write(`${text}\n`);
  for (const text of [...report.machine, ...report.settings]) line(style('dim', text));
  for (const section of report.sections) printSection(section, line, style);
  if (report.warnings.length > 0) line();
  for (const warning of report.warnings) line(`${style('yellow', 'warning')} ${warning}`);
  line();
  for (const { text, measured, holds } of report.sections.flatMap(({ claims }) => claims)) {
    line(`${holds ? style('green', 'holds ') : style('red', 'BROKEN')} ${text}: ${style('bold', measured)}`);
  }
}

function printSection(
  { title, against = '', comparisons, figures }: Section,
  line: (text?: string) => void,
  style: (how: Style, text: string) => string,
): void {
  const headings = ['', 'cinderblock', 'spread', against, 'spread', 'ratio', 'CPU ratio'];
  const row = (values: readonly string[]) => values.map((value) => value.padStart(WIDTH)).join('');
  line();
  line(
    `${style('bold', title.padEnd(NAME_WIDTH))}${style('dim', comparisons.length === 0 ? '' : row(headings))}`,
  );
  for (const comparison of comparisons) {
    line(`  ${comparison.name.padEnd(NAME_WIDTH - 2)}${row(cells(comparison))}`);
  }
  for (const { name, value } of figures) line(`  ${name.padEnd(NAME_WIDTH - 2)}${value.padStart(2 * WIDTH)}`);
}
