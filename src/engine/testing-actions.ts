import type { BlockStore } from '../blocks/block-store.ts';
import { alice, availableVolume, type TestEngine, writeBytes } from './testing.ts';
import type { Call } from './testing-saboteur.ts';

// What jobs do, each with all the calls that it makes of a store.

export const CHUNK = 52_428_800;
export const bytes = Buffer.from('what the volume held');
/** Two chunks and a bit of a third: the first place is across their border. */
export const places = [CHUNK - 7, 10 * CHUNK];

const ofManifest = (...args: unknown[]) => String(args[2]).endsWith('_metadata');
const ofChunk = (...args: unknown[]) => /-\d{5}$/.test(String(args[2]));
const ofSecondChunk = (...args: unknown[]) => String(args[2]).endsWith('-00002');

export interface Prepared {
  readonly volumeId: string;
  readonly snapshotId: string;
  readonly backupId: string;
}

export async function prepare(engine: TestEngine): Promise<Prepared> {
  const volumeId = await availableVolume(engine);
  for (const place of places) await writeBytes(engine.blocks, volumeId, place, bytes);
  const snapshot = await engine.snapshots.create(alice, { volumeId });
  const backup = await engine.backups.create(alice, { volumeId });
  await engine.jobs.idle();
  return { volumeId, snapshotId: snapshot.id, backupId: backup.id };
}

export const volumeStatus = async (engine: TestEngine, id: string) =>
  (await engine.volumes.list(alice)).find((volume) => volume.id === id)?.status ?? 'gone';
const snapshotStatus = async (engine: TestEngine, id: string) =>
  (await engine.snapshots.list(alice)).find((snapshot) => snapshot.id === id)?.status ?? 'gone';
export const backupOf = async (engine: TestEngine, id: string) =>
  (await engine.backups.list(alice)).find((backup) => backup.id === id);

export interface Action {
  readonly words: string;
  readonly calls: readonly Call[];
  /** Begins it; what comes back is the resource whose status tells how it went. */
  act(engine: TestEngine, prepared: Prepared): Promise<string>;
  status(engine: TestEngine, id: string, prepared: Prepared): Promise<unknown>;
  /** What `status` is in the end. */
  readonly well: unknown;
  readonly failed: unknown;
  /** The resource is a volume that then has the bytes of the one that was prepared. */
  readonly isCopy?: true;
}

const createVolume = async (engine: TestEngine, request: Parameters<TestEngine['volumes']['create']>[1]) =>
  (await engine.volumes.create(alice, request)).id;

const blockCalls = (...methods: (keyof BlockStore)[]): Call[] =>
  methods.map((method) => ({ method: `blocks.${method}`, words: `blocks.${method}` }));
const fillingCalls: readonly Call[] = [
  { method: 'objects.get', words: 'reading the metadata object', when: ofManifest },
  { method: 'objects.list', words: 'listing the objects' },
  { method: 'objects.get', words: 'reading a chunk', when: ofChunk },
  { method: 'objects.get', words: 'reading the second chunk', when: ofSecondChunk },
  ...blockCalls('deleteVolume', 'createVolume', 'openVolume'),
  { method: 'device.write', words: 'writing the volume' },
  { method: 'device.flush', words: 'flushing the volume' },
];

