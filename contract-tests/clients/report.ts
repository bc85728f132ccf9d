import type { Style } from '../../src/terminal/style.ts';
import { Table } from '../../src/terminal/table.ts';
import { isAsPromised, type Judgement } from './judge.ts';
import { labelOf, type Run } from './runs.ts';

const WORDS: Readonly<Record<Judgement['verdict'], string>> = {
  works: 'works',
  refused: 'no, as promised',
  broken: 'BROKEN',
  unexpected: 'WORKS, UNPROMISED',
  unknown: 'NOT IN THE PROMISES',
  missing: 'NOT CALLED',
};

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** The lines of a table of what one client's calls came to. */
export function tableOf(
  run: Run,
  judged: readonly Judgement[],
  { style, width }: { readonly style: Style; readonly width: number | undefined },
): string[] {
  const table = new Table<Judgement>(
    [
      { title: 'Client', text: () => labelOf(run), goes: 1 },
      { title: 'Call', text: ({ row }) => row.call },
      {
        title: 'Result',
        text: ({ verdict }) => WORDS[verdict],
        paint: (text, { verdict }, { green, dim, red }) =>
          verdict === 'works' ? green(text) : verdict === 'refused' ? dim(text) : red(text),
      },
      { title: 'Because', text: ({ because = '' }) => oneLine(because), goes: 2, least: 20 },
    ],
    { style, width },
  );
  const sure = judged.filter(isAsPromised);
  const others = judged.filter((judgement) => !isAsPromised(judgement));
  // What has to be looked at comes last, where it is seen.
  return [...[...sure, ...others].flatMap((judgement) => table.row(judgement)), ...table.end()];
}

/** The same for programs: an object a line. */
export const jsonOf = ({ verdict, row, because }: Judgement): string =>
  JSON.stringify({ ...row, verdict, ...(because === undefined ? {} : { because }) });
