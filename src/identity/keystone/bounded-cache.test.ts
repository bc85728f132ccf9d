import { expect, it } from 'vitest';
import { boundedCache } from './bounded-cache.ts';

it('what was used last stays when there is one too many', () => {
  const cache = boundedCache<number>(2, () => 0);
  cache.set('a', 1, 10);
  cache.set('b', 2, 10);
  expect(cache.get('a')).toBe(1);
  cache.set('c', 3, 10);
  expect(['a', 'b', 'c'].map((key) => cache.get(key))).toEqual([1, undefined, 3]);
});

it('what is put in anew counts once', () => {
  const cache = boundedCache<number>(2, () => 0);
  for (const value of [1, 2, 3]) cache.set('a', value, 10);
  cache.set('b', 4, 10);
  expect([cache.get('a'), cache.get('b')]).toEqual([3, 4]);
});

it('nothing is older than its lifetime, and what has none is not kept', () => {
  let now = 0;
  const cache = boundedCache<number>(2, () => now);
  cache.set('a', 1, 10);
  now = 9;
  expect(cache.get('a')).toBe(1);
  now = 10;
  expect(cache.get('a')).toBeUndefined();
  cache.set('a', 1, 10);
  cache.set('a', 1, 0);
  expect(cache.get('a')).toBeUndefined();
});
