import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll } from 'vitest';
import type { ObjectStore } from '../../src/objects/object-store.ts';
import { type ObjectStoreFixture, objectStoreContract } from '../../src/objects/object-store-contract.ts';
import { openS3Store } from '../../src/objects/s3/s3.ts';
import { openSwiftStore, type SwiftOptions } from '../../src/objects/swift/swift.ts';
import { type SwiftServer, startSwift } from './swift-server.ts';

let swift: SwiftServer;

beforeAll(async () => {
  swift = await startSwift();
});
afterAll(() => swift.stop());

const SILENCE = 30_000;

const swiftOptions = (access: Partial<SwiftOptions>): SwiftOptions => ({
  authUrl: `${swift.origin}/auth/v1.0`,
  authVersion: '1',
  user: 'admin:admin',
  key: 'admin',
  domain: 'Default',
  container: '{container}',
  silence: SILENCE,
  ...access,
});

const s3Options = (bucket: string) => ({
  endpoint: swift.origin,
  region: 'us-east-1',
  bucket,
  accessKey: 'test:tester',
  secretKey: 'testing',
  addressing: 'path' as const,
  silence: SILENCE,
  pageSize: 20,
});

async function fixtureOf(open: () => Promise<ObjectStore>): Promise<ObjectStoreFixture> {
  let store = await open();
  return {
    store,
    async reopen() {
      await store.close();
      store = await open();
      return store;
    },
    // The server's folder goes when it ends.
    dispose: () => store.close(),
  };
}

// Each test has accounts, containers or a bucket of its own, as a store has nothing to begin anew with.
objectStoreContract('Swift of Debian, an account for each tenant', () => {
  const options = swiftOptions({ account: `AUTH_${randomUUID()}-{tenant}` });
  return fixtureOf(async () => openSwiftStore(options));
});

objectStoreContract('Swift of Debian, one account', () => {
  const container = `${randomUUID()}.{tenant}_{container}`;
  const options = swiftOptions({ user: 'test:tester', key: 'testing', container });
  return fixtureOf(async () => openSwiftStore(options));
});

objectStoreContract('the S3 API of that Swift', () => {
  const options = s3Options(randomUUID());
  return fixtureOf(() => openS3Store(options));
});
