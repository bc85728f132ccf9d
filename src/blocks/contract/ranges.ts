import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BlockStore } from '../block-store.ts';
import { type BlockStoreFixture, pattern, readFrom, SIZE, writeTo } from './fixture.ts';

/** What every block store must do with ranges of bytes, wherever they begin and end. */
export function rangeContract(name: string, open: () => Promise<BlockStoreFixture>): void {
  describe(`block store: ${name}`, () => {
    let fixture: BlockStoreFixture;
    let store: BlockStore;

    beforeEach(async () => {
      fixture = await open();
      store = fixture.store;
    });
    afterEach(() => fixture.dispose());

    it('says exactly which blocks of 4 KiB hold data, also after trims', async () => {
      await store.createVolume('volume', SIZE);
      await writeTo(store, 'volume', 5 * 4096, pattern(3 * 4096, 13));
      await store.createSnapshot('snapshot', 'volume');
      const device = await store.openVolume('volume');
      await device.write(64 * 4096, pattern(1, 14));
      await device.zero(6 * 4096, 4096);
      const found = [];
      for await (const extent of device.extents(0, SIZE)) found.push(extent);
      expect(found).toEqual([
        { offset: 0, length: 5 * 4096, zero: true },
        { offset: 5 * 4096, length: 4096, zero: false },
        { offset: 6 * 4096, length: 4096, zero: true },
        { offset: 7 * 4096, length: 4096, zero: false },
        { offset: 8 * 4096, length: 56 * 4096, zero: true },
        { offset: 64 * 4096, length: 4096, zero: false },
        { offset: 65 * 4096, length: SIZE - 65 * 4096, zero: true },
      ]);
      await device.close();
    });

    it('zeroes any range, at odd places too, and leaves what is around it and below it', async () => {
      await store.createVolume('volume', SIZE);
      await writeTo(store, 'volume', 0, pattern(SIZE, 15));
      await store.createSnapshot('snapshot', 'volume');
      const expected = Buffer.from(pattern(SIZE, 15));
      const device = await store.openVolume('volume');
      for (const [offset, length] of [
        [10, 20],
        [4096, 4096],
        [12_288 - 1, 2],
        [100_001, 300_003],
        [SIZE - 5000, 5000],
        [SIZE, 0],
      ] as const) {
        await device.zero(offset, length);
        expected.fill(0, offset, offset + length);
      }
      await expect(device.zero(SIZE - 1, 2)).rejects.toThrow(RangeError);
      await device.close();
      store = await fixture.reopen();
      expect((await readFrom(store, 'volume', 0, SIZE)).equals(expected)).toBe(true);
      await store.createVolumeFromSnapshot('copy', 'snapshot', SIZE);
      expect((await readFrom(store, 'copy', 0, SIZE)).equals(pattern(SIZE, 15))).toBe(true);
    });

    it('writes parts of blocks over what a snapshot holds of them', async () => {
      await store.createVolume('volume', SIZE);
      await writeTo(store, 'volume', 0, pattern(20_000, 16));
      await store.createSnapshot('snapshot', 'volume');
      const expected = Buffer.alloc(30_000);
      expected.set(pattern(20_000, 16));
      for (const [offset, length] of [
        [1, 1],
        [4095, 2],
        [8190, 4100],
        [16_384, 100],
        [19_999, 5000],
      ] as const) {
        await writeTo(store, 'volume', offset, pattern(length, 17));
        expected.set(pattern(length, 17), offset);
      }
      expect((await readFrom(store, 'volume', 0, 30_000)).equals(expected)).toBe(true);
    });

    it('keeps both of two writes to one block that are under way at once', async () => {
      await store.createVolume('volume', SIZE);
      const device = await store.openVolume('volume');
      await Promise.all([device.write(0, pattern(100, 18)), device.write(100, pattern(100, 19))]);
      const bytes = Buffer.alloc(200);
      await device.read(0, bytes);
      expect(bytes).toEqual(Buffer.concat([pattern(100, 18), pattern(100, 19)]));
      await device.close();
    });

    it('keeps a volume whose size is no number of blocks', async () => {
      const size = SIZE + 1001;
      await store.createVolume('volume', size);
      await writeTo(store, 'volume', size - 3, pattern(3, 20));
      await store.cloneVolume('larger', 'volume', 2 * size);
      const end = Buffer.concat([pattern(3, 20), Buffer.alloc(5000)]);
      expect(await readFrom(store, 'larger', size - 3, 5003)).toEqual(end);
    });

    it.each([1, 2047])('reads and writes both ends of a volume of %i GB', async (gigabytes) => {
      const size = gigabytes * 2 ** 30;
      await store.createVolume('volume', size);
      await writeTo(store, 'volume', 0, pattern(5000, 21));
      await writeTo(store, 'volume', size - 5000, pattern(5000, 22));
      await store.createSnapshot('snapshot', 'volume');
      await store.createVolumeFromSnapshot('copy', 'snapshot', size);
      expect(await readFrom(store, 'copy', 0, 5000)).toEqual(Buffer.from(pattern(5000, 21)));
      expect(await readFrom(store, 'copy', size - 5000, 5000)).toEqual(Buffer.from(pattern(5000, 22)));
    });

    it('keeps each of twelve snapshots, and clones of clones, deleted in any order', async () => {
      await store.createVolume('volume', SIZE);
      const states: Buffer[] = [];
      for (let step = 0; step < 12; step += 1) {
        await writeTo(store, 'volume', step * 10_000, pattern(25_000, step));
        if (step % 3 === 0) await store.cloneVolume(`clone-${step}`, 'volume', SIZE);
        await store.createSnapshot(`snapshot-${step}`, 'volume');
        states.push(await readFrom(store, 'volume', 0, 150_000));
      }
      for (const step of [0, 3, 6, 9]) await store.cloneVolume(`second-${step}`, `clone-${step}`, SIZE);
      await store.deleteVolume('volume');
      for (const step of [5, 0, 11, 3, 4, 9, 8]) {
        await store.deleteSnapshot(`snapshot-${step}`);
        await store.deleteVolume(`clone-${step}`);
        store = await fixture.reopen();
        for (const left of [1, 2, 6, 7, 10]) {
          await store.createVolumeFromSnapshot('look', `snapshot-${left}`, SIZE);
          expect((await readFrom(store, 'look', 0, 150_000)).equals(states[left] ?? Buffer.alloc(0))).toBe(
            true,
          );
          await store.deleteVolume('look');
        }
        for (const left of [0, 3, 6, 9]) {
          expect(
            (await readFrom(store, `second-${left}`, 0, 150_000)).equals(states[left] ?? Buffer.alloc(0)),
          ).toBe(true);
        }
      }
    });
  });
}
