import { describe, expect, it, vi } from 'vitest';
import { ObjectStoreRefused, ObjectStoreUnavailable } from '../objects/object-store.ts';
import { actions, backupOf } from './testing-actions.ts';
import { expectRemovable, expectSound, openSabotaged } from './testing-sabotage.ts';
import type { Fault } from './testing-saboteur.ts';

// What the stores may do to the jobs: every kind of fault in every call that a job makes of a store.
vi.setConfig({ testTimeout: 120_000 });

/**
 * As many calls as may be under way when the first of them says that there is no hope: three chunks with bytes
 * and sixteen without, or sixteen objects that are removed.
 */
const IN_FLIGHT = 3 + 16;

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
          await expectSound(engine, action, id);
          await expectRemovable(engine);
        });
      }
    }
  });
}
