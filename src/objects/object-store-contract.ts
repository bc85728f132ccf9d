import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ContainerNotFound, ObjectNotFound, type ObjectStore } from './object-store.ts';

const MIB = 1024 * 1024;

/** A store under test, on storage of its own. */
export interface ObjectStoreFixture {
  readonly store: ObjectStore;
  /** Closes the store and opens it again on the same storage. */
  reopen(): Promise<ObjectStore>;
  /** Closes it and throws the storage away. */
  dispose(): Promise<void>;
}

async function* bodyOf(...parts: (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield typeof part === 'string' ? Buffer.from(part) : part;
}

async function* brokenBody(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('the first half');
  throw new Error('the source broke');
}

async function bytesOf(
  store: ObjectStore,
  tenantId: string,
  container: string,
  name: string,
): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of store.get(tenantId, container, name)) parts.push(part);
  return Buffer.concat(parts);
}

/** What every object store must do, whatever it keeps its objects in. */
export function objectStoreContract(name: string, open: () => Promise<ObjectStoreFixture>): void {
  describe(`object store: ${name}`, () => {
    let fixture: ObjectStoreFixture;
    let store: ObjectStore;

    beforeEach(async () => {
      fixture = await open();
      store = fixture.store;
      await store.ensureContainer('tenant', 'backups');
    });
    afterEach(() => fixture.dispose());

    const text = async (objectName: string) =>
      (await bytesOf(store, 'tenant', 'backups', objectName)).toString();

    it('gives back what was put, also after a reopen', async () => {
      await store.put('tenant', 'backups', 'object', bodyOf('one, ', 'two'));
      expect(await text('object')).toBe('one, two');
      store = await fixture.reopen();
      expect(await text('object')).toBe('one, two');
    });

    it('keeps containers that are made twice', async () => {
      await store.put('tenant', 'backups', 'object', bodyOf('kept'));
      await store.ensureContainer('tenant', 'backups');
      expect(await text('object')).toBe('kept');
    });

    it('gives back empty objects, and zeros between data', async () => {
      await store.put('tenant', 'backups', 'empty', bodyOf());
      expect(await text('empty')).toBe('');
      const body = [new Uint8Array(MIB), new Uint8Array(100_001).fill(7), new Uint8Array(2 * MIB)];
      await store.put('tenant', 'backups', 'zeros', bodyOf(...body));
      expect((await bytesOf(store, 'tenant', 'backups', 'zeros')).equals(Buffer.concat(body))).toBe(true);
    });

    it('replaces an object of the same name, by a shorter one too', async () => {
      await store.put('tenant', 'backups', 'object', bodyOf('a long one'));
      await store.put('tenant', 'backups', 'object', bodyOf('short'));
      expect(await text('object')).toBe('short');
    });

    it('keeps the old object, or none, when the body breaks off', async () => {
      await expect(store.put('tenant', 'backups', 'object', brokenBody())).rejects.toThrow(
        'the source broke',
      );
      await expect(text('object')).rejects.toThrow(ObjectNotFound);
      await store.put('tenant', 'backups', 'object', bodyOf('whole'));
      await expect(store.put('tenant', 'backups', 'object', brokenBody())).rejects.toThrow(
        'the source broke',
      );
      expect(await text('object')).toBe('whole');
      expect(await store.list('tenant', 'backups', '')).toEqual(['object']);
    });

    it('refuses to put into a container that was not made', async () => {
      await expect(store.put('tenant', 'none', 'object', bodyOf('x'))).rejects.toThrow(ContainerNotFound);
    });

    it('lists names by any prefix, sorted', async () => {
      const names = [
        'volume_a/2013/az_1-00002',
        'volume_a/2013/az_1-00001',
        'volume_a/2013/az_10-00001',
        'volume_b',
      ];
      for (const objectName of names) await store.put('tenant', 'backups', objectName, bodyOf('x'));
      expect(await store.list('tenant', 'backups', '')).toEqual([...names].sort());
      expect(await store.list('tenant', 'backups', 'volume_a/2013/az_1-')).toEqual([names[1], names[0]]);
      expect(await store.list('tenant', 'backups', 'volume_')).toHaveLength(4);
      expect(await store.list('tenant', 'backups', 'volume_a/20')).toHaveLength(3);
      expect(await store.list('tenant', 'backups', 'other/')).toEqual([]);
      expect(await store.list('tenant', 'none', '')).toEqual([]);
    });

    it('forgets a deleted object, and deletes it again without complaint', async () => {
      await store.put('tenant', 'backups', 'folder/object', bodyOf('x'));
      await store.delete('tenant', 'backups', 'folder/object');
      await expect(text('folder/object')).rejects.toThrow(ObjectNotFound);
      await store.delete('tenant', 'backups', 'folder/object');
      await store.delete('tenant', 'none', 'object');
      expect(await store.list('tenant', 'backups', '')).toEqual([]);
      await store.put('tenant', 'backups', 'folder/object', bodyOf('again'));
      expect(await text('folder/object')).toBe('again');
    });

    it('puts and deletes neighbours at the same time', async () => {
      const names = Array.from({ length: 40 }, (_, index) => `folder/deep/${index}`);
      await Promise.all(
        names.map(async (objectName) => {
          await store.put('tenant', 'backups', objectName, bodyOf(objectName));
          expect(await text(objectName)).toBe(objectName);
          await store.delete('tenant', 'backups', objectName);
        }),
      );
      expect(await store.list('tenant', 'backups', '')).toEqual([]);
    });

    it('keeps tenants and containers apart', async () => {
      await store.ensureContainer('other', 'backups');
      await store.ensureContainer('tenant', 'others');
      await store.put('tenant', 'backups', 'object', bodyOf('mine'));
      await expect(bytesOf(store, 'other', 'backups', 'object')).rejects.toThrow(ObjectNotFound);
      await expect(bytesOf(store, 'tenant', 'others', 'object')).rejects.toThrow(ObjectNotFound);
      expect(await store.list('other', 'backups', '')).toEqual([]);
      await store.delete('other', 'backups', 'object');
      expect(await text('object')).toBe('mine');
    });

    it('takes any text for a name, and no two names for one', async () => {
      const names = [
        '..',
        '.../../../escape',
        '/absolute',
        'a//b',
        'trailing/',
        './dot',
        '.hidden',
        'per%cent',
        'per%25cent',
        '%00',
        'white space',
        'umlaut ä',
        'emoji 🧱',
        'back\\slash',
        'line\nbreak',
        'UPPER',
        'upper',
        `long-${'x'.repeat(900)}`,
        `cut-${'x'.repeat(195)}%41`,
        'a:b',
        'con',
        '~',
      ];
      for (const objectName of names) await store.put('tenant', 'backups', objectName, bodyOf(objectName));
      store = await fixture.reopen();
      for (const objectName of names) expect(await text(objectName)).toBe(objectName);
      expect(await store.list('tenant', 'backups', '')).toEqual([...names].sort());
      for (const objectName of names) await store.delete('tenant', 'backups', objectName);
      expect(await store.list('tenant', 'backups', '')).toEqual([]);
    });

    it('takes any text for a tenant or container', async () => {
      for (const word of ['..', '.', '.staging', 'a/b', '../backups', 'ä b', `t${'y'.repeat(254)}`]) {
        await store.ensureContainer(word, word);
        await store.put(word, word, 'object', bodyOf(word));
        expect((await bytesOf(store, word, word, 'object')).toString()).toBe(word);
      }
      expect(await store.list('tenant', 'backups', '')).toEqual([]);
    });
  });
}
