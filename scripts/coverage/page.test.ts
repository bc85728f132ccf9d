import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Counts, documents } from '../../contract-tests/support/documents.ts';
import type { DocumentFacts, RuleFacts } from './facts.ts';
import { readFacts } from './facts.ts';
import { anchorsOf } from './markdown.ts';
import { coveragePage } from './page.ts';

const PAGE = new URL('../../docs/COVERAGE.md', import.meta.url);
const page = readFileSync(PAGE, 'utf8');

/** Cells of the rows of tables, headings aside, from the heading of that name to the next. */
function rowsBelow(text: string, heading: string): string[][] {
  const lines = text.split('\n');
  const from = lines.indexOf(heading) + 1;
  const length = lines.slice(from).findIndex((line) => line.startsWith('#'));
  const rows = lines
    .slice(from, length === -1 ? undefined : from + length)
    .filter((line) => /^\|/.test(line));
  return rows
    .slice(2)
    .map((row) => row.split(/(?<!\\)\|/).map((cell) => cell.trim()))
    .map((row) => row.slice(1, -1));
}

describe('docs/COVERAGE.md', () => {
  it('is what `make coverage-page` makes of the sources', () => {
    expect(page === coveragePage(readFacts()), 'stale: run `make coverage-page`').toBe(true);
  });

  const summary = rowsBelow(page, '# Coverage');
  const served = Object.entries<Counts>(documents);

  it('counts four documents and their sum', () => {
    expect(summary).toHaveLength(5);
    const totals = summary
      .at(-1)
      ?.slice(1, 5)
      .map((cell) => cell.replace(/^\d+ of /, ''));
    expect(totals).toEqual(['66', '164', '59', '547']);
  });

  it.each(served)('misses nothing of %s', (document, { operations, payloads, curlCommands, rules }) => {
    const row = summary.find(([name]) => name?.startsWith(`[${document}]`)) ?? [];
    const full = [operations, payloads, curlCommands].map((count) => `${count} of ${count}`);
    expect(row.slice(1, 4)).toEqual(full);
    expect(row[4]).toMatch(new RegExp(` of ${rules}$`));
    const [tested = 0, deviation = 0, info = 0, open = 0, missing = 0] = row.slice(5).map(Number);
    expect(row[4]).toBe(`${tested + deviation + info} of ${rules}`);
    expect(tested + deviation + info + open).toBe(rules);
    expect(missing).toBe(0);
  });

  it.each(served)('has each rule of %s once, with one status and its proof', (document, { rules }) => {
    const rows = rowsBelow(page, `### Rules of ${document}`);
    expect(rows).toHaveLength(rules);
    expect(new Set(rows.map(([id]) => id)).size).toBe(rules);
    const proofs = {
      tested: /\.test\.ts\)/,
      'deviation only': /^\[deviation\]\(DEVIATIONS\.md#[\w-]+\)$/,
      info: /^/,
      open: /\w/,
    };
    for (const [id, , status = '', proof] of rows) {
      expect(Object.keys(proofs), id).toContain(status);
      expect(proof, id).toMatch(proofs[status as keyof typeof proofs]);
    }
  });

  it('links to nothing that is not there', () => {
    const anchors = (text: string) => new Set(anchorsOf(text).map(({ anchor }) => anchor));
    const targets = new Set([...page.matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1] ?? ''));
    const lost = [...targets].filter((target) => {
      const [file = '', anchor] = target.split('#');
      const url = file === '' ? PAGE : new URL(file, PAGE);
      if (!existsSync(url)) return true;
      return anchor !== undefined && !anchors(readFileSync(url, 'utf8')).has(anchor);
    });
    expect(lost).toEqual([]);
    expect(targets.size).toBeGreaterThan(50);
  });
});

const rule = (id: string, more: Partial<RuleFacts>): RuleFacts => ({
  id: `d/1/${id}`,
  section: '1',
  kind: 'behaviour',
  basis: 'stated',
  statement: 'It <does> | so.',
  status: 'missing',
  tests: [],
  deviation: undefined,
  openFor: undefined,
  ...more,
});
const facts = (more: Partial<DocumentFacts> = {}): DocumentFacts => ({
  document: 'd',
  served: true,
  operations: [],
  payloads: [],
  curlCommands: [],
  rules: [],
  ...more,
});
const operation = { section: '1', method: 'GET', path: '/a', tests: [], handler: 'src/api/d/a.ts' };
const payload = {
  operation: 'd/a',
  direction: 'response',
  media_type: 'json',
  status: '200',
  transactions: 1,
};

describe('a page of a document', () => {
  const text = coveragePage([
    facts({
      operations: [
        { ...operation, id: 'd/a', transactions: 1 },
        { ...operation, id: 'd/never-asked', transactions: 0 },
        { ...operation, id: 'd/stub', transactions: 1, handler: undefined },
      ],
      payloads: [
        { ...payload, id: 'd/1/a.json', condition: 'lost', file: 'openapi/d/examples/1/a.json' },
        { ...payload, id: 'd/1/b.json', condition: 'verbatim', file: undefined },
      ],
      curlCommands: [{ id: 'd/1/a.curl', operation: 'common', command: undefined }],
      rules: [
        rule('a', { status: 'tested', tests: ['contract-tests/rules/a.test.ts'], deviation: 'x' }),
        rule('b', { status: 'deviation', deviation: 'x' }),
        rule('c', { status: 'open', openFor: 'a thing' }),
        rule('e', {}),
      ],
    }),
    facts({ document: 'other', served: false, rules: [rule('f', {})] }),
  ]);

  it('counts what is proven, and nothing else', () => {
    expect(rowsBelow(text, '# Coverage')).toEqual([
      ['[d](#d)', '1 of 3', '1 of 2', '0 of 1', '2 of 4', '1', '1', '0', '1', '1'],
      ['[other](#other)', '0 of 0', '0 of 0', '0 of 0', '0 of 1', '0', '0', '0', '0', '1'],
      ['**all**', '1 of 3', '1 of 2', '0 of 1', '2 of 5', '1', '1', '0', '1', '2'],
    ]);
  });

  it('says for each rule what accounts for it', () => {
    const proof = '[rules/a](../contract-tests/rules/a.test.ts), [deviation](DEVIATIONS.md#x)';
    expect(rowsBelow(text, '### Rules of d').map(([id, , status, by]) => [id, status, by])).toEqual([
      ['`1/a`', 'tested', proof],
      ['`1/b`', 'deviation only', '[deviation](DEVIATIONS.md#x)'],
      ['`1/c`', 'open', 'a thing'],
      ['`1/e`', 'missing', ''],
    ]);
  });

  it('says what is not there', () => {
    expect(rowsBelow(text, '### Payloads of d').map(([id, , , sample]) => [id, sample])).toEqual([
      ['[`1/a.json`](../openapi/d/examples/1/a.json)', 'rebuilt'],
      ['`1/b.json`', 'as it stands'],
    ]);
    expect(rowsBelow(text, '### curl commands of d')).toEqual([['`1/a.curl`', 'all', 'not run']]);
    expect(text).toMatch(/## other\n\nNot served yet\.\n$/);
  });
});
