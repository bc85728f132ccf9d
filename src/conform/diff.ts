import { isDeepStrictEqual } from 'node:util';
import type { Problem } from './case.ts';

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every place in which two models differ, deeply and by type; the order of lists counts, that of members not. */
export function differencesBetween(expected: unknown, got: unknown, path = ''): Problem[] {
  if (isDeepStrictEqual(expected, got)) return [];
  if (isMap(expected) && isMap(got)) {
    return [...new Set([...Object.keys(expected), ...Object.keys(got)])].flatMap((key) => {
      const here = `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      if (!(key in got)) return [{ what: 'a member is missing', path: here, expected: expected[key] }];
      if (!(key in expected)) return [{ what: 'an extra member', path: here, got: got[key] }];
      return differencesBetween(expected[key], got[key], here);
    });
  }
  if (Array.isArray(expected) && Array.isArray(got) && expected.length === got.length)
    return expected.flatMap((item, i) => differencesBetween(item, got[i], `${path}/${i}`));
  return [{ what: 'another value', path, expected, got }];
}
