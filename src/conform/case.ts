/** The formats that a case can be in. */
export type Media = 'json' | 'xml';

export const MEDIA: readonly Media[] = ['json', 'xml'];

export const mediaTypeOf = (media: Media): string => `application/${media}`;

export const mediaOf = (mediaType: string): Media => (mediaType.endsWith('xml') ? 'xml' : 'json');

/**
 * - `example`: a documented request and its documented response;
 * - `response`: a documented status that no example of the operation shows;
 * - `rule`: what a document says about behaviour.
 */
export type CaseKind = 'example' | 'response' | 'rule';

/** One thing that an implementation does or does not do. */
export interface Case {
  /** Unique; what `--only` names. */
  readonly id: string;
  readonly kind: CaseKind;
  readonly document: string;
  /** Id of the operation, such as `hp-block-storage-v1/list-volumes`. */
  readonly operation: string;
  readonly status: number;
  readonly media: Media;
  /** Id of the documented response, where there is one. */
  readonly example: string | null;
  /** Ids of the rules that it proves. */
  readonly rules: readonly string[];
}

/** Where an answer is not what it has to be. */
export interface Problem {
  /** What is wrong, in one phrase. */
  readonly what: string;
  /** JSON pointer into the body, where it is about a value. */
  readonly path?: string;
  readonly expected?: unknown;
  readonly got?: unknown;
}

export type Outcome =
  | { readonly verdict: 'passed' }
  | { readonly verdict: 'failed'; readonly problems: readonly Problem[] }
  | { readonly verdict: 'not exercised'; readonly reason: string };

export interface Result {
  readonly case: Case;
  readonly outcome: Outcome;
  /** Milliseconds. */
  readonly took: number;
}

export const passed: Outcome = { verdict: 'passed' };
export const notExercised = (reason: string): Outcome => ({ verdict: 'not exercised', reason });

export const outcomeOf = (problems: readonly Problem[]): Outcome =>
  problems.length === 0 ? passed : { verdict: 'failed', problems };

/** Thrown where a case cannot be tried for a reason that says nothing about the implementation. */
export class CannotExercise extends Error {}

/** Thrown where what a case needs could not be made, which is the implementation's failure: so the case fails. */
export class SetUpFailed extends Error {}

const SET_UP = 'set-up';

/** The outcome of a case that could not begin; undefined when the error is about something else. */
export function outcomeOfRefusal(error: unknown): Outcome | undefined {
  if (error instanceof CannotExercise) return notExercised(error.message);
  return error instanceof SetUpFailed ? outcomeOf([{ what: `${SET_UP}: ${error.message}` }]) : undefined;
}

/** Why a case failed before it began; undefined when it did begin. */
export function setUpProblem(outcome: Outcome): string | undefined {
  const [first] = outcome.verdict === 'failed' ? outcome.problems : [];
  return first?.what.startsWith(`${SET_UP}: `) ? first.what : undefined;
}
