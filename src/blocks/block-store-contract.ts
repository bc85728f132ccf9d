import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BlockStore, VolumeNotFound } from './block-store.ts';
import { type BlockStoreFixture, MIB, pattern, readFrom, SIZE, writeTo } from './contract/fixture.ts';
import { rangeContract } from './contract/ranges.ts';
import { useContract } from './contract/uses.ts';

/** What every block store must do, whatever it keeps its bytes in. */
export function blockStoreContract(name: string, open: () => Promise<BlockStoreFixture>): void {
  rangeContract(name, open);
  useContract(name, open);
  describe(`block store: ${name}`, () => {
    let fixture: BlockStoreFixture;
    let store: BlockStore;

    beforeEach(async () => {
      fixture = await open();
      store = fixture.store;
    });
    afterEach(() => fixture.dispose());

    it('makes a volume of the asked size that reads as zeros', async () => {
      await store.createVolume('volume', SIZE);
      const device = await store.openVolume('volume');
      expect(device.size).toBe(SIZE);
      await device.close();
      expect(await readFrom(store, 'volume', 0, SIZE)).toEqual(Buffer.alloc(SIZE));
    });

    it('reads back what was written, across grains and after a reopen', async () => {
      await store.createVolume('volume', SIZE);
      const bytes = pattern(200_001, 1);
      await writeTo(store, 'volume', 65_000, bytes);
      expect(await readFrom(store, 'volume', 65_000, bytes.length)).toEqual(Buffer.from(bytes));
      store = await fixture.reopen();
      expect(await readFrom(store, 'volume', 65_000, bytes.length)).toEqual(Buffer.from(bytes));
      expect(await readFrom(store, 'volume', 0, 65_000)).toEqual(Buffer.alloc(65_000));
    });

    it('reads and writes the last byte, and refuses the one after it', async () => {
      await store.createVolume('volume', SIZE);
      const device = await store.openVolume('volume');
      await device.write(SIZE - 1, Uint8Array.of(9));
      const last = new Uint8Array(1);
      await device.read(SIZE - 1, last);
      expect(last[0]).toBe(9);
      await expect(device.write(SIZE, Uint8Array.of(1))).rejects.toThrow(RangeError);
      await expect(device.read(SIZE - 1, new Uint8Array(2))).rejects.toThrow(RangeError);
      await expect(device.read(-1, new Uint8Array(1))).rejects.toThrow(RangeError);
      await device.close();
    });

    it('makes a volume a second time without touching its bytes, as a repeated job does', async () => {
      await store.createVolume('volume', SIZE);
      await writeTo(store, 'volume', 0, pattern(10, 2));
      await store.createVolume('volume', SIZE);
      expect(await readFrom(store, 'volume', 0, 10)).toEqual(Buffer.from(pattern(10, 2)));
    });

    it('keeps in a snapshot what the volume held then, whatever is written later', async () => {
      await store.createVolume('volume', SIZE);
      await writeTo(store, 'volume', 100_000, pattern(100, 3));
      await store.createSnapshot('snapshot', 'volume');
      await writeTo(store, 'volume', 100_000, pattern(100, 4));
      await writeTo(store, 'volume', 3 * MIB, pattern(100, 5));
      await store.createVolumeFromSnapshot('copy', 'snapshot', SIZE);
      expect(await readFrom(store, 'copy', 100_000, 100)).toEqual(Buffer.from(pattern(100, 3)));
      expect(await readFrom(store, 'copy', 3 * MIB, 100)).toEqual(Buffer.alloc(100));
      expect(await readFrom(store, 'volume', 100_000, 100)).toEqual(Buffer.from(pattern(100, 4)));
    });

    it('keeps a snapshot when its volume is deleted, and a volume when its snapshot is', async () => {
      await store.createVolume('volume', SIZE);
      await writeTo(store, 'volume', 0, pattern(100, 6));
      await store.createSnapshot('snapshot', 'volume');
      await store.deleteVolume('volume');
      store = await fixture.reopen();
      await store.createVolumeFromSnapshot('copy', 'snapshot', SIZE);
      await store.deleteSnapshot('snapshot');
      store = await fixture.reopen();
      expect(await readFrom(store, 'copy', 0, 100)).toEqual(Buffer.from(pattern(100, 6)));
    });

    it('takes the same snapshot only once, even when the volume is gone by the second time', async () => {
      await store.createVolume('volume', SIZE);
      await writeTo(store, 'volume', 0, pattern(100, 7));
      await store.createSnapshot('snapshot', 'volume');
      await writeTo(store, 'volume', 0, pattern(100, 8));
      await store.createSnapshot('snapshot', 'volume');
      await store.deleteVolume('volume');
      await store.createSnapshot('snapshot', 'volume');
      await store.createVolumeFromSnapshot('copy', 'snapshot', SIZE);
      expect(await readFrom(store, 'copy', 0, 100)).toEqual(Buffer.from(pattern(100, 7)));
    });

    it('makes a larger volume from a snapshot or a clone, with zeros behind', async () => {
      await store.createVolume('volume', SIZE);
      await writeTo(store, 'volume', SIZE - 100, pattern(100, 9));
      await store.createSnapshot('snapshot', 'volume');
      await store.createVolumeFromSnapshot('copy', 'snapshot', 2 * SIZE);
      await store.cloneVolume('clone', 'volume', 2 * SIZE);
      for (const id of ['copy', 'clone']) {
        const bytes = await readFrom(store, id, SIZE - 100, 200);
        expect(bytes).toEqual(Buffer.concat([pattern(100, 9), Buffer.alloc(100)]));
      }
    });

    it('makes a volume larger, with zeros behind what it held, and keeps that over a reopen', async () => {
      await store.createVolume('volume', SIZE);
      await writeTo(store, 'volume', SIZE - 100, pattern(100, 30));
      await store.createSnapshot('snapshot', 'volume');
      await store.growVolume('volume', 3 * SIZE);
      store = await fixture.reopen();
      const device = await store.openVolume('volume');
      expect(device.size).toBe(3 * SIZE);
      await device.close();
      const bytes = await readFrom(store, 'volume', SIZE - 100, 200);
      expect(bytes).toEqual(Buffer.concat([pattern(100, 30), Buffer.alloc(100)]));
      await writeTo(store, 'volume', 3 * SIZE - 100, pattern(100, 31));
      expect(await readFrom(store, 'volume', 3 * SIZE - 100, 100)).toEqual(Buffer.from(pattern(100, 31)));
      await store.createVolumeFromSnapshot('copy', 'snapshot', SIZE);
      const copy = await store.openVolume('copy');
      expect(copy.size).toBe(SIZE);
      await copy.close();
    });

    it('makes a volume larger once, and never smaller', async () => {
      await store.createVolume('volume', 2 * SIZE);
      for (const size of [3 * SIZE, 3 * SIZE, SIZE]) await store.growVolume('volume', size);
      const device = await store.openVolume('volume');
      expect(device.size).toBe(3 * SIZE);
      await device.close();
      await expect(store.growVolume('none', SIZE)).rejects.toThrow(VolumeNotFound);
    });

    it('keeps a clone and its source apart', async () => {
      await store.createVolume('volume', SIZE);
      await writeTo(store, 'volume', 0, pattern(100, 10));
      await store.cloneVolume('clone', 'volume', SIZE);
      await writeTo(store, 'clone', 0, pattern(100, 11));
      expect(await readFrom(store, 'volume', 0, 100)).toEqual(Buffer.from(pattern(100, 10)));
      await store.deleteVolume('volume');
      expect(await readFrom(store, 'clone', 0, 100)).toEqual(Buffer.from(pattern(100, 11)));
    });

    it('covers any range with extents, and calls nothing zero that holds data', async () => {
      await store.createVolume('volume', SIZE);
      await writeTo(store, 'volume', MIB + 5, pattern(10, 12));
      const device = await store.openVolume('volume');
      let next = 1000;
      for await (const { offset, length, zero } of device.extents(1000, 2 * MIB)) {
        expect(offset).toBe(next);
        next += length;
        const bytes = Buffer.alloc(length);
        await device.read(offset, bytes);
        if (zero) expect(bytes.equals(Buffer.alloc(length))).toBe(true);
      }
      expect(next).toBe(1000 + 2 * MIB);
      await device.close();
    });

    it('knows without reading that a new volume is all zero', async () => {
      await store.createVolume('volume', 2047 * 1024 * MIB);
      const device = await store.openVolume('volume');
      for await (const { zero } of device.extents(0, device.size)) expect(zero).toBe(true);
      await device.close();
    });

    it('deletes what is not there without complaint', async () => {
      await store.deleteVolume('none');
      await store.deleteSnapshot('none');
    });

    it('has no volume to open, copy or snapshot after a delete', async () => {
      await store.createVolume('volume', SIZE);
      await store.deleteVolume('volume');
      await expect(store.openVolume('volume')).rejects.toThrow(VolumeNotFound);
      await expect(store.createSnapshot('snapshot', 'volume')).rejects.toThrow(VolumeNotFound);
      await expect(store.cloneVolume('clone', 'volume', SIZE)).rejects.toThrow(VolumeNotFound);
      await expect(store.createVolumeFromSnapshot('copy', 'none', SIZE)).rejects.toThrow(VolumeNotFound);
      await expect(store.openVolume('copy')).rejects.toThrow(VolumeNotFound);
    });

    it('finds what it holds by the beginning of the id', async () => {
      expect(await store.find('')).toEqual({ volumes: [], snapshots: [] });
      for (const id of ['a-1', 'a-2', 'b-1', 'ab_1']) await store.createVolume(id, SIZE);
      await store.createSnapshot('a-3', 'a-1');
      await store.createSnapshot('c', 'b-1');
      await store.deleteVolume('a-2');
      store = await fixture.reopen();
      expect(await store.find('a-')).toEqual({ volumes: ['a-1'], snapshots: ['a-3'] });
      expect(await store.find('a_')).toEqual({ volumes: [], snapshots: [] });
      expect((await store.find('')).volumes.toSorted()).toEqual(['a-1', 'ab_1', 'b-1']);
      await store.deleteSnapshot('a-3');
      expect(await store.find('a-')).toEqual({ volumes: ['a-1'], snapshots: [] });
    });

    it('refuses ids that could lead somewhere else', async () => {
      for (const id of ['', '.', '..', '../volume', 'a/b', 'a\0b', '/etc/passwd', 'x'.repeat(200)]) {
        await expect(async () => store.createVolume(id, SIZE), id).rejects.toThrow(RangeError);
        await expect(async () => store.deleteSnapshot(id), id).rejects.toThrow(RangeError);
      }
    });
  });
}
