import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Borrower } from './block-store.ts';
import { type DirectDevice, openDirectDevice } from './direct-device.ts';
import { checkBlocks, type Finding } from './inspect.ts';
import type { LayerFile, LayerFiles } from './layer-files.ts';
import { type LayerStore, type LayerStoreOptions, openLayerStore } from './layer-store.ts';
import { systemFiles } from './system-files.ts';

export const MIB = 2 ** 20;

export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cinderblock-blocks-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A store whose background work does not rest, and goes with the test. */
export async function openTestStore(
  options: LayerStoreOptions & { readonly folder?: string } = {},
): Promise<{ readonly folder: string; readonly store: LayerStore }> {
  const folder = options.folder ?? (await temporaryFolder());
  const store = await openLayerStore(folder, { rest: 0, ...options });
  onTestFinished(() => store.close().catch(() => undefined));
  return { folder, store };
}

export async function write(store: LayerStore, id: string, offset: number, fill: number, length = 4096) {
  const device = await store.openVolume(id);
  await device.write(offset, new Uint8Array(length).fill(fill));
  await device.close();
}

/** The byte at the offset. */
export async function byteAt(store: LayerStore, id: string, offset: number): Promise<number | undefined> {
  const device = await store.openVolume(id);
  const bytes = new Uint8Array(1);
  await device.read(offset, bytes);
  await device.close();
  return bytes[0];
}

export async function findingsOf(folder: string): Promise<Finding[]> {
  const findings: Finding[] = [];
  for await (const finding of checkBlocks(folder)) findings.push(finding);
  return findings;
}

/** A borrower with a direct device, as the worker of exports is one. */
export async function borrow(store: LayerStore, id: string, files: LayerFiles = systemFiles) {
  let device: DirectDevice | undefined;
  const borrower: Borrower = {
    async pause() {
      await device?.flush();
      device?.close();
      device = undefined;
    },
    async resume(place) {
      device = openDirectDevice(place, files);
    },
  };
  const loan = await store.lend(id, borrower);
  await borrower.resume(loan.place);
  return {
    device(): DirectDevice {
      if (device === undefined) throw new Error('the borrower is paused');
      return device;
    },
    async giveBack() {
      await borrower.pause();
      await loan.end();
    },
  };
}

/** What may be made to fail: throws to have the call fail. */
export interface Faults {
  write?: ((path: string) => void) | undefined;
  datasync?: ((path: string) => void) | undefined;
}

/** The files of the system, with faults that are set while they are used. */
export function faultyFiles(faults: Faults): LayerFiles {
  const faulty = (path: string, file: LayerFile): LayerFile => ({
    readSync: (...part) => file.readSync(...part),
    read: (...part) => file.read(...part),
    writeSync(...part) {
      faults.write?.(path);
      file.writeSync(...part);
    },
    async write(...part) {
      faults.write?.(path);
      await file.write(...part);
    },
    async datasync() {
      faults.datasync?.(path);
      await file.datasync();
    },
    datasyncSync() {
      faults.datasync?.(path);
      file.datasyncSync();
    },
    truncate: (length) => file.truncate(length),
    truncateSync: (length) => file.truncateSync(length),
    stat: () => file.stat(),
    close: () => file.close(),
  });
  return {
    ...systemFiles,
    open(path, mode) {
      const file = systemFiles.open(path, mode);
      return file && faulty(path, file);
    },
    create: (path) => faulty(path, systemFiles.create(path)),
  };
}
