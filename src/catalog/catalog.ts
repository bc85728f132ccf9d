import type {
  Attachment,
  Backup,
  BackupStatus,
  Job,
  JobFailure,
  JobKind,
  QuotaLimits,
  QuotaScope,
  QuotaUsage,
  Snapshot,
  SnapshotStatus,
  StoredLimits,
  Timestamp,
  Volume,
  VolumeStatus,
  VolumeType,
} from './records.ts';
import type { TenantScope } from './tenant-scope.ts';

/** Where a resource stands in the lists of its kind. It never changes, also not when the resource goes. */
export interface ListKey {
  readonly createdAt: Timestamp;
  readonly serial: number;
}

/** One page of a tenant's list. `limit` is a positive number of rows, `offset` the rows to skip. */
export interface Page {
  readonly limit: number;
  readonly offset: number;
  /** The page begins behind this place. */
  readonly after?: ListKey | undefined;
}

/** What every list can be narrowed by; what is undefined does not narrow. */
interface ResourceFilter<Status extends string> {
  readonly name?: string | undefined;
  readonly status?: string | undefined;
  /** Any of these; none when it is empty. */
  readonly statuses?: readonly Status[] | undefined;
  /** GB. */
  readonly size?: number | undefined;
  /** Only what changed at this time or later, tombstones included. */
  readonly changedSince?: Timestamp | undefined;
}

/**
 * Further columns, compared as they are. No index has them: what a page costs grows with what is passed over on the
 * way to its end.
 */
interface FurtherFilter {
  readonly id?: string | undefined;
  readonly description?: string | undefined;
  readonly userName?: string | undefined;
}

export interface VolumeFilter extends ResourceFilter<VolumeStatus>, FurtherFilter {
  readonly typeId?: string | undefined;
  /** Made from this backup. */
  readonly backupId?: string | undefined;
  /** All of these pairs, and perhaps others. Looked for as the further columns are. */
  readonly metadata?: Readonly<Record<string, string>> | undefined;
  readonly availabilityZone?: string | undefined;
  readonly volumeType?: string | undefined;
  readonly snapshotId?: string | undefined;
  readonly sourceVolumeId?: string | undefined;
  /** Made of an image, or of a volume that was. Looked for as the further columns are. */
  readonly isBootable?: true | undefined;
}

export interface SnapshotFilter extends ResourceFilter<SnapshotStatus>, FurtherFilter {
  readonly volumeId?: string | undefined;
}

export interface BackupFilter extends ResourceFilter<BackupStatus> {
  readonly volumeId?: string | undefined;
}

/**
 * Reads. Deleted resources are kept as tombstones, which are returned here by lists of changes alone. All say
 * whose resources they are for: within one tenant a resource of another cannot be told from one that does not exist.
 */
export interface CatalogReads {
  findVolume(scope: TenantScope, id: string): Promise<Volume | undefined>;
  findVolumeBySerial(scope: TenantScope, serial: number): Promise<Volume | undefined>;
  /** Where a page ends that ends with this volume; of tombstones too, as one may have gone since. */
  findVolumeKey(scope: TenantScope, id: string): Promise<ListKey | undefined>;
  /** Newest first. */
  listVolumes(scope: TenantScope, filter: VolumeFilter, page: Page): Promise<Volume[]>;
  findSnapshot(scope: TenantScope, id: string): Promise<Snapshot | undefined>;
  findSnapshotBySerial(scope: TenantScope, serial: number): Promise<Snapshot | undefined>;
  findSnapshotKey(scope: TenantScope, id: string): Promise<ListKey | undefined>;
  /** Newest first. */
  listSnapshots(scope: TenantScope, filter: SnapshotFilter, page: Page): Promise<Snapshot[]>;
  /** Of one volume, whoever took them. */
  countSnapshotsOf(volumeId: string): Promise<number>;
  findBackup(scope: TenantScope, id: string): Promise<Backup | undefined>;
  findBackupBySerial(scope: TenantScope, serial: number): Promise<Backup | undefined>;
  findBackupKey(scope: TenantScope, id: string): Promise<ListKey | undefined>;
  /** Oldest first. */
  listBackups(scope: TenantScope, filter: BackupFilter, page: Page): Promise<Backup[]>;
  findAttachment(scope: TenantScope, serverId: string, volumeId: string): Promise<Attachment | undefined>;
  /** In the order of their devices. */
  listAttachments(scope: TenantScope, serverId: string, page: Page): Promise<Attachment[]>;
  quotaUsage(tenantId: string): Promise<QuotaUsage>;
  /** What administrators have set for this tenant and for every tenant. */
  quotaLimits(tenantId: string): Promise<StoredLimits>;

