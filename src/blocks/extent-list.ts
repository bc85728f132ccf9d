import type { Extent } from './block-store.ts';
import { BLOCK_BYTES, BLOCKS_PER_PAGE } from './layer-format.ts';
import type { MapPage } from './map-pages.ts';

/** Gathers the runs of blocks of a range into extents of which neighbours differ. */
export class ExtentList {
  readonly #extents: Extent[] = [];
  readonly #end: number;
  #start: number;
  #next: number;
  #isZero = false;

  /** The range in bytes. */
  constructor(start: number, end: number) {
    this.#start = start;
    this.#next = start;
    this.#end = end;
  }

  /** Adds what a page says from `block` of the volume on; returns the first block that it says nothing of. */
  add(page: MapPage, block: number): number {
    const pageStart = block - (block % BLOCKS_PER_PAGE);
    const limit = Math.min(BLOCKS_PER_PAGE, Math.ceil(this.#end / BLOCK_BYTES) - pageStart);
    for (let inPage = block - pageStart; inPage < limit; ) {
      const isZero = page.owners[inPage] === 0;
      inPage = page.runEnd(inPage, limit);
      if (isZero !== this.#isZero) this.#cut(isZero);
      this.#next = Math.min(this.#end, (pageStart + inPage) * BLOCK_BYTES);
    }
    return pageStart + limit;
  }

  /** The extents that are complete, which are then forgotten. */
  take(): Extent[] {
    return this.#extents.splice(0);
  }

  /** All that are left. */
  done(): Extent[] {
    this.#cut(this.#isZero);
    return this.take();
  }

  #cut(isZero: boolean): void {
    if (this.#next > this.#start) {
      this.#extents.push({ offset: this.#start, length: this.#next - this.#start, zero: this.#isZero });
      this.#start = this.#next;
    }
    this.#isZero = isZero;
  }
}
