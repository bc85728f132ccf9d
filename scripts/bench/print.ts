import { styleText } from 'node:util';
import { middleOf, type Report, type Row, type Section, spreadOf } from './report.ts';

type Style = Parameters<typeof styleText>[0];

const HEADINGS = ['requests/s', 'spread', 'ratio', 'p99 ms', 'ratio', 'CPU ratio', 'server', 'load'] as const;
const NAME_WIDTH = 32;
const WIDTH = 11;

const percent = (share: number | undefined): string =>
  share === undefined ? '-' : `${Math.round(share * 100)} %`;

const amount = (value: number | undefined): string =>
  value === undefined ? '-' : Math.round(value).toLocaleString('en').replaceAll(',', ' ');

const short = (value: number | undefined): string => (value === undefined ? '-' : value.toPrecision(3));

const ratio = (value: number | undefined): string =>
  value === undefined ? '' : value.toFixed(value < 0.1 ? 3 : 2);

function cells({ rounds, ratios }: Row): string[] {
  return [
    amount(middleOf(rounds, 'requestsPerSecond')),
    `±${percent(spreadOf(rounds))}`,
    ratio(ratios?.rate),
    short(middleOf(rounds, 'p99Milliseconds')),
    ratio(ratios?.p99),
    ratio(ratios?.perCpu),
    percent(middleOf(rounds, 'serverCpu')),
    percent(middleOf(rounds, 'generatorCpu')),
  ];
}

/** The report as tables for people; colours on a terminal only. */
export function printReport(report: Report, stream: NodeJS.WriteStream): void {
  const style = (how: Style, text: string) => styleText(how, text, { stream });
  const line = (text = '') => stream.write(`${text}\n`);
  for (const text of report.machine) line(style('dim', text));
  for (const text of report.settings) line(style('dim', text));
  for (const section of report.sections) printSection(section, line, style);
  if (report.warnings.length > 0) line();
  for (const warning of report.warnings) line(`${style('yellow', 'warning')} ${warning}`);
  printClaims(report, line, style);
}

function printSection(
  { title, rows, figures }: Section,
  line: (text?: string) => void,
  style: (how: Style, text: string) => string,
): void {
  line();
  const head = rows.length === 0 ? '' : HEADINGS.map((heading) => heading.padStart(WIDTH)).join('');
  line(`${style('bold', title.padEnd(NAME_WIDTH))}${style('dim', head)}`);
  for (const row of rows) {
    line(
      `  ${row.name.padEnd(NAME_WIDTH - 2)}${cells(row)
        .map((cell) => cell.padStart(WIDTH))
        .join('')}`,
    );
  }
  const bases = new Set(rows.flatMap(({ ratios }) => (ratios === undefined ? [] : [ratios.to])));
  if (bases.size > 0) line(style('dim', `  ratios: to ${[...bases].join(', to ')}`));
  for (const { name, value } of figures) line(`  ${name.padEnd(NAME_WIDTH - 2)}${value.padStart(WIDTH)}`);
}

function printClaims(
  { sections }: Report,
  line: (text?: string) => void,
  style: (how: Style, text: string) => string,
): void {
  line();
  for (const { text, measured, holds } of sections.flatMap(({ claims }) => claims)) {
    line(`${holds ? style('green', 'holds ') : style('red', 'BROKEN')} ${text}: ${style('bold', measured)}`);
  }
}
