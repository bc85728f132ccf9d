import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { BlockStore } from '../blocks/block-store.ts';
import { jobsWithResources, lastFailureOf } from '../catalog/operator-reads.ts';
import { openCatalogReader } from '../catalog/reader.ts';
import { virtualClock } from './clock.ts';
import { alice, availableVolume, openTestEngine, replacing, type TestEngine } from './testing.ts';

const full = () =>
  Object.assign(new Error("ENOSPC: no space left on device, write '/data/7.map'"), { code: 'ENOSPC' });

function readerOf({ folder }: TestEngine) {
  const reader = openCatalogReader(join(folder, 'catalog.db'));
  onTestFinished(() => reader.close());
  return reader;
}

describe('the last error of a job', () => {
  it('is there for operators while the job waits for its next attempt, and no longer when it is done', async () => {
    const clock = virtualClock();
    let failures = 0;
    const wrapBlocks = (store: BlockStore) =>
      replacing(store, 'createVolume', (createVolume) => async (...args) => {
        failures += 1;
        if (failures === 1) throw new Error("EIO: i/o error, read\n'/data/7.map'");
        return createVolume(...args);
      });
    const engine = await openTestEngine({ clock, wrapBlocks, retryDelays: [1000] });
    const { id } = await engine.volumes.create(alice, { size: 1 });
    const reader = readerOf(engine);
    const lastError = "EIO: i/o error, read '/data/7.map'";
    await vi.waitFor(() => expect(jobsWithResources(reader)).toMatchObject([{ resourceId: id, lastError }]));
    clock.advance(1000);
    await engine.jobs.idle();
    expect((await engine.volumes.get(alice, id)).status).toBe('available');
    expect(lastFailureOf(reader, id)).toBeUndefined();
  });

  it('stays with what it worked for when the job has failed for good, until another job of that is done', async () => {
    const wrapBlocks = (store: BlockStore) =>
      replacing(store, 'openVolume', () => async () => {
        throw full();
      });
    const engine = await openTestEngine({ wrapBlocks });
    const volumeId = await availableVolume(engine);
    const backup = await engine.backups.create(alice, { volumeId });
    await engine.jobs.idle();
    const reader = readerOf(engine);
    const failure = { kind: 'create-backup', reason: full().message };
    expect(lastFailureOf(reader, backup.id)).toMatchObject(failure);
    expect(lastFailureOf(reader, volumeId)).toMatchObject(failure);
    expect((await engine.backups.get(alice, backup.id)).failReason).not.toContain('/data');
    await engine.volumes.delete(alice, volumeId);
    await engine.jobs.idle();
    expect(lastFailureOf(reader, volumeId)).toBeUndefined();
    expect(lastFailureOf(reader, backup.id)).toMatchObject(failure);
  });

  it('is none when the server has told it to break off', async () => {
    const work = Promise.withResolvers<void>();
    const wrapBlocks = (store: BlockStore) => replacing(store, 'createVolume', () => () => work.promise);
    const engine = await openTestEngine({ wrapBlocks });
    const { id } = await engine.volumes.create(alice, { size: 1 });
    const stopped = engine.jobs.stop(0);
    setTimeout(() => work.reject(new Error('broken off')), 50);
    await stopped;
    expect(lastFailureOf(readerOf(engine), id)).toBeUndefined();
  });
});
