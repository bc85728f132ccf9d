import { describe, expect, it } from 'vitest';
import type { BlockStore } from '../blocks/block-store.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { newJob } from '../catalog/testing.ts';
import { instantClock, virtualClock } from './clock.ts';
import {
  alice,
  availableVolume,
  bob,
  faultKindOf,
  openTestEngine,
  replacing,
  type TestEngine,
} from './testing.ts';

const EVER = Number.MAX_SAFE_INTEGER;
const MINUTE = 60_000;

/** A step that waits until it is told to go on. */
function createGate() {
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

const statusOf = async (engine: TestEngine, id: string) => (await engine.volumes.get(alice, id)).status;
const jobsLeft = (catalog: Catalog) => catalog.claimableJobs(EVER, 100);

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

describe('leases', () => {
  it('keep a second worker off a job, until they run out', async () => {
    const clock = virtualClock();
    const gate = createGate();
    let runs = 0;
    const counting = (store: BlockStore) =>
      replacing(store, 'createVolume', (createVolume) => async (...args) => {
        runs += 1;
        if (runs === 1) await gate.pass();
        return createVolume(...args);
      });
    const first = await openTestEngine({ clock, leaseMilliseconds: MINUTE, wrapBlocks: counting });
    const { id } = await first.volumes.create(alice, { size: 1 });
    await gate.arrived;
    const second = await openTestEngine({
      clock,
      folder: first.folder,
      takeOverAtStart: false,
      wrapBlocks: counting,
    });
    await second.jobs.idle();
    expect(runs).toBe(1);

    // The lease is renewed while the job runs...
    clock.advance(MINUTE / 2);
    await first.jobs.tick();
    clock.advance(MINUTE / 2);
    await second.jobs.tick();
    await second.jobs.idle();
    expect(runs).toBe(1);

    // ...and runs out when it is not. The first worker then writes nothing any more.
    clock.advance(MINUTE);
    await second.jobs.tick();
    await second.jobs.idle();
    expect(runs).toBe(2);
    expect(await statusOf(second, id)).toBe('available');
    await second.volumes.delete(alice, id);
    gate.open();
    await first.jobs.idle();
    await second.jobs.idle();
    expect(await faultKindOf(second.volumes.get(alice, id))).toBe('volumeNotFound');
  });

  it('are taken over at start by the one who has the catalog to itself', async () => {
    const clock = virtualClock();
    const first = await openTestEngine({
      clock,
      wrapBlocks: (store) => replacing(store, 'createVolume', () => () => new Promise(() => undefined)),
    });
    const { id } = await first.volumes.create(alice, { size: 1 });
    await expect.poll(async () => (await jobsLeft(first.catalog))[0]?.leaseOwner).toBeTruthy();
    const second = await openTestEngine({ clock, folder: first.folder, takeOverAtStart: true });
    await second.jobs.idle();
    expect(await statusOf(second, id)).toBe('available');
  });

  it('end for a job that was begun again and again and never ended', async () => {
    const engine = await openTestEngine({}, false);
    const { id } = await engine.volumes.create(alice, { size: 1 });
    const [job] = await jobsLeft(engine.catalog);
    for (let crash = 0; crash < 10; crash += 1) {
      await engine.catalog.transaction((tx) => tx.claimJob(job?.id ?? '', 'crashed', 0, EVER));
    }
    await engine.jobs.start();
    await engine.jobs.idle();
    expect(await statusOf(engine, id)).toBe('error');
  });
});

describe('stopping', () => {
  it('lets what runs finish and starts nothing more', async () => {
    const gate = createGate();
    const engine = await openTestEngine({
      laneLimits: { short: 1 },
      wrapBlocks: (store) =>
        replacing(store, 'createVolume', (createVolume) => async (...args) => {
          await gate.pass();
          return createVolume(...args);
        }),
    });
    const first = await engine.volumes.create(alice, { size: 1 });
    const second = await engine.volumes.create(alice, { size: 1 });
    await gate.arrived;
    const stopped = engine.jobs.stop();
    gate.open();
    await stopped;
    expect(await statusOf(engine, first.id)).toBe('available');
    expect(await statusOf(engine, second.id)).toBe('creating');
    await engine.jobs.start();
    await engine.jobs.idle();
    expect(await statusOf(engine, second.id)).toBe('available');
  });

  it('breaks off long work at the deadline and gives it back', async () => {
    const gate = createGate();
    const engine = await openTestEngine({
      wrapObjects: (store) =>
        replacing(store, 'put', (put) => async (...args) => {
          if (args[2].endsWith('-00002')) await gate.pass();
          return put(...args);
        }),
    });
    const volumeId = await availableVolume(engine);
    const { id } = await engine.backups.create(alice, { volumeId });
    await gate.arrived;
    const stopped = engine.jobs.stop(0);
    gate.open();
    await stopped;
    expect((await engine.backups.get(alice, id)).status).toBe('creating');
    expect(await jobsLeft(engine.catalog)).toMatchObject([{ kind: 'create-backup', leaseOwner: null }]);
    await engine.jobs.start();
    await engine.jobs.idle();
    expect(await engine.backups.get(alice, id)).toMatchObject({ status: 'available', objectCount: 22 });
  });

  it('does not keep a caller waiting for an attachment that will not come to its end', async () => {
    const engine = await openTestEngine();
    const volumeId = await availableVolume(engine);
    await engine.jobs.stop();
    await engine.attachments.attach(alice, { serverId: 'server', volumeId });
    expect(await statusOf(engine, volumeId)).toBe('attaching');
  });
});
