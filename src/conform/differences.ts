import { isDeepStrictEqual } from 'node:util';
import type { ProfileName } from '../profile/profile.ts';
import { type AllowedDifference, allowedDifferences } from './allowed-differences.ts';
import type { Problem } from './case.ts';
import { differencesBetween } from './diff.ts';

type Json = Record<string, unknown>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Layouts of times, with the documents that have them. */
const TIMESTAMPS: Readonly<Record<string, RegExp>> = {
  // hp-block-storage-v1, in the model of either format
  'six-digits': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}$/,
  // hp-bock-v1.1
  space: /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/,
  'space-six-digits': /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{6}$/,
  // hp-volume-backup-v1.1, os-bs-2011
  zulu: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/,
};

/** How far a clock may be off, in milliseconds. */
const SKEW = 120_000;

/** What an answer is compared with, besides the example. */
export interface Context {
  readonly profile: ProfileName;
  /** The model of the request. */
  readonly request: unknown;
  /** The model of the answer. */
  readonly answer: unknown;
  /** The time of the run, from its start to the answer, by the clock of the implementation: milliseconds. */
  readonly from: number;
  readonly to: number;
}

function valueAt(model: unknown, pointer: string): unknown {
  let value = model;
  for (const step of pointer.split('/').slice(1)) value = (value as Json | undefined)?.[step];
  return value;
}

/** The path of a link: the host is whose it is. */
const pathOf = (link: string): string | undefined =>
  URL.canParse(link) ? new URL(link).pathname : undefined;

const wordsOf = (text: string): string => text.trim().replaceAll(/\s+/g, ' ');

const parentOf = (link: string): string | undefined => pathOf(link)?.replace(/[^/]+$/, '');

/** Whether a link ends in the id of what the answer holds. */
function endsInOwnId(link: string, { answer }: Context): boolean {
  const [made] = Object.values((answer ?? {}) as Record<string, Json>);
  return link.endsWith(`/${made?.['id']}`);
}

/** Whether these are the two links that a resource of a collection has. */
function areLinksTo(collection: string, real: unknown): boolean {
  if (!Array.isArray(real)) return false;
  const [own, bookmark] = real.map(({ href }) => pathOf(String(href))?.split('/').slice(-2) ?? []);
  return (
    isDeepStrictEqual(
      real.map(({ rel }) => rel),
      ['self', 'bookmark'],
    ) &&
    own?.[0] === collection &&
    UUID.test(own[1] ?? '') &&
    isDeepStrictEqual(own, bookmark)
  );
}

function isTimeOfRun(text: string, { from, to }: Context): boolean {
  const time = Date.parse(`${text.slice(0, 19).replace(' ', 'T')}Z`);
  return time >= from - SKEW && time <= to + SKEW;
}

/** Whether `real` may stand where the example has `documented`. */
function allows(rule: string, real: unknown, documented: unknown, context: Context): boolean {
  const [name = '', argument = ''] = rule.split(/:(.*)/s);
  switch (name) {
    case 'uuid':
      return typeof real === 'string' && UUID.test(real);
    case 'integer':
      return Number.isInteger(real);
    case 'digits':
      return typeof real === 'string' && /^[1-9]\d*$/.test(real);
    case 'timestamp':
      return (
        typeof real === 'string' && (TIMESTAMPS[argument]?.test(real) ?? false) && isTimeOfRun(real, context)
      );
    case 'text':
      return typeof real === 'string' && real.length > 0;
    case 'starts-with':
      return typeof real === 'string' && real.startsWith(String(documented));
    case 'same-words':
      return typeof real === 'string' && wordsOf(real) === wordsOf(String(documented));
    case 'one-of':
      return argument.split('|').includes(String(real));
    case 'same-path':
      return typeof real === 'string' && pathOf(real) === pathOf(String(documented));
    case 'own-path':
      return (
        typeof real === 'string' &&
        parentOf(real) === parentOf(String(documented)) &&
        endsInOwnId(real, context)
      );
    case 'links':
      return areLinksTo(argument, real);
    case 'is':
      return isDeepStrictEqual(real, JSON.parse(argument));
    case 'same-as':
      return isDeepStrictEqual(real, valueAt(context.answer, argument));
    case 'request':
      return isDeepStrictEqual(real, valueAt(context.request, argument) ?? null);
    default:
      throw new Error(`differences.json has no rule ${rule}`);
  }
}

