import type { FileHandle } from 'node:fs/promises';
import { writeFully } from './durable-files.ts';

/** The unit in which zeros are left out of files: small enough to find holes, large enough to be fast. */
export const GRAIN = 64 * 1024;

const zeros = new Uint8Array(GRAIN);

/** Whether every byte is zero. Compares by the grain, which is a memcmp each. */
export function isZero(bytes: Uint8Array): boolean {
  for (let start = 0; start < bytes.length; start += GRAIN) {
    const length = Math.min(GRAIN, bytes.length - start);
    if (Buffer.compare(bytes.subarray(start, start + length), zeros.subarray(0, length)) !== 0) return false;
  }
  return true;
}

/** The parts of `bytes` that hold data, with where they start; zero grains are between them. */
export function* dataRuns(
  bytes: Uint8Array,
): Generator<{ readonly start: number; readonly run: Uint8Array }> {
  let start: number | undefined;
  for (let grain = 0; grain < bytes.length; grain += GRAIN) {
    const isHole = isZero(bytes.subarray(grain, grain + GRAIN));
    if (!isHole) start ??= grain;
    else if (start !== undefined) {
      yield { start, run: bytes.subarray(start, grain) };
      start = undefined;
    }
  }
  if (start !== undefined) yield { start, run: bytes.subarray(start) };
}

/** Writes into a file that is all hole there, leaving the zeros out. */
export async function writeSparsely(handle: FileHandle, bytes: Uint8Array, offset: number): Promise<void> {
  for (const { start, run } of dataRuns(bytes)) await writeFully(handle, run, offset + start);
}
