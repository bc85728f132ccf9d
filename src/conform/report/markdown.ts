import type { Run } from '../run.ts';
import { problemText } from './problem-text.ts';
import { asOf, countsOf, failuresOf, reasonsOf, rowsOf } from './summary.ts';
import { sentenceOf } from './terminal.ts';

/** Text in a cell of a table. */
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll(/\s*\n\s*/g, ' ');

/** A fence longer than any in the text. */
function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text}\n${fence}`;
}

/** The report as Markdown, as it goes into a pull request or a page of a project. */
export function markdownReport(run: Run, url: string): string {
  const { results, left, took } = run;
  const counts = countsOf(results);
  const { own: failures, unready } = failuresOf(results);
  const reasons = reasonsOf(results);
  const lines = [
    `# Conformance of ${cell(url)}`,
    '',
    `**It ${counts.failed === 0 ? 'conforms' : 'does not conform'}${asOf(run)}.** ${sentenceOf(counts)}, in ${(took / 1000).toFixed(1)} s.`,
    '',
    '## By operation, status and format',
    '',
    '| operation | status | format | passed | failed | not exercised |',
    '| --- | --- | --- | --: | --: | --: |',
    ...rowsOf(results).map(
      ({ operation, status, media, passed, failed, notExercised }) =>
        `| ${operation} | ${status} | ${media} | ${passed} | ${failed} | ${notExercised} |`,
    ),
    '',
  ];
  if (failures.length > 0) lines.push('## Failed', '');
  for (const { case: one, outcome } of failures) {
    if (outcome.verdict !== 'failed') continue;
    lines.push(`### \`${one.id}\``, '');
    if (one.rules.length > 0) lines.push(`Rules: ${one.rules.map((rule) => `\`${rule}\``).join(', ')}`, '');
    lines.push(fenced(outcome.problems.map(problemText).join('\n')), '');
  }
  if (unready.size > 0)
    lines.push(
      '## Failed because what they need could not be made',
      '',
      '| cases | what went wrong |',
      '| --: | --- |',
    );
  for (const [what, group] of unready) lines.push(`| ${group.length} | ${cell(what)} |`);
  if (unready.size > 0) lines.push('');
  if (reasons.length > 0) lines.push('## Not exercised', '', '| cases | reason |', '| --: | --- |');
  for (const { reason, results: group } of reasons) lines.push(`| ${group.length} | ${cell(reason)} |`);
  if (left.length > 0)
    lines.push('', '## Could not be removed', '', ...left.map((item) => `- ${cell(item)}`));
  return `${lines.join('\n').trimEnd()}\n`;
}
