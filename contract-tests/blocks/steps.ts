import fc from 'fast-check';
import { expect } from 'vitest';
import type { BlockDevice } from '../../src/blocks/block-store.ts';
import type { DirectDevice } from '../../src/blocks/direct-device.ts';
import { expectAll, expectBytes, expectExtents, expectSame, type Model, type Real } from './model.ts';
import { content, contentOf, KIB, pick, placed, range, rangeText, size } from './random-ranges.ts';

type Step = fc.AsyncCommand<Model, Real>;

const step = (
  text: string,
  check: (model: Readonly<Model>) => boolean,
  run: (model: Model, real: Real) => Promise<void>,
): Step => ({ toString: () => text, check, run });

/** More would only make the runs slower. */
const MOST_VOLUMES = 6;

const hasVolume = (model: Readonly<Model>) => model.volumes.size > 0;
const hasRoom = (model: Readonly<Model>) => model.volumes.size < MOST_VOLUMES;
const hasVolumeAndRoom = (model: Readonly<Model>) => hasVolume(model) && hasRoom(model);
const hasSnapshot = (model: Readonly<Model>) => model.snapshots.size > 0;

const create = fc.record({ size }).map(({ size }) =>
  step(`create(${size})`, hasRoom, async (model, real) => {
    const id = model.newName('volume');
    model.volumes.set(id, Buffer.alloc(size));
    await real.store.createVolume(id, size);
    await expectBytes(real, id, Buffer.alloc(size));
  }),
);

const write = fc.record({ pick, range, content }).map(({ pick, range, content }) =>
  step(
    `write(${pick}, ${rangeText(range)}, ${content.kind} ${content.seed})`,
    hasVolume,
    async (model, real) => {
      const { id, bytes } = model.volume(pick);
      const { offset, length } = placed(range, bytes);
      const source = contentOf(content, length);
      source.copy(bytes, offset);
      await real.using(id, async (device) => device.write(offset, source));
      await expectBytes(real, id, bytes);
    },
  ),
);

const zero = fc.record({ pick, range }).map(({ pick, range }) =>
  step(`zero(${pick}, ${rangeText(range)})`, hasVolume, async (model, real) => {
    const { id, bytes } = model.volume(pick);
    const { offset, length } = placed(range, bytes);
    bytes.fill(0, offset, offset + length);
    await real.using(id, async (device) => device.zero(offset, length));
    await expectBytes(real, id, bytes);
  }),
);

const look = fc.record({ pick, range }).map(({ pick, range }) =>
  step(`look(${pick}, ${rangeText(range)})`, hasVolume, async (model, real) => {
    const { id, bytes } = model.volume(pick);
    const { offset, length } = placed(range, bytes);
    await real.using(id, async (device) => {
      const found = Buffer.alloc(length, 0xee);
      await device.read(offset, found);
      expectSame(found, bytes.subarray(offset, offset + length), `${id} from ${offset}`);
      await expectExtents(device, bytes, offset, length);
    });
  }),
);

const flush = pick.map((pick) =>
  step(`flush(${pick})`, hasVolume, async (model, real) => {
    await real.using(model.volume(pick).id, async (device) => device.flush());
  }),
);

const snapshot = fc.record({ pick, twice: fc.boolean() }).map(({ pick, twice }) =>
  step(`snapshot(${pick}${twice ? ', twice' : ''})`, hasVolume, async (model, real) => {
    const { id, bytes } = model.volume(pick);
    const snapshotId = model.newName('snapshot');
    await takeBack(real, id);
    await real.store.createSnapshot(snapshotId, id);
    if (twice) await real.store.createSnapshot(snapshotId, id);
    model.snapshots.set(snapshotId, Buffer.from(bytes));
    await expectBytes(real, id, bytes);
  }),
);

const larger = fc.oneof(fc.constant(0), fc.constant(0), fc.nat(200 * KIB));

const enlarged = (bytes: Buffer, by: number) => Buffer.concat([bytes, Buffer.alloc(by)]);

const grow = fc.record({ pick, larger }).map(({ pick, larger }) =>
  step(`grow(${pick}, ${larger} larger)`, hasVolume, async (model, real) => {
    const { id, bytes } = model.volume(pick);
    const grown = enlarged(bytes, larger);
    model.volumes.set(id, grown);
    // Whoever has it knows it by its size.
    await real.release(id);
    await real.store.growVolume(id, grown.length);
    await expectBytes(real, id, grown);
  }),
);

