/** The smallest thing that a disk writes whole or not at all. */
export const SECTOR = 512;

/** What one write put into one sector: a number that no other write has; 0 is a sector of zeros. */
export type Stamp = number;

/** The bytes of a sector: they tell which write they are of and where they belong. */
export function writeSector(target: Buffer, at: number, stamp: Stamp, sector: number): void {
  if (stamp === 0) {
    target.fill(0, at, at + SECTOR);
    return;
  }
  for (let word = 0; word < SECTOR; word += 8) {
    target.writeUInt32LE(stamp, at + word);
    target.writeUInt32LE((sector ^ Math.imul(word, 0x9e3779b1)) >>> 0, at + word + 4);
  }
}

const expected = Buffer.alloc(SECTOR);

/** Which write the sector is of; undefined when it is no whole sector of any, or belongs elsewhere. */
export function readSector(bytes: Buffer, at: number, sector: number): Stamp | undefined {
  const stamp = bytes.readUInt32LE(at);
  writeSector(expected, 0, stamp, sector);
  return expected.compare(bytes, at, at + SECTOR) === 0 ? stamp : undefined;
}

interface Write {
  readonly stamp: Stamp;
  isAnswered: boolean;
}

interface Sector {
  /** What it held when all before was durable: more than one where a crash has left that in doubt. */
  durable: readonly Stamp[];
  /** Written since, the oldest first. */
  since: Write[];
}

const blank = (): Sector => ({ durable: [0], since: [] });

/** A range of sectors that a write, a trim or the like is about. */
export interface SectorRange {
  readonly first: number;
  readonly count: number;
}

/**
 * What a volume may hold after a crash: of each sector what was durable, or anything that was written since.
 * Sectors that were never written are zeros.
 */
export class Contents {
  readonly #sectors = new Map<number, Sector>();

  /** Tells of a write before it is sent; the result is to be called with its answer. */
  write({ first, count }: SectorRange, stamp: Stamp): { answered(): void; durable(): void } {
    const writes: [Sector, Write][] = [];
    for (let number = first; number < first + count; number += 1) {
      const sector = this.#sectors.get(number) ?? blank();
      this.#sectors.set(number, sector);
      const write = { stamp, isAnswered: false };
      sector.since.push(write);
      writes.push([sector, write]);
    }
    return {
      answered: () => {
        for (const [, write] of writes) write.isAnswered = true;
      },
      durable: () => {
        for (const [sector, write] of writes) settle(sector, write);
      },
    };
  }

  /** To be called before a flush is sent; the result when it is answered. What is answered by now is durable then. */
  flush(): () => void {
    const last: [Sector, Write][] = [];
    for (const sector of this.#sectors.values()) {
      const write = sector.since.findLast(({ isAnswered }) => isAnswered);
      if (write !== undefined) last.push([sector, write]);
    }
    return () => {
      for (const [sector, write] of last) settle(sector, write);
    };
  }

  /** What a copy that is taken now may hold. */
  copy(): Contents {
    const copy = new Contents();
    for (const [number, { durable, since }] of this.#sectors) {
      copy.#sectors.set(number, { durable, since: since.map((write) => ({ ...write })) });
    }
    return copy;
  }

  /** Everything that was answered is durable, and nothing was under way. */
  settleAll(): void {
    this.flush()();
  }

  /** A crash has come before anybody could tell: what was written and not durable is there for good, or is not. */
  leaveInDoubt(): void {
    for (const sector of this.#sectors.values()) {
      sector.durable = [...sector.durable, ...sector.since.map(({ stamp }) => stamp)];
      sector.since = [];
    }
  }

  /** Whether the sector may hold this. */
  allows(number: number, stamp: Stamp): boolean {
    const { durable, since } = this.#sectors.get(number) ?? blank();
    return durable.includes(stamp) || since.some((write) => write.stamp === stamp);
  }

  describe(number: number): string {
    const { durable, since } = this.#sectors.get(number) ?? blank();
    const written = since.map(({ stamp, isAnswered }) => `${stamp}${isAnswered ? '' : ' unanswered'}`);
    return [`durable ${durable.join(' or ')}`, ...written.map((write) => `written ${write}`)].join(', ');
  }

  /** The sectors that may hold anything but zeros. */
  written(): Iterable<number> {
    return this.#sectors.keys();
  }

  /** The sector was looked at when nothing could change it: from now on it holds this. */
  seen(number: number, stamp: Stamp): void {
    if (stamp === 0) this.#sectors.delete(number);
    else this.#sectors.set(number, { durable: [stamp], since: [] });
  }
}

/** The write is durable; older ones cannot come back. */
function settle(sector: Sector, write: Write): void {
  const index = sector.since.indexOf(write);
  // An older flush may be answered after a younger one.
  if (index < 0) return;
  sector.durable = [write.stamp];
  sector.since.splice(0, index + 1);
}
