import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { blockStoreContract } from './block-store-contract.ts';
import { openLayerStore } from './layer-store.ts';

blockStoreContract('layers', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cinderblock-blocks-'));
  const open = () => openLayerStore(folder, { rest: 0 });
  let store = await open();
  return {
    store,
    async reopen() {
      await store.close();
      store = await open();
      return store;
    },
    async dispose() {
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
});
