import fc from 'fast-check';
import type { BlockDevice, VolumePlace } from '../../src/blocks/block-store.ts';
import type { DirectDevice } from '../../src/blocks/direct-device.ts';
import type { LayerStore } from '../../src/blocks/layer-store.ts';
import { type CrashWorld, lastOf, type States } from './crash-world.ts';
import { content, contentOf, KIB, pick, placed, range } from './random-ranges.ts';

/** What a step works on. */
export interface Scene {
  readonly world: CrashWorld;
  readonly store: LayerStore;
  readonly openDirect: (place: VolumePlace) => DirectDevice;
  /** Kills the process and starts another, which loses nothing that is in the files. */
  readonly restart: () => Promise<void>;
}

/** Something that happens to the store; nothing when there is nothing to do it to. */
type Step = (scene: Scene) => Promise<void>;

/** With a text, for the report of a failure. */
export interface NamedStep {
  readonly run: Step;
  toString(): string;
}

const named = (text: string, run: Step): NamedStep => ({ run, toString: () => text });
const shown = (value: unknown) => JSON.stringify(value).replaceAll('"', '');

const MOST_VOLUMES = 5;

const size = fc.oneof(
  fc.integer({ min: 1, max: 100 * KIB }),
  fc.integer({ min: 1, max: 300 }).map((sectors) => sectors * 512),
  fc.constantFrom(4 * KIB, 64 * KIB, 128 * KIB),
);

const withVolume =
  (pick: number, run: (scene: Scene, id: string, states: States) => Promise<void>): Step =>
  async (scene) => {
    if (scene.world.volumes.size === 0) return;
    const { id, states } = scene.world.volume(pick);
    await run(scene, id, states);
  };

async function using<T>(
  { world, store }: Scene,
  id: string,
  use: (device: BlockDevice | DirectDevice) => Promise<T>,
): Promise<T> {
  const held = world.held.get(id);
  if (held !== undefined) return use(held.device());
  const device = await store.openVolume(id);
  const result = await use(device);
  await device.close();
  return result;
}

async function release({ world }: Scene, id: string): Promise<void> {
  const held = world.held.get(id);
  world.held.delete(id);
  await held?.release();
}

const create = size.map((size) =>
  named(`create(${size})`, async ({ world, store }) => {
    if (world.volumes.size >= MOST_VOLUMES) return;
    const id = world.newName('volume');
    await world.change(store, {
      text: `create ${id}`,
      repeat: (store) => store.createVolume(id, size),
      done: () => void world.volumes.set(id, [Buffer.alloc(size)]),
    });
  }),
);

/** A state that differs from the last one in a range. */
function changed(states: States, change: (next: Buffer) => void): void {
  const next = Buffer.from(lastOf(states));
  change(next);
  states.push(next);
}

const write = fc.record({ pick, range, content }).map((given) =>
  named(
    `write(${shown(given)})`,
    withVolume(given.pick, async (scene, id, states) => {
      const { offset, length } = placed(given.range, states[0]);
      const source = contentOf(given.content, length);
      changed(states, (next) => source.copy(next, offset));
      await using(scene, id, async (device) => device.write(offset, source));
    }),
  ),
);

const zero = fc.record({ pick, range }).map((given) =>
  named(
    `zero(${shown(given)})`,
    withVolume(given.pick, async (scene, id, states) => {
      const { offset, length } = placed(given.range, states[0]);
      changed(states, (next) => next.fill(0, offset, offset + length));
      await using(scene, id, async (device) => device.zero(offset, length));
    }),
  ),
);

/** What was the last state when the flush began is durable when it has ended. */
async function flushing(
  { expectAlive }: CrashWorld,
  states: States,
  flush: () => Promise<void> | void,
): Promise<void> {
  const last = lastOf(states);
  await flush();
  expectAlive();
  states.splice(0, states.indexOf(last));
}

const flush = pick.map((pick) =>
  named(
    `flush(${pick})`,
    withVolume(pick, (scene, id, states) =>
      using(scene, id, (device) => flushing(scene.world, states, () => device.flush())),
    ),
  ),
);

/** A write that comes while a flush is under way is not part of it. */
const writeDuringFlush = fc.record({ pick, range, content }).map((given) =>
  named(
    `writeDuringFlush(${shown(given)})`,
    withVolume(given.pick, (scene, id, states) =>
      using(scene, id, async (device) => {
        const { offset, length } = placed(given.range, states[0]);
        const source = contentOf(given.content, length);
        const flushed = flushing(scene.world, states, () => device.flush());
        changed(states, (next) => source.copy(next, offset));
        const write = async () => device.write(offset, source);
        await Promise.all([flushed, write()]);
      }),
    ),
  ),
);

/** A device that the store has opened is given back before its volume is copied; one that is lent need not be. */
async function giveBack(scene: Scene, id: string): Promise<void> {
  if (scene.world.held.get(id)?.isLent === false) await release(scene, id);
}

const snapshot = pick.map((pick) =>
  named(
    `snapshot(${pick})`,
    withVolume(pick, async (scene, id, states) => {
      await giveBack(scene, id);
      const { world, store } = scene;
      const snapshotId = world.newName('snapshot');
      const taken: States = [...states];
      world.unfinished = undefined;
      let isSure = false;
      await world.change(store, {
        text: `snapshot ${snapshotId} of ${id}`,
        async repeat(store) {
          await store.createSnapshot(snapshotId, id);
          // Without a crash it has all that was written.
          isSure = store === scene.store;
        },
        done() {
          world.snapshots.set(snapshotId, isSure ? [lastOf(taken)] : taken);
          if (isSure) states.splice(0, states.length - 1);
        },
      });
    }),
  ),
);

