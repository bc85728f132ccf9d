import type { Trial } from '../../trial.ts';
import { listIn } from '../../workshop.ts';

/** The items of a list. */
export async function listed(
  trial: Trial,
  operation: string,
  member: string,
  query: Record<string, string | number>,
) {
  return listIn(await trial.call(operation, 200, { query }), member);
}
