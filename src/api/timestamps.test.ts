import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatTimestamp } from './timestamps.ts';

test('timestamps have six decimals and no zone (hp-block-storage-v1/4.5.1.1/json-timestamps)', () => {
  expect(formatTimestamp(Date.UTC(2013, 0, 30, 13, 38, 50) * 1000 + 411_386)).toBe(
    '2013-01-30T13:38:50.411386',
  );
  expect(formatTimestamp(0)).toBe('1970-01-01T00:00:00.000000');
});

test('timestamps say the time that a Date says', () => {
  const microseconds = fc.integer({ min: 0, max: Date.UTC(2255, 0) * 1000 });
  fc.assert(
    fc.property(microseconds, (timestamp) => {
      const milliseconds = Math.floor(timestamp / 1000);
      const decimals = String(timestamp % 1000).padStart(3, '0');
      const expected = `${new Date(milliseconds).toISOString().slice(0, -1)}${decimals}`;
      expect(formatTimestamp(timestamp)).toBe(expected);
    }),
  );
});
