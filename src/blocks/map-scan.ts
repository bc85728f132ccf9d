import type { LayerFile, LayerFiles } from './layer-files.ts';
import {
  BLOCK_BYTES,
  BLOCKS_PER_WORD,
  dataPath,
  HEADER_BYTES,
  headerFault,
  mapPath,
  PAGE_BYTES,
} from './layer-format.ts';
import { countBits, dataBits, zeroBits } from './map-words.ts';

/** What the files of a layer hold, by its map. */
export interface LayerScan {
  /** `none`: nothing was ever flushed. Anything else that is no map is told in words. */
  readonly map: 'whole' | 'none' | { readonly fault: string };
  /** Bytes of data, and of trimmed blocks, that the map names. */
  readonly data: number;
  readonly zero: number;
  /** Where the data that the map names ends, in bytes of the volume. */
  readonly dataEnd: number;
  /** Where anything that the map names ends. */
  readonly mapEnd: number;
  /** Blocks that are said to be both. */
  readonly contradictions: number;
  /** The map's file ends in the middle of a page. */
  readonly isCutShort: boolean;
  /** Bytes of the data file; undefined when there is none. */
  readonly dataSize: number | undefined;
  /** Bytes that both files take on the disk. */
  readonly allocated: number;
}

/** As many pages as are read at once: 4 GiB of the volume. */
const READ_BYTES = 64 * PAGE_BYTES;

/** Reads the map of a layer through, without changing anything. The files may be written meanwhile. */
export async function scanLayer(files: LayerFiles, folder: string, id: number): Promise<LayerScan> {
  const map = files.open(mapPath(folder, id), 'read');
  try {
    const read = map === undefined ? nothing : await scanMap(map, id);
    // After the map: what it names by now was in the data file before.
    const data = files.open(dataPath(folder, id), 'read');
    try {
      const { size, allocated } = data?.stat() ?? { size: undefined, allocated: 0 };
      return { ...read, dataSize: size, allocated: allocated + (map?.stat().allocated ?? 0) };
    } finally {
      data?.close();
    }
  } finally {
    map?.close();
  }
}

type MapScan = Omit<LayerScan, 'dataSize' | 'allocated'>;

const nothing: MapScan = {
  map: 'none',
  data: 0,
  zero: 0,
  dataEnd: 0,
  mapEnd: 0,
  contradictions: 0,
  isCutShort: false,
};

async function scanMap(map: LayerFile, id: number): Promise<MapScan> {
  const header = new Uint8Array(HEADER_BYTES);
  const length = await map.read(header, 0, HEADER_BYTES, 0);
  const fault = headerFault(header.subarray(0, length), id);
  if (fault !== undefined) return { ...nothing, map: fault === 'blank' ? 'none' : { fault } };
  const bytes = new Uint8Array(READ_BYTES);
  const words = new Uint32Array(bytes.buffer);
  let [data, zero, dataEnd, mapEnd, contradictions, position] = [0, 0, 0, 0, 0, 0];
  for (;;) {
    const found = await map.read(bytes, 0, READ_BYTES, HEADER_BYTES + position);
    bytes.fill(0, found);
    for (let index = 0; index * 4 < found; index += 1) {
      const word = words[index] ?? 0;
      if (word === 0) continue;
      const [inData, isZero] = [dataBits(word), zeroBits(word)];
      const first = (position / 4 + index) * BLOCKS_PER_WORD;
      data += countBits(inData);
      zero += countBits(isZero);
      contradictions += countBits(inData & isZero);
      if (inData !== 0) dataEnd = first + 32 - Math.clz32(inData);
      mapEnd = first + 32 - Math.clz32(inData | isZero);
    }
    position += found;
    if (found < READ_BYTES) break;
  }
  return {
    map: 'whole',
    data: data * BLOCK_BYTES,
    zero: zero * BLOCK_BYTES,
    dataEnd: dataEnd * BLOCK_BYTES,
    mapEnd: mapEnd * BLOCK_BYTES,
    contradictions,
    isCutShort: position % PAGE_BYTES !== 0,
  };
}
