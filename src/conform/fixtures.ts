import { CannotExercise, SetUpFailed } from './case.ts';
import { type Key, keysIn, withIds } from './ids.ts';
import { newServerId } from './servers.ts';
import type { Recipe } from './suite.ts';
import type { Made, Workshop } from './workshop.ts';

/**
 * What the examples show, made through the API when it is first needed and kept for the examples after it.
 * An example that changes something gets it anew: `fork`.
 */
export class Fixtures {
  readonly #workshop: Workshop;
  readonly #parent: Fixtures | undefined;
  readonly #fresh: ReadonlySet<Key>;
  readonly #unready: ReadonlySet<Key>;
  readonly #ids = new Map<Key, Promise<string | number>>();
  readonly #known = new Map<Key, string | number>();
  readonly #made: Made[] = [];

  constructor(
    workshop: Workshop,
    parent?: Fixtures,
    fresh: readonly Key[] = [],
    unready: readonly Key[] = [],
  ) {
    this.#workshop = workshop;
    this.#parent = parent;
    this.#fresh = new Set([...fresh, ...unready]);
    this.#unready = new Set(unready);
  }

  /** The same, but that these are made anew, for one example, and some of them not waited for. */
  fork(fresh: readonly Key[], unready: readonly Key[] = []): Fixtures {
    return new Fixtures(this.#workshop, this, fresh, unready);
  }

  /** The id of what stands for an example's; undefined when it was not made. */
  readonly idOf = (key: Key): string | number | undefined => this.#known.get(key) ?? this.#parent?.idOf(key);

  recipe(key: Key): Recipe | undefined {
    return this.#workshop.suite.recipes.find(({ kind, example }) => `${kind}/${example}` === key);
  }

  /** Makes these, in the order of the recipes; ids that no recipe makes are left as they are. */
  async need(keys: readonly Key[]): Promise<void> {
    const { recipes } = this.#workshop.suite;
    const place = (key: Key) => recipes.findIndex(({ kind, example }) => `${kind}/${example}` === key);
    for (const key of keys.toSorted((a, b) => place(a) - place(b))) await this.#ensure(key);
  }

  async #ensure(key: Key): Promise<void> {
    if (this.#parent !== undefined && !this.#fresh.has(key)) return this.#parent.#ensure(key);
    let id = this.#ids.get(key);
    if (id === undefined) {
      id = this.#make(key);
      // Whoever needs it next is told the same.
      id.catch(() => undefined);
      this.#ids.set(key, id);
    }
    this.#known.set(key, await id);
  }

  async #make(key: Key): Promise<string | number> {
    const [kind = '', example = ''] = key.split(/\/(.*)/s);
    const { target } = this.#workshop.api;
    if (kind === 'server') return this.#server();
    if (kind === 'image') return target.image ?? example;
    const recipe = this.recipe(key);
    if (recipe === undefined) return example;
    for (const other of recipe.after ?? []) await this.#ensure(other).catch(() => undefined);
    const { suite } = this.#workshop;
    const params = Object.entries(recipe.params ?? {});
    await this.need([...keysIn(recipe.body, suite), ...keysIn(recipe.params, suite)]);
    const make = this.#unready.has(key) ? 'start' : 'make';
    const made = await this.#workshop[make](
      kind,
      withIds(recipe.body, suite, this.idOf),
      withIds(Object.fromEntries(params), suite, this.idOf) as Record<string, string>,
    ).catch((error: unknown) => {
      if (!(error instanceof SetUpFailed)) throw error;
      // The image of the examples is one of theirs.
      const wantsImage = keysIn(recipe.body, suite).some((needed) => needed.startsWith('image/'));
      if (wantsImage && target.image === undefined)
        throw new CannotExercise(`${error.message}: name an image that there is with --image`);
      throw new SetUpFailed(`${error.message} (for ${kind} ${example} of the examples)`);
    });
    this.#made.push(made);
    return made.id;
  }

  /** A server of its own for each: what one example attaches is not in the way of another. */
  #server(): string {
    const { servers } = this.#workshop.api.target;
    const given = servers[this.#parent === undefined ? 0 : servers.length - 1];
    return given ?? newServerId(this.#workshop.suite);
  }

  /** Removes what this one has made and its parents have not. */
  async clear(): Promise<void> {
    for (const made of this.#made.toReversed()) {
      if (this.#workshop.made.includes(made)) await this.#workshop.remove(made).catch(() => undefined);
    }
  }
}
