import { beforeEach, describe, expect, it } from 'vitest';
import { countFailures, type Failures } from './failures.ts';

describe('failures in a row', () => {
  let now: number;
  let failures: Failures;
  beforeEach(() => {
    now = 1_000;
    failures = countFailures(5, () => now);
  });
  const fail = (times: number, key = 'ann') => {
    for (let i = 0; i < times; i += 1) failures.failed(key);
  };

  it('cost nothing at first', () => {
    expect(failures.wait('ann')).toBe(0);
    fail(4);
    expect(failures.wait('ann')).toBe(0);
  });

  it('then cost a wait that doubles, up to a minute', () => {
    fail(5);
    const waits = [failures.wait('ann')];
    for (let i = 0; i < 8; i += 1) {
      now += failures.wait('ann');
      expect(failures.wait('ann')).toBe(0);
      fail(1);
      waits.push(failures.wait('ann'));
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60].map((seconds) => seconds * 1000));
  });

  it('are those of one key', () => {
    fail(9);
    expect(failures.wait('bob')).toBe(0);
  });

  it('begin anew after a success', () => {
    fail(4);
    failures.succeeded('ann');
    fail(4);
    expect(failures.wait('ann')).toBe(0);
  });

  it('are forgotten after a quarter of an hour', () => {
    fail(9);
    now += 15 * 60_000;
    fail(4);
    expect(failures.wait('ann')).toBe(0);
  });

  it('are remembered of ten thousand keys, those that failed last', () => {
    fail(5);
    fail(5, 'bob');
    fail(1);
    for (let i = 0; i < 9_999; i += 1) fail(1, `other ${i}`);
    expect(failures.wait('bob')).toBe(0);
    expect(failures.wait('ann')).toBeGreaterThan(0);
    fail(1, 'one more');
    expect(failures.wait('ann')).toBe(0);
  });
});
