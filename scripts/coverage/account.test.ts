import { describe, expect, it } from 'vitest';
import { account, type Evidence } from './account.ts';
import { citedInDeviations } from './evidence.ts';

const rule = (id: string, kind = 'behaviour') => ({ id, section: '1', kind });
const cited = (id: string) => ({ id, where: 'a.test.ts:1' });
const accountOf = (evidence: Partial<Evidence>) =>
  account({ rules: [rule('d/1/a')], tests: [], deviations: [], open: [], ...evidence });

describe('the account of a rule', () => {
  it.each([
    ['missing', {}],
    ['tested', { tests: [cited('d/1/a')] }],
    ['deviation', { deviations: [cited('d/1/a')] }],
    ['open', { open: [{ id: 'd/1/a', reason: 'needs a thing' }] }],
    ['info', { rules: [rule('d/1/a', 'info')] }],
    ['tested', { tests: [cited('d/1/a')], deviations: [cited('d/1/a')] }],
  ])('is %s with %j', (status, evidence) => {
    expect(accountOf(evidence).rules.map((of) => of.status)).toEqual([status]);
  });

  it('is a problem when there is no proof', () => {
    expect(accountOf({}).problems).toEqual(['d/1/a has no test and no deviation']);
  });

  it('has no problem with a proof', () => {
    expect(accountOf({ tests: [cited('d/1/a'), cited('d/1/a')] }).problems).toEqual([]);
  });

  it.each([
    [
      'a test of no rule',
      { tests: [cited('d/1/a'), cited('d/1/b')] },
      'a.test.ts:1 names d/1/b, which is no rule',
    ],
    [
      'a deviation from no rule',
      { tests: [cited('d/1/a')], deviations: [cited('d/1/b')] },
      'a.test.ts:1 names d/1/b, which is no rule',
    ],
    [
      'a rule that is open and tested',
      { tests: [cited('d/1/a')], open: [{ id: 'd/1/a', reason: 'needs a thing' }] },
      'd/1/a is open and tested',
    ],
    [
      'an open rule without a reason',
      { open: [{ id: 'd/1/a', reason: '-' }] },
      'd/1/a is open without a reason',
    ],
    [
      'a rule that is open twice',
      { open: ['one', 'two'].map((reason) => ({ id: 'd/1/a', reason })) },
      'd/1/a is open twice',
    ],
    [
      'a rule that is listed twice',
      { rules: [rule('d/1/a', 'info'), rule('d/1/a', 'info')] },
      'd/1/a is twice in the manifest',
    ],
  ])('reports %s', (_, evidence, problem) => {
    expect(accountOf(evidence).problems).toEqual([problem]);
  });
});

describe('deviations', () => {
  it('are the ids in backticks in the first column', () => {
    const text = [
      '`d/1/prose` is mentioned',
      '| rule | the document |',
      '|---|---|',
      '| `d/1/a`, `d/1/b` | as `d/1/c` says |',
      '| 4.5.1 | `d/1/d` |',
      '| `other/1/e` | |',
    ].join('\n');
    expect(citedInDeviations(text, new Set(['d']))).toEqual([
      { id: 'd/1/a', where: 'docs/DEVIATIONS.md:4' },
      { id: 'd/1/b', where: 'docs/DEVIATIONS.md:4' },
    ]);
  });
});
