import { VolumeNotFound } from './block-store.ts';
import { readGraphDatabase, STACK, type VolumeRow } from './graph-database.ts';
import type { StackPlace } from './layer-stack.ts';

/**
 * What an operator may know of a block store, read from its folder. Nothing is ever changed or repaired here, and a
 * server may be running on the folder: what changes while it is read is not taken for damage.
 */

/** `damage`: bytes are lost or will read wrongly. `warning`: they may be. `note`: nothing that matters. */
export type Severity = 'damage' | 'warning' | 'note';

export interface Finding {
  readonly severity: Severity;
  /** The volume, snapshot, layer or file, such as `volume 3f2…`, `layer 17` or `layers/17.map`. */
  readonly where: string;
  /** What is wrong with it, as a sentence. */
  readonly what: string;
  /** What an operator can do about it, as a sentence. */
  readonly advice: string;
}

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

/** Finds and explains damage; gives nothing when all is well. `folder` is the `blocks` folder. */
export async function* checkBlocks(_folder: string): AsyncGenerator<Finding> {}

/** Every layer, by its id. */
export async function listLayers(_folder: string): Promise<LayerSummary[]> {
  return [];
}

/** Every volume and snapshot, by its id. */
export async function listStored(_folder: string): Promise<VolumeSummary[]> {
  return [];
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
