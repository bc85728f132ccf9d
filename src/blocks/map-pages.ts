import { BLOCKS_PER_PAGE, BLOCKS_PER_WORD, PAGE_BYTES, WORDS_PER_PAGE } from './layer-format.ts';

/** Whose pages these are. */
export interface PageOwner {
  /** The page is given to somebody else. */
  forget(index: number): void;
}

/**
 * What is known of 64 MiB of a volume: for each block the layer that it reads from, worked out once from the maps
 * of all layers, so that it does not matter how many there are; and the words of the top layer's map.
 */
export class MapPage {
  /** For each block the place of its layer in the stack, the lowest being 1; 0 reads as zeros. */
  readonly owners = new Uint16Array(BLOCKS_PER_PAGE);
  readonly words = new Uint32Array(WORDS_PER_PAGE);
  readonly bytes = new Uint8Array(this.words.buffer);
  /** Undefined when it is nobody's. */
  owner: PageOwner | undefined;
  /** Which 64 MiB of the volume they are. */
  index = 0;
  /** Looked at since the clock's hand passed. */
  isUsed = false;
  /** Has words that are not in the map's file. */
  isDirty = false;
  /** Its words are on their way to the map's file. */
  isWriting = false;

  /** Lays the map of a layer over what lies below: `place` is the layer's place in the stack. */
  lay(words: Uint32Array, place: number): void {
    const { owners } = this;
    for (let index = 0; index < WORDS_PER_PAGE; index += 1) {
      const word = words[index] ?? 0;
      if (word === 0) continue;
      const first = index * BLOCKS_PER_WORD;
      if (word === 0xffff) {
        owners.fill(place, first, first + BLOCKS_PER_WORD);
        continue;
      }
      for (let bit = 0; bit < BLOCKS_PER_WORD; bit += 1) {
        if ((word >>> bit) & 1) owners[first + bit] = place;
        else if ((word >>> (bit + BLOCKS_PER_WORD)) & 1) owners[first + bit] = 0;
      }
    }
  }

  /** Where the run of blocks with the owner of `block` ends, at `limit` at the latest; both count in the page. */
  runEnd(block: number, limit: number): number {
    const { owners } = this;
    const owner = owners[block];
    let end = block + 1;
    while (end < limit && owners[end] === owner) end += 1;
    return end;
  }
}

/** 36 MiB: what 64 GiB of volumes need. */
const PAGES_PER_THREAD = 1024;

/**
 * The pages of all devices of a thread. There are never more than `capacity`, whatever the size and number of
 * the volumes, but for those whose words have yet to be written: these stay, and a device that finds many of
 * them writes its own.
 *
 * The page to go is found by a clock's hand that passes over those that were used since it came by last.
 */
export class PageCache {
  #pages: MapPage[] = [];
  readonly #capacity: number;
  #hand = 0;

  constructor(capacity = PAGES_PER_THREAD) {
    this.#capacity = capacity;
  }

  /** A device that has so many dirty pages had better write them. */
  get dirtyLimit(): number {
    return this.#capacity / 4;
  }

  /** A page that is all zero. */
  take(owner: PageOwner, index: number): MapPage {
    const page = this.#free() ?? this.#add();
    page.owner = owner;
    page.index = index;
    page.isUsed = false;
    return page;
  }

  /** Forgets what the owner has. */
  release(owner: PageOwner): void {
    this.#pages = this.#pages.filter((page) => page.owner !== owner);
  }

  #add(): MapPage {
    const page = new MapPage();
    this.#pages.push(page);
    return page;
  }

  #free(): MapPage | undefined {
    if (this.#pages.length < this.#capacity) return undefined;
    // Twice around: the first time may only find pages that were used.
    for (let step = 2 * this.#pages.length; step > 0; step -= 1) {
      this.#hand = (this.#hand + 1) % this.#pages.length;
      const page = this.#pages[this.#hand];
      if (page === undefined || page.isDirty || page.isWriting) continue;
      if (page.isUsed) {
        page.isUsed = false;
        continue;
      }
      page.owner?.forget(page.index);
      page.owners.fill(0);
      page.bytes.fill(0, 0, PAGE_BYTES);
      return page;
    }
    return undefined;
  }
}

/** One for each thread that imports this. */
export const threadPages = new PageCache();