const clone = fc.record({ pick, larger }).map(({ pick, larger }) =>
  step(`clone(${pick}, ${larger} larger)`, hasVolumeAndRoom, async (model, real) => {
    const { id, bytes } = model.volume(pick);
    const copyId = model.newName('clone');
    const copy = enlarged(bytes, larger);
    model.volumes.set(copyId, copy);
    await takeBack(real, id);
    await real.store.cloneVolume(copyId, id, copy.length);
    await expectBytes(real, copyId, copy);
    await expectBytes(real, id, bytes);
  }),
);

const copy = fc.record({ pick, larger }).map(({ pick, larger }) =>
  step(
    `copy(${pick}, ${larger} larger)`,
    (model) => hasSnapshot(model) && hasRoom(model),
    async (model, real) => {
      const { id, bytes } = model.snapshot(pick);
      const copyId = model.newName('copy');
      const copy = enlarged(bytes, larger);
      model.volumes.set(copyId, copy);
      await real.store.createVolumeFromSnapshot(copyId, id, copy.length);
      await expectBytes(real, copyId, copy);
    },
  ),
);

const deleteVolume = pick.map((pick) =>
  step(`deleteVolume(${pick})`, hasVolume, async (model, real) => {
    const { id } = model.volume(pick);
    model.volumes.delete(id);
    await real.release(id);
    await real.store.deleteVolume(id);
    await expect(real.store.openVolume(id)).rejects.toThrow(id);
    await expectAll(model, real);
  }),
);

const deleteSnapshot = pick.map((pick) =>
  step(`deleteSnapshot(${pick})`, hasSnapshot, async (model, real) => {
    const { id } = model.snapshot(pick);
    model.snapshots.delete(id);
    await real.store.deleteSnapshot(id);
    await expectAll(model, real);
  }),
);

/** An open device is for one who knows that nothing else happens to the volume; one that is lent may be asked back. */
async function takeBack(real: Real, volumeId: string): Promise<void> {
  if (real.holders.get(volumeId)?.isLent === false) await real.release(volumeId);
}

const openOrClose = pick.map((pick) =>
  step(`openOrClose(${pick})`, hasVolume, async (model, real) => {
    const { id, bytes } = model.volume(pick);
    if (real.holders.has(id)) await real.release(id);
    else {
      const device: BlockDevice = await real.store.openVolume(id);
      real.holders.set(id, { device: () => device, release: () => device.close(), isLent: false });
    }
    await expectBytes(real, id, bytes);
  }),
);

async function lendTo(real: Real, id: string): Promise<void> {
  const { openDirect } = real.subject;
  let direct: DirectDevice | undefined;
  const pause = async () => {
    await direct?.flush();
    direct?.close();
    direct = undefined;
  };
  const loan = await real.store.lend(id, {
    pause,
    resume: async (place) => {
      expect(direct, 'resumed without a pause').toBeUndefined();
      direct = openDirect(place);
    },
  });
  direct = openDirect(loan.place);
  real.holders.set(id, {
    device() {
      if (direct === undefined) throw new Error(`${id} is paused and was not resumed`);
      return direct;
    },
    release: async () => {
      await pause();
      await loan.end();
    },
    isLent: true,
  });
}

const lendOrEnd = pick.map((pick) =>
  step(`lendOrEnd(${pick})`, hasVolume, async (model, real) => {
    const { id, bytes } = model.volume(pick);
    if (real.holders.has(id)) await real.release(id);
    else await lendTo(real, id);
    await expectBytes(real, id, bytes);
  }),
);

const tidy = fc.boolean().map((all) =>
  step(`tidy(${all ? 'all' : 'a step'})`, hasVolume, async (model, real) => {
    await real.subject.tidy(all);
    await expectAll(model, real);
  }),
);

const reopen = fc.constant(
  step('reopen', hasVolume, async (model, real) => {
    await real.releaseAll();
    await real.subject.reopen();
    await expectAll(model, real);
  }),
);

/** What may happen to a store, in any order; the more interesting the more often. */
export const steps = (length: number): fc.Arbitrary<Iterable<Step>> =>
  fc.commands(
    [create, write, write, write, zero, look, flush, snapshot, snapshot, clone, copy, grow].concat([
      deleteVolume,
      deleteSnapshot,
      deleteSnapshot,
      openOrClose,
      lendOrEnd,
      lendOrEnd,
      tidy,
      tidy,
      reopen,
    ]),
    { maxCommands: length, size: 'max' },
  );
