import type { New, NewAttachment } from '../catalog/catalog.ts';
import type { Backup, Snapshot, Timestamp, Volume } from '../catalog/records.ts';
import { FIRST_TYPE_ID } from '../engine/volume-types.ts';

/** Whatever a tenant is to find at the start. */
export interface Seed {
  readonly volumes: readonly New<Volume>[];
  readonly attachments: readonly NewAttachment[];
  readonly snapshots: readonly New<Snapshot>[];
  readonly backups: readonly New<Backup>[];
}

/** `2013-01-23T11:25:03.000000`, as the documents write it. */
export function timestamp(text: string): Timestamp {
  const [seconds = '', micros = '0'] = text.split('.');
  return Date.parse(`${seconds}Z`) * 1000 + Number(micros.padEnd(6, '0'));
}

type Given<T, Required extends keyof T> = Pick<T, Required> & Partial<Omit<T, 'createdAt'>>;

/** What is still being made, or was never made, has none of its bytes. */
const progressOf = (status: string): number => (status === 'creating' || status === 'error' ? 0 : 100);

/** A volume with nothing set but what is given. */
export function volume(
  tenantId: string,
  createdAt: string,
  given: Given<New<Volume>, 'id' | 'size' | 'status'>,
): New<Volume> {
  return {
    tenantId,
    name: null,
    description: null,
    availabilityZone: 'nova',
    volumeType: null,
    typeId: FIRST_TYPE_ID,
    snapshotId: null,
    sourceVolumeId: null,
    imageId: null,
    backupId: null,
    bootable: false,
    metadata: {},
    imageMetadata: null,
    progress: progressOf(given.status),
    userName: tenantId,
    createdAt: timestamp(createdAt),
    updatedAt: null,
    modifiedAt: null,
    deletedAt: null,
    ...given,
  };
}

export function snapshot(
  tenantId: string,
  createdAt: string,
  given: Given<New<Snapshot>, 'id' | 'volumeId' | 'size' | 'status'>,
): New<Snapshot> {
  return {
    tenantId,
    name: null,
    description: null,
    availabilityZone: 'nova',
    metadata: {},
    progress: progressOf(given.status),
    userName: tenantId,
    createdAt: timestamp(createdAt),
    updatedAt: null,
    modifiedAt: null,
    deletedAt: null,
    ...given,
  };
}

export function backup(
  tenantId: string,
  createdAt: string,
  given: Given<New<Backup>, 'id' | 'serial' | 'volumeId' | 'size' | 'status'>,
): New<Backup> {
  return {
    tenantId,
    name: null,
    description: null,
    availabilityZone: null,
    container: null,
    objectPrefix: null,
    objectCount: null,
    failReason: null,
    requestedContainer: null,
    metadata: {},
    progress: progressOf(given.status),
    userName: tenantId,
    createdAt: timestamp(createdAt),
    updatedAt: null,
    modifiedAt: null,
    deletedAt: null,
    ...given,
  };
}
