import { createHash } from 'node:crypto';
import type { ObjectStore } from '../object-store.ts';

export const MIB = 1024 * 1024;

export async function* bodyOf(...parts: (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield typeof part === 'string' ? Buffer.from(part) : part;
}

/** Bytes that are not alike anywhere, a mebibyte at a time; the same for the same length. */
export async function* largeBody(mebibytes: number): AsyncGenerator<Uint8Array> {
  const block = Buffer.alloc(MIB);
  for (let at = 0; at < MIB; at += 4) block.writeUInt32LE((at * 2_654_435_761) % 4_294_967_296, at);
  for (let number = 0; number < mebibytes; number += 1) {
    const piece = Buffer.from(block);
    piece.writeUInt32LE(number, 0);
    yield piece;
  }
}

export async function* brokenBody(
  before: AsyncIterable<Uint8Array> = bodyOf('the first half'),
): AsyncGenerator<Uint8Array> {
  yield* before;
  throw new Error('the source broke');
}

export async function digestOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of body) hash.update(part);
  return hash.digest('hex');
}

export async function bytesOf(
  store: ObjectStore,
  tenantId: string,
  container: string,
  name: string,
): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of store.get(tenantId, container, name)) parts.push(part);
  return Buffer.concat(parts);
}

/** What a test has in hand. */
export interface StoreUnderTest {
  readonly store: ObjectStore;
  /** Closes the store and opens it anew; `store` is then the new one. */
  reopen(): Promise<void>;
  /** The object of that name in the container `backups` of `tenant`, which every test finds made. */
  text(name: string): Promise<string>;
}
