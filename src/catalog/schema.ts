import type { Generated } from 'kysely';
import type {
  AttachMode,
  BackupStatus,
  JobKind,
  QuotaScope,
  SnapshotStatus,
  VolumeStatus,
} from './records.ts';

/**
 * The tables as Kysely sees them. Only types that every database has: text, integers (a flag is 0 or 1),
 * 64-bit integers for timestamps and serials, and JSON kept as text, which no index knows.
 */
export interface Tables {
  volumes: VolumeTable;
  snapshots: SnapshotTable;
  backups: BackupTable;
  attachments: AttachmentTable;
  quota_usage: QuotaUsageTable;
  jobs: JobTable;
  job_failures: JobFailureTable;
  // types and limits
  volume_types: VolumeTypeTable;
  volume_type_specs: VolumeTypeSpecTable;
  quota_limits: QuotaLimitTable;
}

export interface VolumeTable {
  serial: Generated<number>;
  id: string;
  tenant_id: string;
  status: VolumeStatus;
  name: string | null;
  description: string | null;
  size: number;
  availability_zone: string;
  volume_type: string | null;
  type_id: string;
  snapshot_id: string | null;
  snapshot_serial: number | null;
  source_volume_id: string | null;
  image_id: string | null;
  backup_id: string | null;
  bootable: number;
  metadata: string;
  image_metadata: string | null;
  exported: Generated<number>;
  read_only: Generated<number | null>;
  new_size: Generated<number | null>;
  progress: number;
  user_name: string;
  created_at: number;
  updated_at: number | null;
  modified_at: number | null;
  changed_at: number;
  deleted_at: number | null;
}

export interface SnapshotTable {
  serial: Generated<number>;
  id: string;
  tenant_id: string;
  volume_id: string;
  volume_serial: number;
  status: SnapshotStatus;
  name: string | null;
  description: string | null;
  size: number;
  availability_zone: string;
  metadata: string;
  progress: number;
  user_name: string;
  created_at: number;
  updated_at: number | null;
  modified_at: number | null;
  changed_at: number;
  deleted_at: number | null;
}

export interface BackupTable {
  serial: Generated<number>;
  id: string;
  tenant_id: string;
  volume_id: string;
  volume_serial: number;
  status: BackupStatus;
  name: string | null;
  description: string | null;
  size: number;
  availability_zone: string | null;
  container: string | null;
  object_prefix: string | null;
  object_count: number | null;
  fail_reason: string | null;
  requested_container: string | null;
  metadata: string;
  progress: number;
  user_name: string;
  created_at: number;
  updated_at: number | null;
  modified_at: number | null;
  /** The latest of all those times. */
  changed_at: number;
  deleted_at: number | null;
}

export interface AttachmentTable {
  volume_id: string;
  tenant_id: string;
  server_id: string;
  device: string;
  attached_at: number;
  mode: AttachMode | null;
  volume_serial: number;
}

export interface QuotaUsageTable {
  tenant_id: string;
  volumes: number;
  snapshots: number;
  gigabytes: number;
}

export interface JobTable {
  id: string;
  kind: JobKind;
  tenant_id: string;
  resource_id: string;
  payload: string;
  attempts: number;
  lease_owner: string | null;
  lease_until: number | null;
  created_at: number;
}

export interface JobFailureTable {
  resource_id: string;
  job_id: string;
  kind: JobKind;
  reason: string;
  failed_at: number;
}

export interface VolumeTypeTable {
  serial: Generated<number>;
  id: string;
  name: string;
}

export interface VolumeTypeSpecTable {
  type_id: string;
  key: string;
  value: string;
}

export interface QuotaLimitTable {
  scope: QuotaScope;
  name: string;
  volumes: number | null;
  snapshots: number | null;
  gigabytes: number | null;
}
