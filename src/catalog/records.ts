/**
 * What the catalog remembers, in the engine's vocabulary: no document's field names, no wire formats.
 * Every resource has a UUID (`id`) and an integer (`serial`) from one sequence per kind, because some
 * documents show the one and some the other.
 */

/** Microseconds since the Unix epoch; the documents show six decimals. Exact in a double until 2255. */
export type Timestamp = number;

export type VolumeStatus =
  | 'creating'
  | 'downloading'
  | 'available'
  | 'attaching'
  | 'in-use'
  | 'detaching'
  | 'backing-up'
  | 'restoring-backup'
  | 'extending'
  | 'uploading'
  | 'deleting'
  | 'deleted'
  | 'error'
  | 'error_attaching'
  | 'error_detaching'
  | 'error_restoring'
  | 'error_extending'
  | 'error_deleting';

export type SnapshotStatus = 'creating' | 'available' | 'deleting' | 'deleted' | 'error' | 'error_deleting';

export type BackupStatus = 'creating' | 'available' | 'restoring' | 'deleting' | 'deleted' | 'error';

/** Whether the server may write. */
export type AttachMode = 'rw' | 'ro';

/** A volume in use by one server. A volume has one at most. */
export interface Attachment {
  readonly volumeId: string;
  readonly tenantId: string;
  readonly serverId: string;
  /** Device path in the server, such as `/dev/vdb`. */
  readonly device: string;
  readonly attachedAt: Timestamp;
  /** How it was attached, where whoever attached it said so. */
  readonly mode: AttachMode | null;
  /** The serial of the volume. */
  readonly volumeSerial: number;
}

export interface Volume {
  readonly serial: number;
  readonly id: string;
  readonly tenantId: string;
  readonly status: VolumeStatus;
  readonly name: string | null;
  readonly description: string | null;
  /** GB of 2^30 bytes, as shown and as counted by the quota. */
  readonly size: number;
  readonly availabilityZone: string;
  readonly volumeType: string | null;
  /** One of the types that the engine knows. Unlike `volumeType`, which is any text, it is always set. */
  readonly typeId: string;
  readonly snapshotId: string | null;
  /** The serial of that snapshot; null also where the snapshot was never there. */
  readonly snapshotSerial: number | null;
  readonly sourceVolumeId: string | null;
  readonly imageId: string | null;
  readonly backupId: string | null;
  readonly bootable: boolean;
  readonly metadata: Readonly<Record<string, string>>;
  readonly imageMetadata: Readonly<Record<string, string>> | null;
  /** 0 to 100, of the copy that fills the volume. */
  readonly progress: number;
  /** Who made it. */
  readonly userName: string;
  readonly createdAt: Timestamp;
  /** The last change of state. */
  readonly updatedAt: Timestamp | null;
  /** The last change of name, description or metadata by a client. */
  readonly modifiedAt: Timestamp | null;
  readonly deletedAt: Timestamp | null;
  readonly attachment: Attachment | null;
  /** Its bytes are to be reachable for servers, and are so again after a restart. */
  readonly exported: boolean;
  /** Whether it may only be read; null where nobody has said. */
  readonly readOnly: boolean | null;
  /** GB that it is being made to have, and that the quota counts already; null unless it is. */
  readonly newSize: number | null;
}

export interface Snapshot {
  readonly serial: number;
  readonly id: string;
  readonly tenantId: string;
  readonly volumeId: string;
  /** The serial of the volume; 0 where that was never there. */
  readonly volumeSerial: number;
  readonly status: SnapshotStatus;
  readonly name: string | null;
  readonly description: string | null;
  /** GB, the size of the volume when the snapshot was taken. */
  readonly size: number;
  readonly availabilityZone: string;
  readonly metadata: Readonly<Record<string, string>>;
  /** 0 to 100. */
  readonly progress: number;
  /** Who made it. */
  readonly userName: string;
  readonly createdAt: Timestamp;
  /** The last change of state. */
  readonly updatedAt: Timestamp | null;
  /** The last change of name, description or metadata by a client. */
  readonly modifiedAt: Timestamp | null;
  readonly deletedAt: Timestamp | null;
}

export interface Backup {
  readonly serial: number;
  readonly id: string;
  readonly tenantId: string;
  readonly volumeId: string;
  /** The serial of the volume; 0 where that was never there. */
  readonly volumeSerial: number;
  readonly status: BackupStatus;
  readonly name: string | null;
  readonly description: string | null;
  /** GB, the size of the volume that was backed up. */
  readonly size: number;
  /** Null until the backup job has settled where the objects go. */
  readonly availabilityZone: string | null;
  readonly container: string | null;
  /** Common prefix of the object names, null until settled. */
  readonly objectPrefix: string | null;
  readonly objectCount: number | null;
  readonly failReason: string | null;
  /** The container asked for at creation; null means the default. */
  readonly requestedContainer: string | null;
  readonly metadata: Readonly<Record<string, string>>;
  /** 0 to 100, of the copy of the volume. */
  readonly progress: number;
  /** Who made it. */
  readonly userName: string;
  readonly createdAt: Timestamp;
  /** The last change of state. */
  readonly updatedAt: Timestamp | null;
  /** The last change of name, description or metadata by a client. */
  readonly modifiedAt: Timestamp | null;
  readonly deletedAt: Timestamp | null;
}

export type JobKind =
  | 'create-volume'
  | 'create-volume-from-backup'
  | 'create-volume-from-image'
  | 'delete-volume'
  | 'attach-volume'
  | 'detach-volume'
  | 'export-volume'
  | 'extend-volume'
  | 'create-snapshot'
  | 'delete-snapshot'
  | 'create-backup'
  | 'delete-backup'
  | 'restore-backup'
  | 'upload-volume';

/**
 * Slow work, written in the same transaction as the change of state that it serves. A worker claims it with
 * a lease; a lease that ran out lets another worker take over, so every step must be safe to repeat.
 */
export interface Job {
  readonly id: string;
  readonly kind: JobKind;
  readonly tenantId: string;
  /** The volume, snapshot or backup that the job works for. */
  readonly resourceId: string;
  /** What the job needs beyond its resource, such as the volume that a backup is restored to. */
  readonly payload: Readonly<Record<string, string>>;
  readonly attempts: number;
  readonly leaseOwner: string | null;
  readonly leaseUntil: Timestamp | null;
  readonly createdAt: Timestamp;
}

/** Why the last job for a resource failed, be it for good or until its next attempt. For operators, never for tenants. */
export interface JobFailure {
  readonly resourceId: string;
  readonly jobId: string;
  readonly kind: JobKind;
  /** In the words of whatever failed. */
  readonly reason: string;
  readonly failedAt: Timestamp;
}

/** Resources that a quota counts. `gigabytes` covers volumes and snapshots together. */
export interface QuotaUsage {
  readonly volumes: number;
  readonly snapshots: number;
  readonly gigabytes: number;
}

/** Upper limits for one tenant; -1 means unlimited. */
export type QuotaLimits = QuotaUsage;

/** What limits are kept for: one tenant, or a class of tenants. */
export type QuotaScope = 'tenant' | 'class';

/** Limits that an administrator has set for a tenant, and those for every tenant; what is absent is not set. */
export interface StoredLimits {
  readonly tenant: Partial<QuotaLimits>;
  readonly everyTenant: Partial<QuotaLimits>;
}

/** A kind of storage that volumes may be made of. Types are the service's: every tenant sees them all. */
export interface VolumeType {
  /** UUID. */
  readonly id: string;
  /** No two types have the same. */
  readonly name: string;
  readonly extraSpecs: Readonly<Record<string, string>>;
}
