import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BlockStore, VolumeInUse, VolumeNotFound } from '../block-store.ts';
import { type BlockStoreFixture, pattern, readFrom, SIZE } from './fixture.ts';

/** What every block store must do for those who have a volume open or lent. */
export function useContract(name: string, open: () => Promise<BlockStoreFixture>): void {
  describe(`block store: ${name}`, () => {
    let fixture: BlockStoreFixture;
    let store: BlockStore;

    beforeEach(async () => {
      fixture = await open();
      store = fixture.store;
    });
    afterEach(() => fixture.dispose());

    it('takes a snapshot of an open volume, whose user goes on writing', async () => {
      await store.createVolume('volume', SIZE);
      const device = await store.openVolume('volume');
      await device.write(0, pattern(100, 23));
      const taken = store.createSnapshot('snapshot', 'volume');
      await device.write(0, pattern(100, 24));
      await taken;
      await device.write(50, pattern(1, 25));
      await device.close();
      await store.createVolumeFromSnapshot('copy', 'snapshot', SIZE);
      const [kept] = await readFrom(store, 'copy', 0, 1);
      expect([pattern(1, 23)[0], pattern(1, 24)[0]]).toContain(kept);
      expect((await readFrom(store, 'volume', 50, 1))[0]).toBe(pattern(1, 25)[0]);
    });

    it('makes no volume larger that somebody has open, or has borrowed', async () => {
      await store.createVolume('volume', SIZE);
      const device = await store.openVolume('volume');
      await expect(store.growVolume('volume', 2 * SIZE)).rejects.toThrow(VolumeInUse);
      await device.close();
      const borrower = { pause: async () => undefined, resume: async () => undefined };
      const loan = await store.lend('volume', borrower);
      await expect(store.growVolume('volume', 2 * SIZE)).rejects.toThrow(VolumeInUse);
      await loan.end();
      await store.growVolume('volume', 2 * SIZE);
      const again = await store.lend('volume', borrower);
      expect(again.place.size).toBe(2 * SIZE);
      await again.end();
    });

    it('shares an open volume between those who open it', async () => {
      await store.createVolume('volume', SIZE);
      const [one, two] = await Promise.all([store.openVolume('volume'), store.openVolume('volume')]);
      await one.write(0, pattern(100, 26));
      await one.close();
      const bytes = Buffer.alloc(100);
      await two.read(0, bytes);
      expect(bytes).toEqual(Buffer.from(pattern(100, 26)));
      await two.close();
      await expect(two.read(0, bytes)).rejects.toThrow();
    });

    it('has no more to read from a volume that was deleted while it was open', async () => {
      await store.createVolume('volume', SIZE);
      const device = await store.openVolume('volume');
      await device.write(0, pattern(100, 27));
      await store.deleteVolume('volume');
      await expect(device.read(0, Buffer.alloc(1))).rejects.toThrow(VolumeNotFound);
      await device.close();
    });

    it('lends a volume to one borrower, paused around a snapshot and a copy', async () => {
      await store.createVolume('volume', SIZE);
      const calls: string[] = [];
      const loan = await store.lend('volume', {
        pause: async () => void calls.push('pause'),
        resume: async ({ size }) => void calls.push(`resume ${size}`),
      });
      expect(loan.place.size).toBe(SIZE);
      await expect(store.openVolume('volume')).rejects.toThrow(VolumeInUse);
      await expect(store.deleteVolume('volume')).rejects.toThrow(VolumeInUse);
      const borrower = { pause: async () => undefined, resume: async () => undefined };
      await expect(store.lend('volume', borrower)).rejects.toThrow(VolumeInUse);
      await store.createSnapshot('snapshot', 'volume');
      await store.cloneVolume('clone', 'volume', SIZE);
      expect(calls).toEqual(['pause', `resume ${SIZE}`, 'pause', `resume ${SIZE}`]);
      await loan.end();
      await (await store.openVolume('volume')).close();
      await expect(store.lend('none', borrower)).rejects.toThrow(VolumeNotFound);
    });

    it('takes no snapshot when the borrower cannot flush, and leaves it to go on', async () => {
      await store.createVolume('volume', SIZE);
      let resumed = 0;
      const loan = await store.lend('volume', {
        pause: () => Promise.reject(new Error('no space left on device')),
        resume: async () => {
          resumed += 1;
        },
      });
      await expect(store.createSnapshot('snapshot', 'volume')).rejects.toThrow('no space left');
      expect(resumed).toBe(0);
      await loan.end();
      await expect(store.createVolumeFromSnapshot('copy', 'snapshot', SIZE)).rejects.toThrow(VolumeNotFound);
    });
  });
}
