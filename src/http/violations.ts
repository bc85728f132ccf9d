/** A violation of the contract as express-openapi-validator reports it. */
export interface Violation {
  readonly status: number;
  readonly message: string;
  readonly errors?: readonly { readonly path: string; readonly message: string }[];
}

const MOST_NAMED = 3;

function describe([path, message]: [string, string]): string {
  const [, place = '', ...members] = path.split('/');
  const name = members.join('.');
  // Cinder's words for its paging parameters; clients of the time show them.
  if (place === 'query' && message === 'must be integer') return `${name} param must be an integer`;
  if (place === 'query' && message.startsWith('must be >=')) return `${name} param must be positive`;
  if (place === 'body' && name === '') return `the body ${message}`;
  return `${name === '' ? place : name} ${message}`;
}

// Of a choice between schemas each alternative reports for itself, and then the choice as a whole.
const CHOICE = /^must match (exactly one schema in oneOf|a schema in anyOf)$/;

/** Complaints by place; the alternatives of a choice become one complaint. */
function complaints(violation: Violation): [string, string][] {
  const byPath = new Map<string, string>();
  for (const { path, message } of violation.errors ?? []) {
    const before = byPath.get(path);
    if (before === undefined) byPath.set(path, message);
    else if (!CHOICE.test(message) && !before.includes(message)) {
      byPath.set(path, `${before} or ${message.replace(/^must be /, '')}`);
    }
  }
  return [...byPath];
}

/** What is wrong, in a sentence that names members by their path in the body, a few at the most. */
export function describeViolations(violation: Violation): string {
  const lines = complaints(violation).map(describe);
  if (lines.length === 0) return violation.message;
  const rest = lines.length - MOST_NAMED;
  return `${lines.slice(0, MOST_NAMED).join('; ')}${rest > 0 ? `; and ${rest} more` : ''}`;
}

/** Whether it is the body that is wrong, and nothing else. */
export const isOfBody = ({ errors = [] }: Violation): boolean =>
  errors.length > 0 && errors.every(({ path }) => path === '/body' || path.startsWith('/body/'));

const MISCOUNT = /^must NOT have (more|fewer) than \d+ properties$/;

/** Whether the body as a whole has more or fewer members than it may have, so that it cannot be told what is meant. */
export const isMiscounted = ({ errors = [] }: Violation): boolean =>
  errors.some(({ path, message }) => path === '/body' && MISCOUNT.test(message));
