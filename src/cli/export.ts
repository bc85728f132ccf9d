import { randomUUID } from 'node:crypto';
import { type FileHandle, lstat, open, rename, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { BlockDevice } from '../blocks/block-store.ts';
import { isMissing } from '../files/durable-files.ts';
import { exportVolume } from '../operator/transfer/export.ts';
import type { ReplacingStore } from '../operator/transfer/import.ts';
import { type Sink, sparseSink, streamSink, TransferError } from '../operator/transfer/pieces.ts';
import { exportTarget, isHalfWritten, type Target } from '../operator/transfer/stores.ts';
import type { ExportSettings } from './operator-options.ts';
import { tellEnd, transfer, transferProgress } from './transfer.ts';

/** What is written to, and what has to be done with it at the end. */
interface Destination {
  readonly sink: Sink;
  readonly name: string;
  /** The export is whole: it may have its name. */
  keep(): Promise<void>;
  /** It is not. */
  discard(): Promise<void>;
}

function standardOutput(): Destination {
  if (process.stdout.isTTY) {
    throw new TransferError('- is standard output, which is a terminal here: give a file, or a pipe');
  }
  // The write that it happens to fails with it; without a listener the process would end with a stack.
  process.stdout.on('error', () => undefined);
  const nothing = async () => undefined;
  return { sink: streamSink(process.stdout), name: 'standard output', keep: nothing, discard: nothing };
}

async function refuseToOverwrite(file: string, force: boolean): Promise<void> {
  const found = await lstat(file).catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
  if (found === undefined) return;
  // A new file would take its name; what is written to a device has to be asked for in so many words.
  if (!found.isFile()) throw new TransferError(`${file} is no plain file: export to - and pipe into it`);
  if (!force) throw new TransferError(`${file} is there already; --force writes over it`);
}

/** A file that has its name when it is whole, and not before. Readable for its owner alone, as the volume was. */
async function fileOf(file: string, size: number, force: boolean): Promise<Destination> {
  await refuseToOverwrite(file, force);
  const unnamed = join(dirname(file), `.cinderblock-export-${randomUUID()}`);
  const handle: FileHandle = await open(unnamed, 'wx', 0o600);
  await handle.truncate(size);
  return {
    sink: sparseSink(handle),
    name: file,
    async keep() {
      await handle.sync();
      await handle.close();
      // Somebody may have made one meanwhile.
      await refuseToOverwrite(file, force);
      await rename(unnamed, file);
    },
    async discard() {
      await handle.close().catch(() => undefined);
      await unlink(unnamed).catch(() => undefined);
    },
  };
}

/** Opens what is exported; a snapshot by a volume that is made of it for as long, which takes no time and no space. */
async function deviceOf(
  store: ReplacingStore,
  { kind, id, size }: Target,
): Promise<{ readonly device: BlockDevice; close(): Promise<void> }> {
  if (kind === 'volume') {
    const device = await store.openVolume(id);
    return { device, close: () => device.close() };
  }
  const temporary = `export-${id}`;
  await store.deleteVolume(temporary);
  await store.createVolumeFromSnapshot(temporary, id, size);
  const device = await store.openVolume(temporary);
  return {
    device,
    async close() {
      await device.close();
      await store.deleteVolume(temporary);
    },
  };
}

/** `cinderblock export VOLUME FILE` */
export async function exportFile(
  volume: string,
  file: string,
  { data, force = false }: ExportSettings,
): Promise<void> {
  await transfer('export', { data, volume }, async ({ folder, store, signal }) => {
    const target = exportTarget(folder, volume);
    if (isHalfWritten(target)) {
      process.stderr.write(`warning: volume ${target.id} is ${target.status}: it may be half written\n`);
    }
    const { device, close } = await deviceOf(store, target);
    const since = performance.now();
    const bar = transferProgress('export', device.size);
    let destination: Destination | undefined;
    try {
      destination = file === '-' ? standardOutput() : await fileOf(file, device.size, force);
      const written = await exportVolume({
        device,
        sink: destination.sink,
        signal,
        progress: (done) => bar.to(done),
      });
      await destination.keep();
      bar.done();
      const { kind, id } = target;
      tellEnd('exported', {
        length: device.size,
        data: written,
        where: `of ${kind} ${id} to ${destination.name}`,
        since,
      });
    } catch (error) {
      await destination?.discard();
      throw error;
    } finally {
      bar.done();
      await close();
    }
  });
}
