import type { VolumePlace } from './block-store.ts';
import { Layer, type WrittenPages } from './layer.ts';
import type { LayerFiles } from './layer-files.ts';
import { BLOCK_BYTES, BLOCKS_PER_PAGE, BLOCKS_PER_WORD, PAGE_BYTES } from './layer-format.ts';
import { MapPage, type PageCache, type PageOwner } from './map-pages.ts';

/** Where a volume of a layer store is. */
export type StackPlace = VolumePlace & {
  /** The folder of the store. */
  readonly folder: string;
  /** The ids of its layers from the lowest up, those left out that hold nothing; the last is the one to write. */
  readonly layers: readonly number[];
  /** What is in the files of the last is durable; false when a process may have been killed that wrote them. */
  readonly isDurable: boolean;
};

export function isStackPlace(place: VolumePlace): place is StackPlace {
  const { folder, layers } = place;
  return typeof folder === 'string' && Array.isArray(layers) && layers.length > 0;
}

/** Rounds bytes down to blocks. Division, since a shift would cut offsets of more than 31 bits. */
export const blockOf = (offset: number): number => Math.floor(offset / BLOCK_BYTES);

/**
 * The layers of a volume, open, and what is known of which block is in which. Knows no order of reads and writes:
 * that is for the devices, which share what is here and differ in how they wait.
 */
export class LayerStack implements PageOwner {
  readonly size: number;
  readonly top: Layer;
  /** The place of the top in the stack, counted from 1. */
  readonly topPlace: number;
  /** What was in the files of the top when it was opened is durable. */
  readonly wasDurable: boolean;
  readonly #layers: readonly Layer[];
  readonly #cache: PageCache;
  readonly #pages: (MapPage | undefined)[] = [];
  readonly #loading = new Map<number, Promise<MapPage>>();
  readonly #dirty = new Set<MapPage>();
  readonly #writing = new Set<MapPage>();
  #latest: WrittenPages = [];
  readonly #scratch = new MapPage();

  constructor({ size, folder, layers, isDurable }: StackPlace, files: LayerFiles, cache: PageCache) {
    this.size = size;
    this.#cache = cache;
    const opened: Layer[] = [];
    try {
      layers.forEach((id, index) => {
        const isTop = index === layers.length - 1;
        opened.push(isTop ? Layer.writable(files, folder, id, isDurable) : Layer.stored(files, folder, id));
      });
    } catch (error) {
      for (const layer of opened) layer.close();
      throw error;
    }
    const top = opened.at(-1);
    if (top === undefined) throw new RangeError('a volume has one layer at least');
    this.#layers = opened;
    this.top = top;
    this.topPlace = opened.length;
    this.wasDurable = isDurable;
  }

  /** @throws RangeError unless all of it is within the volume */
  inside(offset: number, length: number): void {
    if (!(offset >= 0 && length >= 0 && offset + length <= this.size)) {
      throw new RangeError(`${length} bytes at ${offset} are not within a volume of ${this.size} bytes`);
    }
  }

  /** The layer at a place that is not 0. */
  layerAt(place: number): Layer {
    const layer = this.#layers[place - 1];
    if (layer === undefined) throw new RangeError(`there is no layer ${place} in the stack`);
    return layer;
  }

  cached(index: number): MapPage | undefined {
    const page = this.#pages[index];
    if (page !== undefined) page.isUsed = true;
    return page;
  }

  loadSync(index: number): MapPage {
    const page = this.#cache.take(this, index);
    try {
      this.#layers.forEach((layer, below) => {
        const { words, bytes } = layer === this.top ? page : this.#scratch;
        layer.readPageSync(index, bytes);
        page.lay(words, below + 1);
      });
    } catch (error) {
      page.owner = undefined;
      throw error;
    }
    this.#pages[index] = page;
    return page;
  }

  /** Loads a page once, however many wait for it: a second one would not know what the first was told. */
  load(index: number): Promise<MapPage> {
    const loading = this.#loading.get(index) ?? this.#load(index).finally(() => this.#loading.delete(index));
    this.#loading.set(index, loading);
    return loading;
  }

  async #load(index: number): Promise<MapPage> {
    const read = await Promise.all(
      this.#layers.map(async (layer) => {
        const bytes = new Uint8Array(PAGE_BYTES);
        await layer.readPage(index, bytes);
        return bytes;
      }),
    );
    const page = this.#cache.take(this, index);
    read.forEach((bytes, below) => {
      page.lay(new Uint32Array(bytes.buffer), below + 1);
    });
    page.bytes.set(read.at(-1) ?? []);
    this.#pages[index] = page;
    return page;
  }

  forget(index: number): void {
    this.#pages[index] = undefined;
  }

  /** The top has these blocks now. They count in the page. */
  markWritten(page: MapPage, first: number, end: number): void {
    const { owners, words } = page;
    for (let block = first; block < end; block += 1) {
      if (owners[block] === this.topPlace) continue;
      owners[block] = this.topPlace;
      const index = Math.floor(block / BLOCKS_PER_WORD);
      const bit = block % BLOCKS_PER_WORD;
      words[index] = ((words[index] ?? 0) | (1 << bit)) & ~(1 << (bit + BLOCKS_PER_WORD));
      this.#soil(page);
    }
  }

  /** These blocks read as zeros now. They count in the page. */
  markZero(page: MapPage, first: number, end: number): void {
    const { owners, words } = page;
    for (let block = first; block < end; block += 1) {
      if (owners[block] === 0) continue;
      owners[block] = 0;
      const index = Math.floor(block / BLOCKS_PER_WORD);
      const bit = block % BLOCKS_PER_WORD;
      // The lowest layer has nothing below that would show.
      const zero = this.topPlace === 1 ? 0 : 1 << (bit + BLOCKS_PER_WORD);
      words[index] = ((words[index] ?? 0) & ~(1 << bit)) | zero;
      this.#soil(page);
    }
  }

  #soil(page: MapPage): void {
    if (page.isDirty) return;
    page.isDirty = true;
    this.#dirty.add(page);
  }

  get hasDirtyPages(): boolean {
    return this.#dirty.size + this.#writing.size > 0;
  }

  /** Whether more has changed than should wait in memory for the next flush. */
  get shouldFlush(): boolean {
    return this.#dirty.size >= this.#cache.dirtyLimit;
  }

  /**
   * The changed pages as they are now, those too that an earlier call gave and that are not settled; it can
   * settle them no more. To be written when the data written so far is durable.
   */
  takeDirty(): WrittenPages {
    for (const page of this.#dirty) {
      page.isDirty = false;
      page.isWriting = true;
      this.#writing.add(page);
    }
    this.#dirty.clear();
    this.#latest = Array.from(this.#writing, ({ index, bytes }) => ({ index, bytes: bytes.slice() }));
    return this.#latest;
  }

  /** Whether the pages are still to be written: later ones may have taken their place. */
  isLatest(pages: WrittenPages): boolean {
    return pages === this.#latest;
  }

  /** The pages are durable, or else have to be written again. Before that, only memory is up to date. */
  settle(pages: WrittenPages, areDurable: boolean): void {
    if (!this.isLatest(pages)) return;
    for (const page of this.#writing) {
      page.isWriting = false;
      if (!areDurable) this.#soil(page);
    }
    this.#writing.clear();
  }

  close(): void {
    this.#cache.release(this);
    for (const layer of this.#layers) layer.close();
  }
}

export const pageOf = (block: number): number => Math.floor(block / BLOCKS_PER_PAGE);
