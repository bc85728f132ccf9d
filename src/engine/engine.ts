import type { BackupFilter, SnapshotFilter, VolumeFilter } from '../catalog/catalog.ts';
import type {
  Attachment,
  Backup,
  QuotaLimits,
  QuotaUsage,
  Snapshot,
  Volume,
  VolumeType,
} from '../catalog/records.ts';
import type { ExportAddress } from './exports.ts';
import type { MetadataLimits } from './metadata-fields.ts';

/** On whose behalf a call is made. */
export interface Caller {
  readonly tenantId: string;
  /** Who of the tenant: remembered with what is made. */
  readonly userName: string;
  /** May do what the service keeps for its operators, and reach the resources of every tenant. */
  readonly isAdministrator?: boolean;
  /** What other services are asked with on the caller's behalf. */
  readonly token?: string;
}

export type Metadata = Readonly<Record<string, string>>;

export interface VolumeRequest {
  /** GB. May be left out when there is a source to take it from. */
  readonly size?: number | string | null | undefined;
  readonly name?: string | null | undefined;
  readonly description?: string | null | undefined;
  readonly availabilityZone?: string | null | undefined;
  readonly volumeType?: string | null | undefined;
  /** The first type when left out. */
  readonly typeId?: string | null | undefined;
  /** In place of `typeId`: the id or the name of a type, which the volume then shows as its `volumeType`. */
  readonly typeNamed?: string | null | undefined;
  readonly snapshotId?: string | null | undefined;
  readonly sourceVolumeId?: string | null | undefined;
  /** An image id, or a URL whose last segment is one. */
  readonly imageRef?: string | null | undefined;
  /** UUID of a backup. */
  readonly backupId?: string | null | undefined;
  readonly metadata?: Metadata | null | undefined;
}

export interface TypeRequest {
  readonly name?: string | null | undefined;
  readonly extraSpecs?: Metadata | null | undefined;
}

/** Limits as clients send them: whole numbers or the decimal text of one, -1 for no limit. */
export type LimitsRequest = { readonly [Name in keyof QuotaLimits]?: number | string | null | undefined };

export interface SnapshotRequest {
  readonly volumeId: string;
  readonly name?: string | null | undefined;
  readonly description?: string | null | undefined;
  /** Allows a snapshot of a volume that is in use. */
  readonly force?: boolean | string | null | undefined;
  readonly metadata?: Metadata | null | undefined;
}

export interface BackupRequest {
  readonly volumeId: string;
  readonly container?: string | null | undefined;
  readonly name?: string | null | undefined;
  readonly description?: string | null | undefined;
  readonly metadata?: Metadata | null | undefined;
}

export interface RestoreRequest {
  /** UUID of the backup. */
  readonly backupId: string;
  /** The volume to overwrite; a new one is made when it is left out. */
  readonly volumeId?: string | null | undefined;
}

export interface VolumeAttachRequest {
  readonly serverId: string;
  /** The device in the server; the next free one when left out. */
  readonly mountpoint?: string | null | undefined;
  /** `rw` or `ro`; what the volume allows when left out. */
  readonly mode?: string | null | undefined;
}

export interface StatusReset {
  readonly status?: string | null | undefined;
  /** `attached` or `detached`. */
  readonly attachStatus?: string | null | undefined;
}

/** Where a volume can be reached. */
export interface Connection {
  readonly volumeId: string;
  readonly address: ExportAddress;
  readonly isReadOnly: boolean;
}

/** What the compute service does to volumes, step by step. It is taken at its word about servers. */
export interface VolumeActions {
  /** Keeps an available volume for whoever is about to attach it. */
  reserve(caller: Caller, id: string): Promise<void>;
  /** Gives up a reservation; nothing when there is none. */
  unreserve(caller: Caller, id: string): Promise<void>;
  beginDetaching(caller: Caller, id: string): Promise<void>;
  /** Takes that back; nothing when there is nothing to take back. */
  rollDetaching(caller: Caller, id: string): Promise<void>;
  attach(caller: Caller, id: string, request: VolumeAttachRequest): Promise<void>;
  detach(caller: Caller, id: string): Promise<void>;
  /** The volume can be connected to from here on. */
  initializeConnection(caller: Caller, id: string): Promise<Connection>;
  /** It can no more, unless a server has it. */
  terminateConnection(caller: Caller, id: string): Promise<void>;
  /** Makes the volume larger, in time; `newSize` in GB. */
  extend(caller: Caller, id: string, newSize: number | string): Promise<void>;
  setReadOnly(caller: Caller, id: string, flag: boolean | string | null | undefined): Promise<void>;
}