/** Stands for a member or an item that is not there. */
const ABSENT = Symbol('absent');

/** The example with the values of the answer wherever the rule allows them. */
function adjust(
  documented: unknown,
  real: unknown,
  steps: readonly string[],
  difference: Pick<AllowedDifference, 'rule' | 'isDemanded'>,
  context: Context,
): unknown {
  const { rule, isDemanded = false } = difference;
  const [step, ...rest] = steps;
  if (step === undefined) {
    if (rule === 'absent') return ABSENT;
    if (allows(rule, real, documented, context)) return real;
    if (isDemanded) return rule.startsWith('is:') ? JSON.parse(rule.slice(3)) : `(${rule})`;
    // The time of the example itself is not the time of the run.
    return rule.startsWith('timestamp') && real === documented ? 'a time of this run' : documented;
  }
  if (typeof documented !== 'object' || documented === null) return documented;
  const copy: Json = Array.isArray(documented) ? ([...documented] as never) : { ...documented };
  for (const key of step === '*' ? Object.keys(copy) : [step]) {
    const isThere = key in copy || (real instanceof Object && key in real);
    if (!isThere && !(isDemanded && rest.length === 0)) continue;
    copy[key] = adjust(copy[key], (real as Json | undefined)?.[key], rest, difference, context);
    if (copy[key] === undefined || (copy[key] === ABSENT && !Array.isArray(copy))) delete copy[key];
  }
  return copy;
}

/** Rules about lists as a whole, which are not about values. */
const OF_LISTS = ['includes', 'any-order'];

const idOf = (item: unknown): unknown =>
  (item as Json | undefined)?.['id'] ?? (item as Json | undefined)?.['alias'];

/** The answer with its list in the order of the example, so that pointers mean the same in both. */
function aligned(documented: unknown, real: unknown): unknown {
  if (typeof documented !== 'object' || documented === null || Array.isArray(documented)) return real;
  if (typeof real !== 'object' || real === null) return real;
  return Object.fromEntries(
    Object.entries(real).map(([key, value]) => {
      const items = (documented as Json)[key];
      if (!Array.isArray(value) || !Array.isArray(items)) return [key, value];
      return [key, items.map((item) => value.find((candidate) => idOf(candidate) === idOf(item)))];
    }),
  );
}

/** The answer with its list cut down to what the example has, in the order of the answer unless any will do. */
function cutDown(documented: unknown, real: unknown, anyOrder: boolean): unknown {
  if (!(documented instanceof Object) || !(real instanceof Object)) return real;
  return Object.fromEntries(
    Object.entries(real).map(([key, value]) => {
      const items = (documented as Json)[key];
      if (!Array.isArray(value) || !Array.isArray(items)) return [key, value];
      const ids = items.map(idOf);
      const cut = value.filter((item) => ids.includes(idOf(item)));
      if (anyOrder) cut.sort((a, b) => ids.indexOf(idOf(a)) - ids.indexOf(idOf(b)));
      return [key, cut];
    }),
  );
}

const withoutAbsent = (model: unknown): unknown => {
  if (!(model instanceof Object)) return model;
  return Object.fromEntries(
    Object.entries(model).map(([key, value]) => [
      key,
      Array.isArray(value) ? value.filter((item) => item !== ABSENT) : value,
    ]),
  );
};

/**
 * Where an answer differs from its example in a way that `differences.json` does not allow. Ids, tenant and
 * host have been put into the example before.
 */
export function exampleProblems(
  exampleId: string,
  documented: unknown,
  real: unknown,
  context: Context,
): Problem[] {
  const applicable = allowedDifferences[context.profile].filter(({ examples }) =>
    examples.some((pattern) => pattern.test(exampleId)),
  );
  const includes = applicable.some(({ rule }) => rule === 'includes');
  const anyOrder = applicable.some(({ rule }) => rule === 'any-order');
  const pointed = includes ? aligned(documented, real) : real;
  let expected = documented;
  // Values before the items that they are in, which may be taken away.
  for (const difference of applicable.toSorted((a, b) => b.steps.length - a.steps.length)) {
    if (!OF_LISTS.includes(difference.rule))
      expected = adjust(expected, pointed, difference.steps, difference, context);
  }
  expected = withoutAbsent(expected);
  return differencesBetween(expected, includes ? cutDown(expected, real, anyOrder) : real);
}
