import type { BlockDevice } from '../../blocks/block-store.ts';
import { dataRuns } from '../../files/sparse-bytes.ts';
import { PIECE_BYTES, type Sink } from './pieces.ts';

export interface ExportOrder {
  readonly device: BlockDevice;
  readonly sink: Sink;
  readonly signal: AbortSignal;
  /** Told how many bytes of the device are done. */
  readonly progress: (done: number) => void;
}

/** Pieces of the device that may hold data, and the runs of zeros between them, in order. */
async function* plan(
  device: BlockDevice,
): AsyncGenerator<{ readonly offset: number; readonly length: number; readonly zero: boolean }> {
  for await (const { offset, length, zero } of device.extents(0, device.size)) {
    if (zero) {
      yield { offset, length, zero };
      continue;
    }
    const end = offset + length;
    for (let start = offset; start < end; ) {
      // Aligned, whatever the extent is: grains of zeros are found at their places.
      const stop = Math.min(end, start - (start % PIECE_BYTES) + PIECE_BYTES);
      yield { offset: start, length: stop - start, zero };
      start = stop;
    }
  }
}

/** Zeros of a piece that was read go out as zeros, too: a guest may have written them. */
async function send(sink: Sink, offset: number, bytes: Uint8Array): Promise<number> {
  let sent = 0;
  let data = 0;
  for (const { start, run } of dataRuns(bytes)) {
    if (start > sent) await sink.zeros(offset + sent, start - sent);
    await sink.data(offset + start, run);
    sent = start + run.length;
    data += run.length;
  }
  if (sent < bytes.length) await sink.zeros(offset + sent, bytes.length - sent);
  return data;
}

/** Copies a whole volume; the number of bytes that were data. The next piece is read while one is written. */
export async function exportVolume({ device, sink, signal, progress }: ExportOrder): Promise<number> {
  const buffers = [Buffer.allocUnsafe(PIECE_BYTES), Buffer.allocUnsafe(PIECE_BYTES)] as const;
  let turn = 0;
  let data = 0;
  let sending: Promise<number> = Promise.resolve(0);
  for await (const { offset, length, zero } of plan(device)) {
    signal.throwIfAborted();
    if (zero) {
      data += await sending;
      sending = Promise.resolve(0);
      await sink.zeros(offset, length);
    } else {
      turn = 1 - turn;
      const bytes = (turn === 0 ? buffers[0] : buffers[1]).subarray(0, length);
      // Both are waited for: a sink that fails while the device is read would be nobody's rejection.
      const [, before] = await Promise.all([device.read(offset, bytes), sending]);
      data += before;
      sending = send(sink, offset, bytes);
      sending.catch(() => undefined);
    }
    progress(offset + length);
  }
  return data + (await sending);
}
