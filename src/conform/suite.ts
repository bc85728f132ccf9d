import type { Media } from './case.ts';
import type { Contract } from './contract.ts';
import type { Trial } from './trial.ts';

/** A kind of resource that a document can make and take away. */
export interface Kind {
  /** `volume`. */
  readonly name: string;
  /** Member that holds one of it: `{volume: {...}}`. */
  readonly wrapper: string;
  readonly create: string;
  readonly get: string;
  /** Member that holds it in the answer to `get`, where that is another. */
  readonly found?: string;
  readonly remove: string;
  /** Path parameter with its id. */
  readonly parameter: string;
  /** Member of the answer to its creation with its id. */
  readonly id: string;
  /** Member with its status. */
  readonly status?: string;
  /** Where its life begins: the statuses from creation on, the last one the one to wait for. */
  readonly life: readonly string[];
  /** The status of a volume that is attached, for attachments. */
  readonly attached?: { readonly kind: string; readonly in: string; readonly out: string };
  /** Statuses in which it will never become ready. */
  readonly broken: readonly string[];
}

/** How something that the examples show is made through the API; ids are those of the examples. */
export interface Recipe {
  readonly kind: string;
  /** The id that the examples show. */
  readonly example: string;
  /** The body of the request that makes it. */
  readonly body: unknown;
  /** Path parameters of that request. */
  readonly params?: Readonly<Record<string, string>>;
  /** What has to be made first although the body does not name it: `backup/1`. */
  readonly after?: readonly string[];
}

/** A rule of a document, with the calls that show whether it holds. */
export interface RuleCase {
  /** Unique in its document: `volumes/filter-by-status`. */
  readonly id: string;
  readonly operation: string;
  /** The status that it is about. */
  readonly status: number;
  /** The formats that it is tried in; those of the operation when it is left out. */
  readonly media?: readonly Media[];
  readonly rules: readonly string[];
  /** Cases about two tenants need another tenant. */
  readonly needs?: 'second tenant';
  run(trial: Trial): Promise<void>;
}

/** How the answer of an example is provoked, where sending its request is not enough. */
export interface Scenario {
  /** Path parameters in place of those of the examples; ids of recipes are replaced. */
  readonly params?: Readonly<Record<string, string | number>>;
  /** Sent in place of the documented body; ids of recipes are replaced. */
  readonly body?: string;
  /** What has to be made although neither path nor body name it. */
  readonly needs?: readonly string[];
  /** What is made and not waited for. */
  readonly unready?: readonly string[];
  /** Only a tenant with a low rate limit gets to see it. */
  readonly limited?: boolean;
  /** Why it was not exercised when the request succeeds instead. */
  readonly elusive?: string;
  /** Why it cannot be exercised at all. */
  readonly unprovokable?: string;
}

/** Everything about one document that the contract does not say. */
export interface Suite {
  readonly document: string;
  readonly kinds: Readonly<Record<string, Kind>>;
  /** In the order in which they are made: lists show the newest first. */
  readonly recipes: readonly Recipe[];
  /** What an example of an operation gets for itself, because it changes it: `volume/9b93...`. */
  readonly fresh: Readonly<Record<string, readonly string[]>>;
  /** What an example needs besides, by its id, or by that of its operation. */
  readonly scenarios: Readonly<Record<string, Scenario>>;
  /** Operations whose success the document and the services of the time put differently: either will do. */
  readonly equivalent: Readonly<Record<string, readonly number[]>>;
  /** What a server's id looks like. */
  readonly serverIds: 'uuid' | 'integer';
  /** Which kind an id is of, by the member, wrapper or path segment around it. */
  readonly containers: Readonly<Record<string, string>>;
  /** An id that nothing has, by kind. */
  readonly unknown: Readonly<Record<string, string | number>>;
  /** Bodies that name something unknown, for operations whose path names nothing: by operation. */
  readonly unknownBodies: Readonly<Record<string, unknown>>;
  /** Why a documented status cannot be provoked, where the reason is this document's: `operation/404`. */
  readonly unprovokable: Readonly<Record<string, string>>;
  /** The tenants of the examples. */
  readonly tenants: readonly string[];
  /** What the document says beyond its examples. */
  rules(contract: Contract): readonly RuleCase[];
}

/** Members that hold an id, in all documents. */
export const ID_MEMBERS: Readonly<Record<string, string>> = {
  volume_id: 'volume',
  volumeId: 'volume',
  source_volid: 'volume',
  snapshot_id: 'snapshot',
  snapshotId: 'snapshot',
  backup_id: 'backup',
  backupId: 'backup',
  server_id: 'server',
  serverId: 'server',
  imageRef: 'image',
  image_id: 'image',
};
