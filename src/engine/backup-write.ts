import { createHash, type Hash } from 'node:crypto';
import type { BlockDevice } from '../blocks/block-store.ts';
import { type BackupChunk, CHUNK_BYTES, chunkName, type DataChunk, newManifest } from './backup-format.ts';
import { type BackupPlace, type CopyContext, patienceOf, writeManifest } from './backup-objects.ts';
import { compressed, pays } from './chunk-codec.ts';
import {
  isKnownZero,
  piecesOf,
  type Range,
  readPiece,
  sampleOf,
  withoutLeadingZeros,
  zeros,
} from './chunk-source.ts';
import { inFlight, roomFor } from './in-flight.ts';
import { StepFailure } from './job-handler.ts';
import { patiently } from './retry.ts';

/** Chunks of zeros that are written beside those with bytes: most of most volumes, and they take no memory. */
const EMPTY_IN_FLIGHT = 16;

interface Chunk extends Range {
  readonly index: number;
  readonly name: string;
}

function* chunksOf(size: number, objectPrefix: string): Generator<Chunk> {
  for (let index = 0; index * CHUNK_BYTES < size; index += 1) {
    const offset = index * CHUNK_BYTES;
    const length = Math.min(CHUNK_BYTES, size - offset);
    yield { index, offset, length, name: chunkName(objectPrefix, index + 1) };
  }
}

const noBytes = async function* (): AsyncGenerator<Uint8Array> {};

/** Incompressible bytes are not compressed: that would cost as much as hashing them, for nothing. */
async function encodingOf(
  device: BlockDevice,
  range: Range,
  compression: CopyContext['settings']['compression'],
): Promise<DataChunk['encoding']> {
  if (compression === 'none') return 'raw';
  return (await pays(await sampleOf(device, range), compression)) ? compression : 'raw';
}

/** The bytes of the chunk, hashed on their way. */
async function* bytesOf(
  device: BlockDevice,
  { offset, length }: Range,
  data: Range,
  hash: Hash,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  for (const piece of zeros(data.offset - offset)) {
    hash.update(piece);
    yield piece;
  }
  for (const range of piecesOf({ offset: data.offset, length: offset + length - data.offset })) {
    signal.throwIfAborted();
    const piece = await readPiece(device, range);
    hash.update(piece);
    yield piece;
  }
}

async function writeZeros(
  { objects, tenantId, container }: BackupPlace,
  { name, length }: Chunk,
  { signal }: CopyContext,
): Promise<BackupChunk> {
  await objects.put(tenantId, container, name, noBytes(), { length: 0, signal });
  return { name, length, encoding: 'zero', objectBytes: 0 };
}

async function writeChunk(
  place: BackupPlace,
  device: BlockDevice,
  chunk: Chunk,
  context: CopyContext,
): Promise<BackupChunk> {
  const { name, length } = chunk;
  const { settings, signal } = context;
  signal.throwIfAborted();
  const data = await withoutLeadingZeros(device, chunk, signal);
  if (data === undefined) return writeZeros(place, chunk, context);
  const { objects, tenantId, container } = place;
  const encoding = await encodingOf(device, data, settings.compression);
  const hash = createHash('sha256');
  let objectBytes = 0;
  async function* counted(parts: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const part of parts) {
      objectBytes += part.length;
      yield part;
    }
  }
  const bytes = bytesOf(device, chunk, data, hash, signal);
  await (encoding === 'raw'
    ? objects.put(tenantId, container, name, counted(bytes), { length, signal })
    : objects.put(tenantId, container, name, counted(compressed(bytes, encoding)), { signal }));
  return { name, length, encoding, objectBytes, sha256: hash.digest('hex') };
}

/**
 * Copies the whole device into objects; the number of objects, the metadata object included. The volume must
 * stay as it is meanwhile: a chunk that could not be stored is read again.
 */
export async function writeBackup(
  place: BackupPlace,
  device: BlockDevice,
  volumeId: string,
  context: CopyContext,
): Promise<number> {
  const { settings, progress } = context;
  const count = Math.ceil(device.size / CHUNK_BYTES);
  const chunks: BackupChunk[] = [];
  let done = 0;
  const withRoom = roomFor(settings.chunksInFlight);
  const write = async (chunk: Chunk, within: CopyContext): Promise<BackupChunk> =>
    (await isKnownZero(device, chunk))
      ? writeZeros(place, chunk, within)
      : withRoom(() => writeChunk(place, device, chunk, within));
  const items = chunksOf(device.size, place.objectPrefix);
  await inFlight(items, settings.chunksInFlight + EMPTY_IN_FLIGHT, context.signal, async (chunk, signal) => {
    const within = { ...context, signal };
    chunks[chunk.index] = await StepFailure.in(
      `chunk ${chunk.index + 1} of ${count} could not be stored`,
      () => patiently(() => write(chunk, within), patienceOf(within)),
    );
    done += chunk.length;
    await progress?.(done, device.size);
  });
  await writeManifest(place, newManifest({ volumeId, bytes: device.size, chunks }), context);
  return count + 1;
}
