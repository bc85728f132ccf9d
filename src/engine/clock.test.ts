import { afterEach, describe, expect, it, vi } from 'vitest';
import { instantClock, realClock, virtualClock } from './clock.ts';

describe('the real clock', () => {
  afterEach(() => void vi.restoreAllMocks());

  it('tells the time of day in whole microseconds', () => {
    const now = realClock().now();
    expect(Number.isInteger(now)).toBe(true);
    expect(Math.abs(now / 1000 - Date.now())).toBeLessThan(2000);
  });

  it('never goes back, also when somebody sets the clock of the machine back', () => {
    const clock = realClock();
    const before = clock.now();
    vi.spyOn(Date, 'now').mockReturnValue(before / 1000 - 3_600_000);
    expect(clock.now()).toBeGreaterThanOrEqual(before);
  });

  it('follows a jump forward, as after the machine slept', () => {
    const clock = realClock();
    const before = clock.now();
    vi.spyOn(Date, 'now').mockReturnValue(before / 1000 + 3_600_000);
    expect(clock.now() - before).toBeGreaterThan(3_599_000_000);
  });

  it('ends a sleep at once when it is aborted', async () => {
    const abort = new AbortController();
    const slept = realClock().sleep(3_600_000, abort.signal);
    abort.abort();
    await slept;
    await realClock().sleep(0);
  });
});

describe('a virtual clock', () => {
  it('stands still until it is advanced', () => {
    const clock = virtualClock(5);
    expect(clock.now()).toBe(5);
    clock.advance(2);
    expect(clock.now()).toBe(2005);
  });

  it('wakes sleepers in the order of their times, each at its own', async () => {
    const clock = virtualClock();
    const woken: [string, number][] = [];
    const sleeper = async (name: string, milliseconds: number) => {
      await clock.sleep(milliseconds);
      woken.push([name, milliseconds]);
    };
    const all = [sleeper('late', 30), sleeper('early', 10), sleeper('never', 99)];
    clock.advance(9);
    await Promise.resolve();
    expect(woken).toEqual([]);
    clock.advance(50);
    await Promise.all(all.slice(0, 2));
    expect(woken.map(([name]) => name)).toEqual(['early', 'late']);
  });

  it('does not wait for no time, nor for an aborted signal', async () => {
    const clock = virtualClock();
    await clock.sleep(0);
    await clock.sleep(10, AbortSignal.abort());
    const abort = new AbortController();
    const slept = clock.sleep(10, abort.signal);
    abort.abort();
    await slept;
  });
});

describe('an instant clock', () => {
  it('takes no time to sleep, but counts it', async () => {
    const clock = instantClock(1);
    await clock.sleep(3_600_000);
    expect(clock.now()).toBe(3_600_000_001);
  });
});
