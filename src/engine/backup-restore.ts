import { createHash } from 'node:crypto';
import type { BlockDevice } from '../blocks/block-store.ts';
import { dataRuns, isZero } from '../files/sparse-bytes.ts';
import type { BackupManifest, DataChunk } from './backup-format.ts';
import { type BackupPlace, type CopyContext, partsOf, patienceOf } from './backup-objects.ts';
import { decompressed } from './chunk-codec.ts';
import { isKnownZero, PIECE_BYTES, piecesOf, type Range } from './chunk-source.ts';
import { inFlight } from './in-flight.ts';
import { PermanentFailure, StepFailure } from './job-handler.ts';
import { patiently } from './retry.ts';

/**
 * The same bytes in pieces of one size, which the device then gets aligned. A piece is only good until the
 * next is asked for.
 */
async function* inPieces(parts: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let buffer: Buffer | undefined;
  let filled = 0;
  for await (const part of parts) {
    if (filled === 0 && part.length === PIECE_BYTES) {
      yield part;
      continue;
    }
    buffer ??= Buffer.allocUnsafe(PIECE_BYTES);
    for (let taken = 0; taken < part.length; ) {
      const size = Math.min(PIECE_BYTES - filled, part.length - taken);
      buffer.set(part.subarray(taken, taken + size), filled);
      taken += size;
      filled += size;
      if (filled < PIECE_BYTES) break;
      yield buffer;
      filled = 0;
    }
  }
  if (buffer !== undefined && filled > 0) yield buffer.subarray(0, filled);
}

const writing = <T>(work: () => Promise<T>): Promise<T> =>
  StepFailure.in('the volume could not be written', work);

/** Zeros where there are none yet: holes of a volume stay holes. */
async function writeZeros(device: BlockDevice, range: Range): Promise<void> {
  for (const { offset, length } of piecesOf(range)) {
    if (await isKnownZero(device, { offset, length })) continue;
    const bytes = Buffer.allocUnsafe(length);
    await device.read(offset, bytes);
    if (!isZero(bytes)) await device.zero(offset, length);
  }
}

async function writePiece(
  device: BlockDevice,
  offset: number,
  piece: Uint8Array,
  isBlank: boolean,
): Promise<void> {
  if (isBlank) {
    for (const { start, run } of dataRuns(piece)) await device.write(offset + start, run);
  } else if (isZero(piece)) {
    await writeZeros(device, { offset, length: piece.length });
  } else {
    await device.write(offset, piece);
  }
}

/** Copies an object to its place. Until this resolves what was written there is not to be trusted. */
async function restoreChunk(
  place: BackupPlace,
  device: BlockDevice,
  { name, length, encoding, objectBytes, sha256 }: DataChunk,
  start: number,
  isBlank: boolean,
  signal: AbortSignal,
): Promise<void> {
  let found = 0;
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const part of partsOf(place, name, signal)) {
      found += part.length;
      if (found > objectBytes)
        throw new PermanentFailure(`it is longer than the ${objectBytes} bytes that were stored`);
      yield part;
    }
    if (found < objectBytes) {
      throw new PermanentFailure(`it has ${found} of the ${objectBytes} bytes that were stored`);
    }
  }
  const hash = createHash('sha256');
  let offset = start;
  for await (const piece of inPieces(encoding === 'raw' ? counted() : decompressed(counted(), encoding))) {
    if (offset + piece.length > start + length) throw new PermanentFailure('it holds more than its chunk');
    hash.update(piece);
    await writing(() => writePiece(device, offset, piece, isBlank));
    offset += piece.length;
  }
  if (offset !== start + length || hash.digest('hex') !== sha256) {
    throw new PermanentFailure('it is not what was backed up: its digest differs');
  }
}

/**
 * Copies the objects back to the start of the device, each checked against its digest. The bytes behind them
 * stay as they are. Nothing of the device may be served before this resolves.
 */
export async function restoreBackup(
  place: BackupPlace,
  manifest: BackupManifest,
  device: BlockDevice,
  context: CopyContext,
): Promise<void> {
  const { settings, progress } = context;
  // Asked before anything is written: zeros then need no writing.
  const isBlank = await isKnownZero(device, { offset: 0, length: device.size });

  function* placed() {
    let offset = 0;
    for (const chunk of manifest.chunks) {
      yield { chunk, offset };
      offset += chunk.length;
    }
  }
  let done = 0;
  await inFlight(placed(), settings.chunksInFlight, context.signal, async ({ chunk, offset }, signal) => {
    if (chunk.encoding !== 'zero') {
      // What an attempt that broke off has written was never checked, so zeros are zeros only at the first.
      let isUntouched = isBlank;
      const attempt = () => {
        const wasUntouched = isUntouched;
        isUntouched = false;
        return restoreChunk(place, device, chunk, offset, wasUntouched, signal);
      };
      await StepFailure.in(`object ${chunk.name} could not be restored`, () =>
        patiently(attempt, { ...patienceOf(context), signal }),
      );
    } else if (!isBlank) {
      await writing(() => writeZeros(device, { offset, length: chunk.length }));
    }
    done += chunk.length;
    await progress?.(done, manifest.bytes);
  });
  await writing(() => device.flush());
}
