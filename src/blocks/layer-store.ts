import type { BlockStore } from './block-store.ts';
import type { LayerFiles } from './layer-files.ts';
import { openSparseFileStore } from './sparse-files.ts';

export interface LayerStoreOptions {
  /** The files under the store; those of the system unless a test puts others. */
  readonly files?: LayerFiles;
  /** How long the background work rests after each step, as a share of the time that the step took. */
  readonly rest?: number;
}

export interface LayerStore extends BlockStore {
  /** Resolves when there is nothing left to merge and no file left to remove. */
  mergeSettled(): Promise<void>;
}

/** Opens the embedded block store; makes the folder when it is not there. One store at a time on a folder. */
export async function openLayerStore(folder: string, _options: LayerStoreOptions = {}): Promise<LayerStore> {
  return { ...(await openSparseFileStore(folder)), mergeSettled: async () => undefined };
}