  /** All of them, in the order in which they were made. */
  listVolumeTypes(): Promise<VolumeType[]>;
  findVolumeType(id: string): Promise<VolumeType | undefined>;
  /** Of the type that has this id, or else this name. */
  findTypeNamed(idOrName: string): Promise<TypeName | undefined>;
  /** Of the oldest type, which volumes have that ask for none. */
  firstType(): Promise<TypeName | undefined>;
}

/** What a volume keeps of its type. */
export type TypeName = Pick<VolumeType, 'id' | 'name'>;

/** Columns that a change of state may set along with the status. */
export type VolumePatch = Partial<
  Pick<Volume, 'bootable' | 'imageMetadata' | 'size' | 'newSize' | 'exported' | 'progress' | 'deletedAt'>
>;
export type SnapshotPatch = Partial<Pick<Snapshot, 'progress' | 'deletedAt'>>;
export type BackupPatch = Partial<
  Pick<
    Backup,
    | 'availabilityZone'
    | 'container'
    | 'objectPrefix'
    | 'objectCount'
    | 'failReason'
    | 'progress'
    | 'deletedAt'
  >
>;

/** What a client may change of a resource that is there; what is undefined stays as it is. */
export type VolumeUpdate = Partial<Pick<Volume, 'name' | 'description' | 'metadata' | 'readOnly'>>;
export type SnapshotUpdate = Partial<Pick<Snapshot, 'name' | 'description' | 'metadata'>>;
export type BackupUpdate = Partial<Pick<Backup, 'name' | 'description' | 'metadata'>>;

/**
 * A row to insert. The catalog assigns `serial` unless the caller (a seed) gives one, and looks up the serials
 * of other resources from their ids. What only actions set is not set.
 */
export type New<T extends { serial: number }> = Omit<
  T,
  'serial' | 'volumeSerial' | 'snapshotSerial' | 'attachment' | 'exported' | 'readOnly' | 'newSize'
> & { serial?: number };

/** An attachment to insert. */
export type NewAttachment = Omit<Attachment, 'volumeSerial' | 'mode'> & Partial<Pick<Attachment, 'mode'>>;

/**
 * One atomic, durable change. Reads inside see the transaction's own writes. Work given to a transaction
 * awaits calls on it only: a wait for anything else, such as another transaction, would hold up every other
 * writer, and after five seconds the work is ended and its writes taken back (`CatalogError`, `stalled`).
 * A call that rejects, as an insert under an id that is taken, ends the transaction: let the error out of
 * the work. A call after the end throws (`transaction-ended`).
 *
 * Changes of state and updates are compare-and-set: `from` lists the states in which the row may be, and
 * `undefined` comes back when it was in none of them (or is not there), in which case nothing was written.
 */
export interface CatalogTransaction extends CatalogReads {
  insertVolume(volume: New<Volume>): Promise<Volume>;
  setVolumeStatus(
    id: string,
    from: readonly VolumeStatus[],
    to: VolumeStatus,
    at: Timestamp,
    patch?: VolumePatch,
  ): Promise<Volume | undefined>;
  updateVolume(
    id: string,
    from: readonly VolumeStatus[],
    at: Timestamp,
    update: VolumeUpdate,
  ): Promise<Volume | undefined>;
  insertSnapshot(snapshot: New<Snapshot>): Promise<Snapshot>;
  setSnapshotStatus(
    id: string,
    from: readonly SnapshotStatus[],
    to: SnapshotStatus,
    at: Timestamp,
    patch?: SnapshotPatch,
  ): Promise<Snapshot | undefined>;
  updateSnapshot(
    id: string,
    from: readonly SnapshotStatus[],
    at: Timestamp,
    update: SnapshotUpdate,
  ): Promise<Snapshot | undefined>;
  insertBackup(backup: New<Backup>): Promise<Backup>;
  setBackupStatus(
    id: string,
    from: readonly BackupStatus[],
    to: BackupStatus,
    at: Timestamp,
    patch?: BackupPatch,
  ): Promise<Backup | undefined>;
  updateBackup(
    id: string,
    from: readonly BackupStatus[],
    at: Timestamp,
    update: BackupUpdate,
  ): Promise<Backup | undefined>;

