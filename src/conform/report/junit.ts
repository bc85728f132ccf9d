import type { Result } from '../case.ts';
import type { Run } from '../run.ts';
import { problemText } from './problem-text.ts';
import { countsOf } from './summary.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Text for XML and HTML; what XML 1.0 cannot hold becomes a replacement character. */
export const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(NOT_XML, '\ufffd')
    .replaceAll(/[&<>"']/g, (character) => ESCAPES[character] ?? character);

const attributes = (given: Readonly<Record<string, string | number>>): string =>
  Object.entries(given)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('');

const seconds = (ms: number): string => (ms / 1000).toFixed(3);

function testCase({ case: one, outcome, took }: Result): string {
  const open = `    <testcase${attributes({ classname: one.operation, name: one.id, time: seconds(took) })}`;
  if (outcome.verdict === 'passed') return `${open}/>`;
  if (outcome.verdict === 'not exercised')
    return `${open}>\n      <skipped${attributes({ message: outcome.reason })}/>\n    </testcase>`;
  const text = outcome.problems.map(problemText).join('\n');
  const message = outcome.problems[0]?.what ?? 'failed';
  return `${open}>\n      <failure${attributes({ message })}>${escaped(text)}</failure>\n    </testcase>`;
}

function suite(document: string, results: readonly Result[]): string {
  const { cases, failed, notExercised } = countsOf(results);
  const time = seconds(results.reduce((sum, { took }) => sum + took, 0));
  const given = { name: document, tests: cases, failures: failed, errors: 0, skipped: notExercised, time };
  return [`  <testsuite${attributes(given)}>`, ...results.map(testCase), '  </testsuite>'].join('\n');
}

/** JUnit XML: a suite per document, not exercised as skipped. */
export function junitReport({ results, took }: Run): string {
  const { cases, failed, notExercised } = countsOf(results);
  const documents = [...new Set(results.map((result) => result.case.document))];
  const given = {
    name: 'cinderblock conform',
    tests: cases,
    failures: failed,
    skipped: notExercised,
    time: seconds(took),
  };
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes(given)}>`,
    ...documents.map((document) =>
      suite(
        document,
        results.filter((result) => result.case.document === document),
      ),
    ),
    '</testsuites>',
    '',
  ].join('\n');
}
