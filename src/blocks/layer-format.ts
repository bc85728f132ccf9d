import { join } from 'node:path';

/**
 * The files of a block store. This is the format's description; what reads or writes it imports it from here.
 *
 *     <folder>/graph.db            which layers, volumes and snapshots there are (`graph.ts`)
 *     <folder>/layers/<id>.data    the blocks that a layer holds, each where it lies in the volume; sparse
 *     <folder>/layers/<id>.map     which blocks those are
 *
 * A volume is a stack of layers. A block of 4 KiB reads from the uppermost layer that says anything of it, and as
 * zeros when none does. Only the top is written, by one writer; what lies below never changes but by a merge,
 * which changes nothing that a reader can see (`merge.ts`). Both files are made when the layer is first
 * written, so an untouched layer is a row in the graph and nothing else. Ids are never used twice: a file that
 * a crash has left cannot be mistaken for that of a later layer.
 *
 * The map, in little-endian order:
 *
 *     0     8 bytes   `CBLKMAP` and a zero byte
 *     8     u32       version of the format, 1
 *     12    u32       bytes in a block, 4096
 *     16    u64       id of the layer
 *     4096  u32 each  a word for each cluster of 16 blocks (64 KiB) of the volume
 *
 * A word has two bits for each of its 16 blocks: the lower half says "the data file has it", the upper half
 * "it reads as zeros". Neither: ask the layer below. Never both. The file ends with the last page (4 KiB, which
 * is 64 MiB of the volume) that was ever written; what is behind its end is zero.
 *
 * Why blocks of 4 KiB, when 64 KiB would make a sixteenth of the map: the first write to a block after a snapshot
 * then needs nothing from the layers below unless it is smaller than a block, and file systems write no less.
 * Why the two bits of a block in one word: a word is written whole by any disk, so a map page that is torn by a
 * power cut has each block as it was before or after, and either is right. That is also why the pages have no
 * checksum, which a torn page would break.
 *
 * Why data goes to the disk before the word that names it: a flush writes out the data file, then the words
 * that changed, then the map. Whatever interrupts it, a word on the disk names data on the disk. In the other
 * order a crash would show, as the volume's, bytes that were in the data file before or none. The names of
 * both files are made durable by the first flush, the data's before the map has a word.
 *
 * Node has no call to punch holes: the room of blocks that were trimmed, or overwritten in a layer above, is
 * given back when the layer is merged away or removed.
 */
export const FORMAT_VERSION = 1;

export const BLOCK_BYTES = 4096;
export const BLOCKS_PER_WORD = 16;
export const WORDS_PER_PAGE = 1024;
export const BLOCKS_PER_PAGE = BLOCKS_PER_WORD * WORDS_PER_PAGE;
/** How much of a volume one page of a map speaks of: 64 MiB. */
export const PAGE_SPAN = BLOCKS_PER_PAGE * BLOCK_BYTES;
export const PAGE_BYTES = 4096;
export const HEADER_BYTES = 4096;

const MAGIC = Buffer.from('CBLKMAP\0', 'latin1');

export const dataName = (id: number): string => `${id}.data`;
export const mapName = (id: number): string => `${id}.map`;
export const layersFolder = (folder: string): string => join(folder, 'layers');
export const dataPath = (folder: string, id: number): string => join(layersFolder(folder), dataName(id));
export const mapPath = (folder: string, id: number): string => join(layersFolder(folder), mapName(id));
/** Where a page of the map begins in its file. */
export const pagePosition = (page: number): number => HEADER_BYTES + page * PAGE_BYTES;

/** A layer cannot be read, or not safely. `cinderblock check` says more. */
export class LayerDamaged extends Error {
  constructor(id: number, what: string) {
    super(`layer ${id} of the block store ${what}`);
    this.name = 'LayerDamaged';
  }
}

export function mapHeader(id: number): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  MAGIC.copy(header);
  header.writeUInt32LE(FORMAT_VERSION, 8);
  header.writeUInt32LE(BLOCK_BYTES, 12);
  header.writeBigUInt64LE(BigInt(id), 16);
  return header;
}

/**
 * What is wrong with the header of a map; undefined when it is fit to be read. `blank` is one that never reached the
 * disk: the map is empty whatever follows, since no flush of the layer has ever ended.
 */
export function headerFault(header: Uint8Array, id: number): 'blank' | string | undefined {
  if (header.length < HEADER_BYTES || header.every((byte) => byte === 0)) return 'blank';
  const view = Buffer.from(header.buffer, header.byteOffset, header.byteLength);
  if (!view.subarray(0, MAGIC.length).equals(MAGIC)) return 'has a map that does not begin like one';
  const version = view.readUInt32LE(8);
  if (version !== FORMAT_VERSION) return `has a map of version ${version}, and this release knows version 1`;
  if (view.readUInt32LE(12) !== BLOCK_BYTES) return `has a map with blocks of ${view.readUInt32LE(12)} bytes`;
  const found = view.readBigUInt64LE(16);
  return found === BigInt(id) ? undefined : `has the map of layer ${found}`;
}
