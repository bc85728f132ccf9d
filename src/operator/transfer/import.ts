import type { BlockStore } from '../../blocks/block-store.ts';
import { dataRuns } from '../../files/sparse-bytes.ts';

import { type Piece, TransferError } from './pieces.ts';

/** A store in which one volume can take the place of another at once. */
export type ReplacingStore = BlockStore & {
  /** `volumeId` has the bytes of `withId` from now on, which is no more; in one step, whatever happens. */
  replaceVolume(volumeId: string, withId: string): Promise<void>;
};

export interface ImportOrder {
  readonly store: ReplacingStore;
  readonly volumeId: string;
  /** Bytes. */
  readonly size: number;
  readonly pieces: AsyncIterable<Piece>;
  readonly signal: AbortSignal;
  /** Told how many bytes of the source are done. */
  readonly progress: (done: number) => void;
}

export interface Imported {
  /** Bytes of the source. */
  readonly length: number;
  /** Bytes of it that were stored; the rest were zeros. */
  readonly data: number;
}

/** The id of what becomes the volume; `check` knows it, and what a killed import left goes by it. */
const temporaryId = (volumeId: string): string => `import-${volumeId}`;

/**
 * Gives a volume the bytes of the source, and zeros behind them. They are gathered in a volume of their own, which
 * takes the place of the other when all of them are on the disk: until then the volume is what it was, and whatever
 * breaks the import off changes nothing. Snapshots keep what they have.
 */
export async function importVolume(order: ImportOrder): Promise<Imported> {
  const { store, volumeId, size } = order;
  const temporary = temporaryId(volumeId);
  // An import that was killed may have left one with bytes in it.
  await store.deleteVolume(temporary);
  await store.createVolume(temporary, size);
  try {
    const imported = await fill(temporary, order);
    await store.replaceVolume(volumeId, temporary);
    return imported;
  } catch (error) {
    await store.deleteVolume(temporary);
    throw error;
  }
}

async function fill(id: string, { store, size, pieces, signal, progress }: ImportOrder): Promise<Imported> {
  const device = await store.openVolume(id);
  let length = 0;
  let data = 0;
  try {
    for await (const { offset, bytes } of pieces) {
      signal.throwIfAborted();
      length = offset + bytes.length;
      if (length > size) {
        throw new TransferError(
          `it has more bytes than the volume, which has ${size}; the volume is as it was`,
        );
      }
      for (const { start, run } of dataRuns(bytes)) {
        await device.write(offset + start, run);
        data += run.length;
      }
      progress(length);
    }
    signal.throwIfAborted();
    await device.flush();
  } finally {
    await device.close();
  }
  return { length, data };
}
