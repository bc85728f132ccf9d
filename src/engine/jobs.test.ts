import { describe, expect, it } from 'vitest';
import type { Catalog } from '../catalog/catalog.ts';
import { newJob } from '../catalog/testing.ts';
import { instantClock, virtualClock } from './clock.ts';
import {
  alice,
  availableVolume,
  bob,
  createGate,
  openTestEngine,
  replacing,
  type TestEngine,
} from './testing.ts';

const MINUTE = 60_000;
const statusOf = async (engine: TestEngine, id: string) => (await engine.volumes.get(alice, id)).status;
const jobsLeft = (catalog: Catalog) => catalog.claimableJobs(Number.MAX_SAFE_INTEGER, 100);

describe('running jobs', () => {
  it('is written with the change of state, so that neither is there without the other', async () => {
    const engine = await openTestEngine({}, false);
    const { id } = await engine.volumes.create(alice, { size: 1 });
    expect(await jobsLeft(engine.catalog)).toMatchObject([
      { kind: 'create-volume', resourceId: id, attempts: 0 },
    ]);
    await expect(
      engine.catalog.transaction(async (tx) => {
        await tx.setVolumeStatus(id, ['creating'], 'error', 0);
        await tx.insertJob(newJob());
        throw new Error('rolled back');
      }),
    ).rejects.toThrow('rolled back');
    expect(await jobsLeft(engine.catalog)).toHaveLength(1);
    await engine.jobs.start();
    await engine.jobs.idle();
    expect(await statusOf(engine, id)).toBe('available');
    expect(await jobsLeft(engine.catalog)).toEqual([]);
  });

  it('is found again in the order in which it was written, also when time stands still', async () => {
    const engine = await openTestEngine({ clock: virtualClock() }, false);
    const ids: string[] = [];
    for (let count = 0; count < 10; count += 1)
      ids.push((await engine.volumes.create(alice, { size: 1 })).id);
    expect((await jobsLeft(engine.catalog)).map(({ resourceId }) => resourceId)).toEqual(ids);
  });

  it('waits between attempts by its clock', async () => {
    const clock = virtualClock();
    const resting = createGate();
    let attempts = 0;
    const engine = await openTestEngine({
      clock: {
        ...clock,
        sleep: (milliseconds) => {
          void resting.pass();
          return clock.sleep(milliseconds);
        },
      },
      retryDelays: [5 * MINUTE],
      wrapBlocks: (store) =>
        replacing(store, 'createVolume', (createVolume) => async (...args) => {
          attempts += 1;
          if (attempts === 1) throw new Error('not yet');
          return createVolume(...args);
        }),
    });
    const { id } = await engine.volumes.create(alice, { size: 1 });
    await resting.arrived;
    clock.advance(5 * MINUTE - 1);
    // Whatever could run by now has run when another job has.
    const other = await engine.volumes.create(bob, { size: 1 });
    await expect.poll(async () => (await engine.volumes.get(bob, other.id)).status).toBe('available');
    expect(attempts).toBe(2);
    expect(await statusOf(engine, id)).toBe('creating');
    clock.advance(1);
    await engine.jobs.idle();
    expect(attempts).toBe(3);
    expect(await statusOf(engine, id)).toBe('available');
  });

  it('tries again at once by an instant clock', async () => {
    let left = 2;
    const engine = await openTestEngine({
      clock: instantClock(),
      retryDelays: [MINUTE, MINUTE],
      wrapBlocks: (store) =>
        replacing(store, 'createVolume', (createVolume) => async (...args) => {
          left -= 1;
          if (left >= 0) throw new Error('not yet');
          return createVolume(...args);
        }),
    });
    expect(await statusOf(engine, await availableVolume(engine))).toBe('available');
  });

  it('runs jobs of one resource in their order and others beside them', async () => {
    const gate = createGate();
    const order: string[] = [];
    const engine = await openTestEngine({
      wrapBlocks: (store) => ({
        ...store,
        cloneVolume: async (...args) => {
          await gate.pass();
          order.push('clone');
          return store.cloneVolume(...args);
        },
        deleteVolume: async (id) => {
          order.push('delete');
          return store.deleteVolume(id);
        },
      }),
    });
    const id = await availableVolume(engine);
    const { id: cloneId } = await engine.volumes.create(alice, { sourceVolumeId: id });
    await gate.arrived;
    await engine.volumes.delete(alice, id);
    const other = await engine.volumes.create(alice, { size: 1 });
    await expect.poll(() => statusOf(engine, other.id)).toBe('available');
    expect(order).toEqual([]);
    gate.open();
    await engine.jobs.idle();
    expect(order).toEqual(['clone', 'delete']);
    expect(await statusOf(engine, cloneId)).toBe('available');
  });

  it('does not let long copies hold up an attachment', async () => {
    const gate = createGate();
    const engine = await openTestEngine({
      laneLimits: { copies: 1, short: 1 },
      wrapBlocks: (store) =>
        replacing(store, 'cloneVolume', (cloneVolume) => async (...args) => {
          await gate.pass();
          return cloneVolume(...args);
        }),
    });
    const source = await availableVolume(engine);
    const volumeId = await availableVolume(engine);
    await engine.volumes.create(alice, { sourceVolumeId: source });
    await gate.arrived;
    await engine.attachments.attach(alice, { serverId: 'server', volumeId });
    expect(await statusOf(engine, volumeId)).toBe('in-use');
    gate.open();
    await engine.jobs.idle();
  });

  it('never runs more at a time than the lane has room for', async () => {
    let running = 0;
    let most = 0;
    const engine = await openTestEngine({
      laneLimits: { short: 3 },
      wrapBlocks: (store) =>
        replacing(store, 'createVolume', (createVolume) => async (...args) => {
          running += 1;
          most = Math.max(most, running);
          await createVolume(...args);
          running -= 1;
        }),
    });
    await Promise.all(Array.from({ length: 10 }, () => engine.volumes.create(alice, { size: 1 })));
    await engine.jobs.idle();
    expect(most).toBe(3);
  });

  it('keeps trying to write the end of a job that was done', async () => {
    let left = 2;
    const engine = await openTestEngine({
      wrapCatalog: (catalog) => ({
        ...catalog,
        transaction: (work) =>
          catalog.transaction((tx) =>
            work(
              replacing(tx, 'finishJob', (finishJob) => async (...args) => {
                left -= 1;
                if (left >= 0) throw new Error('the disk is full');
                return finishJob(...args);
              }),
            ),
          ),
      }),
    });
    expect(await statusOf(engine, await availableVolume(engine))).toBe('available');
  });
});

describe('holding jobs', () => {
  it('keeps states between until they are advanced', async () => {
    const engine = await openTestEngine();
    engine.jobs.hold();
    const first = await engine.volumes.create(alice, { size: 1 });
    await engine.jobs.idle();
    expect(await statusOf(engine, first.id)).toBe('creating');
    await engine.jobs.advance();
    expect(await statusOf(engine, first.id)).toBe('available');
    const second = await engine.volumes.create(alice, { size: 1 });
    await engine.jobs.idle();
    expect(await statusOf(engine, second.id)).toBe('creating');
    engine.jobs.resume();
    await engine.jobs.idle();
    expect(await statusOf(engine, second.id)).toBe('available');
  });

  it('can be asked for before the start', async () => {
    const engine = await openTestEngine({}, false);
    engine.jobs.hold();
    const { id } = await engine.volumes.create(alice, { size: 1 });
    await engine.jobs.start();
    await engine.jobs.idle();
    expect(await statusOf(engine, id)).toBe('creating');
    await engine.jobs.advance();
    expect(await statusOf(engine, id)).toBe('available');
  });
});
