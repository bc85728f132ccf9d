import type { Graph } from './graph.ts';
import type { Direction, Pair } from './graph-database.ts';
import { Layer, type WrittenPages } from './layer.ts';
import type { LayerFiles } from './layer-files.ts';
import { BLOCK_BYTES, BLOCKS_PER_PAGE, BLOCKS_PER_WORD, WORDS_PER_PAGE } from './layer-format.ts';
import { MapPage } from './map-pages.ts';
import { countBits, dataBits, wordOf, zeroBits } from './map-words.ts';

/**
 * How two layers become one: a frozen layer that no snapshot shows, and the only layer that lies on it.
 *
 * Up: the child is given what it lacks of the parent's. Down: the parent is given what the child has. Either way the
 * two together read the same after every single step: what is copied up is what showed through, and
 * what is copied down lies under the block that it was copied from. So readers need not know, and a merge
 * that is broken off anywhere has done no harm. Data is durable before the words that name it, and
 * all of it before the one transaction after which the other layer is gone. How far it has come is in the graph;
 * what was copied since then is copied again.
 *
 * The way with less to do is taken. Room that a file takes and its map does not name counts as work, too:
 * without a call to punch holes it would stay taken as long as the file.
 *
 * The child may be the top of a volume that nobody uses. When somebody comes to open it, the merge steps aside at
 * once. What was copied down is then copied again next time, since the child may be written meanwhile; what
 * was copied up stays good, because a block that the child was given is never asked of the parent again.
 */
export interface MergeWork {
  readonly graph: Graph;
  readonly files: LayerFiles;
  readonly folder: string;
  /** Waits a little between two steps; false when the merge is to stop. */
  goOn(): Promise<boolean>;
}

/** Copied by one step. */
const STEP_BYTES = 1024 * 1024;
/** After so much data, or so many pages, what was done is made durable and noted. */
const BATCH_BYTES = 64 * 1024 * 1024;
const BATCH_PAGES = 64;

/** Returns the layer that is no more; undefined when the merge was stopped, or the layers are no pair now. */
export async function mergePair(work: MergeWork, pair: Pair): Promise<number | undefined> {
  const { graph } = work;
  const opened: Layer[] = [];
  const open = (id: number): Layer => {
    const isStored = graph.layer(id)?.stored === 1;
    const { files, folder } = work;
    const layer = isStored ? Layer.stored(files, folder, id) : Layer.writable(files, folder, id, false);
    opened.push(layer);
    return layer;
  };
  try {
    const parent = open(pair.parent);
    const child = open(pair.child);
    const begun = graph.mergeOf(pair.child);
    const direction = begun?.direction ?? (await chooseDirection(parent, child, work));
    if (direction === undefined) return undefined;
    const isRoot = graph.layer(pair.parent)?.parent === null;
    const copy = new MergeCopy(work, { ...pair, direction }, { parent, child, isRoot });
    if (!(await copy.run(begun?.nextPage ?? 0))) return undefined;
    return graph.finishMerge(pair, direction);
  } finally {
    for (const layer of opened) layer.close();
  }
}

async function chooseDirection(
  parent: Layer,
  child: Layer,
  { goOn }: MergeWork,
): Promise<Direction | undefined> {
  if (child.pages === 0) return 'down';
  if (parent.pages === 0) return 'up';
  const above = new MapPage();
  const below = new MapPage();
  let [onlyBelow, hidden, inChild, inParent] = [0, 0, 0, 0];
  for (let page = 0; page < Math.max(parent.pages, child.pages); page += 1) {
    if (page % BATCH_PAGES === 0 && !(await goOn())) return undefined;
    await parent.readPage(page, below.bytes);
    await child.readPage(page, above.bytes);
    for (let index = 0; index < WORDS_PER_PAGE; index += 1) {
      const upper = above.words[index] ?? 0;
      const lower = dataBits(below.words[index] ?? 0);
      inParent += countBits(lower);
      inChild += countBits(dataBits(upper));
      onlyBelow += countBits(lower & ~(dataBits(upper) | zeroBits(upper)));
      hidden += countBits(lower & zeroBits(upper));
    }
  }
  const unnamed = (layer: Layer, named: number) => Math.max(0, layer.allocated / BLOCK_BYTES - named);
  const up = onlyBelow + unnamed(child, inChild);
  const down = inChild + unnamed(parent, inParent) + hidden;
  return up < down ? 'up' : 'down';
}

interface Layers {
  readonly parent: Layer;
  readonly child: Layer;
  /** Nothing is below the parent. */
  readonly isRoot: boolean;
}

