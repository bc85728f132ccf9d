import { differences } from '../../src/profile/differences.ts';

/** Heading of the part of docs/DEVIATIONS.md that is made here. */
export const HEADING = '## The profile `released`';

const INTRODUCTION = `\
The services that the documents describe were released with answers of their own, and some clients were written from
those. \`--profile released\` (\`CINDERBLOCK_PROFILE\`) takes the services' side wherever the two differ in what follows, and
nowhere else. Where the services' bodies had fewer members than the document's, they have those of both. Grizzly and
Havana are Cinder 2013.1 and 2013.2; HP 1.7 is the last version of HP's document, of May 2014.`;

const HEADER = ['section', 'documented, which is the default', 'released', 'whose answer, and who needs it'];

/** The part, from its heading to its last row: one row for each difference between the profiles. */
export function profilesMarkdown(): string {
  const rows = Object.values(differences).map(({ section, document, instead, why }) => [
    section,
    document,
    instead,
    why,
  ]);
  const widths = HEADER.map((_, column) =>
    Math.max(...[HEADER, ...rows].map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const rule = line(widths.map((width) => '-'.repeat(width)));
  return [HEADING, '', INTRODUCTION, '', line(HEADER), rule, ...rows.map(line), ''].join('\n');
}

/** A page of deviations with the part as it should be, be it in there already or not. */
export function withProfiles(page: string): string {
  const start = page.indexOf(HEADING);
  if (start < 0) return `${page.trimEnd()}\n\n${profilesMarkdown()}`;
  const next = page.indexOf('\n## ', start + 1);
  return page.slice(0, start) + profilesMarkdown() + (next < 0 ? '' : page.slice(next));
}
