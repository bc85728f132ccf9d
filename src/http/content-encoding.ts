import { promisify } from 'node:util';
import { brotliDecompress, unzip } from 'node:zlib';
import { MAX_BODY_BYTES } from './body-text.ts';
import { refuse } from './fault.ts';

type Decompress = (bytes: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>;

/** By the names of RFC 9110, 8.4.1. `unzip` tells gzip and deflate apart by themselves. */
const decompressors: Readonly<Record<string, Decompress>> = {
  gzip: promisify(unzip),
  'x-gzip': promisify(unzip),
  deflate: promisify(unzip),
  br: promisify(brotliDecompress),
};

const isTooLarge = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';

/**
 * Undoes the Content-Encoding of a body, up to the limit that bodies have. It works on the whole body, which is
 * small: a decompressing stream that is given up at the limit may find an error later, when nobody listens
 * any more, and that would end the process.
 */
export async function decompress(bytes: Buffer, coding: string): Promise<Buffer> {
  const name = coding.trim().toLowerCase();
  if (name === '' || name === 'identity') return bytes;
  const run = Object.hasOwn(decompressors, name) ? decompressors[name] : undefined;
  if (run === undefined) throw refuse.contentEncoding(name.slice(0, 40), ['gzip', 'deflate', 'br']);
  try {
    return await run(bytes, { maxOutputLength: MAX_BODY_BYTES });
  } catch (error) {
    throw isTooLarge(error)
      ? refuse.tooLarge(MAX_BODY_BYTES)
      : refuse.malformedBody(`it is not valid ${name}`);
  }
}
