import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';

/** One place in which an answer may differ from the example, how far, and why. */
interface Difference {
  /** Ids of examples, `*` for anything. */
  readonly examples: readonly string[];
  /** JSON pointer, `*` for any member. */
  readonly path: string;
  readonly rule: string;
  readonly reason: string;
}

const differences: readonly Difference[] = JSON.parse(
  readFileSync(new URL('differences.json', import.meta.url), 'utf8'),
);

const asPattern = (glob: string) =>
  new RegExp(`^${glob.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`);

const compiled = differences.map((difference) => ({
  ...difference,
  examples: difference.examples.map(asPattern),
  path: difference.path.split('/').slice(1),
}));

type Json = Record<string, unknown>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const TIMESTAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}$/;

function valueAt(model: unknown, pointer: string): unknown {
  let value = model;
  for (const step of pointer.split('/').slice(1)) value = (value as Json | undefined)?.[step];
  return value;
}

/** Whether `real` may stand where the example has `documented`. */
function allows(rule: string, real: unknown, documented: unknown, request: unknown): boolean {
  const [name = '', argument = ''] = rule.split(/:(.*)/s);
  switch (name) {
    case 'uuid':
      return typeof real === 'string' && UUID.test(real);
    case 'integer':
      return Number.isInteger(real);
    case 'timestamp':
      return typeof real === 'string' && TIMESTAMP.test(real);
    case 'text':
      return typeof real === 'string' && real.length > 0;
    case 'starts-with':
      return typeof real === 'string' && real.startsWith(String(documented));
    case 'one-of':
      return argument.split('|').includes(String(real));
    case 'request':
      return isDeepStrictEqual(real, valueAt(request, argument) ?? null);
    default:
      throw new Error(`differences.json has no rule ${rule}`);
  }
}

/** The items of the example, where the answer has them in the same order; what is between them is its own. */
function includes(real: unknown, documented: unknown): unknown {
  if (!Array.isArray(real) || !Array.isArray(documented)) return documented;
  let next = 0;
  const merged = real.map((item) =>
    (item as Json)['id'] === documented[next]?.id ? documented[next++] : item,
  );
  return next === documented.length ? merged : documented;
}

function adjust(
  documented: unknown,
  real: unknown,
  path: readonly string[],
  rule: string,
  request: unknown,
): unknown {
  const [step, ...rest] = path;
  if (step === undefined) {
    if (rule === 'includes') return includes(real, documented);
    return allows(rule, real, documented, request) ? real : documented;
  }
  if (typeof documented !== 'object' || documented === null) return documented;
  const copy: Json = Array.isArray(documented) ? ([...documented] as never) : { ...documented };
  for (const key of step === '*' ? Object.keys(copy) : [step]) {
    copy[key] = adjust(copy[key], (real as Json | undefined)?.[key], rest, rule, request);
    if (copy[key] === undefined) delete copy[key];
  }
  return copy;
}

/**
 * The example with what `differences.json` allows taken over from the answer: the answer is right when it is
 * deeply equal to this. What a rule does not allow stays as documented, and shows up as a difference.
 */
export function expectedModel(
  exampleId: string,
  documented: unknown,
  real: unknown,
  request: unknown,
): unknown {
  let expected = documented;
  // Values before lists: a pointer into a list counts the items of the example.
  const applicable = compiled.filter(({ examples }) => examples.some((pattern) => pattern.test(exampleId)));
  for (const { path, rule } of applicable.toSorted((a, b) => b.path.length - a.path.length)) {
    expected = adjust(expected, rule === 'includes' ? real : alignLists(expected, real), path, rule, request);
  }
  return expected;
}

/** The answer with its lists cut down to the items of the example, so that pointers mean the same in both. */
function alignLists(documented: unknown, real: unknown): unknown {
  if (typeof documented !== 'object' || documented === null || typeof real !== 'object' || real === null)
    return real;
  return Object.fromEntries(
    Object.entries(real).map(([key, value]) => {
      const items = (documented as Json)[key];
      if (!Array.isArray(value) || !Array.isArray(items)) return [key, value];
      return [key, items.map((item) => value.find((candidate) => candidate?.id === item?.id))];
    }),
  );
}
