import { createCipheriv, createHash } from 'node:crypto';
import { closeSync, openSync, readSync, writeSync } from 'node:fs';

const PIECE = 4 * 2 ** 20;

/** Bytes that look random and are the same each time for a seed: the key stream of AES, faster than a disk. */
export function* randomBytes(seed: string, length: number): Generator<Uint8Array> {
  const key = createHash('md5').update(seed).digest();
  const cipher = createCipheriv('aes-128-ctr', key, Buffer.alloc(16));
  const zeros = Buffer.alloc(Math.min(PIECE, length));
  for (let left = length; left > 0; left -= PIECE) {
    yield cipher.update(left < zeros.length ? zeros.subarray(0, left) : zeros);
  }
}

/** Writes a file of such bytes and gives their SHA-256. */
export function writeRandomFile(path: string, seed: string, length: number): string {
  const hash = createHash('sha256');
  const file = openSync(path, 'w');
  try {
    for (const piece of randomBytes(seed, length)) {
      hash.update(piece);
      writeSync(file, piece);
    }
  } finally {
    closeSync(file);
  }
  return hash.digest('hex');
}

/** SHA-256 of `length` bytes of a file, from its beginning. */
export function digestOf(path: string, length: number): string {
  const hash = createHash('sha256');
  const file = openSync(path, 'r');
  const piece = Buffer.allocUnsafe(PIECE);
  try {
    for (let at = 0; at < length; ) {
      const read = readSync(file, piece, 0, Math.min(PIECE, length - at), at);
      if (read === 0) throw new Error(`${path} ends after ${at} of ${length} bytes`);
      hash.update(piece.subarray(0, read));
      at += read;
    }
  } finally {
    closeSync(file);
  }
  return hash.digest('hex');
}
