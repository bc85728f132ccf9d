import type { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import {
  constants,
  createDeflate,
  createInflate,
  createZstdCompress,
  createZstdDecompress,
  deflate,
  zstdCompress,
} from 'node:zlib';
import { PermanentFailure } from './job-handler.ts';

/** What may be done to chunks on their way into the store. */
export type Compression = 'zstd' | 'zlib';

// A compressor hands out what it has in parts of this size; its own 16 KiB would be a call for each.
const PART_BYTES = 256 * 1024;
// Beyond the first level it takes longer than it saves to write; see docs/DECISIONS.md.
const ZSTD = { chunkSize: PART_BYTES, params: { [constants.ZSTD_c_compressionLevel]: 1 } };
const ZLIB = { chunkSize: PART_BYTES, level: 1 };

const codecs = {
  zstd: {
    compressor: () => createZstdCompress(ZSTD),
    decompressor: () => createZstdDecompress({ chunkSize: PART_BYTES }),
    all: (bytes: Uint8Array) => promisify(zstdCompress)(bytes, ZSTD),
  },
  zlib: {
    compressor: () => createDeflate(ZLIB),
    decompressor: () => createInflate({ chunkSize: PART_BYTES }),
    all: (bytes: Uint8Array) => promisify(deflate)(bytes, ZLIB),
  },
} satisfies Record<Compression, unknown>;

/** What comes out of the transform when `parts` go in. Fails with the error of either. */
async function* through(parts: AsyncIterable<Uint8Array>, transform: Transform): AsyncGenerator<Uint8Array> {
  const fed = pipeline(parts, transform).catch(() => undefined);
  try {
    yield* transform;
  } finally {
    transform.destroy();
    // Until here `parts` may still be read.
    await fed;
  }
}

export function compressed(
  parts: AsyncIterable<Uint8Array>,
  compression: Compression,
): AsyncGenerator<Uint8Array> {
  return through(parts, codecs[compression].compressor());
}

/** Fails with the error of `parts`, or with `PermanentFailure` when they are not what was compressed. */
export async function* decompressed(
  parts: AsyncIterable<Uint8Array>,
  compression: Compression,
): AsyncGenerator<Uint8Array> {
  let broken: { readonly error: unknown } | undefined;
  async function* watched(): AsyncGenerator<Uint8Array> {
    try {
      yield* parts;
    } catch (error) {
      broken = { error };
      throw error;
    }
  }
  try {
    yield* through(watched(), codecs[compression].decompressor());
  } catch (cause) {
    if (broken !== undefined) throw broken.error;
    throw new PermanentFailure('it is damaged and cannot be decompressed', { cause });
  }
}

// Saving less than a tenth is not worth the work of a restore.
const WORTH_IT = 0.9;

/** Whether bytes like these become enough smaller. */
export async function pays(sample: Uint8Array, compression: Compression): Promise<boolean> {
  return (await codecs[compression].all(sample)).length < sample.length * WORTH_IT;
}
