import { expect, test } from 'vitest';
import { inSeconds, parseTimestamp } from './timestamps.ts';

const at = (text: string) => Date.parse(text) * 1000;

test('a time is shown to the second, in UTC', () => {
  expect(inSeconds(at('2011-09-09T00:00:00Z'))).toBe('2011-09-09T00:00:00Z');
  expect(inSeconds(at('2011-09-09T23:59:59.999Z') + 999)).toBe('2011-09-09T23:59:59Z');
});

test.each([
  ['2011-09-09T10:00:00Z', at('2011-09-09T10:00:00Z')],
  ['2011-09-09T10:00:00', at('2011-09-09T10:00:00Z')],
  ['2011-09-09T10:00:00+02:00', at('2011-09-09T08:00:00Z')],
  ['2011-09-09T10:00:00.5-01:30', at('2011-09-09T11:30:00.500Z')],
  ['2011-09-09T10:00:00.123456789Z', at('2011-09-09T10:00:00.123Z') + 456],
])('%s is read as what it says', (text, timestamp) => {
  expect(parseTimestamp(text)).toBe(timestamp);
});

test('a day that a month does not have is one of the next', () => {
  expect(parseTimestamp('2011-02-30T00:00:00Z')).toBe(at('2011-03-02T00:00:00Z'));
});
