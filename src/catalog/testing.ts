import { randomUUID } from 'node:crypto';
import Database from 'better-sqlite3';
import type { New, NewAttachment } from './catalog.ts';
import { transactionMethods } from './methods.ts';
import type { Backup, Job, Snapshot, Volume } from './records.ts';
import { openSqliteCatalog } from './sqlite.ts';
import { SqliteConnection } from './sqlite-connection.ts';

/** Rows for tests and benchmarks: valid as they are, with what matters to the test given by it. */

/** Microseconds; the time of a creation that does not say its own. */
export const CREATED_AT = 1_357_000_000_000_000;

export function newVolume(given: Partial<New<Volume>> = {}): New<Volume> {
  return {
    id: randomUUID(),
    tenantId: 'tenant-a',
    status: 'available',
    name: 'a volume',
    description: null,
    size: 1,
    availabilityZone: 'az1',
    volumeType: null,
    typeId: 'type-1',
    snapshotId: null,
    sourceVolumeId: null,
    imageId: null,
    backupId: null,
    bootable: false,
    metadata: {},
    imageMetadata: null,
    progress: 100,
    userName: 'user-a',
    createdAt: CREATED_AT,
    updatedAt: null,
    modifiedAt: null,
    deletedAt: null,
    ...given,
  };
}

export function newSnapshot(given: Partial<New<Snapshot>> = {}): New<Snapshot> {
  return {
    id: randomUUID(),
    tenantId: 'tenant-a',
    volumeId: randomUUID(),
    status: 'available',
    name: 'a snapshot',
    description: null,
    size: 1,
    availabilityZone: 'az1',
    metadata: {},
    progress: 100,
    userName: 'user-a',
    createdAt: CREATED_AT,
    updatedAt: null,
    modifiedAt: null,
    deletedAt: null,
    ...given,
  };
}

export function newBackup(given: Partial<New<Backup>> = {}): New<Backup> {
  return {
    id: randomUUID(),
    tenantId: 'tenant-a',
    volumeId: randomUUID(),
    status: 'available',
    name: 'a backup',
    description: null,
    size: 1,
    availabilityZone: null,
    container: null,
    objectPrefix: null,
    objectCount: null,
    failReason: null,
    requestedContainer: null,
    metadata: {},
    progress: 100,
    userName: 'user-a',
    createdAt: CREATED_AT,
    updatedAt: null,
    modifiedAt: null,
    deletedAt: null,
    ...given,
  };
}

export function newAttachment(volumeId: string, given: Partial<NewAttachment> = {}): NewAttachment {
  return {
    volumeId,
    tenantId: 'tenant-a',
    serverId: 'server-1',
    device: '/dev/vdb',
    attachedAt: CREATED_AT,
    ...given,
  };
}

export function newJob(given: Partial<Job> = {}): Job {
  return {
    id: randomUUID(),
    kind: 'create-volume',
    tenantId: 'tenant-a',
    resourceId: randomUUID(),
    payload: {},
    attempts: 0,
    leaseOwner: null,
    leaseUntil: null,
    createdAt: CREATED_AT,
    ...given,
  };
}

/**
 * Fills a catalog that no server has open, for benchmarks: one transaction without flushes, a million volumes
 * in about a minute. A power failure meanwhile may leave the file unreadable.
 *
 * @param path the database file; made when it is not there
 * @returns how many were inserted
 */
export async function bulkInsertVolumes(path: string, volumes: Iterable<New<Volume>>): Promise<number> {
  await (await openSqliteCatalog({ path })).close();
  const database = new Database(path);
  try {
    database.pragma('temp_store = MEMORY');
    database.pragma('synchronous = OFF');
    database.pragma('cache_size = -500000');
    const { insertVolume } = transactionMethods(new SqliteConnection(database));
    let count = 0;
    database.exec('begin');
    for (const volume of volumes) {
      await insertVolume(volume);
      count += 1;
    }
    database.exec('commit');
    return count;
  } finally {
    database.close();
  }
}
