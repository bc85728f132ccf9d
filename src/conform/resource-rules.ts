import type { Trial } from './trial.ts';
import type { Json } from './workshop.ts';

/** An operation that lists a kind of resource. */
export interface Listing {
  readonly operation: string;
  /** Member of the answer with the list. */
  readonly member: string;
  /** The members that an item has here; all that the resource has when it is left out. */
  readonly members?: readonly string[];
  /** Those that it has besides in the profile `released`. */
  readonly released?: readonly string[];
  /** Members that only items of this list have, with their values. */
  readonly beyond?: Json;
  /** Query parameter to member: `{status: 'status', display_name: 'display_name'}`. */
  readonly filters: Readonly<Record<string, string>>;
  /** How it is paged, when it is. */
  readonly paging?: 'offset' | 'marker';
}

/** What the cases of one kind of resource need to know. */
export interface ResourceRules {
  /** Part of the ids of the cases: `volumes`. */
  readonly name: string;
  readonly kind: string;
  readonly createStatus: number;
  readonly removeStatus: number | readonly number[];
  /** The body of a request that makes one, with these members besides what is necessary. */
  body(trial: Trial, members: Json): Promise<Json>;
  /** Members of the answer to a creation with nothing but what is necessary; those that vary are left out. */
  created(trial: Trial, body: Json): Json;
  /** What changes of a resource when it becomes ready, its status aside. */
  readonly changes: readonly string[];
  /** What only the look at one has, beyond the answer to its creation. */
  readonly extra: readonly string[];
  /** The member with the name that a user gives, and what a user says about it. */
  readonly texts: readonly string[];
  /** The form of an id. */
  readonly id: RegExp;
  /** The same in the profile `released`, where that is another. */
  readonly releasedId?: RegExp;
  readonly lists: readonly Listing[];
  readonly order?: 'newest first' | 'oldest first';
  readonly rules: Readonly<{
    create: readonly string[];
    texts: readonly string[];
    list: readonly string[];
    filter: readonly string[];
    page: readonly string[];
    remove: readonly string[];
    tenants: readonly string[];
  }>;
}
