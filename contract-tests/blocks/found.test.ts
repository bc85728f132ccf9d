import { describe, it } from 'vitest';
import { surviveRounds } from './crash-rounds.ts';
import type { NamedStep } from './crash-steps.ts';

const SIZE = 65_536;
const LATE = 100_000;

const step = (run: NamedStep['run']): NamedStep => ({ run, toString: () => 'by hand' });

const made = step(async ({ world, store }) => {
  await store.createVolume('volume', SIZE);
  world.volumes.set('volume', [Buffer.alloc(SIZE)]);
});

/** What random crashes have found once. */
describe('a block store after a crash', () => {
  it('has what was flushed after a flush of nothing', async () => {
    const written = Buffer.concat([Buffer.alloc(4096, 7), Buffer.alloc(SIZE - 4096)]);
    const flushed = step(async ({ world, store }) => {
      const device = await store.openVolume('volume');
      await device.flush();
      await device.write(0, written.subarray(0, 4096));
      await device.flush();
      world.volumes.set('volume', [written]);
    });
    await surviveRounds([
      { steps: [made], crashAtCall: LATE, survival: 'everything', seed: 1 },
      { steps: [flushed], crashAtCall: LATE, survival: 'nothing unsynced', seed: 1 },
    ]);
  });

  it('has what a killed process wrote and the next one flushed', async () => {
    const written = Buffer.alloc(SIZE, 9);
    const writtenAndKilled = step(async (scene) => {
      const device = await scene.store.openVolume('volume');
      await device.write(0, Buffer.alloc(SIZE, 8));
      await device.flush();
      scene.world.volumes.set('volume', [Buffer.alloc(SIZE, 8), written]);
      await device.write(0, written);
      await scene.restart();
      const again = await scene.store.openVolume('volume');
      await again.flush();
      scene.world.volumes.set('volume', [written]);
    });
    await surviveRounds([
      { steps: [made, writtenAndKilled], crashAtCall: LATE, survival: 'nothing unsynced', seed: 1 },
    ]);
  });
});
