import type { BlockDevice } from '../blocks/block-store.ts';
import { isZero } from '../files/sparse-bytes.ts';
import { ObjectNotFound, type ObjectStore } from '../objects/object-store.ts';
import {
  type BackupChunk,
  type BackupManifest,
  CHUNK_BYTES,
  chunkName,
  chunkPrefix,
  manifestName,
  newManifest,
  parseManifest,
} from './backup-format.ts';
import { createChunkDigest } from './chunk-digest.ts';
import { PermanentFailure } from './job-handler.ts';

/** Where the objects of one backup are. */
export interface BackupPlace {
  readonly objects: ObjectStore;
  readonly tenantId: string;
  readonly container: string;
  readonly objectPrefix: string;
}

// Data goes through memory in pieces of this size, whatever the size of the volume.
const PIECE_BYTES = 1024 * 1024;

const zeroPiece = new Uint8Array(PIECE_BYTES);

function* pieceLengths(length: number): Generator<number> {
  for (let left = length; left > 0; left -= PIECE_BYTES) yield Math.min(PIECE_BYTES, left);
}

/** Whether the store knows, without reading, that there are only zeros. */
async function isKnownZero(device: BlockDevice, offset: number, length: number): Promise<boolean> {
  for await (const { zero } of device.extents(offset, length)) if (!zero) return false;
  return true;
}

async function* zeros(length: number): AsyncGenerator<Uint8Array> {
  for (const part of pieceLengths(length)) yield zeroPiece.subarray(0, part);
}

async function* bytesOf(device: BlockDevice, offset: number, length: number): AsyncGenerator<Uint8Array> {
  let next = offset;
  for (const part of pieceLengths(length)) {
    // A fresh buffer each time: the store may read ahead.
    const piece = Buffer.allocUnsafe(part);
    await device.read(next, piece);
    next += part;
    yield piece;
  }
}

async function writeChunk(
  place: BackupPlace,
  device: BlockDevice,
  name: string,
  offset: number,
  length: number,
): Promise<BackupChunk> {
  const { objects, tenantId, container } = place;
  const isHole = await isKnownZero(device, offset, length);
  const digest = createChunkDigest();
  async function* watched(): AsyncGenerator<Uint8Array> {
    for await (const piece of isHole ? zeros(length) : bytesOf(device, offset, length)) {
      digest.update(piece);
      yield piece;
    }
  }
  await objects.put(tenantId, container, name, watched());
  return { name, length, sha256: digest.sha256(), zero: digest.isZero() };
}

/** What a copy needs to know and tell on its way. */
export interface CopyContext {
  readonly signal: AbortSignal;
  /** Told after each chunk how many bytes are done, of how many. */
  readonly progress?: (done: number, total: number) => Promise<void>;
}

/** Copies the whole device into objects; the number of objects, the metadata object included. */
export async function writeBackup(
  place: BackupPlace,
  device: BlockDevice,
  volumeId: string,
  { signal, progress }: CopyContext,
): Promise<number> {
  const { objects, tenantId, container, objectPrefix } = place;
  const chunks: BackupChunk[] = [];
  for (let offset = 0; offset < device.size; offset += CHUNK_BYTES) {
    signal.throwIfAborted();
    const name = chunkName(objectPrefix, chunks.length + 1);
    const length = Math.min(CHUNK_BYTES, device.size - offset);
    chunks.push(await writeChunk(place, device, name, offset, length));
    await progress?.(offset + length, device.size);
  }
  const manifest = Buffer.from(JSON.stringify(newManifest({ volumeId, bytes: device.size, chunks })));
  async function* body(): AsyncGenerator<Uint8Array> {
    yield manifest;
  }
  await objects.put(tenantId, container, manifestName(objectPrefix), body());
  return chunks.length + 1;
}

/** The objects of a store, with its one expected error put in words for the tenant. */
async function* partsOf(
  { objects, tenantId, container }: BackupPlace,
  name: string,
): AsyncGenerator<Uint8Array> {
  try {
    yield* objects.get(tenantId, container, name);
  } catch (error) {
    if (error instanceof ObjectNotFound) throw new PermanentFailure(error.message, { cause: error });
    throw error;
  }
}

/** What the backup consists of; throws `PermanentFailure` when it is missing or damaged. */
export async function readManifest(place: BackupPlace): Promise<BackupManifest> {
  const parts: Uint8Array[] = [];
  for await (const part of partsOf(place, manifestName(place.objectPrefix))) parts.push(part);
  return parseManifest(Buffer.concat(parts).toString());
}

/** Asked before zeros are written, which would fill the holes of a volume for nothing. */
async function readsZero(device: BlockDevice, offset: number, length: number): Promise<boolean> {
  const bytes = Buffer.allocUnsafe(length);
  await device.read(offset, bytes);
  return isZero(bytes);
}

async function restoreChunk(
  place: BackupPlace,
  device: BlockDevice,
  { name, length, sha256, zero }: BackupChunk,
  start: number,
  isBlank: boolean,
): Promise<void> {
  if (zero && isBlank) return;
  const digest = createChunkDigest();
  let offset = start;
  for await (const part of zero ? zeros(length) : partsOf(place, name)) {
    if (offset + part.length > start + length) throw new PermanentFailure(`object ${name} is too long`);
    digest.update(part);
    if (!isZero(part) || !(isBlank || (await readsZero(device, offset, part.length)))) {
      await device.write(offset, part);
    }
    offset += part.length;
  }
  if (offset !== start + length || digest.sha256() !== sha256) {
    throw new PermanentFailure(`object ${name} is not what was backed up: its length or digest differs`);
  }
}

/**
 * Copies the objects back to the start of the device, each checked against its digest. The bytes behind them
 * stay as they are.
 */
export async function restoreBackup(
  place: BackupPlace,
  manifest: BackupManifest,
  device: BlockDevice,
  { signal, progress }: CopyContext,
): Promise<void> {
  // Asked before anything is written: zeros then need no writing.
  const isBlank = await isKnownZero(device, 0, device.size);
  let offset = 0;
  for (const chunk of manifest.chunks) {
    signal.throwIfAborted();
    await restoreChunk(place, device, chunk, offset, isBlank);
    offset += chunk.length;
    await progress?.(offset, manifest.bytes);
  }
  await device.flush();
}

/** Removes every object of the backup, also of one that was never finished. */
export async function deleteBackupObjects(place: BackupPlace): Promise<void> {
  const { objects, tenantId, container, objectPrefix } = place;
  // The metadata object goes first: without it nobody takes the rest for a backup.
  await objects.delete(tenantId, container, manifestName(objectPrefix));
  for (const name of await objects.list(tenantId, container, chunkPrefix(objectPrefix))) {
    await objects.delete(tenantId, container, name);
  }
}
