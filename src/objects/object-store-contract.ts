import { createHash } from 'node:crypto';
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

/** Bytes that are not alike anywhere, a mebibyte at a time; the same for the same length. */
async function* largeBody(mebibytes: number): AsyncGenerator<Uint8Array> {
  const block = Buffer.alloc(MIB);
  for (let at = 0; at < MIB; at += 4) block.writeUInt32LE((at * 2_654_435_761) % 4_294_967_296, at);
  for (let number = 0; number < mebibytes; number += 1) {
    const piece = Buffer.from(block);
    piece.writeUInt32LE(number, 0);
    yield piece;
  }
}

async function* brokenBody(
  before: AsyncIterable<Uint8Array> = bodyOf('the first half'),
): AsyncGenerator<Uint8Array> {
  yield* before;
  throw new Error('the source broke');
}

async function digestOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of body) hash.update(part);
  return hash.digest('hex');
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
  { keepsParts = false, losesNeighbours = false }: ServerFaults = {},
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

    it.each([
      ['known', 20 * MIB],
      ['not known', undefined],
    ])('gives back a large object, its length %s', async (_, length) => {
      const options = length === undefined ? {} : { length };
      await store.put('tenant', 'backups', 'large', largeBody(20), options);
      expect(await store.lengthOf('tenant', 'backups', 'large')).toBe(20 * MIB);
      expect(await digestOf(store.get('tenant', 'backups', 'large'))).toBe(await digestOf(largeBody(20)));
    });

    it.skipIf(keepsParts)('keeps the old object, or none, when a large body breaks off', async () => {
      for (const options of [{}, { length: 20 * MIB }]) {
        const put = store.put('tenant', 'backups', 'large', brokenBody(largeBody(12)), options);
        await expect(put).rejects.toThrow('the source broke');
        await expect(text('large')).rejects.toThrow(ObjectNotFound);
      }
      await store.put('tenant', 'backups', 'large', bodyOf('whole'));
      const put = store.put('tenant', 'backups', 'large', brokenBody(largeBody(12)), { length: 20 * MIB });
      await expect(put).rejects.toThrow('the source broke');
      expect(await text('large')).toBe('whole');
      expect(await store.list('tenant', 'backups', '')).toEqual(['large']);
    });

    it('takes a body of the promised length only', async () => {
      for (const length of [0, 4, 6]) {
        await expect(store.put('tenant', 'backups', 'object', bodyOf('five!'), { length })).rejects.toThrow(
          'promised',
        );
        await expect(text('object')).rejects.toThrow(ObjectNotFound);
      }
      await store.put('tenant', 'backups', 'object', bodyOf('fi', 've!'), { length: 5 });
      expect(await text('object')).toBe('five!');
      await store.put('tenant', 'backups', 'object', bodyOf(), { length: 0 });
      expect(await store.lengthOf('tenant', 'backups', 'object')).toBe(0);
    });

    it('stops a put and a get when it is told to, and stores nothing', async () => {
      const stopped = new Error('stopped');
      const stop = new AbortController();
      async function* body() {
        yield Buffer.alloc(MIB, 1);
        stop.abort(stopped);
        yield Buffer.alloc(MIB, 2);
      }
      const { signal } = stop;
      const put = store.put('tenant', 'backups', 'object', body(), { length: 2 * MIB, signal });
      await expect(put).rejects.toBe(stopped);
      await expect(text('object')).rejects.toThrow(ObjectNotFound);
      await expect(store.put('tenant', 'backups', 'object', bodyOf('x'), { signal })).rejects.toBe(stopped);

      await store.put('tenant', 'backups', 'object', largeBody(16));
      const stopLater = new AbortController();
      const get = async () => {
        for await (const part of store.get('tenant', 'backups', 'object', { signal: stopLater.signal })) {
          if (part.length > 0) stopLater.abort(stopped);
        }
      };
      await expect(get()).rejects.toBe(stopped);
    });

    it('lets go of an object that is read in part', async () => {
      await store.put('tenant', 'backups', 'object', largeBody(4));
      for (let time = 0; time < 40; time += 1) {
        for await (const part of store.get('tenant', 'backups', 'object')) {
          expect(part.length).toBeGreaterThan(0);
          break;
        }
      }
      expect(await digestOf(store.get('tenant', 'backups', 'object'))).toBe(await digestOf(largeBody(4)));
    });

    it('gives the bytes from an offset on', async () => {
      await store.put('tenant', 'backups', 'object', bodyOf('0123456789'));
      const from = async (offset: number) => {
        const parts: Uint8Array[] = [];
        for await (const part of store.get('tenant', 'backups', 'object', { offset })) parts.push(part);
        return Buffer.concat(parts).toString();
      };
      expect(await Promise.all([0, 1, 9, 10, 11].map(from))).toEqual([
        '0123456789',
        '123456789',
        '9',
        '',
        '',
      ]);
    });

    it('knows the length of an object, and that there is none', async () => {
      await store.put('tenant', 'backups', 'folder/object', bodyOf('five!'));
      expect(await store.lengthOf('tenant', 'backups', 'folder/object')).toBe(5);
      expect(await store.lengthOf('tenant', 'backups', 'folder')).toBeUndefined();
      expect(await store.lengthOf('tenant', 'none', 'object')).toBeUndefined();
    });

    it('can be asked whether it is there', async () => {
      await store.probe();
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

    it('lists more names than fit on a page', async () => {
      const names = Array.from({ length: 60 }, (_, index) => `many/object-${String(index).padStart(5, '0')}`);
      await Promise.all(names.map((objectName) => store.put('tenant', 'backups', objectName, bodyOf('x'))));
      await store.put('tenant', 'backups', 'other', bodyOf('x'));
      expect(await store.list('tenant', 'backups', 'many/object-')).toEqual(names);
      expect(await store.list('tenant', 'backups', '')).toEqual([...names, 'other']);
    });

    it('leaves one whole object of those that are put under one name at once', async () => {
      const bodies = Array.from({ length: 8 }, (_, index) => Buffer.alloc(100_000 + index, index));
      await Promise.all(bodies.map((body) => store.put('tenant', 'backups', 'object', bodyOf(body))));
      const stored = await bytesOf(store, 'tenant', 'backups', 'object');
      expect(bodies.some((body) => body.equals(stored))).toBe(true);
      expect(await store.list('tenant', 'backups', '')).toEqual(['object']);
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

    it.skipIf(losesNeighbours)('puts and deletes neighbours at the same time', async () => {
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
