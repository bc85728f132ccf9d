import { expect, it } from 'vitest';
import { bytesText, counted, durationText } from './units.ts';

it.each([
  [0, '0 B'],
  [1023, '1023 B'],
  [1024, '1 KiB'],
  [1536, '1.50 KiB'],
  [1024 * 1024 - 1, '1.00 MiB'],
  [10.25 * 1024 * 1024, '10.3 MiB'],
  [123.4 * 1024 * 1024, '123 MiB'],
  [2047 * 2 ** 30, '2.00 TiB'],
  [2 ** 30, '1 GiB'],
])('%d bytes are %s', (bytes, text) => {
  expect(bytesText(bytes)).toBe(text);
});

it.each([
  [0.4, '0 s'],
  [59, '59 s'],
  [125, '2 min 5 s'],
  [3600, '1 h'],
  [90_061, '1 d 1 h'],
])('%d seconds are %s', (seconds, text) => {
  expect(durationText(seconds)).toBe(text);
});

it('thousands are apart', () => {
  expect(counted(1, 'volume')).toBe('1 volume');
  expect(counted(1_000_000, 'volume')).toBe('1 000 000 volumes');
});
