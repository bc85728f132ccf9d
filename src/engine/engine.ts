import type { BackupFilter, Page, SnapshotFilter, VolumeFilter } from '../catalog/catalog.ts';
import type { Attachment, Backup, Snapshot, Volume } from '../catalog/records.ts';

/** On whose behalf a call is made. */
export interface Caller {
  readonly tenantId: string;
  /** Who of the tenant: remembered with what is made. */
  readonly userName: string;
}

export interface VolumeRequest {
  /** GB. May be left out when there is a source to take it from. */
  readonly size?: number | string | null | undefined;
  readonly name?: string | null | undefined;
  readonly description?: string | null | undefined;
  readonly availabilityZone?: string | null | undefined;
  readonly volumeType?: string | null | undefined;
  readonly snapshotId?: string | null | undefined;
  readonly sourceVolumeId?: string | null | undefined;
  /** An image id, or a URL whose last segment is one. */
  readonly imageRef?: string | null | undefined;
  readonly metadata?: Readonly<Record<string, string>> | null | undefined;
}

export interface SnapshotRequest {
  readonly volumeId: string;
  readonly name?: string | null | undefined;
  readonly description?: string | null | undefined;
  /** Allows a snapshot of a volume that is in use. */
  readonly force?: boolean | string | null | undefined;
}

export interface BackupRequest {
  readonly volumeId: string;
  readonly container?: string | null | undefined;
  readonly name?: string | null | undefined;
  readonly description?: string | null | undefined;
}

export interface RestoreRequest {
  /** UUID of the backup. */
  readonly backupId: string;
  /** The volume to overwrite; a new one is made when it is left out. */
  readonly volumeId?: string | null | undefined;
}

export interface AttachRequest {
  readonly serverId: string;
  readonly volumeId: string;
  /** The next free device when left out. */
  readonly device?: string | null | undefined;
}

/** A page as a client asks for it: absent, zero or too large a limit means the largest page, 1000. */
export type PageRequest = Partial<Page>;

/**
 * What volumes, snapshots, backups and attachments may do. Every method throws `EngineFault` with a kind
 * of `faults.ts`; what it returns is durable.
 */
export interface Engine {
  readonly volumes: {
    list(caller: Caller, filter?: VolumeFilter, page?: PageRequest): Promise<Volume[]>;
    get(caller: Caller, id: string): Promise<Volume>;
    create(caller: Caller, request: VolumeRequest): Promise<Volume>;
    delete(caller: Caller, id: string): Promise<void>;
  };
  readonly snapshots: {
    list(caller: Caller, filter?: SnapshotFilter, page?: PageRequest): Promise<Snapshot[]>;
    get(caller: Caller, id: string): Promise<Snapshot>;
    create(caller: Caller, request: SnapshotRequest): Promise<Snapshot>;
    delete(caller: Caller, id: string): Promise<void>;
  };
  readonly backups: {
    list(caller: Caller, filter?: BackupFilter, page?: PageRequest): Promise<Backup[]>;
    /** By UUID or by serial, as documents differ in which they show. */
    get(caller: Caller, id: string | number): Promise<Backup>;
    create(caller: Caller, request: BackupRequest): Promise<Backup>;
    delete(caller: Caller, id: string): Promise<void>;
    /** The backup and the volume that it is being restored to. */
    restore(caller: Caller, request: RestoreRequest): Promise<{ backup: Backup; volume: Volume }>;
  };
  readonly attachments: {
    list(caller: Caller, serverId: string, page?: PageRequest): Promise<Attachment[]>;
    get(caller: Caller, serverId: string, volumeId: string): Promise<Attachment>;
    attach(caller: Caller, request: AttachRequest): Promise<Attachment>;
    detach(caller: Caller, serverId: string, volumeId: string): Promise<void>;
  };
}