  /** Undefined when the volume has one already, or the server has the device in use; nothing is written then. */
  insertAttachment(attachment: NewAttachment): Promise<Attachment | undefined>;
  deleteAttachment(volumeId: string): Promise<boolean>;

  /**
   * Adds `amount` to the tenant's usage unless that would pass a limit. Undefined means that it was added;
   * otherwise nothing was and the name of the limit comes back, the first in the order of `QuotaUsage` when
   * several would be passed. Negative amounts give back, down to zero, and never fail.
   */
  reserveQuota(
    tenantId: string,
    amount: Partial<QuotaUsage>,
    limits: QuotaLimits,
  ): Promise<keyof QuotaUsage | undefined>;

  /** Sets the limits that are given; the others stay as they are. */
  setQuotaLimits(scope: QuotaScope, name: string, limits: Partial<QuotaLimits>): Promise<void>;
  /** Whatever was set for the tenant is set no more. */
  deleteQuotaLimits(tenantId: string): Promise<void>;

  /** False when there is a type of this name; nothing is written then. */
  insertVolumeType(type: TypeName): Promise<boolean>;
  /** False when there is no such type, when a volume has it, and when it is the only one. */
  deleteVolumeType(id: string): Promise<boolean>;
  /** Adds pairs to those of a type that is there, over those of the same keys. */
  setTypeSpecs(typeId: string, specs: Readonly<Record<string, string>>): Promise<void>;
  /** False when the type has no such key. */
  deleteTypeSpec(typeId: string, key: string): Promise<boolean>;

  insertJob(job: Job): Promise<void>;
  /** Whether a job works for the resource, or reads or writes it on behalf of another. */
  hasJobFor(resourceId: string): Promise<boolean>;
  /** Takes the lease when nobody holds a current one (it is current before `leaseUntil`); counts an attempt. */
  claimJob(id: string, owner: string, until: Timestamp, now: Timestamp): Promise<Job | undefined>;
  /** Extends the lease; false when it is no longer the owner's, who must stop then. */
  renewJob(id: string, owner: string, until: Timestamp): Promise<boolean>;
  /** Removes a job that is done or given up; false when the lease is no longer the owner's. */
  finishJob(id: string, owner: string): Promise<boolean>;
  /** Gives the job back for another attempt. */
  releaseJob(id: string, owner: string): Promise<boolean>;
  /** Keeps this as the last failure of its resource. */
  noteFailure(failure: JobFailure): Promise<void>;
  /** The resource has none any more, if it had one. */
  forgetFailure(resourceId: string): Promise<void>;
}

/** What has to be known of a volume to export it. */
export type ExportedVolume = Pick<Volume, 'id' | 'readOnly'>;

/** Metadata of all resources. Implementations: SQLite (`sqlite.ts`). */
export interface Catalog extends CatalogReads {
  /**
   * Runs `work` atomically. When the promise resolves the change is durable; when `work` throws, nothing
   * of it remains. Concurrent transactions may share one flush; when that fails all of them reject with a
   * `CatalogError` of kind `not-durable`.
   */
  transaction<T>(work: (tx: CatalogTransaction) => Promise<T>): Promise<T>;
  /** Jobs without a current lease, oldest first: what a worker may claim at `now`; of these kinds, or of all. */
  claimableJobs(now: Timestamp, limit: number, kinds?: readonly JobKind[]): Promise<Job[]>;
  /** The volumes, of all tenants, that are to be reachable for servers. */
  exportedVolumes(): Promise<ExportedVolume[]>;
  /** Any volume, of any tenant: for jobs, which act for the service. Tombstones included. */
  volumeForJob(id: string): Promise<Volume | undefined>;
  snapshotForJob(id: string): Promise<Snapshot | undefined>;
  backupForJob(id: string): Promise<Backup | undefined>;
  /** Throws when the store cannot be read; for readiness. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
