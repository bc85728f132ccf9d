import type { BlockDevice } from '../blocks/block-store.ts';
import { isZero } from '../files/sparse-bytes.ts';
import { StepFailure } from './job-handler.ts';

/** Data go through memory in pieces of this size, whatever the size of the volume. */
export const PIECE_BYTES = 1024 * 1024;

const zeroPiece = new Uint8Array(PIECE_BYTES);

// Spread over a chunk, so that a file system is not judged by its tables.
const SAMPLES = 8;
const SAMPLE_BYTES = 16 * 1024;

/** Part of a device. */
export interface Range {
  readonly offset: number;
  readonly length: number;
}

/** The range in pieces that fit into memory. */
export function* piecesOf({ offset, length }: Range): Generator<Range> {
  for (let done = 0; done < length; done += PIECE_BYTES) {
    yield { offset: offset + done, length: Math.min(PIECE_BYTES, length - done) };
  }
}

/** Whether the store knows, without reading, that there are only zeros. */
export async function isKnownZero(device: BlockDevice, { offset, length }: Range): Promise<boolean> {
  for await (const { zero } of device.extents(offset, length)) if (!zero) return false;
  return true;
}

/** The bytes, which are nobody else's but where they are all zeros. */
export async function readPiece(device: BlockDevice, range: Range): Promise<Uint8Array> {
  return StepFailure.in('the volume could not be read', async () => {
    if (await isKnownZero(device, range)) return zeroPiece.subarray(0, range.length);
    const bytes = Buffer.allocUnsafe(range.length);
    await device.read(range.offset, bytes);
    return bytes;
  });
}

/** What is left of the range behind the pieces of zeros that it begins with; undefined when that is nothing. */
export async function withoutLeadingZeros(
  device: BlockDevice,
  range: Range,
  signal: AbortSignal,
): Promise<Range | undefined> {
  if (await isKnownZero(device, range)) return undefined;
  for (const piece of piecesOf(range)) {
    signal.throwIfAborted();
    if (isZero(await readPiece(device, piece))) continue;
    return { offset: piece.offset, length: range.offset + range.length - piece.offset };
  }
  return undefined;
}

/** A little of the range from many places. */
export async function sampleOf(device: BlockDevice, { offset, length }: Range): Promise<Uint8Array> {
  const samples: Uint8Array[] = [];
  const size = Math.min(SAMPLE_BYTES, Math.floor(length / SAMPLES));
  for (let count = 0; count < SAMPLES; count += 1) {
    samples.push(
      await readPiece(device, { offset: offset + Math.floor((length / SAMPLES) * count), length: size }),
    );
  }
  return Buffer.concat(samples);
}

/** `length` zeros. */
export function* zeros(length: number): Generator<Uint8Array> {
  for (const piece of piecesOf({ offset: 0, length })) yield zeroPiece.subarray(0, piece.length);
}
