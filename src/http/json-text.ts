import { refuse } from './fault.ts';

/** Levels of nesting that a body may have; the documents need four. */
const MAX_DEPTH = 32;

function deeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  for (const member of Object.values(value)) {
    if (deeperThan(member, levels - 1)) return true;
  }
  return false;
}

/**
 * Parses a JSON body. Refuses what is not JSON and what is nested so deep that a recursive reader further
 * on could run out of stack.
 */
export function parseJson(text: string): unknown {
  let value: unknown;
  try {
    // A `__proto__` member becomes a property of its own here, and is never copied by assignment later.
    value = JSON.parse(text);
  } catch (error) {
    throw refuse.malformedBody(error instanceof Error ? error.message : 'it is not JSON');
  }
  if (deeperThan(value, MAX_DEPTH))
    throw refuse.malformedBody(`it is nested more than ${MAX_DEPTH} levels deep`);
  return value;
}
