import { expect, test } from 'vitest';
import { javaVersion } from './java.ts';

test.each([
  ['openjdk version "17.0.15" 2025-04-15', 17],
  ['openjdk version "25" 2025-09-16', 25],
  ['java version "1.8.0_402"', 8],
])('%s is Java %i', (output, major) => {
  expect(javaVersion(output)?.major).toBe(major);
});

test('what is no version of Java is none', () => {
  expect(javaVersion('java: command not found')).toBeNull();
});
