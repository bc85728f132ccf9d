/**
 * The tops whose files are known to be durable. Those from before the store was opened are not, at first: whoever wrote
 * them may have been killed, and what is in the page cache looks just like what is on the disk.
 */
export class DurableTops {
  readonly #newestFound: number;
  readonly #known = new Set<number>();
  readonly #failed = new Set<number>();

  constructor(newestFound: number) {
    this.#newestFound = newestFound;
  }

  has(layer: number): boolean {
    return !this.#failed.has(layer) && (layer > this.#newestFound || this.#known.has(layer));
  }

  add(layer: number): void {
    if (layer <= this.#newestFound && !this.#failed.has(layer)) this.#known.add(layer);
  }

  /** Something written to it could not be made durable, and the disk will not say so again. */
  delete(layer: number): void {
    this.#failed.add(layer);
  }
}