/** The work on one pair, page by page of the map of the layer that is copied from. */
class MergeCopy {
  readonly #work: MergeWork;
  readonly #pair: Pair & { readonly direction: Direction };
  readonly #source: Layer;
  readonly #target: Layer;
  readonly #isRoot: boolean;
  readonly #from = new MapPage();
  readonly #to = new MapPage();
  readonly #buffer = Buffer.allocUnsafe(STEP_BYTES);
  #batch: { index: number; bytes: Uint8Array }[] = [];
  #copied = 0;

  constructor(
    work: MergeWork,
    pair: Pair & { readonly direction: Direction },
    { parent, child, isRoot }: Layers,
  ) {
    this.#work = work;
    this.#pair = pair;
    [this.#source, this.#target] = pair.direction === 'up' ? [parent, child] : [child, parent];
    this.#isRoot = isRoot;
  }

  /** False when it was stopped. */
  async run(firstPage: number): Promise<boolean> {
    const { pages } = this.#source;
    // Before anything is changed: who opens the volume has to know what was begun.
    if (pages > 0 && !this.#note(firstPage)) return false;
    for (let page = firstPage; page < pages; page += 1) {
      if (!(await this.#mergePage(page))) return false;
      if (this.#copied >= BATCH_BYTES || this.#batch.length >= BATCH_PAGES) {
        await this.#finishBatch();
        if (!this.#note(page + 1)) return false;
      }
    }
    await this.#finishBatch();
    return true;
  }

  /** False when the layers have been removed meanwhile. */
  #note(nextPage: number): boolean {
    const { parent, child, direction } = this.#pair;
    const { graph } = this.#work;
    if (graph.layer(child) === undefined) return false;
    graph.saveMerge({ parent, child, direction, nextPage });
    return true;
  }

  async #mergePage(page: number): Promise<boolean> {
    const [from, to] = [this.#from, this.#to];
    await this.#source.readPage(page, from.bytes);
    await this.#target.readPage(page, to.bytes);
    const toCopy = new Uint16Array(WORDS_PER_PAGE);
    let isChanged = false;
    for (let index = 0; index < WORDS_PER_PAGE; index += 1) {
      const source = from.words[index] ?? 0;
      if (source === 0) continue;
      const target = to.words[index] ?? 0;
      const [data, zero] = this.#merged(source, target);
      toCopy[index] = data;
      const word = wordOf((dataBits(target) | data) & ~zero, (zeroBits(target) | this.#zeros(zero)) & ~data);
      isChanged ||= word !== target || data !== 0;
      to.words[index] = word;
    }
    if (!(await this.#copyBlocks(page, toCopy))) return false;
    if (isChanged) this.#batch.push({ index: page, bytes: to.bytes.slice() });
    return true;
  }

  /** Which blocks of a word the target takes as data, and which as zeros. */
  #merged(source: number, target: number): readonly [number, number] {
    if (this.#pair.direction === 'down') return [dataBits(source), zeroBits(source)];
    const lacks = ~(dataBits(target) | zeroBits(target));
    return [dataBits(source) & lacks, zeroBits(source) & lacks];
  }

  /** Over nothing, zeros need no bit. */
  #zeros(zero: number): number {
    return this.#isRoot ? 0 : zero;
  }

  /** Copies the blocks whose bits are set, as many at once as lie together. */
  async #copyBlocks(page: number, bits: Uint16Array): Promise<boolean> {
    const has = (block: number) =>
      (((bits[Math.floor(block / BLOCKS_PER_WORD)] ?? 0) >>> (block % BLOCKS_PER_WORD)) & 1) === 1;
    const most = STEP_BYTES / BLOCK_BYTES;
    for (let block = 0; block < BLOCKS_PER_PAGE; ) {
      if (!has(block)) {
        block += bits[Math.floor(block / BLOCKS_PER_WORD)] === 0 ? BLOCKS_PER_WORD : 1;
        continue;
      }
      let end = block + 1;
      while (end < BLOCKS_PER_PAGE && end - block < most && has(end)) end += 1;
      if (!(await this.#work.goOn())) return false;
      const length = (end - block) * BLOCK_BYTES;
      const position = (page * BLOCKS_PER_PAGE + block) * BLOCK_BYTES;
      await this.#source.read(this.#buffer, 0, length, position);
      await this.#target.write(this.#buffer, 0, length, position);
      this.#copied += length;
      block = end;
    }
    return true;
  }

  async #finishBatch(): Promise<void> {
    if (this.#batch.length === 0) return;
    const pages: WrittenPages = this.#batch;
    await this.#target.syncData();
    await this.#target.prepareMap();
    this.#target.putPages(pages);
    await this.#target.syncMap();
    this.#batch = [];
    this.#copied = 0;
  }
}
