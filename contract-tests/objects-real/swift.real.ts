import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll } from 'vitest';
import { objectStoreContract } from '../../src/objects/object-store-contract.ts';
import { openSwiftStore, type SwiftOptions } from '../../src/objects/swift/swift.ts';
import { type SwiftServer, startSwift } from './swift-server.ts';

let swift: SwiftServer;

beforeAll(async () => {
  swift = await startSwift();
});
afterAll(() => swift.stop());

function optionsFor(access: Partial<SwiftOptions>): SwiftOptions {
  return {
    authUrl: `${swift.origin}/auth/v1.0`,
    authVersion: '1',
    user: 'admin:admin',
    key: 'admin',
    domain: 'Default',
    container: '{container}',
    silence: 30_000,
    pageSize: 25,
    ...access,
  };
}

const fixtureOf = (access: () => Partial<SwiftOptions>) => async () => {
  const options = optionsFor(access());
  let store = openSwiftStore(options);
  return {
    store,
    async reopen() {
      await store.close();
      store = openSwiftStore(options);
      return store;
    },
    dispose: () => store.close(),
  };
};

// Each test has accounts or containers of its own; the folder of the server goes when it ends.
objectStoreContract(
  'Swift of Debian, an account for each tenant',
  fixtureOf(() => ({ account: `AUTH_{tenant}-${randomUUID()}` })),
);
objectStoreContract(
  'Swift of Debian, one account',
  fixtureOf(() => ({ user: 'test:tester', key: 'testing', container: `${randomUUID()}.{tenant}_{container}` })),
);
