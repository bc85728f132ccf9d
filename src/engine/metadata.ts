import type { CatalogTransaction } from '../catalog/catalog.ts';
import type { Timestamp } from '../catalog/records.ts';
import type { TenantScope } from '../catalog/tenant-scope.ts';
import type { Caller, Metadata, MetadataMethods } from './engine.ts';
import type { EngineParts } from './engine-parts.ts';
import { itemOf, mergedMetadata, metadataOf, metadataWithout } from './metadata-fields.ts';
import { reachOf } from './reach.ts';

type WithMetadata = { readonly metadata: Metadata };

/** What the metadata of volumes and that of backups differ in. */
export interface MetadataOwner {
  /** The resource, or its fault. */
  readonly get: (caller: Caller, id: string) => Promise<WithMetadata>;
  /** Writes what `change` makes of the metadata that is there, in a state in which that is allowed. */
  readonly update: (
    tx: CatalogTransaction,
    scope: TenantScope,
    id: string,
    at: Timestamp,
    change: (current: Metadata) => Metadata,
  ) => Promise<WithMetadata>;
  /** Pairs per resource. */
  readonly limit: number;
}

/** The pairs of one kind of resource. What is there is read in the transaction that writes what follows. */
export function createMetadata(
  { change: applyChange }: Pick<EngineParts, 'change'>,
  { get, update, limit }: MetadataOwner,
): MetadataMethods {
  async function change(
    caller: Caller,
    id: string,
    make: (current: Metadata) => Metadata,
  ): Promise<Metadata> {
    const { value } = await applyChange(({ tx, at }) => update(tx, reachOf(caller), id, at, make));
    return value.metadata;
  }

  async function merge(caller: Caller, id: string, metadata: Metadata): Promise<Metadata> {
    const given = metadataOf(metadata, limit);
    return change(caller, id, (current) => mergedMetadata(current, given, limit));
  }

  return {
    get: async (caller, id) => (await get(caller, id)).metadata,

    async replace(caller, id, metadata) {
      const given = metadataOf(metadata, limit);
      return change(caller, id, () => given);
    },

    merge,
    item: async (caller, id, key) => itemOf((await get(caller, id)).metadata, key),
    setItem: (caller, id, key, value) => merge(caller, id, Object.fromEntries([[key, value]])),
    deleteItem: (caller, id, key) => change(caller, id, (current) => metadataWithout(current, key)),
  };
}
