/** What a disk writes whole or not at all. */
export const SECTOR = 512;

/** What a sector, or the length of the file, was between one change and the next. */
interface State<T> {
  readonly value: T;
  /** How often the file had been cut when it was changed so. */
  readonly epoch: number;
  /** A cut has made it so. */
  readonly isCut: boolean;
}

/** Every state since one was durable last, that first. */
interface History<T> {
  /** How many states were dropped from the front. */
  dropped: number;
  readonly states: State<T>[];
}

/** Which of so many states, the durable one first, a crash leaves behind. */
export type Choose = (states: number) => number;

/**
 * The bytes of one file as programs see them, and for each sector all that a crash could leave of it. Between
 * two syncs the disk may write any state of any sector, in any order, or none. Only what was cut off does not
 * come back beside what was written after the cut, since no file system has the two in one place.
 */
export class UnsyncedFile {
  #bytes: Buffer;
  readonly #sectors = new Map<number, History<Buffer>>();
  readonly #sizes: History<number>;
  #epoch = 0;

  /** Starts with bytes that are durable. */
  constructor(bytes: Buffer = Buffer.alloc(0)) {
    this.#bytes = Buffer.from(bytes);
    this.#sizes = historyOf(bytes.length);
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
    this.#write(source, position, false);
  }

  truncate(length: number): void {
    const cut = this.size - length;
    if (cut > 0) {
      this.#epoch += 1;
      this.#write(Buffer.alloc(cut), length, true);
    }
    this.#resize(length, cut > 0);
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
    const firstEpoch = this.#sizes.states[0]?.epoch ?? 0;
    const epoch = firstEpoch + choose(this.#epoch - firstEpoch + 1);
    const chosen = <T>({ states }: History<T>): T | undefined => {
      const possible = possibleIn(states, epoch);
      return possible[choose(possible.length)]?.value;
    };
    const size = chosen(this.#sizes) ?? 0;
    const bytes = Buffer.alloc(Math.ceil(Math.max(this.size, size) / SECTOR) * SECTOR);
    this.#bytes.copy(bytes);
    for (const [number, history] of this.#sectors) chosen(history)?.copy(bytes, number * SECTOR);
    return bytes.subarray(0, size);
  }

  #write(source: Uint8Array, position: number, isCut: boolean): void {
    if (source.length === 0) return;
    const before = this.#remember(position, source.length);
    if (position + source.length > this.size) this.#resize(position + source.length, false);
    this.#bytes.set(source, position);
    this.#record(before, isCut);
  }

  #resize(length: number, isCut: boolean): void {
    if (length === this.size) return;
    const bytes = Buffer.alloc(length);
    this.#bytes.copy(bytes);
    this.#bytes = bytes;
    this.#sizes.states.push({ value: length, epoch: this.#epoch, isCut });
  }

  /** The histories of the sectors in a range, each begun with its state of now when it has none. */
  #remember(position: number, length: number): Map<number, History<Buffer>> {
    const touched = new Map<number, History<Buffer>>();
    const end = Math.ceil((position + length) / SECTOR);
    for (let number = Math.floor(position / SECTOR); number < end; number += 1) {
      const history = this.#sectors.get(number) ?? historyOf(this.#sector(number), this.#epochOfDurable());
      this.#sectors.set(number, history);
      touched.set(number, history);
    }
    return touched;
  }

  /** What no change since the last sync has touched may have been so before all cuts since. */
  #epochOfDurable(): number {
    return this.#sizes.states[0]?.epoch ?? 0;
  }

  #record(touched: Map<number, History<Buffer>>, isCut: boolean): void {
    for (const [number, { states }] of touched) {
      states.push({ value: this.#sector(number), epoch: this.#epoch, isCut });
    }
  }

  #sector(number: number): Buffer {
    const sector = Buffer.alloc(SECTOR);
    sector.set(this.#bytes.subarray(number * SECTOR, (number + 1) * SECTOR));
    return sector;
  }
}

const historyOf = <T>(value: T, epoch = 0): History<T> => ({
  dropped: 0,
  states: [{ value, epoch, isCut: false }],
});

/** The states that a crash may leave when so many cuts have reached the disk. */
function possibleIn<T>(states: readonly State<T>[], epoch: number): State<T>[] {
  const until = states.filter((state) => state.epoch <= epoch);
  return until.slice(
    Math.max(
      0,
      until.findLastIndex(({ isCut }) => isCut),
    ),
  );
}

const lastOf = ({ dropped, states }: History<unknown>): number => dropped + states.length - 1;

/** Makes the state with this number the first, unless a later one is already. */
function drop(history: History<unknown>, to: number): void {
  const count = to - history.dropped;
  if (count <= 0) return;
  history.states.splice(0, count);
  history.dropped = to;
}
