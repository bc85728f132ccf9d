import type { GraphRows, NamedVolume } from './graph-rows.ts';
import { stackOf } from './graph-rows.ts';
import { graphOf } from './inspect.ts';
import type { LayerFiles } from './layer-files.ts';
import { scanLayer } from './map-scan.ts';
import { systemFiles } from './system-files.ts';

/** What the block store holds of one volume or snapshot. */
export interface Stored {
  /** Bytes that its layers hold, shared or not. */
  readonly data: number;
  /** Bytes that would be free without it. */
  readonly own: number;
  /** How many layers a read may go through. */
  readonly depth: number;
}

/** Looks volumes and snapshots up, one by one. */
export type StoredReader = (id: string) => Promise<Stored | undefined>;

/** How many volumes and snapshots read each layer. */
function usersOf(graph: GraphRows): ReadonlyMap<number, number> {
  const users = new Map<number, number>();
  for (const { top } of graph.named) {
    for (const layer of stackOf(graph, top)) users.set(layer, (users.get(layer) ?? 0) + 1);
  }
  return users;
}

/**
 * Reads the graph, and of the maps only those of the volumes that are asked for, each once: a list that shows ten of a
 * million volumes reads the maps of ten. `folder` is the `blocks` folder.
 */
export function openStored(folder: string, files: LayerFiles = systemFiles): StoredReader {
  const graph = graphOf(folder);
  if (graph === undefined) return async () => undefined;
  const named = new Map(graph.named.map((one) => [one.id, one]));
  const users = usersOf(graph);
  const scanned = new Map<number, Promise<number>>();
  const bytesOf = (layer: number): Promise<number> => {
    const known = scanned.get(layer) ?? scanLayer(files, folder, layer).then(({ data }) => data);
    scanned.set(layer, known);
    return known;
  };
  return async (id) => {
    const found = named.get(id);
    if (found === undefined) return undefined;
    const layers = stackOf(graph, found.top);
    let data = 0;
    let own = 0;
    for (const layer of layers) {
      const bytes = await bytesOf(layer);
      data += bytes;
      if (users.get(layer) === 1) own += bytes;
    }
    return { data, own, depth: layers.length };
  };
}

/** Every volume and snapshot, without a look at its bytes. */
export function listNamed(folder: string): readonly NamedVolume[] {
  return graphOf(folder)?.named ?? [];
}
