import { describe, expect, it, vi } from 'vitest';
import { alice, openTestEngine } from './testing.ts';
import { actions, backupOf } from './testing-actions.ts';
import { expectRemovable, expectSound, openSabotaged } from './testing-sabotage.ts';

vi.setConfig({ testTimeout: 120_000 });

// The process dies in every call that a job makes of a store; the next one finds the job and its leavings.
for (const action of actions) {
  describe(`a crash while ${action.words}`, () => {
    for (const call of action.calls) {
      for (const dies of ['before', 'after'] as const) {
        it(`${call.words} (${dies} it has its effect): the next start brings it to its end`, async () => {
          const { engine, saboteur, prepared } = await openSabotaged();
          saboteur.arm(call, { dies });
          const id = await action.act(engine, prepared);
          await saboteur.died;
          const progress = (await backupOf(engine, id))?.progress ?? 0;

          const { folder, blocks, objects } = engine;
          const next = await openTestEngine({ folder, blocks, objects });
          await next.jobs.idle();
          expect(await action.status(next, id, prepared)).toEqual(action.well);
          expect((await backupOf(next, id))?.progress ?? 100).toBeGreaterThanOrEqual(progress);
          await expectSound(next, action, id);
          const stopped = engine.jobs.stop(0);
          saboteur.bury();
          await stopped;
          await expectRemovable(next);
          expect(await next.volumes.list(alice)).toEqual([]);
        });
      }
    }
  });
}
