import { expect, it } from 'vitest';
import { inTurns } from './turns.ts';

it('one thing is done after the other, also after one that fails', async () => {
  const inTurn = inTurns(10);
  const steps: string[] = [];
  const work = (name: string) => async () => {
    steps.push(`${name} starts`);
    await new Promise(setImmediate);
    steps.push(`${name} ends`);
    if (name === 'b') throw new Error(name);
    return name;
  };
  const done = await Promise.allSettled(['a', 'b', 'c'].map((name) => inTurn(work(name))));
  expect(steps).toEqual(['a starts', 'a ends', 'b starts', 'b ends', 'c starts', 'c ends']);
  expect(done.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});

it('nothing is done for one too many, until there is room again', async () => {
  const inTurn = inTurns(2);
  const first = [inTurn(async () => 1), inTurn(async () => 2), inTurn(async () => 3)];
  expect(await Promise.all(first)).toEqual([1, 2, undefined]);
  expect(await inTurn(async () => 4)).toBe(4);
});