export const actions: readonly Action[] = [
  {
    words: 'creating a volume',
    calls: blockCalls('createVolume'),
    act: (engine) => createVolume(engine, { size: 1 }),
    status: volumeStatus,
    well: 'available',
    failed: 'error',
  },
  {
    words: 'creating a volume from a snapshot',
    calls: blockCalls('createVolumeFromSnapshot'),
    isCopy: true,
    act: (engine, { snapshotId }) => createVolume(engine, { snapshotId }),
    status: volumeStatus,
    well: 'available',
    failed: 'error',
  },
  {
    words: 'cloning a volume',
    calls: blockCalls('cloneVolume'),
    isCopy: true,
    act: (engine, { volumeId }) => createVolume(engine, { sourceVolumeId: volumeId }),
    status: volumeStatus,
    well: 'available',
    failed: 'error',
  },
  {
    words: 'extending a volume',
    calls: blockCalls('growVolume'),
    isCopy: true,
    act: async (engine, { volumeId }) => {
      await engine.volumes.extend(alice, volumeId, 2);
      return volumeId;
    },
    status: async (engine, id) => {
      const found = (await engine.volumes.list(alice)).find((volume) => volume.id === id);
      return [found?.status, found?.size, (await engine.catalog.quotaUsage('alice')).gigabytes];
    },
    // With the snapshot that was prepared.
    well: ['available', 2, 3],
    failed: ['error_extending', 1, 2],
  },
  {
    words: 'deleting a volume',
    calls: blockCalls('deleteVolume'),
    act: async (engine, { volumeId }) => {
      await engine.volumes.delete(alice, volumeId);
      return volumeId;
    },
    status: volumeStatus,
    well: 'gone',
    failed: 'error_deleting',
  },
  {
    words: 'taking a snapshot',
    calls: blockCalls('createSnapshot'),
    act: async (engine, { volumeId }) => (await engine.snapshots.create(alice, { volumeId })).id,
    status: snapshotStatus,
    well: 'available',
    failed: 'error',
  },
  {
    words: 'deleting a snapshot',
    calls: blockCalls('deleteSnapshot'),
    act: async (engine, { snapshotId }) => {
      await engine.snapshots.delete(alice, snapshotId);
      return snapshotId;
    },
    status: snapshotStatus,
    well: 'gone',
    failed: 'error_deleting',
  },
  {
    words: 'creating a backup',
    calls: [
      { method: 'objects.ensureContainer', words: 'making the container' },
      { method: 'objects.put', words: 'storing a chunk', when: ofChunk },
      { method: 'objects.put', words: 'storing the second chunk', when: ofSecondChunk },
      { method: 'objects.put', words: 'storing the metadata object', when: ofManifest },
      ...blockCalls('openVolume'),
      { method: 'device.read', words: 'reading the volume' },
    ],
    act: async (engine, { volumeId }) => (await engine.backups.create(alice, { volumeId })).id,
    status: async (engine, id, { volumeId }) => [
      (await backupOf(engine, id))?.status,
      await volumeStatus(engine, volumeId),
    ],
    well: ['available', 'available'],
    failed: ['error', 'available'],
  },
  {
    words: 'deleting a backup',
    calls: [
      { method: 'objects.delete', words: 'removing the metadata object', when: ofManifest },
      { method: 'objects.list', words: 'listing the objects' },
      { method: 'objects.delete', words: 'removing a chunk', when: ofChunk },
    ],
    act: async (engine, { backupId }) => {
      await engine.backups.delete(alice, backupId);
      return backupId;
    },
    status: async (engine, id) => (await backupOf(engine, id))?.status ?? 'gone',
    well: 'gone',
    failed: 'error',
  },
  {
    words: 'creating a volume from a backup',
    calls: fillingCalls,
    isCopy: true,
    act: (engine, { backupId }) => createVolume(engine, { backupId }),
    status: async (engine, id, { backupId }) => [
      await volumeStatus(engine, id),
      (await backupOf(engine, backupId))?.status,
    ],
    well: ['available', 'available'],
    failed: ['error', 'available'],
  },
  {
    words: 'restoring over a volume',
    calls: fillingCalls,
    isCopy: true,
    act: async (engine, { backupId, volumeId }) => {
      for (const place of [...places, 5 * CHUNK])
        await writeBytes(engine.blocks, volumeId, place, Buffer.alloc(100, 7));
      await engine.backups.restore(alice, { backupId, volumeId });
      return volumeId;
    },
    status: async (engine, id, { backupId }) => [
      await volumeStatus(engine, id),
      (await backupOf(engine, backupId))?.status,
    ],
    well: ['available', 'available'],
    failed: ['error_restoring', 'available'],
  },
];
