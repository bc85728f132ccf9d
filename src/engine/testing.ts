import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { BlockStore } from '../blocks/block-store.ts';
import { openLayerStore } from '../blocks/layer-store.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { openSqliteCatalog } from '../catalog/sqlite.ts';
import { openDirectoryStore } from '../objects/directory.ts';
import type { ObjectStore } from '../objects/object-store.ts';
import { realClock } from './clock.ts';
import { createEngine, type EngineOptions, type RunningEngine } from './create-engine.ts';
import type { Caller } from './engine.ts';
import { EngineFault, type FaultKind } from './faults.ts';
import { createQuotas } from './quotas.ts';

/** An engine over real stores in a temporary folder, which goes with the test. */
export interface TestEngine extends RunningEngine {
  readonly catalog: Catalog;
  readonly blocks: BlockStore;
  readonly objects: ObjectStore;
  readonly folder: string;
}

export interface TestEngineOptions extends Omit<Partial<EngineOptions>, 'catalog' | 'blocks' | 'objects'> {
  /** Continues in the folder of an engine that is gone. */
  readonly folder?: string;
  /** Stores in place of those in the folder. */
  readonly blocks?: BlockStore;
  readonly objects?: ObjectStore;
  /** Puts something between the engine and a store. */
  readonly wrapBlocks?: (store: BlockStore) => BlockStore;
  readonly wrapObjects?: (store: ObjectStore) => ObjectStore;
  readonly wrapCatalog?: (catalog: Catalog) => Catalog;
}

export const alice: Caller = { tenantId: 'alice', userName: 'alice' };
export const bob: Caller = { tenantId: 'bob', userName: 'bob' };

/** Starts the jobs as well, unless `start` is false. */
export async function openTestEngine(options: TestEngineOptions = {}, start = true): Promise<TestEngine> {
  const { wrapBlocks, wrapObjects, wrapCatalog, ...given } = options;
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'cinderblock-engine-')));
  const catalog = await openSqliteCatalog({ path: join(folder, 'catalog.db') });
  const blocks = options.blocks ?? (await openLayerStore(join(folder, 'blocks')));
  const objects = options.objects ?? (await openDirectoryStore(join(folder, 'objects')));
  const engine = createEngine({
    clock: realClock(),
    quotas: createQuotas(),
    takeOverAtStart: true,
    retryDelays: [0, 0],
    ...given,
    backupSettings: { retryDelays: [0, 0], ...given.backupSettings },
    catalog: wrapCatalog?.(catalog) ?? catalog,
    blocks: wrapBlocks?.(blocks) ?? blocks,
    objects: wrapObjects?.(objects) ?? objects,
  });
  onTestFinished(async () => {
    await engine.jobs.stop(0);
    // Of two engines in one folder, the later one has removed it by now.
    await blocks.close().catch(() => undefined);
    await catalog.close();
    // What an engine that has crashed still had in flight may write a file while its folder is emptied.
    await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  });
  if (start) await engine.jobs.start();
  return { ...engine, catalog, blocks, objects, folder };
}

/** The store with one method replaced. */
export function replacing<Store extends object, Name extends keyof Store>(
  store: Store,
  name: Name,
  method: (original: Store[Name]) => Store[Name],
): Store {
  return { ...store, [name]: method(store[name]) };
}

/** The kind of the fault that the promise is rejected with; fails when it is not rejected with one. */
export async function faultOf(promise: Promise<unknown>): Promise<EngineFault> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof EngineFault) return error;
    throw error;
  }
  throw new Error('expected a fault, but the call succeeded');
}

/** The same for calls that run at the same time. */
export function faultsOf(promises: Promise<unknown>[]): Promise<EngineFault[]> {
  return Promise.all(promises.map(faultOf));
}

export async function faultKindOf(promise: Promise<unknown>): Promise<FaultKind> {
  return (await faultOf(promise)).kind;
}

/** A volume of 1 GB that is available. */
export async function availableVolume(engine: TestEngine, caller: Caller = alice, size = 1): Promise<string> {
  const { id } = await engine.volumes.create(caller, { size });
  await engine.jobs.idle();
  return id;
}

/** Writes bytes into a volume, behind the engine's back as an attached server would. */
export async function writeBytes(
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

export async function readBytes(
  store: BlockStore,
  volumeId: string,
  offset: number,
  length: number,
): Promise<Buffer> {
  const device = await store.openVolume(volumeId);
  const bytes = Buffer.alloc(length);
  await device.read(offset, bytes);
  await device.close();
  return bytes;
}

/** How many bytes of the volume are not known to be zeros without reading them. */
export async function bytesHeld(store: BlockStore, volumeId: string): Promise<number> {
  const device = await store.openVolume(volumeId);
  let held = 0;
  for await (const { length, zero } of device.extents(0, device.size)) if (!zero) held += length;
  await device.close();
  return held;
}

/** A step that waits until it is told to go on. */
export function createGate() {
  const arrived = Promise.withResolvers<void>();
  const opened = Promise.withResolvers<void>();
  return {
    /** Resolves when somebody waits at the gate. */
    arrived: arrived.promise,
    open: () => opened.resolve(),
    pass: () => {
      arrived.resolve();
      return opened.promise;
    },
  };
}
