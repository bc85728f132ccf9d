import { setTimeout as pause } from 'node:timers/promises';
import type { Api, Reply } from './api.ts';
import { CannotExercise, type Problem, SetUpFailed } from './case.ts';
import { NoAnswer } from './http.ts';
import type { Kind, Suite } from './suite.ts';
import type { Caller } from './target.ts';

/** Something that was made through the API and is there until it is removed. */
export interface Made {
  readonly kind: Kind;
  readonly id: string | number;
  /** Path parameters, its own id among them. */
  readonly params: Readonly<Record<string, string | number>>;
  readonly by: Caller;
  /** The answer to its creation, under its wrapper. */
  readonly model: Record<string, unknown>;
}

export type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a reply has under a name, when both are objects: nobody's answers can be trusted to have their shape. */
export function objectIn({ model }: Pick<Reply, 'model'>, name: string): Json | undefined {
  const found = isObject(model) ? model[name] : undefined;
  return isObject(found) ? found : undefined;
}

/** The objects in the list that a reply has under a name; what is no object is left out. */
export function listIn({ model }: Pick<Reply, 'model'>, name: string): Json[] {
  const found = isObject(model) ? model[name] : undefined;
  return Array.isArray(found) ? found.filter(isObject) : [];
}

/** The first and the longest pause between two looks at a resource, in milliseconds. */
const PAUSES = { first: 5, longest: 500 };

/** How often something that never came is waited for again, for a second. */
const SECOND_CHANCES = 3;

/** Where something is removed, what holds it goes first. */
const ORDER = ['attachment', 'snapshot', 'backup', 'volume'];

/**
 * Makes resources through the API under test, waits for them and removes them.
 *
 * What did not happen is not waited for as long again until it does: `lost` counts it for the whole run.
 */
export class Workshop {
  readonly api: Api;
  readonly suite: Suite;
  readonly made: Made[] = [];
  /** Every problem of an answer on the way. */
  readonly problems: Problem[] = [];
  readonly #lost: Map<string, number>;

  constructor(api: Api, suite: Suite, lost: Map<string, number>) {
    this.api = api;
    this.suite = suite;
    this.#lost = lost;
  }

  kind(name: string): Kind {
    const kind = this.suite.kinds[name];
    if (kind === undefined) throw new Error(`${this.suite.document} has no kind ${name}`);
    return kind;
  }

