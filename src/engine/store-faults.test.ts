import { describe, expect, it, vi } from 'vitest';
import { ObjectStoreRefused, ObjectStoreUnavailable } from '../objects/object-store.ts';
import { alice, openTestEngine, readBytes, type TestEngine } from './testing.ts';
import { actions, backupOf, bytes, places, prepare } from './testing-actions.ts';
import { createSaboteur, type Fault } from './testing-saboteur.ts';
import { memoryBlocks, memoryObjects } from './testing-stores.ts';

// What the stores may do to the jobs: every kind of fault in every call that a job makes of a store.
vi.setConfig({ testTimeout: 120_000 });

/** As many calls as may be under way when the first of them says that there is no hope. */
const IN_FLIGHT = 3;

interface WordedFault extends Fault {
  readonly words: string;
  /** What the job comes to, and what the reason says when it fails. */
  readonly outcome: 'well' | RegExp;
  /** How many calls are made at the most. */
  readonly calls?: number;
}

const systemError = (code: string) => Object.assign(new Error(`${code}: somewhere, '/secret'`), { code });

const everyStore: readonly WordedFault[] = [
  { words: 'fails once for no known reason', error: () => new Error('a bug'), times: 1, outcome: 'well' },
  {
    words: 'fails for no known reason',
    error: () => new Error('a bug'),
    times: Number.POSITIVE_INFINITY,
    outcome: /an internal error; the log has more about it$/,
  },
];

const blockFaults: readonly WordedFault[] = [
  ...everyStore,
  {
    words: 'finds the disk full',
    error: () => systemError('ENOSPC'),
    times: Number.POSITIVE_INFINITY,
    outcome: /the storage is full$/,
    calls: IN_FLIGHT,
  },
  { words: 'meets a fault of the disk once', error: () => systemError('EIO'), times: 1, outcome: 'well' },
  {
    words: 'meets a fault of the disk',
    error: () => systemError('EIO'),
    times: Number.POSITIVE_INFINITY,
    outcome: /the storage reported a fault$/,
  },
];

const objectFaults: readonly WordedFault[] = [
  ...everyStore,
  {
    words: 'finds the store away for a moment',
    error: () => new ObjectStoreUnavailable('the object store answered 503'),
    times: 2,
    outcome: 'well',
  },
  {
    words: 'finds the store away for good',
    error: () => new ObjectStoreUnavailable('the object store answered 503'),
    times: Number.POSITIVE_INFINITY,
    outcome: /the object store answered 503$/,
  },
  {
    words: 'is refused',
    error: () => new ObjectStoreRefused('the object store answered 413: the quota is used up'),
    times: Number.POSITIVE_INFINITY,
    outcome: /the object store answered 413: the quota is used up$/,
    calls: IN_FLIGHT,
  },
];

/** An engine with its saboteur, and what it says of jobs that failed for good. */
async function openSabotaged() {
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
  const engine = await openTestEngine({
    blocks: memoryBlocks(),
    objects: memoryObjects(),
    wrapBlocks,
    wrapObjects,
    log,
  });
  return { engine, saboteur, reasons, prepared: await prepare(engine) };
}

/** Whatever happened: nobody is left waiting, and what is served is whole. */
async function expectSound(engine: TestEngine): Promise<void> {
  expect(await engine.catalog.claimableJobs(Number.MAX_SAFE_INTEGER, 10)).toEqual([]);
  const settled = /^(available|error|error_restoring|error_deleting)$/;
  const volumes = await engine.volumes.list(alice);
  for (const { status } of [
    ...volumes,
    ...(await engine.snapshots.list(alice)),
    ...(await engine.backups.list(alice)),
  ])
    expect(status).toMatch(settled);
  for (const { id, status, snapshotId, sourceVolumeId, backupId } of volumes) {
    const isCopy = snapshotId !== null || sourceVolumeId !== null || backupId !== null;
    if (status !== 'available' || !isCopy) continue;
    for (const place of places)
      expect(await readBytes(engine.blocks, id, place, bytes.length)).toEqual(bytes);
  }
}

/** Everything can be deleted, and then nothing of it is left. */
async function expectRemovable(engine: TestEngine): Promise<void> {
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

for (const action of actions) {
  describe(`while ${action.words}`, () => {
    for (const call of action.calls) {
      for (const fault of call.method.startsWith('objects') ? objectFaults : blockFaults) {
        const ending = fault.outcome === 'well' ? 'it is done all the same' : 'it ends in its error status';
        it(`${call.words} ${fault.words}: ${ending}`, async () => {
          const { engine, saboteur, reasons, prepared } = await openSabotaged();
          saboteur.arm(call, fault);
          const id = await action.act(engine, prepared);
          await engine.jobs.idle();
          expect(saboteur.met()).toBeGreaterThan(0);
          expect(saboteur.met()).toBeLessThanOrEqual(fault.calls ?? Number.POSITIVE_INFINITY);
          expect(await action.status(engine, id, prepared)).toEqual(
            fault.outcome === 'well' ? action.well : action.failed,
          );
          if (fault.outcome === 'well') {
            expect(reasons).toEqual([]);
          } else {
            expect(reasons).toEqual([expect.stringMatching(fault.outcome)]);
            const backup = await backupOf(engine, id);
            if (backup !== undefined) expect(backup.failReason).toBe(reasons[0]);
          }
          saboteur.disarm();
          await expectSound(engine);
          await expectRemovable(engine);
        });
      }
    }
  });
}
