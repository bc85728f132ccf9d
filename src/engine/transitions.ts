import type {
  BackupPatch,
  BackupUpdate,
  CatalogTransaction,
  SnapshotPatch,
  SnapshotUpdate,
  VolumePatch,
  VolumeUpdate,
} from '../catalog/catalog.ts';
import type {
  Backup,
  BackupStatus,
  Snapshot,
  SnapshotStatus,
  Timestamp,
  Volume,
  VolumeStatus,
} from '../catalog/records.ts';
import type { TenantScope } from '../catalog/tenant-scope.ts';
import { EngineFault } from './faults.ts';
import { type LifecycleRow, mayStart, type StepRow, type UseRow } from './lifecycle.ts';

type Deletion = { readonly deletedAt?: Timestamp | null };

/** How one kind of resource is found and changed in the catalog. */
interface Access<Resource, Status, Patch, Update> {
  readonly find: (tx: CatalogTransaction, scope: TenantScope, id: string) => Promise<Resource | undefined>;
  readonly set: (
    tx: CatalogTransaction,
    id: string,
    from: readonly Status[],
    to: Status,
    at: Timestamp,
    patch: Patch,
  ) => Promise<Resource | undefined>;
  readonly update: (
    tx: CatalogTransaction,
    id: string,
    from: readonly Status[],
    at: Timestamp,
    update: Update,
  ) => Promise<Resource | undefined>;
  readonly notFound: (id: string) => EngineFault;
}

/**
 * The moves along a row of the lifecycle table. Each is one compare-and-set: of any number of callers that
 * want to start something on a resource, one does, and the others are told in which state it is.
 */
export interface Transitions<Resource, Status extends string, Patch, Update> {
  /** From a state of `from` into the first of `during`; `refuse` says what is wrong with any other state. */
  start(
    tx: CatalogTransaction,
    scope: TenantScope,
    id: string,
    row: LifecycleRow<Status>,
    at: Timestamp,
    refuse: (status: Status) => EngineFault,
    patch?: Patch,
  ): Promise<Resource>;
  /** From a state of `from` into the one after, at once. */
  step(
    tx: CatalogTransaction,
    scope: TenantScope,
    id: string,
    row: StepRow<Status>,
    at: Timestamp,
    refuse: (status: Status) => EngineFault,
    patch?: Patch,
  ): Promise<Resource>;
  /** The resource as it is now. */
  found(tx: CatalogTransaction, scope: TenantScope, id: string): Promise<Resource>;
  /** Stays in the state that it is in, with other columns. */
  stay(tx: CatalogTransaction, resource: Resource, at: Timestamp, patch: Patch): Promise<void>;
  /** Into any state, whatever it is in: what an administrator says is so. */
  reset(tx: CatalogTransaction, resource: Resource, to: Status, at: Timestamp, patch?: Patch): Promise<void>;
  /**
   * Changes fields, in a state of the row, which stays. `make` is given the resource as it is now, and nobody
   * else writes between: changes take turns at the catalog. Undefined from it means that nothing changes.
   */
  update(
    tx: CatalogTransaction,
    scope: TenantScope,
    id: string,
    row: UseRow<Status>,
    at: Timestamp,
    refuse: (status: Status) => EngineFault,
    make: (current: Resource) => Update | undefined,
  ): Promise<Resource>;
  /** Into one of the states of `during`, or again into the same. Undefined when the action is over. */
  proceed(
    tx: CatalogTransaction,
    id: string,
    row: LifecycleRow<Status>,
    to: Status,
    at: Timestamp,
    patch?: Patch,
  ): Promise<Resource | undefined>;
  /** From any state of `during` to the one after; false when the action is over. */
  finish(
    tx: CatalogTransaction,
    id: string,
    row: LifecycleRow<Status>,
    at: Timestamp,
    patch?: Patch,
  ): Promise<boolean>;
  /** From any state of `during` to the one on error. */
  fail(
    tx: CatalogTransaction,
    id: string,
    row: LifecycleRow<Status>,
    at: Timestamp,
    patch?: Patch,
  ): Promise<void>;
}

