import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from 's3rver';
import { objectStoreContract } from '../object-store-contract.ts';
import { openS3Store } from './s3.ts';

objectStoreContract(
  'S3 of s3rver',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'cinderblock-s3-'));
    const server = new S3rver({ address: '127.0.0.1', port: 0, silent: true, directory: folder });
    const http = await server.run();
    const options = {
      endpoint: `http://127.0.0.1:${http.port}`,
      region: 'us-east-1',
      bucket: 'backups',
      accessKey: 'S3RVER',
      secretKey: 'S3RVER',
      addressing: 'path',
      silence: 30_000,
    } as const;
    let store = await openS3Store(options);
    return {
      store,
      async reopen() {
        await store.close();
        store = await openS3Store(options);
        return store;
      },
      async dispose() {
        await store.close();
        await server.close();
        await rm(folder, { recursive: true });
      },
    };
  },
  // It writes uploads where the object is, and removes folders that it has found empty.
  { keepsParts: true, losesNeighbours: true },
);
