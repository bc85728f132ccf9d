import { type FileHandle, open } from 'node:fs/promises';
import { importVolume } from '../operator/transfer/import.ts';
import { type Piece, piecesOfFile, piecesOfStream, TransferError } from '../operator/transfer/pieces.ts';
import { importTarget } from '../operator/transfer/stores.ts';
import { bytesText } from '../terminal/units.ts';
import type { DataSettings } from './operator-options.ts';
import { tellEnd, transfer, transferProgress } from './transfer.ts';

interface Source {
  readonly pieces: AsyncIterable<Piece>;
  /** Bytes; undefined where that is known at the end only. */
  readonly length: number | undefined;
  close(): Promise<void>;
}

async function sourceOf(file: string): Promise<Source> {
  if (file === '-') {
    if (process.stdin.isTTY) {
      throw new TransferError('- is standard input, which is a terminal here: give a file, or a pipe');
    }
    return { pieces: piecesOfStream(process.stdin), length: undefined, close: async () => undefined };
  }
  const handle: FileHandle = await open(file, 'r');
  const found = await handle.stat();
  if (found.isDirectory()) {
    await handle.close();
    throw new TransferError(`${file} is a folder`);
  }
  const close = () => handle.close();
  // Devices have no length to ask for, and pipes have no places to read at.
  if (found.isFile()) return { pieces: piecesOfFile(handle), length: found.size, close };
  if (found.isBlockDevice()) return { pieces: piecesOfFile(handle), length: undefined, close };
  return { pieces: piecesOfStream(handle.createReadStream({ autoClose: false })), length: undefined, close };
}

/** `cinderblock import FILE VOLUME` */
export async function importFile(file: string, volume: string, { data }: DataSettings): Promise<void> {
  await transfer('import', { data, volume }, async ({ folder, store, signal }) => {
    const { id, size } = importTarget(folder, volume);
    const source = await sourceOf(file);
    const since = performance.now();
    const bar = transferProgress('import', source.length);
    try {
      if (source.length !== undefined && source.length > size) {
        throw new TransferError(
          `${file} has ${bytesText(source.length)} (${source.length} bytes), which do not fit into volume ${id} of ${bytesText(size)} (${size} bytes)`,
        );
      }
      const imported = await importVolume({
        store,
        volumeId: id,
        size,
        pieces: source.pieces,
        signal,
        progress: (done) => bar.to(done),
      });
      if (source.length !== undefined && imported.length < source.length) {
        process.stderr.write(`warning: ${file} became shorter while it was read\n`);
      }
      bar.done();
      const rest = size - imported.length;
      tellEnd('imported', {
        ...imported,
        where: `into volume ${id}${rest > 0 ? `, whose last ${bytesText(rest)} are zeros,` : ''}`,
        since,
      });
    } finally {
      bar.done();
      await source.close();
    }
  });
}
