import type { Problem } from '../case.ts';
import { shown } from './summary.ts';

/** A problem in three lines at the most: what, expected, got. */
export function problemText({ what, path, expected, got }: Problem): string {
  const lines = [path === undefined || path === '' ? what : `${what} at ${path}`];
  if (expected !== undefined) lines.push(`  expected ${shown(expected, 2000)}`);
  if (got !== undefined) lines.push(`  got      ${shown(got, 2000)}`);
  return lines.join('\n');
}
