import { afterEach, beforeEach, describe } from 'vitest';
import { bytesOf, type StoreUnderTest } from './contract/bodies.ts';
import { byteContract } from './contract/bytes.ts';
import { nameContract } from './contract/names.ts';
import { streamContract } from './contract/streams.ts';
import type { ObjectStore } from './object-store.ts';

/** A store under test, on storage of its own. */
export interface ObjectStoreFixture {
  readonly store: ObjectStore;
  /** Closes the store and opens it again on the same storage. */
  reopen(): Promise<ObjectStore>;
  /** Closes it and throws the storage away. */
  dispose(): Promise<void>;
}

/** Faults of the server behind a store, about which the store can do nothing: those cases are left out. */
export interface ServerFaults {
  /** It keeps what it got of an upload that breaks off, as an object. */
  readonly keepsParts?: boolean;
  /** It stumbles over a put and a delete of neighbours at the same time. */
  readonly losesNeighbours?: boolean;
}

/** What every object store must do, whatever it keeps its objects in. */
export function objectStoreContract(
  name: string,
  open: () => Promise<ObjectStoreFixture>,
  faults: ServerFaults = {},
): void {
  describe(`object store: ${name}`, () => {
    let fixture: ObjectStoreFixture;
    let store: ObjectStore;

    beforeEach(async () => {
      fixture = await open();
      store = fixture.store;
      await store.ensureContainer('tenant', 'backups');
    });
    afterEach(() => fixture.dispose());

    const under: StoreUnderTest = {
      get store() {
        return store;
      },
      async reopen() {
        store = await fixture.reopen();
      },
      text: async (objectName) => (await bytesOf(store, 'tenant', 'backups', objectName)).toString(),
    };
    byteContract(under);
    streamContract(under, faults);
    nameContract(under, faults);
  });
}
