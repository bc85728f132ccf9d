import { HttpFault, refuse } from '../http/fault.ts';
import type { MediaTypes } from '../http/media-types.ts';
import type { Answer } from './ask-prism.ts';

/** An entry of the header in which Prism lists what breaks the contract. */
interface Violation {
  readonly location: readonly string[];
  readonly severity: string;
  readonly message: string;
}

/** The parts of a problem document (RFC 9457) that Prism fills in. */
interface Problem {
  readonly title?: string;
  readonly detail?: string;
}

const MOST_NAMED = 3;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const isViolation = (value: unknown): value is Violation =>
  isObject(value) && Array.isArray(value.location) && typeof value.message === 'string';

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // Prism cuts a long list off
  }
}

/** What is wrong with the request by the contract, in words without Prism's own; undefined when nothing is. */
function requestViolations(header: string): string | undefined {
  const list = parsed(header);
  if (!Array.isArray(list)) return 'it breaks the contract in many places';
  const wrong = list.filter(isViolation).filter(({ location: [side] }) => side === 'request');
  const lines = wrong.map(({ message }) =>
    message
      .replace(/^Request (?:body property|query parameter|path parameter|header parameter) /, '')
      .replace(/^Request body /, 'the body ')
      .replace(/^Body parameter is required$/, 'a body is required'),
  );
  if (lines.length === 0) return undefined;
  const rest = lines.length - MOST_NAMED;
  return `${lines.slice(0, MOST_NAMED).join('; ')}${rest > 0 ? `; and ${rest} more` : ''}`;
}

function problemFault(status: number, { title = '', detail = title }: Problem): HttpFault {
  if (status === 404) return new HttpFault('notFound', detail);
  if (status >= 500) return refuse.internal(new Error(detail));
  return refuse.invalidInput(detail.replaceAll(/\s+/g, ' '));
}

/**
 * Prism answers a request that breaks the contract with whatever comes first under 400 or 401, and what it has
 * no words for with problem+json. Both become a fault that says what is wrong. Undefined when the answer is one
 * of the contract's.
 */
export function prismFault(answer: Answer, types: MediaTypes): HttpFault | undefined {
  const { status, headers, body } = answer;
  const type = headers['content-type'] ?? '';
  const header = headers['sl-violations'];
  // Violations of the response are the contract's own affair: its examples are held against it elsewhere.
  const violations = typeof header === 'string' && status >= 400 ? requestViolations(header) : undefined;
  const isProblem = type.startsWith('application/problem+json');
  if (violations === undefined && !isProblem) return undefined;
  if (status === 401) return refuse.noToken('/v2.0');
  if (status === 415) return refuse.mediaType(undefined, types.names);
  if (violations !== undefined) return refuse.invalidInput(violations);
  const problem = parsed(body);
  return problemFault(status, isObject(problem) ? problem : {});
}