const larger = fc.oneof(fc.constant(0), fc.nat(100 * KIB));
const enlarged = (states: States, by: number): States => {
  const [first, ...rest] = states.map((state) => Buffer.concat([state, Buffer.alloc(by)]));
  return [first ?? Buffer.alloc(by), ...rest];
};

const clone = fc.record({ pick, larger }).map(({ pick, larger }) =>
  named(
    `clone(${pick}, ${larger} larger)`,
    withVolume(pick, async (scene, id, states) => {
      const { world, store } = scene;
      if (world.volumes.size >= MOST_VOLUMES) return;
      await giveBack(scene, id);
      const cloneId = world.newName('clone');
      const taken = enlarged(states, larger);
      let isSure = false;
      await world.change(store, {
        text: `clone ${cloneId} of ${id}`,
        async repeat(store) {
          await store.cloneVolume(cloneId, id, taken[0].length);
          isSure = store === scene.store;
        },
        done() {
          world.volumes.set(cloneId, isSure ? [lastOf(taken)] : taken);
          if (isSure) states.splice(0, states.length - 1);
        },
      });
    }),
  ),
);

const grow = fc.record({ pick, larger }).map(({ pick, larger }) =>
  named(
    `grow(${pick}, ${larger} larger)`,
    withVolume(pick, async (scene, id, states) => {
      const { world, store } = scene;
      await release(scene, id);
      const grown = enlarged(states, larger);
      await world.change(store, {
        text: `grow ${id}`,
        repeat: (store) => store.growVolume(id, grown[0].length),
        done: () => void world.volumes.set(id, grown),
      });
    }),
  ),
);

const copy = fc.record({ pick, larger }).map(({ pick, larger }) =>
  named(`copy(${pick}, ${larger} larger)`, async ({ world, store }) => {
    if (world.snapshots.size === 0 || world.volumes.size >= MOST_VOLUMES) return;
    const { id, states } = world.snapshot(pick);
    const copyId = world.newName('copy');
    const taken = enlarged(states, larger);
    await world.change(store, {
      text: `copy ${copyId} of ${id}`,
      repeat: (store) => store.createVolumeFromSnapshot(copyId, id, taken[0].length),
      done: () => void world.volumes.set(copyId, taken),
    });
  }),
);

const deleteVolume = pick.map((pick) =>
  named(
    `deleteVolume(${pick})`,
    withVolume(pick, async (scene, id) => {
      await release(scene, id);
      scene.world.volumes.delete(id);
      await scene.world.change(scene.store, {
        text: `delete ${id}`,
        repeat: (store) => store.deleteVolume(id),
        done: () => undefined,
      });
    }),
  ),
);

const deleteSnapshot = pick.map((pick) =>
  named(`deleteSnapshot(${pick})`, async ({ world, store }) => {
    if (world.snapshots.size === 0) return;
    const { id } = world.snapshot(pick);
    world.snapshots.delete(id);
    await world.change(store, {
      text: `delete ${id}`,
      repeat: (store) => store.deleteSnapshot(id),
      done: () => undefined,
    });
  }),
);

const openOrClose = pick.map((pick) =>
  named(
    `openOrClose(${pick})`,
    withVolume(pick, async (scene, id) => {
      if (scene.world.held.has(id)) return release(scene, id);
      const device = await scene.store.openVolume(id);
      scene.world.held.set(id, {
        device: () => device,
        release: () => device.close(),
        abandon: () => undefined,
        isLent: false,
      });
    }),
  ),
);

const lendOrEnd = pick.map((pick) =>
  named(
    `lendOrEnd(${pick})`,
    withVolume(pick, async (scene, id) => {
      if (scene.world.held.has(id)) return release(scene, id);
      await lend(scene, id);
    }),
  ),
);

async function lend({ world, store, openDirect }: Scene, id: string): Promise<void> {
  let direct: DirectDevice | undefined;
  const pause = async () => {
    await direct?.flush();
    direct?.close();
    direct = undefined;
  };
  const resume = async (place: VolumePlace) => {
    direct = openDirect(place);
  };
  const loan = await store.lend(id, { pause, resume });
  await resume(loan.place);
  world.held.set(id, {
    device() {
      if (direct === undefined) throw new Error(`${id} is paused and was not resumed`);
      return direct;
    },
    async release() {
      await pause();
      await loan.end();
    },
    abandon() {
      try {
        direct?.close();
      } catch {
        // It wants to flush, and there is nobody left to do it.
      }
    },
    isLent: true,
  });
}

const settle = fc.constant(named('mergeSettled', ({ store }) => store.mergeSettled()));

/** Lets the background work go on for some turns. */
const turns = fc.integer({ min: 1, max: 30 }).map((count) =>
  named(`turns(${count})`, async () => {
    for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  }),
);

/** What is in the files outlives a process, and stays as unsafe as it was. */
const kill = fc.constant(named('kill', ({ restart }) => restart()));

/** A history up to the moment at which the power goes, unless it has gone before. */
export const crashSteps = (length: number): fc.Arbitrary<NamedStep[]> =>
  fc.array(
    fc.oneof(
      ...[create, write, write, write, write, zero, flush, flush, writeDuringFlush, snapshot, snapshot],
      ...[clone, copy, copy, grow, deleteVolume, deleteSnapshot, deleteSnapshot],
      ...[openOrClose, lendOrEnd, lendOrEnd, settle, turns, turns, kill],
    ),
    { maxLength: length, size: 'max' },
  );
