import type { Trial } from '../../trial.ts';
import type { Json } from '../../workshop.ts';

/** The items of a list. */
export async function listed(
  trial: Trial,
  operation: string,
  member: string,
  query: Record<string, string | number>,
) {
  const { model } = await trial.call(operation, 200, { query });
  return (model as Record<string, Json[]>)[member] ?? [];
}
