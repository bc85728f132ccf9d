import type { BlockDevice, Borrower, Extent, VolumePlace } from './block-store.ts';
import { ExtentList } from './extent-list.ts';
import { Flusher } from './flusher.ts';
import type { LayerFiles } from './layer-files.ts';
import { BLOCK_BYTES, BLOCKS_PER_PAGE } from './layer-format.ts';
import { blockOf, isStackPlace, LayerStack, pageOf } from './layer-stack.ts';
import { type MapPage, threadPages } from './map-pages.ts';
import { allDone, Turns } from './turns.ts';

interface OpenStack {
  readonly stack: LayerStack;
  readonly flusher: Flusher;
}

/**
 * A volume opened in the main thread, whose calls do not wait for data there. Reads run beside each other and beside
 * a write; writes take turns, because one that is smaller than a block first reads the rest of it. Between
 * `pause` and `resume` calls wait.
 */
export class LayerDevice implements BlockDevice, Borrower {
  readonly size: number;
  readonly #files: LayerFiles;
  readonly #writes = new Turns();
  #open: OpenStack | undefined;
  /** Calls that use the stack now. */
  readonly #running = new Set<Promise<unknown>>();
  #resumed = Promise.withResolvers<void>();
  /** Why there is nothing to wait for. */
  #refusal: unknown;

  constructor(place: VolumePlace, files: LayerFiles) {
    this.size = place.size;
    this.#files = files;
    this.#openAt(place);
  }

  read(offset: number, target: Uint8Array): Promise<void> {
    return this.#use(({ stack }) => this.#read(stack, offset, target));
  }

  write(offset: number, source: Uint8Array): Promise<void> {
    return this.#writes.take(() => this.#use((open) => this.#write(open, offset, source)));
  }

  zero(offset: number, length: number): Promise<void> {
    return this.#writes.take(() => this.#use((open) => this.#zero(open, offset, length)));
  }

  flush(): Promise<void> {
    return this.#use(({ flusher }) => flusher.flush());
  }

  async *extents(offset: number, length: number): AsyncGenerator<Extent> {
    const list = new ExtentList(offset, offset + length);
    await this.#use(async ({ stack }) => stack.inside(offset, length));
    for (let block = blockOf(offset); length > 0 && block * BLOCK_BYTES < offset + length; ) {
      block = await this.#use(({ stack }) => onPage(stack, block, (page) => list.add(page, block)));
      yield* list.take();
    }
    yield* list.done();
  }

  async pause(): Promise<void> {
    const open = await this.#standStill();
    try {
      await open?.flusher.flush();
    } catch (error) {
      this.#open = open;
      this.#resumed.resolve();
      throw error;
    }
    try {
      open?.stack.close();
    } catch (error) {
      this.#refuse(error);
      throw error;
    }
  }

  async resume(place: VolumePlace): Promise<void> {
    try {
      this.#openAt(place);
    } catch (error) {
      this.#refuse(error);
      throw error;
    }
    this.#resumed.resolve();
  }

  /** Flushes and gives the files back. Later calls, and those that wait, are refused with `reason`. */
  async close(reason: Error = new Error('the volume is closed')): Promise<void> {
    const open = await this.#standStill();
    try {
      await open?.flusher.flush();
    } finally {
      open?.stack.close();
      this.#refuse(reason);
    }
  }

  /** Has new calls wait, and those that run end. */
  async #standStill(): Promise<OpenStack | undefined> {
    const open = this.#open;
    if (open === undefined) return undefined;
    this.#open = undefined;
    this.#resumed = Promise.withResolvers();
    await Promise.allSettled(this.#running);
    return open;
  }

