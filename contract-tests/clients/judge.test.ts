import { describe, expect, test } from 'vitest';
import { isAsPromised, judge } from './judge.ts';
import type { PromisedCall, Promises } from './promises.ts';
import type { Profile, Told } from './row.ts';

const promises = (...calls: readonly PromisedCall[]): Promises => ({
  versions: ['1', '2'],
  groups: [{ title: 'all', calls }],
});

function judged(told: readonly Told[], promised: Promises, version = '1', profile: Profile = 'documented') {
  const where = { client: 'cinder', version, profile };
  const rows = told.map((row) => ({ ...where, ...row }));
  return judge(where, rows, promised);
}

const ok = (call: string): Told => ({ call, ok: true, ms: 1 });
const failed = (call: string): Told => ({ call, ok: false, ms: 1, detail: 'the server said no' });
const verdicts = (all: ReturnType<typeof judged>) => all.map(({ verdict }) => verdict);

describe('a run of a client is held against what is promised', () => {
  test('a promised call that works', () => {
    const all = judged([ok('list')], promises({ call: 'list' }));
    expect(verdicts(all)).toEqual(['works']);
    expect(all.every(isAsPromised)).toBe(true);
  });

  test('a promised call that does not work is broken, and says how', () => {
    const [only] = judged([failed('list')], promises({ call: 'list' }));
    expect(only).toMatchObject({ verdict: 'broken', because: 'the server said no' });
  });

  test('a promised call that was not made is missing', () => {
    expect(verdicts(judged([], promises({ call: 'list' })))).toEqual(['missing']);
  });

  test('a call that nobody promised anything of is unknown, whether it works or not', () => {
    expect(verdicts(judged([ok('new'), failed('newer')], promises()))).toEqual(['unknown', 'unknown']);
  });

  test('what works nowhere has to fail, or the page is out of date', () => {
    const promised = promises({ call: 'fly', only: 'nowhere', why: 'no wings' });
    expect(verdicts(judged([failed('fly')], promised))).toEqual(['refused']);
    expect(verdicts(judged([ok('fly')], promised))).toEqual(['unexpected']);
  });

  test('what works in one profile only is required there, and refused in the other', () => {
    const promised = promises({ call: 'name', only: 'released', why: 'another word' });
    expect(verdicts(judged([ok('name')], promised, '1', 'released'))).toEqual(['works']);
    expect(verdicts(judged([failed('name')], promised, '1', 'released'))).toEqual(['broken']);
    expect(verdicts(judged([failed('name')], promised, '1', 'documented'))).toEqual(['refused']);
    expect(verdicts(judged([ok('name')], promised, '1', 'documented'))).toEqual(['unexpected']);
  });

  test('what works in one version only is required there, and refused in the other', () => {
    const promised = promises({ call: 'old', only: '1', why: 'gone since' });
    expect(verdicts(judged([ok('old')], promised, '1'))).toEqual(['works']);
    expect(verdicts(judged([failed('old')], promised, '2'))).toEqual(['refused']);
  });
});
