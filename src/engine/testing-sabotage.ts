import { expect } from 'vitest';
import { alice, openTestEngine, readBytes, type TestEngine, type TestEngineOptions } from './testing.ts';
import { type Action, bytes, CHUNK, places, prepare } from './testing-actions.ts';
import { createSaboteur } from './testing-saboteur.ts';
import { memoryBlocks, memoryObjects } from './testing-stores.ts';

/** An engine with its saboteur, and what it says of jobs that failed for good. */
export async function openSabotaged(options: TestEngineOptions = {}) {
  const saboteur = createSaboteur();
  const reasons: string[] = [];
  const log = {
    info: () => undefined,
    warn: () => undefined,
    error: (fields: object) => {
      if ('reason' in fields) reasons.push(String(fields.reason));
    },
  };
  const { wrapBlocks, wrapObjects } = saboteur;
  const stores = { blocks: memoryBlocks(), objects: memoryObjects() };
  const engine = await openTestEngine({ ...stores, wrapBlocks, wrapObjects, log, ...options });
  return { engine, saboteur, reasons, prepared: await prepare(engine) };
}

/** Whatever happened: nobody is left waiting, and what is served is whole. */
export async function expectSound(engine: TestEngine, { isCopy }: Action, id: string): Promise<void> {
  expect(await engine.catalog.claimableJobs(Number.MAX_SAFE_INTEGER, 10)).toEqual([]);
  const settled = /^(available|error|error_restoring|error_extending|error_deleting)$/;
  const volumes = await engine.volumes.list(alice);
  for (const { status } of [
    ...volumes,
    ...(await engine.snapshots.list(alice)),
    ...(await engine.backups.list(alice)),
  ])
    expect(status).toMatch(settled);
  const filled = volumes.find((volume) => volume.id === id);
  if (isCopy !== true || filled?.status !== 'available') return;
  for (const place of places) expect(await readBytes(engine.blocks, id, place, bytes.length)).toEqual(bytes);
  expect(await readBytes(engine.blocks, id, 5 * CHUNK, 100)).toEqual(Buffer.alloc(100));
}

/** Everything can be deleted, and then nothing of it is left. */
export async function expectRemovable(engine: TestEngine): Promise<void> {
  for (const { id } of await engine.backups.list(alice)) await engine.backups.delete(alice, id);
  for (const { id } of await engine.snapshots.list(alice)) await engine.snapshots.delete(alice, id);
  const volumes = await engine.volumes.list(alice);
  for (const { id } of volumes) await engine.volumes.delete(alice, id);
  await engine.jobs.idle();
  expect(await engine.volumes.list(alice)).toEqual([]);
  expect(await engine.snapshots.list(alice)).toEqual([]);
  expect(await engine.backups.list(alice)).toEqual([]);
  expect(await engine.objects.list('alice', 'volumebackups', '')).toEqual([]);
  for (const { id } of volumes) await expect(engine.blocks.openVolume(id)).rejects.toThrow();
  expect(await engine.catalog.quotaUsage('alice')).toEqual({ volumes: 0, snapshots: 0, gigabytes: 0 });
}
