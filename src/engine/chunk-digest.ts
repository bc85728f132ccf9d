import { createHash, type Hash } from 'node:crypto';
import { isZero } from '../files/sparse-bytes.ts';

/** SHA-256 of a chunk, fed piece by piece. */
export interface ChunkDigest {
  update(piece: Uint8Array): void;
  /** Hexadecimal. */
  sha256(): string;
  /** Whether all of it were zeros. */
  isZero(): boolean;
}

const zeros = new Uint8Array(1024 * 1024);
const zeroDigests = new Map<number, string>();

function hashOfZeros(length: number): Hash {
  const hash = createHash('sha256');
  for (let left = length; left > 0; left -= zeros.length) {
    hash.update(left < zeros.length ? zeros.subarray(0, left) : zeros);
  }
  return hash;
}

/** Chunks come in few lengths, so each is worked out once. */
function zeroDigest(length: number): string {
  const digest = zeroDigests.get(length) ?? hashOfZeros(length).digest('hex');
  zeroDigests.set(length, digest);
  return digest;
}

/**
 * Most chunks of most volumes are zeros, which are told by comparing, many times faster than by hashing. So
 * hashing begins with the first piece that holds data.
 */
export function createChunkDigest(): ChunkDigest {
  let leadingZeros = 0;
  let hash: Hash | undefined;
  return {
    update(piece) {
      if (hash === undefined && isZero(piece)) {
        leadingZeros += piece.length;
        return;
      }
      hash ??= hashOfZeros(leadingZeros);
      hash.update(piece);
    },
    sha256: () => hash?.digest('hex') ?? zeroDigest(leadingZeros),
    isZero: () => hash === undefined,
  };
}
