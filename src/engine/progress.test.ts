import { expect, it } from 'vitest';
import { createProgress } from './progress.ts';

it('writes each 5 percent once, however often it is told, and leaves 0 and 100 to others', async () => {
  const written: number[] = [];
  const progress = createProgress(async (percent) => written.push(percent));
  for (let done = 1; done <= 1000; done += 1) await progress(done, 1000);
  expect(written).toEqual(Array.from({ length: 19 }, (_, index) => (index + 1) * 5));
});

it('rounds down, and passes over what large steps leave out', async () => {
  const written: number[] = [];
  const progress = createProgress(async (percent) => written.push(percent));
  for (const done of [1, 9, 40, 40, 69, 70]) await progress(done, 70);
  expect(written).toEqual([10, 55, 95]);
});

it('waits for what it writes', async () => {
  const gate = Promise.withResolvers<void>();
  let isOver = false;
  const over = createProgress(() => gate.promise)(1, 2).then(() => {
    isOver = true;
  });
  await Promise.resolve();
  expect(isOver).toBe(false);
  gate.resolve();
  await over;
});
