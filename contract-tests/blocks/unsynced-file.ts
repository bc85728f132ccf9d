/** What a disk writes whole or not at all. */
export const SECTOR = 512;

/** One sector since it was durable last: every state that it has had, the durable one first. */
interface History {
  /** How many states were dropped from the front. */
  dropped: number;
  readonly states: Buffer[];
}

/** Which of so many states, the durable one first, a crash leaves behind. */
export type Choose = (states: number) => number;

/**
 * The bytes of one file as programs see them, and for each sector all that a crash could leave of it. Between
 * two syncs the disk may write any state of any sector, in any order, or none.
 */
export class UnsyncedFile {
  #bytes: Buffer;
  readonly #sectors = new Map<number, History>();
  readonly #sizes: { dropped: number; readonly states: number[] };

  /** Starts with bytes that are durable. */
  constructor(bytes: Buffer = Buffer.alloc(0)) {
    this.#bytes = Buffer.from(bytes);
    this.#sizes = { dropped: 0, states: [bytes.length] };
  }

  get size(): number {
    return this.#bytes.length;
  }

  read(target: Uint8Array, start: number, length: number, position: number): number {
    const part = this.#bytes.subarray(position, position + length);
    target.set(part, start);
    return part.length;
  }

  write(source: Uint8Array, position: number): void {
    if (source.length === 0) return;
    const before = this.#remember(position, source.length);
    if (position + source.length > this.size) this.#resize(position + source.length);
    this.#bytes.set(source, position);
    this.#record(before);
  }

  truncate(length: number): void {
    const cut = this.size - length;
    if (cut > 0) this.write(Buffer.alloc(cut), length);
    this.#resize(length);
  }

  /** Begins a sync: what was written until now is durable once the result is called. */
  sync(): () => void {
    const reached = [...this.#sectors].map(([number, history]) => ({ number, history, to: lastOf(history) }));
    const size = lastOf(this.#sizes);
    return () => {
      for (const { number, history, to } of reached) {
        drop(history, to);
        if (history.states.length === 1 && this.#sectors.get(number) === history)
          this.#sectors.delete(number);
      }
      drop(this.#sizes, size);
    };
  }

  /** What is on the disk after a crash. */
  afterCrash(choose: Choose): Buffer {
    const longest = Math.max(this.size, ...this.#sizes.states);
    const bytes = Buffer.alloc(Math.ceil(longest / SECTOR) * SECTOR);
    this.#bytes.copy(bytes);
    for (const [number, { states }] of this.#sectors) {
      states[choose(states.length)]?.copy(bytes, number * SECTOR);
    }
    const size = this.#sizes.states[choose(this.#sizes.states.length)] ?? 0;
    return bytes.subarray(0, size);
  }

  #resize(length: number): void {
    if (length === this.size) return;
    const bytes = Buffer.alloc(length);
    this.#bytes.copy(bytes);
    this.#bytes = bytes;
    this.#sizes.states.push(length);
  }

  /** The histories of the sectors in a range, each begun with its state of now when it has none. */
  #remember(position: number, length: number): Map<number, History> {
    const touched = new Map<number, History>();
    const end = Math.ceil((position + length) / SECTOR);
    for (let number = Math.floor(position / SECTOR); number < end; number += 1) {
      const history = this.#sectors.get(number) ?? { dropped: 0, states: [this.#sector(number)] };
      this.#sectors.set(number, history);
      touched.set(number, history);
    }
    return touched;
  }

  #record(touched: Map<number, History>): void {
    for (const [number, { states }] of touched) states.push(this.#sector(number));
  }

  #sector(number: number): Buffer {
    const sector = Buffer.alloc(SECTOR);
    this.#bytes.copy(sector, 0, number * SECTOR, (number + 1) * SECTOR);
    return sector;
  }
}

const lastOf = ({ dropped, states }: { dropped: number; readonly states: readonly unknown[] }): number =>
  dropped + states.length - 1;

/** Makes the state with this number the first, unless a later one is already. */
function drop(history: { dropped: number; readonly states: unknown[] }, to: number): void {
  const count = to - history.dropped;
  if (count <= 0) return;
  history.states.splice(0, count);
  history.dropped = to;
}
