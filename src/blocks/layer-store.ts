import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureFolder, isMissing } from '../files/durable-files.ts';
import { type BlockStore, VolumeNotFound } from './block-store.ts';
import { Graph } from './graph.ts';
import { UnknownFormat } from './graph-database.ts';
import type { LayerFiles } from './layer-files.ts';
import { layersFolder } from './layer-format.ts';
import { Maintenance } from './maintenance.ts';
import { systemFiles } from './system-files.ts';
import { VolumeUses } from './volume-uses.ts';

export interface LayerStoreOptions {
  /** The files under the store; those of the system unless a test puts others. */
  readonly files?: LayerFiles;
  /** How long the background work rests after each step, as a share of the time that the step took; 1 unless given. */
  readonly rest?: number;
  /** Told of background work that failed, such as for want of room. It is tried again as `Maintenance` says. */
  readonly report?: (error: unknown, what: string) => void;
}

export interface LayerStore extends BlockStore {
  /**
   * Gives a volume the bytes that another of its size has now; the other is no more. One step, whatever happens:
   * there is no time at which the volume has none, or has some of both.
   *
   * @throws VolumeNotFound when there is no such volume, be it the one or the other
   */
  replaceVolume(volumeId: string, withId: string): Promise<void>;
  /** Resolves when there is nothing left to merge and no file left to remove. */
  mergeSettled(): Promise<void>;
}

// What ids of the catalog look like, with room to spare.
const ID = /^[A-Za-z0-9][A-Za-z0-9_-]{0,127}$/;

function checkId(id: string): void {
  if (!ID.test(id)) throw new RangeError(`'${id}' cannot be the id of a volume or snapshot`);
}

/** Before layers, a volume was a file of its own; no release ever did that. */
async function refuseWholeFiles(folder: string): Promise<void> {
  const names = await readdir(join(folder, 'volumes')).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
  if (names.length > 0) {
    throw new UnknownFormat(
      `${folder} holds volumes as whole files (volumes/${names[0]}), as no release has written them; move the data folder away and start with an empty one`,
    );
  }
}

/** The layers that have files in the folder. */
async function layersWithFiles(files: LayerFiles, folder: string): Promise<Set<number>> {
  const names = await files.list(layersFolder(folder));
  const ids = names.map((name) => /^([1-9]\d*)\.(data|map)$/.exec(name)?.[1]);
  return new Set(ids.filter((id) => id !== undefined).map(Number));
}

/**
 * Opens the embedded block store, whose volumes are stacks of layers (`layer-format.ts`); makes the folder when it is
 * not there. Snapshots and copies are a change of the graph alone and take the same time whatever the size of the
 * volume, but for what was written since the last flush, which they flush. Only one store may have the folder
 * open.
 *
 * What a crash has left is put right here and in the background: files without a layer are removed, merges go on.
 * Nothing else is repaired; `inspect.ts` finds damage.
 *
 * @throws UnknownFormat for a folder that some other release has written
 */
export async function openLayerStore(
  folder: string,
  { files = systemFiles, rest = 1, report = () => undefined }: LayerStoreOptions = {},
): Promise<LayerStore> {
  await refuseWholeFiles(folder);
  await ensureFolder(layersFolder(folder));
  const found = await layersWithFiles(files, folder);
  // A graph is made before the first layer is: in a new one all that are there would count as left over, and be removed.
  const graph = new Graph(folder, found.size === 0);
  const uses: VolumeUses = new VolumeUses({
    graph,
    files,
    folder,
    release: (volumeId) => maintenance.release(volumeId),
    returned: (volumeId) => maintenance.consider(parentOfTop(volumeId)),
  });
  const maintenance = new Maintenance({
    graph,
    files,
    folder,
    rest,
    report,
    isInUse: (volumeId) => uses.has(volumeId),
    leave: (layer) => uses.leave(layer),
  });

  const parentOfTop = (volumeId: string): number | null => {
    const top = graph.volume(volumeId)?.top;
    return top === undefined ? null : (graph.layer(top)?.parent ?? null);
  };

  for (const id of graph.layerIds()) found.delete(id);
  maintenance.remove([...found]);
  for (const { parent } of graph.pairs()) maintenance.consider(parent);

  /** Whether the volume is there already, as an interrupted job has made it before. */
  function isMade(volumeId: string, size: number): boolean {
    checkId(volumeId);
    const made = graph.volume(volumeId);
    if (made === undefined) return false;
    if (made.size === size) return true;
    throw new Error(`volume ${volumeId} has ${made.size} bytes where ${size} were asked for`);
  }

  /** @param size of the copy; @param bytes of what is copied */
  function checkRoom(size: number, bytes: number, sourceId: string): void {
    if (bytes > size) throw new RangeError(`${sourceId} has ${bytes} bytes, which do not fit in ${size}`);
  }

  function removed({ layers, under }: ReturnType<Graph['deleteVolume']>): void {
    maintenance.remove(layers);
    maintenance.consider(under);
  }

  return {
    async createVolume(volumeId, size) {
      if (!isMade(volumeId, size)) graph.addVolume(volumeId, size, null);
    },
    async createVolumeFromSnapshot(volumeId, snapshotId, size) {
      checkId(snapshotId);
      if (isMade(volumeId, size)) return;
      const snapshot = graph.snapshot(snapshotId);
      if (snapshot === undefined) throw new VolumeNotFound(snapshotId);
      checkRoom(size, snapshot.size, snapshotId);
      graph.addVolume(volumeId, size, snapshot.layer);
    },
    async cloneVolume(volumeId, sourceId, size) {
      checkId(sourceId);
      if (isMade(volumeId, size)) return;
      checkRoom(size, graph.requireVolume(sourceId).size, sourceId);
      await uses.change(sourceId, (isStored) => {
        if (!isMade(volumeId, size)) graph.cloneVolume(volumeId, size, sourceId, isStored);
      });
    },
    async createSnapshot(snapshotId, volumeId) {
      checkId(snapshotId);
      checkId(volumeId);
      // A snapshot that is there already is the one that was asked for, even when its volume is gone by now.
      if (graph.snapshot(snapshotId) !== undefined) return;
      await uses.change(volumeId, (isStored) => {
        if (graph.snapshot(snapshotId) === undefined) graph.addSnapshot(snapshotId, volumeId, isStored);
      });
    },
    async growVolume(volumeId, size) {
      checkId(volumeId);
      if (graph.requireVolume(volumeId).size >= size) return;
      await uses.changeUnused(volumeId, () => graph.growVolume(volumeId, size));
    },
    async deleteVolume(volumeId) {
      checkId(volumeId);
      await uses.end(volumeId, () => removed(graph.deleteVolume(volumeId)));
    },
    async deleteSnapshot(snapshotId) {
      checkId(snapshotId);
      removed(graph.deleteSnapshot(snapshotId));
    },
    async replaceVolume(volumeId, withId) {
      checkId(volumeId);
      checkId(withId);
      // Nobody has either from here on.
      await uses.end(withId, () => undefined);
      await uses.end(volumeId, () => removed(graph.replaceVolume(volumeId, withId)));
    },
    find: async (prefix) => graph.idsFrom(prefix),
    async openVolume(volumeId) {
      checkId(volumeId);
      return uses.open(volumeId);
    },
    async lend(volumeId, borrower) {
      checkId(volumeId);
      return uses.lend(volumeId, borrower);
    },
    mergeSettled: () => maintenance.settled(),
    async close() {
      try {
        await uses.closeAll();
      } finally {
        await maintenance.stop();
        graph.close();
      }
    },
  };
}
