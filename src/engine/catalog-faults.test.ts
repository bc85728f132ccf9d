import { describe, expect, it, vi } from 'vitest';
import type { Catalog } from '../catalog/catalog.ts';
import { CatalogError } from '../catalog/errors.ts';
import { type Clock, realClock } from './clock.ts';
import { alice, availableVolume, faultOf, openTestEngine, replacing } from './testing.ts';
import { actions } from './testing-actions.ts';
import { expectSound, openSabotaged } from './testing-sabotage.ts';

vi.setConfig({ testTimeout: 120_000 });

/** Waits that take no time, but let others run. */
const hastyClock = (): Clock => ({
  ...realClock(),
  sleep: () => new Promise((resolve) => setImmediate(resolve)),
});

/** A catalog whose disk is full from a change of its choosing, for so many changes. */
function fillable() {
  let before = Number.POSITIVE_INFINITY;
  let left = 0;
  let refused = 0;
  const wrapCatalog = (catalog: Catalog): Catalog => ({
    ...catalog,
    transaction: (work) => {
      before -= 1;
      if (before >= 0 || left <= 0) return catalog.transaction(work);
      left -= 1;
      refused += 1;
      return Promise.reject(new CatalogError('not-durable', 'database or disk is full'));
    },
  });
  return {
    wrapCatalog,
    /** The disk is full after `changes` more, for the next `times`. */
    fill(changes: number, times: number) {
      before = changes;
      left = times;
      refused = 0;
    },
    refused: () => refused,
  };
}

describe('a catalog whose disk is full', () => {
  for (const action of actions) {
    // The change that the caller asked for is the first; the claim of the job the second.
    for (const changes of [1, 2, 3, 4]) {
      it(`after ${changes} changes of ${action.words} only delays the end`, async () => {
        const disk = fillable();
        const clock = hastyClock();
        const { engine, reasons, prepared } = await openSabotaged({ clock, wrapCatalog: disk.wrapCatalog });
        disk.fill(changes, 20);
        const id = await action.act(engine, prepared);
        await engine.jobs.idle();
        disk.fill(0, 0);
        expect(await action.status(engine, id, prepared)).toEqual(action.well);
        expect(reasons).toEqual([]);
        await expectSound(engine, action, id);
      });
    }
  }

  it('is told to the caller, who is promised nothing, and serves again by itself', async () => {
    const disk = fillable();
    const engine = await openTestEngine({ clock: hastyClock(), wrapCatalog: disk.wrapCatalog });
    const before = await availableVolume(engine);
    disk.fill(0, 10);
    for (let count = 0; count < 10; count += 1)
      expect(await faultOf(engine.volumes.create(alice, { size: 1 }))).toMatchObject({
        kind: 'storageUnavailable',
        category: 'unavailable',
      });
    expect((await engine.volumes.list(alice)).map(({ id }) => id)).toEqual([before]);
    expect(await availableVolume(engine)).not.toBe(before);
  });

  it('does not make a copy that is done be done again', async () => {
    const disk = fillable();
    let puts = 0;
    const engine = await openTestEngine({
      clock: hastyClock(),
      wrapCatalog: disk.wrapCatalog,
      wrapObjects: (store) =>
        replacing(store, 'put', (put) => async (...args) => {
          puts += 1;
          await put(...args);
          if (puts === 22) disk.fill(0, 50);
        }),
    });
    const volumeId = await availableVolume(engine);
    const { id } = await engine.backups.create(alice, { volumeId });
    await engine.jobs.idle();
    expect((await engine.backups.get(alice, id)).status).toBe('available');
    expect(disk.refused()).toBe(50);
    expect(puts).toBe(22);
  });

  it('holds nobody up who waits for an attachment', async () => {
    const disk = fillable();
    const resting = Promise.withResolvers<void>();
    const clock = { ...realClock(), sleep: () => resting.promise };
    const engine = await openTestEngine({ clock, wrapCatalog: disk.wrapCatalog });
    const volumeId = await availableVolume(engine);
    disk.fill(1, 1);
    await engine.attachments.attach(alice, { serverId: 'server', volumeId });
    expect((await engine.volumes.get(alice, volumeId)).status).toBe('attaching');
    resting.resolve();
    await engine.jobs.idle();
    expect((await engine.volumes.get(alice, volumeId)).status).toBe('in-use');
  });
});