  /** Asks; an implementation that does not answer is told apart from one that answers wrongly. */
  async #ask(operation: string, call: Parameters<Api['call']>[1]): Promise<Reply> {
    try {
      return await this.api.call(operation, call);
    } catch (error) {
      if (error instanceof NoAnswer) throw new SetUpFailed(`${operation}: ${error.message}`);
      throw error;
    }
  }

  /** Makes one and does not wait for it. @throws SetUpFailed when it is refused, CannotExercise for want of room */
  async start(
    kindName: string,
    body: unknown,
    params: Readonly<Record<string, string | number>> = {},
    by: Caller = this.api.target.first,
  ): Promise<Made> {
    const kind = this.kind(kindName);
    const reply = await this.#ask(kind.create, { params, body, as: by });
    const model = objectIn(reply, kind.wrapper);
    const id = model?.[kind.id];
    const said = `${kind.create} answered ${reply.status} ${reply.text.slice(0, 200).replaceAll(/\s+/g, ' ')}`;
    // A quota that is used up says nothing about the implementation.
    if (reply.status === 413)
      throw new CannotExercise(`the tenant has no room for another ${kindName}: ${said}`);
    if (reply.status >= 300 || (typeof id !== 'string' && typeof id !== 'number'))
      throw new SetUpFailed(said);
    const made = { kind, id, params: { ...params, [kind.parameter]: id }, by, model: model ?? {} };
    this.made.push(made);
    return made;
  }

  /** Makes one and waits until it is ready. */
  async make(...given: Parameters<Workshop['start']>): Promise<Made> {
    const made = await this.start(...given);
    await this.ready(made);
    return made;
  }

  async ready(made: Made): Promise<void> {
    const { attached } = made.kind;
    if (attached !== undefined) return this.#volumeOf(made, attached.in);
    return this.status(made.kind, made.params, made.by, made.kind.life.slice(-1));
  }

  /** Waits until the volume of an attachment has this status. */
  #volumeOf({ kind, id, by }: Made, status: string): Promise<void> {
    const volume = this.kind(kind.attached?.kind ?? 'volume');
    return this.status(volume, { [volume.parameter]: id }, by, [status]);
  }

  /** Waits for one of these statuses. @throws SetUpFailed when it does not come in time */
  async status(
    kind: Kind,
    params: Made['params'],
    by: Caller,
    wanted: readonly string[],
    seen?: (status: string) => void,
  ): Promise<void> {
    await this.#until(`${kind.name} ${wanted.join(' or ')}`, async () => {
      const reply = await this.#ask(kind.get, { params, as: by });
      const status = String(objectIn(reply, kind.wrapper)?.['status']);
      seen?.(status);
      if (wanted.includes(status)) return 'done';
      if (reply.status >= 300 || kind.broken.includes(status))
        throw new SetUpFailed(
          `${kind.name} ${params[kind.parameter]} did not become ${wanted.join(' or ')}: ${reply.status >= 300 ? reply.status : status}`,
        );
      return `it is still ${status}`;
    });
  }

  /** Waits until it is no longer found. */
  async gone(made: Made): Promise<void> {
    await this.#until(`${made.kind.name} gone`, async () => {
      const reply = await this.#ask(made.kind.get, { params: made.params, as: made.by });
      return reply.status === 404 ? 'done' : `it still answers ${reply.status}`;
    });
  }

  #patienceFor(what: string): number {
    const { patience } = this.api.target;
    const lost = this.#lost.get(what) ?? 0;
    if (lost === 0) return patience;
    return lost <= SECOND_CHANCES ? Math.min(1000, patience) : 0;
  }

  async #until(what: string, look: () => Promise<string>): Promise<void> {
    const patience = this.#patienceFor(what);
    const end = performance.now() + patience;
    for (let wait = PAUSES.first; ; wait = Math.min(wait * 1.5, PAUSES.longest)) {
      const state = await look();
      if (state === 'done') {
        this.#lost.delete(what);
        return;
      }
      if (performance.now() > end) {
        this.#lost.set(what, (this.#lost.get(what) ?? 0) + 1);
        const waited = patience === 0 ? 'not waited any more' : `waited ${patience / 1000} s`;
        throw new SetUpFailed(`${waited} for ${what}: ${state}`);
      }
      await pause(wait);
    }
  }

  /** Forgets what a case has removed itself. */
  forget(made: Made): void {
    const at = this.made.indexOf(made);
    if (at >= 0) this.made.splice(at, 1);
  }

  /** Removes one; it may be gone already. */
  async remove(made: Made, again = false): Promise<void> {
    const { kind, params, by } = made;
    const reply = await this.#ask(kind.remove, { params, as: by });
    if (reply.status >= 300 && reply.status !== 404) {
      // It may be at work still.
      if (!again && (reply.status === 400 || reply.status === 409)) {
        await this.ready(made);
        return this.remove(made, true);
      }
      throw new SetUpFailed(`${kind.remove} answered ${reply.status}`);
    }
    this.forget(made);
    if (reply.status === 404) return;
    return kind.attached === undefined ? this.gone(made) : this.#volumeOf(made, kind.attached.out);
  }

  /** Removes everything, the latest first. Gives back what is left, in words; never throws. */
  async clear(): Promise<string[]> {
    const left: string[] = [];
    const all = this.made.toReversed();
    for (const made of all.toSorted((a, b) => ORDER.indexOf(a.kind.name) - ORDER.indexOf(b.kind.name))) {
      if (this.api.stopped) left.push(`${made.kind.name} ${made.id}`);
      else await this.remove(made).catch(() => left.push(`${made.kind.name} ${made.id}`));
    }
    this.made.length = 0;
    return left;
  }
}
