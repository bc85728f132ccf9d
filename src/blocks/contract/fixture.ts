import type { BlockStore } from '../block-store.ts';

export const MIB = 1024 * 1024;
export const SIZE = 4 * MIB;

/** A store under test, on storage of its own. */
export interface BlockStoreFixture {
  readonly store: BlockStore;
  /** Closes the store and opens it again on the same storage. */
  reopen(): Promise<BlockStore>;
  /** Closes it and throws the storage away. */
  dispose(): Promise<void>;
}

export const pattern = (length: number, seed: number): Uint8Array =>
  Uint8Array.from({ length }, (_, index) => (index * 31 + seed * 7 + 1) & 0xff);

export async function writeTo(
  store: BlockStore,
  volumeId: string,
  offset: number,
  bytes: Uint8Array,
): Promise<void> {
  const device = await store.openVolume(volumeId);
  await device.write(offset, bytes);
  await device.flush();
  await device.close();
}

export async function readFrom(store: BlockStore, volumeId: string, offset: number, length: number) {
  const device = await store.openVolume(volumeId);
  const bytes = new Uint8Array(length);
  await device.read(offset, bytes);
  await device.close();
  return Buffer.from(bytes);
}