/** What is for administrators to do; who calls has made sure that the caller is one. */
export interface VolumeAdministration {
  resetStatus(caller: Caller, id: string, reset: StatusReset): Promise<void>;
  /** In any state. */
  forceDelete(caller: Caller, id: string): Promise<void>;
  forceDetach(caller: Caller, id: string): Promise<void>;
}

export interface ImageUploadRequest {
  /** One line; a fault when there is none. */
  readonly imageName?: string | null | undefined;
  /** Allows an image of a volume that is in use: of its bytes at one moment, as a crash would leave them. */
  readonly force?: boolean | string | null | undefined;
  /** `bare` when left out, and nothing else. */
  readonly containerFormat?: string | null | undefined;
  /** `raw` when left out, and nothing else. */
  readonly diskFormat?: string | null | undefined;
}

/** An image that is being made of a volume: it is there when the volume is no longer `uploading`. */
export interface ImageUpload {
  readonly volume: Volume;
  /** A UUID. */
  readonly imageId: string;
  readonly imageName: string;
  readonly containerFormat: 'bare';
  readonly diskFormat: 'raw';
}

export interface AttachRequest {
  readonly serverId: string;
  readonly volumeId: string;
  /** The next free device when left out. */
  readonly device?: string | null | undefined;
}

/** What to change: undefined leaves a field as it is, null clears it. */
export interface TextUpdate {
  readonly name?: string | null | undefined;
  readonly description?: string | null | undefined;
}

export interface VolumeUpdateRequest extends TextUpdate {
  /** All of it anew. */
  readonly metadata?: Metadata | null | undefined;
}

/** Whose resources a list has, for administrators. Of anybody else it is ignored. */
export interface AllTenants {
  /** Those of every tenant, and not the caller's alone. */
  readonly allTenants?: boolean | undefined;
  /** Of these, those of one tenant. */
  readonly ofTenant?: string | undefined;
}

/** A page as a client asks for it: absent, zero or too large a limit means the largest page, 1000. */
export interface OffsetPageRequest {
  readonly limit?: number | undefined;
  readonly offset?: number | undefined;
}

export interface MarkerPageRequest {
  readonly limit?: number | undefined;
  /** The id of the last resource of the page before; of one that has been deleted since as well. */
  readonly marker?: string | undefined;
}

/** By offset, or by marker, never by both. */
export type PageRequest =
  | (OffsetPageRequest & { readonly marker?: undefined })
  | (MarkerPageRequest & { readonly offset?: undefined });

/**
 * The pairs of one resource, by its UUID. Every change is atomic: of two at the same time none is lost. What
 * a change gives back is all that there is after it.
 */
export interface MetadataMethods {
  get(caller: Caller, id: string): Promise<Metadata>;
  /** Afterwards there is what `metadata` has and nothing else. */
  replace(caller: Caller, id: string, metadata: Metadata): Promise<Metadata>;
  /** What `metadata` does not name stays. */
  merge(caller: Caller, id: string, metadata: Metadata): Promise<Metadata>;
  /** The value of the key. */
  item(caller: Caller, id: string, key: string): Promise<string>;
  setItem(caller: Caller, id: string, key: string, value: string): Promise<Metadata>;
  deleteItem(caller: Caller, id: string, key: string): Promise<Metadata>;
}

/**
 * What volumes, snapshots, backups and attachments may do. Every method throws `EngineFault` with a kind
 * of `faults.ts`; what it returns is durable. An id is the UUID; where a number is taken it is the serial.
 */