function createTransitions<
  Resource extends { readonly id: string; readonly status: Status },
  Status extends string,
  Patch extends Deletion,
  Update,
>({
  find,
  set,
  update,
  notFound,
}: Access<Resource, Status, Patch | Deletion, Update>): Transitions<Resource, Status, Patch, Update> {
  async function found(tx: CatalogTransaction, scope: TenantScope, id: string): Promise<Resource> {
    const resource = await find(tx, scope, id);
    if (resource === undefined) throw notFound(id);
    return resource;
  }

  type Move = { readonly from: readonly Status[]; readonly to: Status };

  async function move(
    tx: CatalogTransaction,
    scope: TenantScope,
    id: string,
    { from, to }: Move,
    at: Timestamp,
    refuse: (status: Status) => EngineFault,
    patch: Patch | undefined,
  ): Promise<Resource> {
    // The compare-and-set knows no tenants; whose a resource is never changes, so this may be read first.
    await found(tx, scope, id);
    const changed = await set(tx, id, from, to, at, patch ?? {});
    if (changed !== undefined) return changed;
    throw refuse((await found(tx, scope, id)).status);
  }

  return {
    start: (tx, scope, id, { from, during }, at, refuse, patch) =>
      move(tx, scope, id, { from, to: during[0] }, at, refuse, patch),

    step: move,
    found,

    async stay(tx, { id, status }, at, patch) {
      await set(tx, id, [status], status, at, patch);
    },

    async reset(tx, { id, status }, to, at, patch) {
      await set(tx, id, [status], to, at, patch ?? {});
    },

    async update(tx, scope, id, row, at, refuse, make) {
      const current = await found(tx, scope, id);
      if (!mayStart(row, current.status)) throw refuse(current.status);
      const fields = make(current);
      if (fields === undefined) return current;
      const changed = await update(tx, id, row.from, at, fields);
      if (changed === undefined) throw refuse((await found(tx, scope, id)).status);
      return changed;
    },

    proceed: (tx, id, row, to, at, patch) => set(tx, id, row.during, to, at, patch ?? {}),

    async finish(tx, id, row, at, patch) {
      // Tombstones say when.
      const deletion: Deletion = row.to === 'deleted' ? { deletedAt: at } : {};
      return (await set(tx, id, row.during, row.to, at, { ...patch, ...deletion })) !== undefined;
    },

    async fail(tx, id, row, at, patch) {
      await set(tx, id, row.during, row.onError, at, patch ?? {});
    },
  };
}

export const volumeTransitions = createTransitions<Volume, VolumeStatus, VolumePatch, VolumeUpdate>({
  find: (tx, scope, id) => tx.findVolume(scope, id),
  set: (tx, ...change) => tx.setVolumeStatus(...change),
  update: (tx, ...change) => tx.updateVolume(...change),
  notFound: (id) => new EngineFault('volumeNotFound', { id }),
});

export const snapshotTransitions = createTransitions<Snapshot, SnapshotStatus, SnapshotPatch, SnapshotUpdate>(
  {
    find: (tx, scope, id) => tx.findSnapshot(scope, id),
    set: (tx, ...change) => tx.setSnapshotStatus(...change),
    update: (tx, ...change) => tx.updateSnapshot(...change),
    notFound: (id) => new EngineFault('snapshotNotFound', { id }),
  },
);

export const backupTransitions = createTransitions<Backup, BackupStatus, BackupPatch, BackupUpdate>({
  find: (tx, scope, id) => tx.findBackup(scope, id),
  set: (tx, ...change) => tx.setBackupStatus(...change),
  update: (tx, ...change) => tx.updateBackup(...change),
  notFound: (id) => new EngineFault('backupNotFound', { id }),
});
