import type { Graph } from './graph.ts';
import type { Pair } from './graph-database.ts';
import type { LayerFiles } from './layer-files.ts';
import { mergePair } from './merge.ts';
import { removeLayer } from './removal.ts';

export interface MaintenanceParts {
  readonly graph: Graph;
  readonly files: LayerFiles;
  readonly folder: string;
  /** How long to rest after each step, as a share of the time that it took. */
  readonly rest: number;
  /**
   * Told of work that failed. It is left as it was, and tried again when the store is opened the next time; a merge
   * when files of another layer have been removed, too.
   */
  readonly report: (error: unknown, what: string) => void;
  isInUse(volumeId: string): boolean;
  /** Has those who use a layer that is no more use what took its place. */
  leave(layer: number): Promise<void>;
}

/** A rest is no longer than this, that a stop need not wait. */
const LONGEST_REST_MS = 200;

interface Merging {
  /** The upper layer, which may be the top of a volume. */
  readonly child: number;
  readonly ended: Promise<void>;
  isStopped: boolean;
}

/**
 * What a store does by itself: merges layers and removes the files of those that are gone, one thing at a time and
 * resting between steps, so that volumes stay fast. All of it can be broken off anywhere; opening the store finds
 * what is left to do.
 */
export class Maintenance {
  readonly #parts: MaintenanceParts;
  readonly #removals: number[] = [];
  /** Layers on which there may be a single one. */
  readonly #candidates = new Set<number>();
  /** Those of which a merge has failed, as for want of room: there may be some when files have gone. */
  readonly #failed = new Set<number>();
  #merging: Merging | undefined;
  #running: Promise<void> | undefined;
  #isStopped = false;
  #stepBegan = performance.now();

  constructor(parts: MaintenanceParts) {
    this.#parts = parts;
  }

  /** Removes the files of layers that are not in the graph. */
  remove(layers: readonly number[]): void {
    this.#removals.push(...layers);
    this.#start();
  }

  /** Looks whether this layer can be merged with what lies on it. */
  consider(layer: number | null): void {
    if (layer === null) return;
    this.#candidates.add(layer);
    this.#start();
  }

  /** Stops what is done to the top of a volume that is about to be used; `isInUse` must say so already. */
  async release(volumeId: string): Promise<void> {
    const { graph } = this.#parts;
    // Asked for by its layer: the volume may have taken the place of the one that had it when this began.
    if (this.#merging !== undefined && this.#merging.child === graph.volume(volumeId)?.top) {
      this.#merging.isStopped = true;
      await this.#merging.ended;
    }
    const top = graph.volume(volumeId)?.top;
    if (top !== undefined && graph.mergeOf(top)?.direction === 'down') graph.dropMerge(top);
  }

  /** Resolves when nothing is left to do. */
  async settled(): Promise<void> {
    while (this.#running !== undefined) await this.#running;
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#running;
  }

  #start(): void {
    if (this.#isStopped) return;
    this.#running ??= this.#run();
  }

  async #run(): Promise<void> {
    // Not in the caller's way.
    await new Promise((resolve) => setImmediate(resolve));
    while (!this.#isStopped && (await this.#next()));
    this.#running = undefined;
  }

  /** False when there is nothing to do. */
  async #next(): Promise<boolean> {
    const removal = this.#removals.shift();
    if (removal !== undefined) {
      const isDone = await this.#attempt(`removing the files of layer ${removal}`, () =>
        this.#removeFiles(removal),
      );
      if (isDone) this.#tryAgain();
      return true;
    }
    const [parent] = this.#candidates;
    if (parent === undefined) return false;
    this.#candidates.delete(parent);
    const pair = this.#parts.graph.pairOver(parent);
    if (pair !== undefined) {
      const what = `merging layers ${pair.parent} and ${pair.child}`;
      if (!(await this.#attempt(what, () => this.#merge(pair)))) this.#failed.add(parent);
    }
    return true;
  }

  #tryAgain(): void {
    for (const parent of this.#failed) this.#candidates.add(parent);
    this.#failed.clear();
  }

  /** False when it failed. */
  async #attempt(what: string, work: () => Promise<void>): Promise<boolean> {
    this.#stepBegan = performance.now();
    try {
      await work();
      return true;
    } catch (error) {
      this.#parts.report(error, what);
      return false;
    }
  }

  async #merge(pair: Pair): Promise<void> {
    const { graph, files, folder, isInUse, leave } = this.#parts;
    const volumeId = graph.volumeOfTop(pair.child);
    // It is considered again when the volume is given back.
    if (volumeId !== undefined && isInUse(volumeId)) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    const merging: Merging = { child: pair.child, ended: promise, isStopped: false };
    this.#merging = merging;
    let gone: number | undefined;
    try {
      const goOn = async () => (await this.#rested()) && !merging.isStopped;
      gone = await mergePair({ graph, files, folder, goOn }, pair);
    } finally {
      this.#merging = undefined;
      resolve();
    }
    if (gone === undefined) return this.consider(pair.parent);
    const survivor = gone === pair.parent ? pair.child : pair.parent;
    this.consider(survivor);
    this.consider(graph.layer(survivor)?.parent ?? null);
    await leave(gone);
    this.#removals.push(gone);
  }

  async #removeFiles(layer: number): Promise<void> {
    const { files, folder } = this.#parts;
    await removeLayer({ files, folder, goOn: () => this.#rested() }, layer);
  }

  /** Waits between two steps; false when the store is being closed. */
  async #rested(): Promise<boolean> {
    const took = performance.now() - this.#stepBegan;
    const rest = Math.min(LONGEST_REST_MS, took * this.#parts.rest);
    if (rest >= 1 && !this.#isStopped) await new Promise((resolve) => setTimeout(resolve, rest));
    this.#stepBegan = performance.now();
    return !this.#isStopped;
  }
}