export interface Engine {
  readonly volumes: {
    list(caller: Caller, filter?: VolumeFilter & AllTenants, page?: PageRequest): Promise<Volume[]>;
    get(caller: Caller, id: string | number): Promise<Volume>;
    create(caller: Caller, request: VolumeRequest): Promise<Volume>;
    update(caller: Caller, id: string, update: VolumeUpdateRequest): Promise<Volume>;
    /** Changes wait until the volume is made: until then they throw `buildInProgress`. */
    readonly metadata: MetadataMethods;
    /** Changes need not wait. */
    readonly earlyMetadata: MetadataMethods;
    delete(caller: Caller, id: string): Promise<void>;
    /** Makes an image of the volume; resolves when that is under way. */
    uploadImage(caller: Caller, id: string, request: ImageUploadRequest): Promise<ImageUpload>;
  } & VolumeActions &
    VolumeAdministration;
  readonly snapshots: {
    list(caller: Caller, filter?: SnapshotFilter & AllTenants, page?: PageRequest): Promise<Snapshot[]>;
    get(caller: Caller, id: string | number): Promise<Snapshot>;
    create(caller: Caller, request: SnapshotRequest): Promise<Snapshot>;
    update(caller: Caller, id: string, update: TextUpdate): Promise<Snapshot>;
    readonly metadata: MetadataMethods;
    delete(caller: Caller, id: string): Promise<void>;
    /** For administrators, as those of volumes. */
    resetStatus(caller: Caller, id: string, reset: Pick<StatusReset, 'status'>): Promise<void>;
    forceDelete(caller: Caller, id: string): Promise<void>;
  };
  readonly backups: {
    list(caller: Caller, filter?: BackupFilter & AllTenants, page?: PageRequest): Promise<Backup[]>;
    get(caller: Caller, id: string | number): Promise<Backup>;
    create(caller: Caller, request: BackupRequest): Promise<Backup>;
    update(caller: Caller, id: string, update: TextUpdate): Promise<Backup>;
    readonly metadata: MetadataMethods;
    delete(caller: Caller, id: string): Promise<void>;
    /** The backup and the volume that it is being restored to. */
    restore(caller: Caller, request: RestoreRequest): Promise<{ backup: Backup; volume: Volume }>;
  };
  readonly attachments: {
    list(caller: Caller, serverId: string, page?: OffsetPageRequest): Promise<Attachment[]>;
    get(caller: Caller, serverId: string, volumeId: string): Promise<Attachment>;
    attach(caller: Caller, request: AttachRequest): Promise<Attachment>;
    detach(caller: Caller, serverId: string, volumeId: string): Promise<void>;
  };
  readonly types: {
    list(
      caller: Caller,
      filter?: { readonly name?: string | undefined },
      page?: MarkerPageRequest,
    ): Promise<VolumeType[]>;
    get(caller: Caller, id: string): Promise<VolumeType>;
    create(caller: Caller, request: TypeRequest): Promise<VolumeType>;
    /** Refused while a volume has the type, and for the last one: a volume always has a type. */
    delete(caller: Caller, id: string): Promise<void>;
    readonly extraSpecs: {
      /** Sets these pairs; others stay. */
      merge(caller: Caller, typeId: string, specs: Metadata): Promise<void>;
      item(caller: Caller, typeId: string, key: string): Promise<string>;
      deleteItem(caller: Caller, typeId: string, key: string): Promise<void>;
    };
  };
  readonly quotas: {
    /** Of the caller's own tenant, or, for administrators, of any. */
    get(caller: Caller, tenantId: string): Promise<{ limits: QuotaLimits; usage: QuotaUsage }>;
    /** What a tenant has without limits of its own. */
    defaults(caller: Caller, tenantId: string): Promise<QuotaLimits>;
    /** Holds from the next creation on. What is not given stays; the answer is all that holds afterwards. */
    update(caller: Caller, tenantId: string, limits: LimitsRequest): Promise<QuotaLimits>;
    /** Back to what the settings and the identity say. */
    reset(caller: Caller, tenantId: string): Promise<void>;
    /** The class `default`, which every tenant is in; there is no other. */
    classLimits(caller: Caller, className: string): Promise<QuotaLimits>;
    updateClass(caller: Caller, className: string, limits: LimitsRequest): Promise<QuotaLimits>;
  };
  /** What a document may have to tell a client of the settings. */
  readonly metadataLimits: MetadataLimits;
  /** Zones that the operator offers, the one first where volumes go that ask for none. */
  readonly availabilityZones: readonly [string, ...string[]];
}
