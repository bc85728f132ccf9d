import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { VolumePlace } from '../../src/blocks/block-store.ts';
import { openDirectDevice } from '../../src/blocks/direct-device.ts';
import { checkBlocks } from '../../src/blocks/inspect.ts';
import { type LayerStore, openLayerStore } from '../../src/blocks/layer-store.ts';
import { seededRandom } from '../support/crash.ts';
import { crashSteps, type Scene } from './crash-steps.ts';
import { CrashWorld, expectOneOf, type States } from './crash-world.ts';
import { memoryFolder } from './memory-folder.ts';
import { ProcessGone, SimulatedDisk, type Survival } from './simulated-disk.ts';

/** What of the unsynced writes a crash leaves: several ways, because each finds other faults. */
const survivals: Readonly<Record<string, (random: () => number) => Survival>> = {
  'nothing unsynced': () => ({ sectors: () => () => 0, names: () => false }),
  everything: () => ({ sectors: () => (states) => states - 1, names: () => true }),
  'any state of any sector': (random) => ({
    sectors: () => (states) => Math.floor(random() * states),
    names: () => random() < 0.5,
  }),
  'whole files': (random) => ({
    sectors() {
      const isKept = random() < 0.5;
      return (states) => (isKept ? states - 1 : 0);
    },
    names: () => random() < 0.5,
  }),
  'maps and no data': () => ({
    sectors: (path) => (states) => (path.endsWith('.map') ? states - 1 : 0),
    names: () => true,
  }),
  'few sectors': (random) => ({
    sectors: () => (states) => (random() < 0.1 ? states - 1 : 0),
    names: () => random() < 0.5,
  }),
  'most sectors': (random) => ({
    sectors: () => (states) => (random() < 0.9 ? states - 1 : 0),
    names: () => random() < 0.5,
  }),
};

export const round = fc.record({
  steps: crashSteps(14),
  crashAtCall: fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 600 })),
  survival: fc.constantFrom(...Object.keys(survivals)),
  seed: fc.nat(),
});
export type Round = typeof round extends fc.Arbitrary<infer R> ? R : never;

const isGraph = (path: string) => /graph\.db/.test(path);

/** Runs the steps over a disk in `folder` until they end or the power goes; what is left is in `after`. */
async function untilCrash(
  world: CrashWorld,
  { steps, crashAtCall, seed, survival }: Round,
  folder: string,
  after: string,
) {
  const random = seededRandom(seed);
  mkdirSync(after);
  const disk = new SimulatedDisk({
    root: folder,
    isElsewhere: isGraph,
    crashAtCall,
    // The graph is SQLite's: what it has committed is there.
    onCrash() {
      for (const name of ['graph.db', 'graph.db-wal']) {
        if (existsSync(join(folder, name))) copyFileSync(join(folder, name), join(after, name));
      }
    },
    async pause() {
      const turns = Math.floor(random() * 3);
      for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    },
  });
  world.expectAlive = () => {
    if (disk.isDead) throw new ProcessGone();
  };
  let scene: Scene | undefined;
  try {
    scene = await openScene(world, folder, disk);
    for (const step of steps) {
      world.expectAlive();
      await step.run(scene);
    }
  } catch (error) {
    // Without power everything fails.
    if (!disk.isDead) throw error;
  }
  disk.crash();
  disk.leaveIn(after, (survivals[survival] ?? unreachable())(random));
  world.expectAlive = () => undefined;
  world.abandonHeld();
  await abandon(scene?.store);
}

/** It belongs to a process that is gone; only its handle of the graph is to be given back. */
const abandon = async (store: LayerStore | undefined) => store?.close().catch(() => undefined);

async function openScene(world: CrashWorld, folder: string, disk: SimulatedDisk): Promise<Scene> {
  const start = async () => {
    const files = disk.newProcess();
    const store = await openLayerStore(folder, { files, rest: 0 });
    return { store, openDirect: (place: VolumePlace) => openDirectDevice(place, files) };
  };
  const scene = {
    world,
    ...(await start()),
    async restart() {
      disk.kill();
      world.abandonHeld();
      await abandon(scene.store);
      Object.assign(scene, await start());
      // What the files hold now is what is read from here on, and no safer than before.
      for (const [id, states] of world.volumes) {
        const found = await bytesOf(scene.store, id);
        expectOneOf(found, states, `${id}, after a kill`);
        states.push(found);
      }
    },
  };
  return scene;
}

function unreachable(): never {
  throw new Error('unreachable');
}

/** No damage, and nothing else to tell of a store at rest. */
async function expectClean(folder: string, when: string): Promise<void> {
  const findings = [];
  for await (const finding of checkBlocks(folder)) findings.push(finding);
  if (findings.length > 0) throw new Error(`check finds ${when}: ${JSON.stringify(findings)}`);
}

async function bytesOf(store: LayerStore, id: string): Promise<Buffer> {
  const device = await store.openVolume(id);
  const bytes = Buffer.alloc(device.size, 0xee);
  await device.read(0, bytes);
  await device.close();
  return bytes;
}

/** Compares everything, and remembers what there is: from now on it is durable. */
async function expectAll(world: CrashWorld, store: LayerStore, when: string): Promise<void> {
  const see = async (id: string, volumeId: string, states: States) => {
    const found = await bytesOf(store, volumeId);
    expectOneOf(found, states, `${id}, ${when}`);
    states.splice(0, states.length, found);
  };
  for (const [id, states] of world.volumes) await see(id, id, states);
  for (const [id, states] of world.snapshots) {
    const copy = `look-at-${id}`;
    await store.createVolumeFromSnapshot(copy, id, states[0].length);
    await see(id, copy, states);
    await store.deleteVolume(copy);
  }
}

async function expectRecovered(world: CrashWorld, folder: string): Promise<void> {
  const store = await openLayerStore(folder, { rest: 0 });
  try {
    const { unfinished } = world;
    await unfinished?.repeat(store);
    unfinished?.done();
    world.unfinished = undefined;
    await expectAll(world, store, 'after the crash');
    await store.mergeSettled();
    await expectAll(world, store, 'after the merges that follow');
    await store.mergeSettled();
  } finally {
    await store.close();
  }
  await expectClean(folder, 'after the recovery');
}

/** Lets the power go once for each round, on what the round before has left, and looks each time at all there is. */
export async function surviveRounds(rounds: readonly Round[]): Promise<void> {
  const base = memoryFolder();
  const world = new CrashWorld();
  try {
    let folder = join(base, '0');
    mkdirSync(folder);
    for (const [index, round] of rounds.entries()) {
      const after = join(base, `${index + 1}`);
      await untilCrash(world, round, folder, after);
      await expectRecovered(world, after);
      folder = after;
    }
  } finally {
    rmSync(base, { recursive: true });
  }
}
