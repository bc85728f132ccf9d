import type { BlockDevice, BlockStore } from '../blocks/block-store.ts';
import type { Catalog, CatalogTransaction } from '../catalog/catalog.ts';
import { CHUNK_BYTES } from '../engine/backup-format.ts';
import { defaultBackupSettings } from '../engine/backup-objects.ts';
import { writeBackup } from '../engine/backup-write.ts';
import { realClock } from '../engine/clock.ts';
import type { ObjectStore } from '../objects/object-store.ts';
import { hpBlockStorageV1Seed } from './hp-block-storage-v1.ts';
import { hpBockV11Seed } from './hp-bock-v1.1.ts';
import { hpVolumeBackupV11Seed } from './hp-volume-backup-v1.1.ts';
import { osBs2011Seed } from './os-bs-2011.ts';
import type { Seed } from './records.ts';

export interface SeedStores {
  readonly catalog: Catalog;
  readonly blocks: BlockStore;
  readonly objects: ObjectStore;
}

const GIB = 2 ** 30;

/** What each document shows. */
const seeds: readonly ((tenantId: string) => Seed)[] = [
  hpBlockStorageV1Seed,
  hpBockV11Seed,
  hpVolumeBackupV11Seed,
  osBs2011Seed,
];

/** Resources that have a number of their own come first: the catalog gives the others the numbers after those. */
const numberedFirst = <T extends { readonly serial?: number }>(items: readonly T[]): T[] =>
  items.toSorted((a, b) => Number(a.serial === undefined) - Number(b.serial === undefined));

function seedOf(tenantId: string): Seed {
  const all = seeds.map((seed) => seed(tenantId));
  return {
    volumes: numberedFirst(all.flatMap(({ volumes }) => volumes)),
    attachments: all.flatMap(({ attachments }) => attachments),
    snapshots: numberedFirst(all.flatMap(({ snapshots }) => snapshots)),
    backups: numberedFirst(all.flatMap(({ backups }) => backups)),
  };
}

/** States in which a volume or snapshot has bytes. */
const hasBytes = ({ status }: { status: string }): boolean => status !== 'creating' && status !== 'error';

/**
 * Gives a tenant the resources that the documents' examples show. What is there already is left alone, also
 * when it has been deleted since, so that a server may be started with the seed again and again. Bytes come
 * first: a resource that the catalog names has its data.
 */
export async function seedDocuments(stores: SeedStores, tenantId: string): Promise<void> {
  const seed = await missingOf(stores.catalog, seedOf(tenantId));
  await writeBytes(stores, seed);
  const { catalog } = stores;
  try {
    await catalog.transaction((tx) => insert(tx, seed));
  } catch {
    // The numbers are those of the examples in a catalog of its own; in one that has been in use others may have
    // them. Anything else that is wrong is wrong once more.
    await catalog.transaction((tx) => insert(tx, withoutNumbers(seed)));
  }
}

function withoutNumbers({ attachments, ...seed }: Seed): Seed {
  const unnumbered = <T extends { readonly serial?: number }>(items: readonly T[]) =>
    items.map(({ serial: _, ...item }) => item);
  return {
    attachments,
    volumes: unnumbered(seed.volumes),
    snapshots: unnumbered(seed.snapshots),
    backups: unnumbered(seed.backups),
  };
}

async function missingOf(catalog: Catalog, seed: Seed): Promise<Seed> {
  const missing = async <T extends { id: string }>(
    items: readonly T[],
    find: (id: string) => Promise<unknown>,
  ): Promise<T[]> => {
    const kept: T[] = [];
    for (const item of items) if ((await find(item.id)) === undefined) kept.push(item);
    return kept;
  };
  const volumes = await missing(seed.volumes, (id) => catalog.volumeForJob(id));
  const isNew = new Set(volumes.map(({ id }) => id));
  return {
    volumes,
    attachments: seed.attachments.filter(({ volumeId }) => isNew.has(volumeId)),
    snapshots: await missing(seed.snapshots, (id) => catalog.snapshotForJob(id)),
    backups: await missing(seed.backups, (id) => catalog.backupForJob(id)),
  };
}

async function writeBytes(
  { blocks, objects }: SeedStores,
  { volumes, snapshots, backups }: Seed,
): Promise<void> {
  for (const volume of volumes.filter(hasBytes)) await blocks.createVolume(volume.id, volume.size * GIB);
  for (const snapshot of snapshots.filter(hasBytes))
    await blocks.createSnapshot(snapshot.id, snapshot.volumeId);
  const copy = { settings: defaultBackupSettings, clock: realClock(), signal: new AbortController().signal };
  for (const { tenantId, volumeId, container, objectPrefix, objectCount } of backups) {
    if (container === null || objectPrefix === null) continue;
    await objects.ensureContainer(tenantId, container);
    const device = await blocks.openVolume(volumeId);
    try {
      const place = { objects, tenantId, container, objectPrefix };
      const shown = objectCount === null ? device : firstChunks(device, objectCount - 1);
      await writeBackup(place, shown, volumeId, copy);
    } finally {
      await device.close();
    }
  }
}

/** As much of a device as goes into so many chunks, where an example has fewer than the volume would need. */
const firstChunks = (device: BlockDevice, chunks: number): BlockDevice => ({
  size: Math.min(device.size, chunks * CHUNK_BYTES),
  read: (offset, target) => device.read(offset, target),
  write: (offset, source) => device.write(offset, source),
  zero: (offset, length) => device.zero(offset, length),
  flush: () => device.flush(),
  extents: (offset, length) => device.extents(offset, length),
  close: () => device.close(),
});

/** Takes nothing of the quota: the tenant may make as much of its own as any other. */
async function insert(
  tx: CatalogTransaction,
  { volumes, attachments, snapshots, backups }: Seed,
): Promise<void> {
  for (const volume of volumes) await tx.insertVolume(volume);
  for (const attachment of attachments) await tx.insertAttachment(attachment);
  for (const snapshot of snapshots) await tx.insertSnapshot(snapshot);
  for (const backup of backups) await tx.insertBackup(backup);
}
