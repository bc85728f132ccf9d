import { VolumeNotFound } from './block-store.ts';
import { readGraphDatabase, STACK, type VolumeRow } from './graph-database.ts';
import { type GraphRows, readGraph, stackOf } from './graph-rows.ts';
import type { LayerFiles } from './layer-files.ts';
import { PAGE_SPAN } from './layer-format.ts';
import type { StackPlace } from './layer-stack.ts';
import { scanLayer } from './map-scan.ts';
import { systemFiles } from './system-files.ts';

/**
 * What an operator may know of a block store, read from its folder. Nothing is ever changed or repaired here, and a
 * server may be running on the folder: what changes while it is read is not taken for damage.
 */

export { checkBlocks, type Finding, type Severity } from './check.ts';

export interface LayerSummary {
  readonly id: number;
  /** The layer below; null for the lowest. */
  readonly parent: number | null;
  /** Bytes of the volume that it belongs to. */
  readonly size: number;
  /** Bytes that the layer holds itself, by its map. */
  readonly stored: number;
  /** Bytes that its files take on the disk. */
  readonly allocated: number;
  /** `live`: the top of a volume, written to. `frozen`: never written again, but by a merge. */
  readonly state: 'live' | 'frozen';
  /** Ids of the volume of which it is the top, and of the snapshots that it holds. */
  readonly volume: string | null;
  readonly snapshots: readonly string[];
  /** How many layers lie on it. */
  readonly children: number;
  /** A merge of this layer with the one below it that is under way: from 0 to 1. */
  readonly merge: number | null;
}

export interface VolumeSummary {
  readonly id: string;
  readonly kind: 'volume' | 'snapshot';
  readonly size: number;
  /** The layers that its bytes are in, from the top down. */
  readonly layers: readonly number[];
  /** Bytes in layers that are not shared with any other volume or snapshot. */
  readonly own: number;
}

/** Every layer, by its id. Reads all maps, so it takes longer the more there is. */
export async function listLayers(folder: string, files: LayerFiles = systemFiles): Promise<LayerSummary[]> {
  const graph = graphOf(folder);
  if (graph === undefined) return [];
  const merges = new Map(graph.merges.map((merge) => [merge.child, merge]));
  const summaries: LayerSummary[] = [];
  for (const { id, parent, size } of graph.layers.values()) {
    const { data, allocated } = await scanLayer(files, folder, id);
    const users = graph.named.filter(({ top }) => top === id);
    const volume = users.find(({ kind }) => kind === 'volume')?.id ?? null;
    const merge = merges.get(id);
    summaries.push({
      id,
      parent,
      size,
      stored: data,
      allocated,
      state: volume === null ? 'frozen' : 'live',
      volume,
      snapshots: users.filter(({ kind }) => kind === 'snapshot').map((snapshot) => snapshot.id),
      children: graph.children.get(id)?.length ?? 0,
      merge: merge === undefined ? null : Math.min(1, (merge.nextPage * PAGE_SPAN) / size),
    });
  }
  return summaries;
}

/** Every volume and snapshot, by its id. Reads all maps, so it takes longer the more there is. */
export async function listStored(folder: string, files: LayerFiles = systemFiles): Promise<VolumeSummary[]> {
  const graph = graphOf(folder);
  if (graph === undefined) return [];
  const stacks = graph.named.map((named) => ({ ...named, layers: stackOf(graph, named.top) }));
  const users = new Map<number, number>();
  for (const { layers } of stacks) for (const id of layers) users.set(id, (users.get(id) ?? 0) + 1);
  const stored = new Map<number, number>();
  for (const id of graph.layers.keys()) stored.set(id, (await scanLayer(files, folder, id)).data);
  return stacks.map(({ id, kind, size, layers }) => {
    const alone = layers.filter((layer) => users.get(layer) === 1);
    return { id, kind, size, layers, own: alone.reduce((sum, layer) => sum + (stored.get(layer) ?? 0), 0) };
  });
}

function graphOf(folder: string): GraphRows | undefined {
  const database = readGraphDatabase(folder);
  if (database === undefined) return undefined;
  try {
    return readGraph(database);
  } finally {
    database.close();
  }
}

/**
 * Where a volume is, for `openDirectDevice`. Only good while no server uses the volume or changes its layers.
 *
 * @throws VolumeNotFound
 */
export function volumePlace(folder: string, volumeId: string): StackPlace {
  const database = readGraphDatabase(folder);
  if (database === undefined) throw new VolumeNotFound(volumeId);
  try {
    const volume = database
      .prepare<[string], VolumeRow>('select size, top from volumes where id = ?')
      .get(volumeId);
    if (volume === undefined) throw new VolumeNotFound(volumeId);
    const layers = database.prepare<[{ top: number }], number>(STACK).pluck().all({ top: volume.top });
    return { size: volume.size, folder, layers, isDurable: false };
  } finally {
    database.close();
  }
}
