import { rm } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { openDirectDevice } from '../../src/blocks/direct-device.ts';
import { type LayerStore, openLayerStore } from '../../src/blocks/layer-store.ts';
import { memoryFolder } from './memory-folder.ts';
import { expectAll, Model, Real, type Subject } from './model.ts';
import { steps } from './steps.ts';

const RUNS = 2000;

async function openSubject(folder: string): Promise<Subject> {
  const open = () => openLayerStore(folder, { rest: 0 });
  let store: LayerStore = await open();
  return {
    get store() {
      return store;
    },
    async reopen() {
      await store.close();
      store = await open();
    },
    openDirect: openDirectDevice,
    async tidy(all) {
      if (all) await store.mergeSettled();
      else for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

describe('the block store', () => {
  it(`is after each step of ${RUNS} random histories what a model in memory is`, {
    timeout: 300_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(steps(24), async (commands) => {
        const folder = memoryFolder();
        const real = new Real(await openSubject(folder));
        const model = new Model();
        try {
          await fc.asyncModelRun(() => ({ model, real }), commands);
          await expectAll(model, real);
        } finally {
          await real.releaseAll();
          await real.store.close();
          await rm(folder, { recursive: true });
        }
      }),
      { numRuns: RUNS },
    );
  });
});
