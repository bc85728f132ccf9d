import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { gatherLines } from './gathered-lines.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function gathered() {
  const written: string[] = [];
  let flushed = 0;
  const lines = gatherLines({
    write: (text) => written.push(text),
    flushSync: () => {
      flushed += 1;
    },
  });
  return { lines, written, flushed: () => flushed };
}

test('hands lines on together, in their order, a moment later', () => {
  const { lines, written } = gathered();
  lines.write('one\n');
  lines.write('two\n');
  expect(written).toEqual([]);
  vi.runAllTimers();
  expect(written).toEqual(['one\ntwo\n']);
});

test('does not wait when it has gathered much', () => {
  const { lines, written } = gathered();
  for (let count = 0; count < 100; count += 1) lines.write(`${'x'.repeat(999)}\n`);
  expect(written.length).toBeGreaterThan(1);
  vi.runAllTimers();
  expect(written.join('')).toHaveLength(100_000);
});

test('keeps nothing back when it is flushed', () => {
  const { lines, written, flushed } = gathered();
  lines.write('last words\n');
  lines.flushSync();
  expect(written).toEqual(['last words\n']);
  expect(flushed()).toBe(1);
});
