import type { Profile } from '../profile/profile.ts';
import type { Api, Call, Reply } from './api.ts';
import { CannotExercise, type Media, type Problem, SetUpFailed } from './case.ts';
import { differencesBetween } from './diff.ts';
import type { Fixtures } from './fixtures.ts';
import { NoAnswer } from './http.ts';
import { type Key, kindOfParameter } from './ids.ts';
import { statusIn } from './profiled.ts';
import type { Kind, Suite } from './suite.ts';
import type { Caller, Target } from './target.ts';
import { type Json, type Made, objectIn, type Workshop } from './workshop.ts';

/** Ends a case whose problems are noted already: what follows would only repeat them. */
export class Enough extends Error {}

/** What the cases of a document only look at: it is made once. */
export interface Shared {
  readonly workshop: Workshop;
  /** What the examples show. */
  readonly fixtures: Fixtures;
  readonly kept: Map<string, Promise<Made>>;
}

/** One case about a rule while it runs: calls, comparisons, and the problems that they find. */
export class Trial {
  readonly problems: Problem[] = [];
  readonly media: Media;
  readonly workshop: Workshop;
  readonly #api: Api;
  readonly #shared: Shared;

  constructor(api: Api, workshop: Workshop, shared: Shared, media: Media) {
    this.#api = api;
    this.workshop = workshop;
    this.#shared = shared;
    this.media = media;
  }

  get target(): Target {
    return this.#api.target;
  }

  get suite(): Suite {
    return this.workshop.suite;
  }

  get api(): Api {
    return this.#api;
  }

  /** The other tenant; cases that need it are not run without it. */
  get second(): Caller {
    const { second } = this.#api.target;
    if (second === undefined) throw new CannotExercise('needs a second tenant');
    return second;
  }

  get profile(): Profile {
    return this.#api.contract.profile;
  }

  kind(name: string): Kind {
    return this.workshop.kind(name);
  }

  note(problem: Problem): void {
    this.problems.push(problem);
  }

  /**
   * A call in the format of the case, whose answer must have this status, as documented; the profile may have another
   * in its place. @throws Enough when it has not
   */
  async call(operation: string, status: number | readonly number[], call: Call = {}): Promise<Reply> {
    const reply = await this.ask(operation, call);
    const wanted = [status].flat().map((one) => statusIn(this.profile, operation, one));
    if (wanted.includes(reply.status)) return reply;
    const { method, path } = this.#api.requestOf(operation, { media: this.media, ...call });
    const got = `${reply.status} ${reply.text.slice(0, 200)}`;
    this.note({ what: `another status of ${method} ${path}`, expected: wanted.join(' or '), got });
    throw new Enough();
  }

  /** A call in the format of the case, whatever its status. */
  async ask(operation: string, call: Call = {}): Promise<Reply> {
    try {
      const reply = await this.#api.call(operation, { media: this.media, ...call });
      this.problems.push(...reply.problems);
      return reply;
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      this.note({ what: `${operation}: ${error.message}` });
      throw new Enough();
    }
  }

  /** Both models are the same, deeply and by type. */
  equal(what: string, got: unknown, expected: unknown): void {
    for (const problem of differencesBetween(expected, got))
      this.note({ ...problem, what: `${what}: ${problem.what}` });
  }

  check(what: string, holds: boolean, expected?: unknown, got?: unknown): void {
    if (!holds) this.note({ what, expected, got });
  }

  /** Notes that something did not happen, where that is what the case is about. */
  async happens(what: string, wait: () => Promise<void>): Promise<void> {
    try {
      await wait();
    } catch (error) {
      if (!(error instanceof SetUpFailed)) throw error;
      this.note({ what: `${what}: ${error.message}` });
      throw new Enough();
    }
  }

  /** Waits for a status; on the way only these others may be seen. */
  async becomes(made: Made, status: string, through: readonly string[]): Promise<void> {
    const seen: string[] = [];
    const { kind, params, by } = made;
    await this.happens(`${kind.name} ${status}`, () =>
      this.workshop.status(kind, params, by, [status], (one) => seen.push(one)),
    );
    const stray = seen.filter((one) => one !== status && !through.includes(one));
    this.check(
      `a ${kind.name} passes through other statuses`,
      stray.length === 0,
      [...through, status],
      seen,
    );
  }

  async goes(made: Made): Promise<void> {
    await this.happens(`${made.kind.name} deleted`, () => this.workshop.gone(made));
  }

  /** Something to look at that cases share; they must leave it as it is. */
  async shared(key: Key): Promise<string | number> {
    const { fixtures } = this.#shared;
    await fixtures.need([key]);
    return fixtures.idOf(key) ?? key;
  }

  /** Made by the first case that asks for it, and there until all cases of the document have run. */
  kept(name: string, kind: string, body: unknown): Promise<Made> {
    const { kept, workshop } = this.#shared;
    const made = kept.get(name) ?? workshop.make(kind, body);
    made.catch(() => undefined);
    kept.set(name, made);
    return made;
  }

  /** Path parameters of an operation that name what is shared. */
  async sharedParams(operationId: string): Promise<Record<string, string | number>> {
    const { path, parameters } = this.#api.operation(operationId);
    const given = this.suite.scenarios[operationId]?.params ?? {};
    const params: Record<string, string | number> = {};
    for (const { name, example } of parameters) {
      const kind = kindOfParameter(path, name, this.suite);
      const id = String(given[name] ?? example);
      params[name] = kind === undefined ? id : await this.shared(`${kind}/${id}`);
    }
    return params;
  }

  make(kind: string, body: unknown, params: Made['params'] = {}, by?: Caller): Promise<Made> {
    return this.workshop.make(kind, body, params, by);
  }

  /** What a reply has under the wrapper of a kind; empty when that is no object. */
  inside(kind: Kind, reply: Reply): Json {
    return objectIn(reply, kind.found ?? kind.wrapper) ?? objectIn(reply, kind.wrapper) ?? {};
  }
}
