import { expect, it } from 'vitest';
import { ObjectNotFound } from '../object-store.ts';
import type { ServerFaults } from '../object-store-contract.ts';
import { bodyOf, brokenBody, digestOf, largeBody, MIB, type StoreUnderTest } from './bodies.ts';

/** Large objects, lengths that are promised, and copies that are stopped. */
export function streamContract(under: StoreUnderTest, { keepsParts = false }: ServerFaults): void {
  it.each([
    ['known', 20 * MIB],
    ['not known', undefined],
  ])('gives back a large object, its length %s', async (_, length) => {
    const options = length === undefined ? {} : { length };
    await under.store.put('tenant', 'backups', 'large', largeBody(20), options);
    expect(await under.store.lengthOf('tenant', 'backups', 'large')).toBe(20 * MIB);
    expect(await digestOf(under.store.get('tenant', 'backups', 'large'))).toBe(await digestOf(largeBody(20)));
  });

  it.skipIf(keepsParts)('keeps the old object, or none, when a large body breaks off', async () => {
    for (const options of [{}, { length: 20 * MIB }]) {
      const put = under.store.put('tenant', 'backups', 'large', brokenBody(largeBody(12)), options);
      await expect(put).rejects.toThrow('the source broke');
      await expect(under.text('large')).rejects.toThrow(ObjectNotFound);
    }
    await under.store.put('tenant', 'backups', 'large', bodyOf('whole'));
    const put = under.store.put('tenant', 'backups', 'large', brokenBody(largeBody(12)), {
      length: 20 * MIB,
    });
    await expect(put).rejects.toThrow('the source broke');
    expect(await under.text('large')).toBe('whole');
    expect(await under.store.list('tenant', 'backups', '')).toEqual(['large']);
  });

  it('takes a body of the promised length only', async () => {
    for (const length of [0, 4, 6]) {
      await expect(
        under.store.put('tenant', 'backups', 'object', bodyOf('five!'), { length }),
      ).rejects.toThrow('promised');
      await expect(under.text('object')).rejects.toThrow(ObjectNotFound);
    }
    await under.store.put('tenant', 'backups', 'object', bodyOf('fi', 've!'), { length: 5 });
    expect(await under.text('object')).toBe('five!');
    await under.store.put('tenant', 'backups', 'object', bodyOf(), { length: 0 });
    expect(await under.store.lengthOf('tenant', 'backups', 'object')).toBe(0);
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
    const put = under.store.put('tenant', 'backups', 'object', body(), { length: 2 * MIB, signal });
    await expect(put).rejects.toBe(stopped);
    await expect(under.text('object')).rejects.toThrow(ObjectNotFound);
    await expect(under.store.put('tenant', 'backups', 'object', bodyOf('x'), { signal })).rejects.toBe(
      stopped,
    );

    await under.store.put('tenant', 'backups', 'object', largeBody(16));
    const stopLater = new AbortController();
    const get = async () => {
      for await (const part of under.store.get('tenant', 'backups', 'object', { signal: stopLater.signal })) {
        if (part.length > 0) stopLater.abort(stopped);
      }
    };
    await expect(get()).rejects.toBe(stopped);
  });
}
