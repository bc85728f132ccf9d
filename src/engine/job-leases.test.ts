import { describe, expect, it } from 'vitest';
import type { BlockStore } from '../blocks/block-store.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { virtualClock } from './clock.ts';
import { alice, availableVolume, createGate, openTestEngine, replacing, type TestEngine } from './testing.ts';

const EVER = Number.MAX_SAFE_INTEGER;
const MINUTE = 60_000;
const statusOf = async (engine: TestEngine, id: string) => (await engine.volumes.get(alice, id)).status;
const jobsLeft = (catalog: Catalog) => catalog.claimableJobs(Number.MAX_SAFE_INTEGER, 100);

describe('leases', () => {
  it('keep a second worker off a job, until they run out', async () => {
    const clock = virtualClock();
    const gates = [createGate(), createGate()];
    let runs = 0;
    const gated = (store: BlockStore) =>
      replacing(store, 'createVolume', (createVolume) => async (...args) => {
        const gate = gates[runs];
        runs += 1;
        await gate?.pass();
        return createVolume(...args);
      });
    const first = await openTestEngine({ clock, leaseMilliseconds: MINUTE, wrapBlocks: gated });
    const { id } = await first.volumes.create(alice, { size: 1 });
    await gates[0]?.arrived;
    const { folder } = first;
    const second = await openTestEngine({ clock, folder, takeOverAtStart: false, wrapBlocks: gated });
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
    await gates[1]?.arrived;
    gates[0]?.open();
    await first.jobs.idle();
    expect(await statusOf(first, id)).toBe('creating');
    expect(await jobsLeft(first.catalog)).toHaveLength(1);
    gates[1]?.open();
    await second.jobs.idle();
    expect(await statusOf(second, id)).toBe('available');
    expect(await jobsLeft(second.catalog)).toEqual([]);
  });

  it('that are lost make long work break off', async () => {
    const clock = virtualClock();
    const gate = createGate();
    const names: string[] = [];
    const first = await openTestEngine({
      clock,
      leaseMilliseconds: MINUTE,
      backupSettings: { chunksInFlight: 1 },
      wrapObjects: (store) =>
        replacing(store, 'put', (put) => async (...args) => {
          names.push(args[2].slice(-5));
          if (names.length > 1) await gate.pass();
          return put(...args);
        }),
    });
    const volumeId = await availableVolume(first);
    const { id } = await first.backups.create(alice, { volumeId });
    await gate.arrived;
    clock.advance(2 * MINUTE);
    const second = await openTestEngine({ clock, folder: first.folder, takeOverAtStart: false });
    await second.jobs.idle();
    expect((await second.backups.get(alice, id)).status).toBe('available');
    await first.jobs.tick();
    const begun = [...names];
    gate.open();
    await first.jobs.idle();
    expect(names).toEqual(begun);
    expect(begun).not.toContain('00021');
    expect((await second.backups.get(alice, id)).status).toBe('available');
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

describe('starting', () => {
  it('puts what comes meanwhile behind what was left from before', async () => {
    const before = await openTestEngine({}, false);
    const source = await before.volumes.create(alice, { size: 1 });
    const order: string[] = [];
    const looking = createGate();
    const engine = await openTestEngine(
      {
        folder: before.folder,
        wrapCatalog: (catalog) => ({
          ...catalog,
          claimableJobs: async (...args) => {
            const jobs = await catalog.claimableJobs(...args);
            await looking.pass();
            return jobs;
          },
        }),
        wrapBlocks: (store) => ({
          ...store,
          createVolume: async (id, size) => {
            order.push(id);
            return store.createVolume(id, size);
          },
        }),
        laneLimits: { short: 1 },
      },
      false,
    );
    const started = engine.jobs.start();
    await looking.arrived;
    const late = await engine.volumes.create(alice, { size: 1 });
    looking.open();
    await started;
    await engine.jobs.idle();
    expect(order).toEqual([source.id, late.id]);
  });

  it('answers who waits for an attachment that was asked for meanwhile', async () => {
    const looking = createGate();
    const engine = await openTestEngine(
      {
        wrapCatalog: (catalog) => ({
          ...catalog,
          claimableJobs: async (...args) => {
            const jobs = await catalog.claimableJobs(...args);
            await looking.pass();
            return jobs;
          },
        }),
      },
      false,
    );
    const { id: volumeId } = await engine.volumes.create(alice, { size: 1 });
    await engine.catalog.transaction((tx) => tx.setVolumeStatus(volumeId, ['creating'], 'available', 0));
    const started = engine.jobs.start();
    await looking.arrived;
    let isAnswered = false;
    const attached = engine.attachments.attach(alice, { serverId: 'server', volumeId });
    void attached.then(() => {
      isAnswered = true;
    });
    await expect.poll(() => statusOf(engine, volumeId)).toBe('attaching');
    expect(isAnswered).toBe(false);
    looking.open();
    await started;
    await attached;
    expect(await statusOf(engine, volumeId)).toBe('in-use');
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

  it('answers who waits for an attachment that is behind other work', async () => {
    const gate = createGate();
    const engine = await openTestEngine({
      wrapBlocks: (store) =>
        replacing(store, 'cloneVolume', (cloneVolume) => async (...args) => {
          await gate.pass();
          return cloneVolume(...args);
        }),
    });
    const volumeId = await availableVolume(engine);
    await engine.volumes.create(alice, { sourceVolumeId: volumeId });
    await gate.arrived;
    const attached = engine.attachments.attach(alice, { serverId: 'server', volumeId });
    await expect.poll(() => statusOf(engine, volumeId)).toBe('attaching');
    const stopped = engine.jobs.stop();
    await attached;
    gate.open();
    await stopped;
    expect(await statusOf(engine, volumeId)).toBe('attaching');
  });

  it('does not keep a caller waiting for an attachment that will not come to its end', async () => {
    const engine = await openTestEngine();
    const volumeId = await availableVolume(engine);
    await engine.jobs.stop();
    await engine.attachments.attach(alice, { serverId: 'server', volumeId });
    expect(await statusOf(engine, volumeId)).toBe('attaching');
  });
});
