import type { LayerFile, LayerFiles } from './layer-files.ts';
import {
  dataPath,
  HEADER_BYTES,
  headerFault,
  LayerDamaged,
  layersFolder,
  mapHeader,
  mapPath,
  PAGE_BYTES,
  pagePosition,
} from './layer-format.ts';

/** Pages of a map that are to be written: copies, with where they belong. */
export type WrittenPages = readonly { readonly index: number; readonly bytes: Uint8Array }[];

/** The map of the layer if there is one with anything in it. */
function openMap(files: LayerFiles, folder: string, id: number): LayerFile | undefined {
  const map = files.open(mapPath(folder, id));
  if (map === undefined) return undefined;
  return orClosed(map, () => {
    const header = new Uint8Array(HEADER_BYTES);
    const length = map.readSync(header, 0, HEADER_BYTES, 0);
    const fault = headerFault(header.subarray(0, length), id);
    if (fault === undefined) return map;
    if (fault !== 'blank') throw new LayerDamaged(id, fault);
    map.close();
    return undefined;
  });
}

/** Closes the file when the work fails: who tries again, as on a full disk, would soon have too many files open. */
function orClosed<T>(file: LayerFile | undefined, work: () => T): T {
  try {
    return work();
  } catch (error) {
    file?.close();
    throw error;
  }
}

/** The two files of a layer, open. Which of its calls may be mixed with which is for the device to know. */
export class Layer {
  readonly id: number;
  readonly #files: LayerFiles;
  readonly #folder: string;
  #data: LayerFile | undefined;
  #map: LayerFile | undefined;
  /** Whether the names of all files that there are are durable. */
  #isNamed: boolean;
  /** How many files were made here: one that is made while names are synced is not among them. */
  #made = 0;

  private constructor(files: LayerFiles, folder: string, id: number, isDurable: boolean) {
    this.id = id;
    this.#files = files;
    this.#folder = folder;
    const map = openMap(files, folder, id);
    this.#map = map;
    // Without a map, what a data file holds was never flushed: it will be written over.
    if (map !== undefined) this.#data = orClosed(map, () => files.open(dataPath(folder, id)));
    this.#isNamed = isDurable && this.#map !== undefined;
  }

  /**
   * Opens a layer to be written; it may have no files yet. `isDurable` unless a process may have written them and been
   * killed.
   */
  static writable(files: LayerFiles, folder: string, id: number, isDurable: boolean): Layer {
    return new Layer(files, folder, id, isDurable);
  }

  /** Opens a layer that is known to have been written. @throws LayerDamaged when it is not there */
  static stored(files: LayerFiles, folder: string, id: number): Layer {
    const layer = new Layer(files, folder, id, true);
    if (layer.#map === undefined) throw new LayerDamaged(id, 'has lost its map');
    return layer;
  }

  /** Whether anything of it was ever flushed. */
  get isStored(): boolean {
    return this.#map !== undefined;
  }

  /** How many pages the map has. */
  get pages(): number {
    if (this.#map === undefined) return 0;
    return Math.max(0, Math.ceil((this.#map.stat().size - HEADER_BYTES) / PAGE_BYTES));
  }

  /** Bytes that the data file takes on the disk. */
  get allocated(): number {
    return this.#data?.stat().allocated ?? 0;
  }

  /** Fills `bytes` with a page of the map. */
  readPageSync(index: number, bytes: Uint8Array): void {
    const length = this.#map?.readSync(bytes, 0, PAGE_BYTES, pagePosition(index)) ?? 0;
    bytes.fill(0, length);
  }

  async readPage(index: number, bytes: Uint8Array): Promise<void> {
    const length = (await this.#map?.read(bytes, 0, PAGE_BYTES, pagePosition(index))) ?? 0;
    bytes.fill(0, length);
  }

  /** Reads blocks that the map says are here. */
  readSync(target: Uint8Array, start: number, length: number, position: number): void {
    if ((this.#data?.readSync(target, start, length, position) ?? 0) < length) throw this.#cutShort();
  }

  async read(target: Uint8Array, start: number, length: number, position: number): Promise<void> {
    if (((await this.#data?.read(target, start, length, position)) ?? 0) < length) throw this.#cutShort();
  }

  writeSync(source: Uint8Array, start: number, length: number, position: number): void {
    (this.#data ?? this.#makeData()).writeSync(source, start, length, position);
  }

  async write(source: Uint8Array, start: number, length: number, position: number): Promise<void> {
    await (this.#data ?? this.#makeData()).write(source, start, length, position);
  }

  /** Makes what was written into the data file durable. */
  async syncData(): Promise<void> {
    await this.#data?.datasync();
  }

  syncDataSync(): void {
    this.#data?.datasyncSync();
  }

  /**
   * To be called between `syncData` and `putPages`: the first time, makes the name of the data file durable, before
   * any word can lead to it.
   */
  async prepareMap(): Promise<void> {
    if (!this.#isNamed) await this.#files.syncFolder(layersFolder(this.#folder));
  }

  prepareMapSync(): void {
    if (!this.#isNamed) this.#files.syncFolderSync(layersFolder(this.#folder));
  }

  /** Writes pages of the map, which go to the page cache: a few KiB for each 64 MiB of the volume. */
  putPages(pages: WrittenPages): void {
    if (pages.length === 0) return;
    const map = this.#map ?? this.#makeMap();
    for (const { index, bytes } of pages) map.writeSync(bytes, 0, PAGE_BYTES, pagePosition(index));
  }

  /** Makes the pages durable, and the first time their file's name. */
  async syncMap(): Promise<void> {
    const made = this.#made;
    await this.#map?.datasync();
    if (!this.#isNamed) await this.#files.syncFolder(layersFolder(this.#folder));
    if (made === this.#made) this.#isNamed = true;
  }

  syncMapSync(): void {
    this.#map?.datasyncSync();
    if (!this.#isNamed) this.#files.syncFolderSync(layersFolder(this.#folder));
    this.#isNamed = true;
  }

  /** Makes all that is in the files durable. */
  async sync(): Promise<void> {
    await this.syncData();
    await this.prepareMap();
    await this.syncMap();
  }

  close(): void {
    this.#data?.close();
    this.#map?.close();
  }

  #makeData(): LayerFile {
    this.#data = this.#files.create(dataPath(this.#folder, this.id));
    this.#noteMade();
    return this.#data;
  }

  #makeMap(): LayerFile {
    const map = this.#files.create(mapPath(this.#folder, this.id));
    orClosed(map, () => {
      // What a crash left of a map that was never flushed says nothing true.
      map.truncateSync(0);
      map.writeSync(mapHeader(this.id), 0, HEADER_BYTES, 0);
    });
    this.#map = map;
    this.#noteMade();
    return map;
  }

  #noteMade(): void {
    this.#isNamed = false;
    this.#made += 1;
  }

  #cutShort(): LayerDamaged {
    return new LayerDamaged(this.id, 'has a data file that ends before what its map names');
  }
}
