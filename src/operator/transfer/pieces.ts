import type { FileHandle } from 'node:fs/promises';
import { writeFully } from '../../files/durable-files.ts';

/** Data goes through memory in pieces of this size, whatever the size of the volume. */
export const PIECE_BYTES = 1024 * 1024;

/** A piece of the source; only good until the next is asked for. */
export interface Piece {
  readonly offset: number;
  readonly bytes: Uint8Array;
}

/** Why a transfer broke off, as a sentence for an operator. */
export class TransferError extends Error {}

/**
 * The file from its first byte, in whole pieces but the last. The next piece is read while one is written: a copy
 * takes as long as the slower of the two, not as both together.
 */
export async function* piecesOfFile(handle: FileHandle): AsyncGenerator<Piece> {
  const buffers = [Buffer.allocUnsafe(PIECE_BYTES), Buffer.allocUnsafe(PIECE_BYTES)] as const;
  // Pipes and devices give less than was asked for without being at their end.
  const read = async (buffer: Buffer, position: number): Promise<Uint8Array> => {
    let filled = 0;
    while (filled < buffer.length) {
      const { bytesRead } = await handle.read(buffer, filled, buffer.length - filled, position + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return buffer.subarray(0, filled);
  };
  let offset = 0;
  let reading = read(buffers[0], 0);
  for (let turn = 1; ; turn += 1) {
    const bytes = await reading;
    if (bytes.length === 0) return;
    const next = offset + bytes.length;
    reading = read(buffers[turn % 2 === 0 ? 0 : 1], next);
    // The consumer may leave with it under way.
    reading.catch(() => undefined);
    yield { offset, bytes };
    offset = next;
  }
}

/** A stream in the same pieces. */
export async function* piecesOfStream(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Piece> {
  const buffer = Buffer.allocUnsafe(PIECE_BYTES);
  let offset = 0;
  let filled = 0;
  for await (const part of stream) {
    for (let taken = 0; taken < part.length; ) {
      const size = Math.min(PIECE_BYTES - filled, part.length - taken);
      buffer.set(part.subarray(taken, taken + size), filled);
      taken += size;
      filled += size;
      if (filled < PIECE_BYTES) break;
      yield { offset, bytes: buffer };
      offset += PIECE_BYTES;
      filled = 0;
    }
  }
  if (filled > 0) yield { offset, bytes: buffer.subarray(0, filled) };
}

/** Where an export goes. Called in order, and for every byte once. */
export interface Sink {
  data(offset: number, bytes: Uint8Array): Promise<void>;
  zeros(offset: number, length: number): Promise<void>;
}

/** A file that is all hole at first. */
export const sparseSink = (handle: FileHandle): Sink => ({
  data: (offset, bytes) => writeFully(handle, bytes, offset),
  zeros: async () => undefined,
});

/** A pipe has no holes. */
export function streamSink(stream: NodeJS.WritableStream): Sink {
  const zeros = new Uint8Array(PIECE_BYTES);
  const write = (bytes: Uint8Array): Promise<void> =>
    new Promise((resolve, reject) => {
      // Called back when it has gone out, so that a buffer may be used again.
      stream.write(bytes, (error) => (error ? reject(error) : resolve()));
    });
  return {
    data: (_, bytes) => write(bytes),
    async zeros(_, length) {
      for (let left = length; left > 0; left -= PIECE_BYTES) {
        await write(zeros.subarray(0, Math.min(left, PIECE_BYTES)));
      }
    },
  };
}
