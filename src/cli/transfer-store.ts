import { openLayerStore } from '../blocks/layer-store.ts';
import type { ReplacingStore } from '../operator/transfer/import.ts';

export async function openTransferStore(blocks: string): Promise<ReplacingStore> {
  const store = await openLayerStore(blocks);
  return {
    ...store,
    async replaceVolume(volumeId, withId) {
      const device = await store.openVolume(withId);
      const { size } = device;
      await device.close();
      await store.deleteVolume(volumeId);
      await store.cloneVolume(volumeId, withId, size);
      await store.deleteVolume(withId);
    },
  };
}