  #refuse(reason: unknown): void {
    this.#refusal = reason;
    this.#resumed.resolve();
  }

  #openAt(place: VolumePlace): void {
    if (!isStackPlace(place)) throw new TypeError('this is not a place of the layer store');
    const stack = new LayerStack(place, this.#files, threadPages);
    this.#open = { stack, flusher: new Flusher(stack) };
  }

  async #use<T>(work: (open: OpenStack) => Promise<T>): Promise<T> {
    while (this.#open === undefined) {
      if (this.#refusal !== undefined) throw this.#refusal;
      await this.#resumed.promise;
    }
    const running = work(this.#open);
    this.#running.add(running);
    try {
      return await running;
    } finally {
      this.#running.delete(running);
    }
  }

  async #read(stack: LayerStack, offset: number, target: Uint8Array): Promise<void> {
    stack.inside(offset, target.length);
    const end = offset + target.length;
    const lastBlock = Math.ceil(end / BLOCK_BYTES);
    const reads: Promise<void>[] = [];
    for (let position = offset; position < end; ) {
      const block = blockOf(position);
      const inPage = block % BLOCKS_PER_PAGE;
      const limit = Math.min(BLOCKS_PER_PAGE, inPage + lastBlock - block);
      const { place, stop } = await onPage(stack, block, (page) => ({
        place: page.owners[inPage] ?? 0,
        stop: page.runEnd(inPage, limit),
      }));
      const part = Math.min(end, (block - inPage + stop) * BLOCK_BYTES) - position;
      const start = position - offset;
      if (place === 0) target.fill(0, start, start + part);
      else reads.push(stack.layerAt(place).read(target, start, part, position));
      position += part;
    }
    await allDone(reads);
  }

  async #write(open: OpenStack, offset: number, source: Uint8Array): Promise<void> {
    const { stack } = open;
    stack.inside(offset, source.length);
    const end = offset + source.length;
    let from = offset;
    let to = end;
    const head = blockOf(offset);
    const tail = blockOf(end);
    if (offset > head * BLOCK_BYTES && !(await isInTop(stack, head))) {
      from = Math.min(end, (head + 1) * BLOCK_BYTES);
      await this.#writePart(open, head, offset, source.subarray(0, from - offset));
    }
    if (from < end && end > tail * BLOCK_BYTES && !(await isInTop(stack, tail))) {
      to = Math.max(from, tail * BLOCK_BYTES);
      await this.#writePart(open, tail, to, source.subarray(to - offset));
    }
    if (from < to) await this.#writeBlocks(open, from, source.subarray(from - offset, to - offset));
  }

  /** Writes whole blocks, or parts of blocks that the top has. */
  async #writeBlocks(open: OpenStack, offset: number, source: Uint8Array): Promise<void> {
    const { stack, flusher } = open;
    flusher.noteData();
    await stack.top.write(source, 0, source.length, offset);
    // A flush that began before the write had ended need not have written it out.
    flusher.noteData();
    const last = Math.ceil((offset + source.length) / BLOCK_BYTES);
    await markAll(open, blockOf(offset), last, (page, first, end) => stack.markWritten(page, first, end));
  }

  /** Writes a part of a block that the top lacks: the rest comes from below. */
  async #writePart(open: OpenStack, block: number, offset: number, source: Uint8Array): Promise<void> {
    const position = block * BLOCK_BYTES;
    const bytes = new Uint8Array(BLOCK_BYTES);
    await this.#read(open.stack, position, bytes.subarray(0, Math.min(BLOCK_BYTES, this.size - position)));
    bytes.set(source, offset - position);
    await this.#writeBlocks(open, position, bytes);
  }

  async #zero(open: OpenStack, offset: number, length: number): Promise<void> {
    const { stack } = open;
    stack.inside(offset, length);
    const end = offset + length;
    const first = Math.ceil(offset / BLOCK_BYTES);
    // The end of the volume ends its last block, too.
    const last = end === this.size ? Math.ceil(end / BLOCK_BYTES) : blockOf(end);
    if (first > last) return this.#writeZeros(open, offset, length);
    if (offset < first * BLOCK_BYTES) {
      await this.#writeZeros(open, offset, Math.min(end, first * BLOCK_BYTES) - offset);
    }
    await markAll(open, first, last, (page, start, stop) => stack.markZero(page, start, stop));
    if (end > last * BLOCK_BYTES) await this.#writeZeros(open, last * BLOCK_BYTES, end - last * BLOCK_BYTES);
  }

  /** Zeros within one block, which is left alone when it reads as zeros. */
  async #writeZeros(open: OpenStack, offset: number, length: number): Promise<void> {
    const block = blockOf(offset);
    const isZero = await onPage(open.stack, block, ({ owners }) => owners[block % BLOCKS_PER_PAGE] === 0);
    if (isZero) return;
    await this.#write(open, offset, new Uint8Array(length));
  }
}

/** Gives the page that speaks of the block to `look`, which must not wait: the page may then be another's. */
async function onPage<T>(stack: LayerStack, block: number, look: (page: MapPage) => T): Promise<T> {
  const index = pageOf(block);
  for (;;) {
    const page = stack.cached(index);
    if (page !== undefined) return look(page);
    await stack.load(index);
  }
}

function isInTop(stack: LayerStack, block: number): Promise<boolean> {
  return onPage(stack, block, ({ owners }) => owners[block % BLOCKS_PER_PAGE] === stack.topPlace);
}

/** Changes what is known of the blocks `[first, last)`, page by page, with the blocks counted in their page. */
async function markAll(
  { stack, flusher }: OpenStack,
  first: number,
  last: number,
  mark: (page: MapPage, first: number, end: number) => void,
): Promise<void> {
  for (let block = first; block < last; ) {
    const start = block % BLOCKS_PER_PAGE;
    const stop = Math.min(BLOCKS_PER_PAGE, start + last - block);
    await onPage(stack, block, (page) => mark(page, start, stop));
    if (stack.shouldFlush) await flusher.flush();
    block += stop - start;
  }
}
