import type { Extent, VolumePlace } from './block-store.ts';
import { ExtentList } from './extent-list.ts';
import { Flusher } from './flusher.ts';
import type { LayerFiles } from './layer-files.ts';
import { BLOCK_BYTES, BLOCKS_PER_PAGE } from './layer-format.ts';
import { blockOf, isStackPlace, LayerStack, pageOf } from './layer-stack.ts';
import { type MapPage, threadPages } from './map-pages.ts';
import { systemFiles } from './system-files.ts';

/**
 * A lent volume, opened by the thread that has borrowed it. Its calls are synchronous, on the page cache,
 * because a trip to the thread pool costs more than the copy of a few KiB; only `flush` waits for the disk
 * elsewhere. Offsets and lengths are bytes; outside of the device they are a RangeError.
 *
 * The arrays given to `read` and `write` are not kept.
 */
export interface DirectDevice {
  readonly size: number;
  read(offset: number, target: Uint8Array): void;
  write(offset: number, source: Uint8Array): void;
  /** Makes the range read as zeros, without storing them where whole blocks of 4 KiB are meant. */
  zero(offset: number, length: number): void;
  /**
   * What was written before the call is durable when this resolves; writes may go on meanwhile. Once the
   * disk has failed to take what was written, every later flush fails too, until the volume is opened anew.
   */
  flush(): Promise<void>;
  /** Covers `[offset, offset + length)` in order and without gaps; neighbours differ in `zero`. */
  extents(offset: number, length: number): Extent[];
  /** Flushes what is left, waiting for it, and gives the files back. They are given back when that fails, too. */
  close(): void;
}

/**
 * Opens the place that a loan gave, in whatever thread this is called. One device at a time for a volume.
 *
 * @throws LayerDamaged when files are missing or are not what they should be
 */
export function openDirectDevice(place: VolumePlace, files: LayerFiles = systemFiles): DirectDevice {
  if (!isStackPlace(place)) throw new TypeError('this is not a place of the layer store');
  return new LayerDirectDevice(new LayerStack(place, files, threadPages));
}

class LayerDirectDevice implements DirectDevice {
  readonly size: number;
  readonly #stack: LayerStack;
  readonly #flusher: Flusher;
  readonly #block = new Uint8Array(BLOCK_BYTES);

  constructor(stack: LayerStack) {
    this.size = stack.size;
    this.#stack = stack;
    this.#flusher = new Flusher(stack);
  }

  read(offset: number, target: Uint8Array): void {
    this.#stack.inside(offset, target.length);
    this.#read(offset, target, 0, target.length);
  }

  write(offset: number, source: Uint8Array): void {
    const { length } = source;
    this.#stack.inside(offset, length);
    const end = offset + length;
    let from = offset;
    let to = end;
    const head = blockOf(offset);
    const tail = blockOf(end);
    if (offset > head * BLOCK_BYTES && !this.#isInTop(head)) {
      from = Math.min(end, (head + 1) * BLOCK_BYTES);
      this.#writePart(head, offset, source, 0, from - offset);
    }
    if (from < end && end > tail * BLOCK_BYTES && !this.#isInTop(tail)) {
      to = Math.max(from, tail * BLOCK_BYTES);
      this.#writePart(tail, to, source, to - offset, end - to);
    }
    if (from < to) this.#writeBlocks(from, source, from - offset, to - from);
    if (this.#stack.shouldFlush) this.#flusher.flushSync();
  }

  zero(offset: number, length: number): void {
    this.#stack.inside(offset, length);
    const end = offset + length;
    const first = Math.ceil(offset / BLOCK_BYTES);
    // The end of the volume ends its last block, too.
    const last = end === this.size ? Math.ceil(end / BLOCK_BYTES) : blockOf(end);
    if (first > last) {
      this.#writeZeros(offset, length);
      return;
    }
    if (offset < first * BLOCK_BYTES) this.#writeZeros(offset, Math.min(end, first * BLOCK_BYTES) - offset);
    for (let block = first; block < last; ) {
      const page = this.#page(pageOf(block));
      const start = block % BLOCKS_PER_PAGE;
      const stop = Math.min(BLOCKS_PER_PAGE, start + last - block);
      this.#stack.markZero(page, start, stop);
      block += stop - start;
      if (this.#stack.shouldFlush) this.#flusher.flushSync();
    }
    if (last >= first && end > last * BLOCK_BYTES)
      this.#writeZeros(last * BLOCK_BYTES, end - last * BLOCK_BYTES);
  }

  flush(): Promise<void> {
    return this.#flusher.flush();
  }

  extents(offset: number, length: number): Extent[] {
    this.#stack.inside(offset, length);
    const list = new ExtentList(offset, offset + length);
    for (let block = blockOf(offset); block * BLOCK_BYTES < offset + length; ) {
      block = list.add(this.#page(pageOf(block)), block);
    }
    return list.done();
  }

  close(): void {
    try {
      this.#flusher.flushSync();
    } finally {
      this.#stack.close();
    }
  }

  #page(index: number): MapPage {
    return this.#stack.cached(index) ?? this.#stack.loadSync(index);
  }

  #isInTop(block: number): boolean {
    return this.#page(pageOf(block)).owners[block % BLOCKS_PER_PAGE] === this.#stack.topPlace;
  }

  #read(offset: number, target: Uint8Array, targetStart: number, length: number): void {
    const end = offset + length;
    const lastBlock = Math.ceil(end / BLOCK_BYTES);
    let position = offset;
    while (position < end) {
      const block = blockOf(position);
      const page = this.#page(pageOf(block));
      const inPage = block % BLOCKS_PER_PAGE;
      const stop = page.runEnd(inPage, Math.min(BLOCKS_PER_PAGE, inPage + lastBlock - block));
      const part = Math.min(end, (block - inPage + stop) * BLOCK_BYTES) - position;
      const start = targetStart + position - offset;
      const place = page.owners[inPage] ?? 0;
      if (place === 0) target.fill(0, start, start + part);
      else this.#stack.layerAt(place).readSync(target, start, part, position);
      position += part;
    }
  }

  /** Writes whole blocks, or parts of blocks that the top has. */
  #writeBlocks(offset: number, source: Uint8Array, start: number, length: number): void {
    this.#flusher.noteData();
    this.#stack.top.writeSync(source, start, length, offset);
    const last = Math.ceil((offset + length) / BLOCK_BYTES);
    for (let block = blockOf(offset); block < last; ) {
      const page = this.#page(pageOf(block));
      const first = block % BLOCKS_PER_PAGE;
      const stop = Math.min(BLOCKS_PER_PAGE, first + last - block);
      this.#stack.markWritten(page, first, stop);
      block += stop - first;
    }
  }

  /** Writes a part of a block that the top lacks: the rest comes from below. */
  #writePart(block: number, offset: number, source: Uint8Array, start: number, length: number): void {
    const position = block * BLOCK_BYTES;
    const within = Math.min(BLOCK_BYTES, this.size - position);
    this.#read(position, this.#block, 0, within);
    this.#block.fill(0, within);
    for (let index = 0; index < length; index += 1) {
      this.#block[offset - position + index] = source[start + index] ?? 0;
    }
    this.#writeBlocks(position, this.#block, 0, BLOCK_BYTES);
  }

  /** Zeros within one block, which is left alone when it reads as zeros. */
  #writeZeros(offset: number, length: number): void {
    const block = blockOf(offset);
    if (this.#page(pageOf(block)).owners[block % BLOCKS_PER_PAGE] === 0) return;
    this.write(offset, new Uint8Array(length));
  }
}
