import { expect, it } from 'vitest';
import { virtualClock } from './clock.ts';
import { createProgress } from './progress.ts';

const PAUSE_MS = 250;

/** What is written when it is told this, with `pause` milliseconds before each. */
async function written(told: readonly number[], total: number, pause = PAUSE_MS): Promise<number[]> {
  const clock = virtualClock();
  const percents: number[] = [];
  const progress = createProgress(clock, async (percent) => percents.push(percent));
  for (const done of told) {
    clock.advance(pause);
    await progress(done, total);
  }
  return percents;
}

it('writes each 5 percent once, however often it is told, and leaves 0 and 100 to others', async () => {
  const told = Array.from({ length: 1000 }, (_, index) => index + 1);
  expect(await written(told, 1000)).toEqual(Array.from({ length: 19 }, (_, index) => (index + 1) * 5));
});

it('rounds down, and passes over what large steps leave out', async () => {
  expect(await written([1, 9, 40, 40, 69, 70], 70)).toEqual([10, 55, 95]);
});

it('writes four times a second at most, and nothing of a copy that is done in a moment', async () => {
  const told = Array.from({ length: 20 }, (_, index) => index + 1);
  expect(await written(told, 20, PAUSE_MS / 5)).toEqual([25, 50, 75]);
  expect(await written(told, 20, 10)).toEqual([]);
});

it('waits for what it writes', async () => {
  const clock = virtualClock();
  const gate = Promise.withResolvers<void>();
  const progress = createProgress(clock, () => gate.promise);
  clock.advance(PAUSE_MS);
  let isOver = false;
  const over = progress(1, 2).then(() => {
    isOver = true;
  });
  await Promise.resolve();
  expect(isOver).toBe(false);
  gate.resolve();
  await over;
});
