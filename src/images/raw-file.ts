import { createHash } from 'node:crypto';
import { type BigIntStats, constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { type ImageRun, ImageUnusable } from '../engine/images.ts';
import { type DirectBuffers, giveDirectBuffers, takeDirectBuffers } from '../files/direct-files.ts';
import { isMissing } from '../files/durable-files.ts';
import { dataRuns } from '../files/sparse-bytes.ts';
import { ImageProblem } from './problem.ts';

/** The bytes of an image as they were when it was looked up. */
export interface RawFile {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Letters and digits. Another one when the file was written to or replaced. */
  readonly version: string;
}

const PIECE_BYTES = 1024 * 1024;

/** Formats that images are handed out in and that no disk begins with. */
const FORMATS: readonly (readonly [name: string, start: readonly number[], remedy: string])[] = [
  ['a qcow2 image', [0x51, 0x46, 0x49, 0xfb], 'qemu-img convert -O raw'],
  ['a VMDK image', [0x4b, 0x44, 0x4d, 0x56], 'qemu-img convert -O raw'],
  ['compressed with gzip', [0x1f, 0x8b], 'gunzip'],
  ['compressed with xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a], 'unxz'],
  ['compressed with zstd', [0x28, 0xb5, 0x2f, 0xfd], 'unzstd'],
];

// Any write sets the time of modification, in nanoseconds; a file in place of another has an inode of its own.
function versionOf({ size, mtimeNs, ino }: BigIntStats): string {
  return createHash('sha256').update(`${size} ${mtimeNs} ${ino}`).digest('hex').slice(0, 16);
}

async function openRaw(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r');
  } catch (error) {
    throw isMissing(error) ? new ImageProblem(`${path} is missing`) : error;
  }
}

/** Looks at the file; throws an `ImageProblem` when it cannot be the bytes of a disk, unless they are said to be. */
export async function lookAtRawFile(path: string, format?: 'raw'): Promise<RawFile> {
  const handle = await openRaw(path);
  try {
    const found = await handle.stat({ bigint: true });
    if (!found.isFile()) throw new ImageProblem(`${path} is not a file`);
    if (found.size === 0n) throw new ImageProblem(`${path} is empty`);
    const start = Buffer.alloc(8);
    await handle.read(start, 0, start.length, 0);
    for (const [known, bytes, remedy] of format === undefined ? FORMATS : []) {
      if (!start.subarray(0, bytes.length).equals(Buffer.from(bytes))) continue;
      throw new ImageProblem(`${path} is ${known}, not the bytes of a disk: make them with ${remedy}`);
    }
    return { path, size: Number(found.size), version: versionOf(found) };
  } finally {
    await handle.close();
  }
}

/** Opens the file to be read past the page cache, where the file system has that and `buffers` are fit for it. */
async function openDirectly(path: string, buffers: DirectBuffers | undefined): Promise<FileHandle> {
  const flags = buffers === undefined ? 0 : (constants.O_DIRECT ?? 0);
  try {
    return await open(path, constants.O_RDONLY | flags);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EINVAL')) throw error;
    return await open(path, 'r');
  }
}

const newBuffers = (): DirectBuffers => [Buffer.allocUnsafe(PIECE_BYTES), Buffer.allocUnsafe(PIECE_BYTES)];

interface Piece {
  readonly offset: number;
  readonly bytes: Buffer;
}

/** All of the file, each piece read while the one before is looked at. Ends early where the file does. */
async function* pieces(
  handle: FileHandle,
  size: number,
  buffers: DirectBuffers,
  signal: AbortSignal,
): AsyncGenerator<Piece> {
  let [current, other] = buffers;
  const read = async (buffer: Buffer, offset: number): Promise<Piece> => {
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, offset);
    return { offset, bytes: buffer.subarray(0, Math.min(bytesRead, size - offset)) };
  };
  let next: Promise<Piece> | undefined = read(current, 0);
  try {
    while (next !== undefined) {
      signal.throwIfAborted();
      const piece: Piece = await next;
      const end = piece.offset + piece.bytes.length;
      const isWhole = piece.bytes.length === current.length;
      [current, other] = [other, current];
      next = isWhole && end < size ? read(current, end) : undefined;
      // Whether it failed is asked when it is its turn.
      next?.catch(() => undefined);
      yield piece;
    }
  } finally {
    // Until it is over, the buffer is not ours and the file may not be closed.
    await next?.catch(() => undefined);
  }
}

const versionIn = async (handle: FileHandle) => versionOf(await handle.stat({ bigint: true }));
const changed = (id: string) => new ImageUnusable(`image ${id} was changed while it was copied`);

/**
 * The runs of the file that are not all zero. Node has no way to ask for holes, so zeros are looked for; read
 * through the page cache, each hole would take as much memory as it is long. Rejects with `ImageUnusable` when
 * the file is, or becomes, another than it was, or has another digest.
 */
export async function* readRawFile(
  { path, size, version }: RawFile,
  id: string,
  sha256: string | undefined,
  signal: AbortSignal,
): AsyncGenerator<ImageRun> {
  const buffers = takeDirectBuffers();
  let handle: FileHandle | undefined;
  try {
    handle = await openDirectly(path, buffers);
    if ((await versionIn(handle)) !== version) throw changed(id);
    const digest = sha256 === undefined ? undefined : createHash('sha256');
    let done = 0;
    for await (const { offset, bytes } of pieces(handle, size, buffers ?? newBuffers(), signal)) {
      digest?.update(bytes);
      for (const { start, run } of dataRuns(bytes)) yield { offset: offset + start, bytes: run };
      done += bytes.length;
    }
    if ((await versionIn(handle)) !== version) throw changed(id);
    if (done < size) throw new Error(`${path} could be read up to ${done} only`);
    if (digest !== undefined && digest.digest('hex') !== sha256) {
      throw new ImageUnusable(`image ${id} is damaged: its digest is not the one that is on record`);
    }
  } catch (error) {
    throw isMissing(error) ? new ImageUnusable(`image ${id} is no longer there`) : error;
  } finally {
    await handle?.close();
    if (buffers !== undefined) giveDirectBuffers(buffers);
  }
}
