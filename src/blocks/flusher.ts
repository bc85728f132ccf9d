import type { LayerStack } from './layer-stack.ts';

/**
 * Makes what was written into the top of a stack durable, in the order that the format asks for: data, then the
 * words that name it. Writes go on meanwhile; a flush takes the words as they were at its start, since later
 * ones may name data that it does not write out.
 *
 * A disk that fails to write out data forgets about it and says so once (on Linux). So the first such error
 * stays: every later flush fails with it, rather than promise what is gone.
 */
export class Flusher {
  readonly #stack: LayerStack;
  #hasData = false;
  /** What a killed process wrote is in the page cache, to be read but not durable: the first flush sees to it. */
  #isFirst: boolean;
  #failure: unknown;
  #running: Promise<void> | undefined;
  #next: Promise<void> | undefined;

  constructor(stack: LayerStack) {
    this.#stack = stack;
    this.#isFirst = !stack.wasDurable;
  }

  /** Data was written into the top. */
  noteData(): void {
    this.#hasData = true;
  }

  /** Those that come while one is under way share the next. */
  flush(): Promise<void> {
    if (this.#running === undefined) return this.#start();
    this.#next ??= this.#running
      .catch(() => undefined)
      .then(() => {
        this.#next = undefined;
        return this.#start();
      });
    return this.#next;
  }

  /** Flushes while everything else waits, a flush under way included. */
  flushSync(): void {
    this.#throwFailure();
    const { top } = this.#stack;
    const pages = this.#stack.takeDirty();
    try {
      const isFirst = this.#isFirst;
      if (isFirst || this.#hasData || this.#running || pages.length > 0) {
        this.#failing(() => top.syncDataSync());
      }
      this.#hasData = false;
      if (!isFirst && pages.length === 0) return;
      top.prepareMapSync();
      top.putPages(pages);
      this.#failing(() => top.syncMapSync());
      this.#stack.settle(pages, true);
      this.#isFirst = false;
    } catch (error) {
      this.#stack.settle(pages, false);
      throw error;
    }
  }

  #start(): Promise<void> {
    const running = this.#flush().finally(() => {
      // Where somebody waits for the next one, that takes its place: in between no third may begin beside it.
      if (this.#running === running && this.#next === undefined) this.#running = undefined;
    });
    this.#running = running;
    return running;
  }

  async #flush(): Promise<void> {
    this.#throwFailure();
    const stack = this.#stack;
    const { top } = stack;
    const isFirst = this.#isFirst;
    if (!isFirst && !this.#hasData && !stack.hasDirtyPages) return;
    const pages = stack.takeDirty();
    this.#hasData = false;
    try {
      await top.syncData().catch((error: unknown) => this.#fail(error));
      const hasPages = isFirst || pages.length > 0;
      if (hasPages && stack.isLatest(pages)) await top.prepareMap();
      // A `flushSync` has come in between, and has written these pages and more, or has failed to.
      if (!stack.isLatest(pages)) return await this.#flush();
      if (!hasPages) return;
      top.putPages(pages);
      await top.syncMap().catch((error: unknown) => this.#fail(error));
      stack.settle(pages, true);
      this.#isFirst = false;
    } catch (error) {
      stack.settle(pages, false);
      throw error;
    }
  }

  #failing(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(error: unknown): never {
    this.#failure ??= error;
    throw error;
  }

  #throwFailure(): void {
    if (this.#failure !== undefined) throw this.#failure;
  }
}
