import { expect, it } from 'vitest';
import { ObjectNotFound } from '../object-store.ts';
import type { ServerFaults } from '../object-store-contract.ts';
import { bodyOf, bytesOf, type StoreUnderTest } from './bodies.ts';

/** Names, lists of them, and whose they are. */
export function nameContract(under: StoreUnderTest, { losesNeighbours = false }: ServerFaults): void {
  it('lists names by any prefix, sorted', async () => {
    const names = [
      'volume_a/2013/az_1-00002',
      'volume_a/2013/az_1-00001',
      'volume_a/2013/az_10-00001',
      'volume_b',
    ];
    for (const objectName of names) await under.store.put('tenant', 'backups', objectName, bodyOf('x'));
    expect(await under.store.list('tenant', 'backups', '')).toEqual([...names].sort());
    expect(await under.store.list('tenant', 'backups', 'volume_a/2013/az_1-')).toEqual([names[1], names[0]]);
    expect(await under.store.list('tenant', 'backups', 'volume_')).toHaveLength(4);
    expect(await under.store.list('tenant', 'backups', 'volume_a/20')).toHaveLength(3);
    expect(await under.store.list('tenant', 'backups', 'other/')).toEqual([]);
    expect(await under.store.list('tenant', 'none', '')).toEqual([]);
  });

  it('lists more names than fit on a page', async () => {
    const names = Array.from({ length: 60 }, (_, index) => `many/object-${String(index).padStart(5, '0')}`);
    await Promise.all(
      names.map((objectName) => under.store.put('tenant', 'backups', objectName, bodyOf('x'))),
    );
    await under.store.put('tenant', 'backups', 'other', bodyOf('x'));
    expect(await under.store.list('tenant', 'backups', 'many/object-')).toEqual(names);
    expect(await under.store.list('tenant', 'backups', '')).toEqual([...names, 'other']);
  });

  it('forgets a deleted object, and deletes it again without complaint', async () => {
    await under.store.put('tenant', 'backups', 'folder/object', bodyOf('x'));
    await under.store.delete('tenant', 'backups', 'folder/object');
    await expect(under.text('folder/object')).rejects.toThrow(ObjectNotFound);
    await under.store.delete('tenant', 'backups', 'folder/object');
    await under.store.delete('tenant', 'none', 'object');
    expect(await under.store.list('tenant', 'backups', '')).toEqual([]);
    await under.store.put('tenant', 'backups', 'folder/object', bodyOf('again'));
    expect(await under.text('folder/object')).toBe('again');
  });

  it.skipIf(losesNeighbours)('puts and deletes neighbours at the same time', async () => {
    const names = Array.from({ length: 40 }, (_, index) => `folder/deep/${index}`);
    await Promise.all(
      names.map(async (objectName) => {
        await under.store.put('tenant', 'backups', objectName, bodyOf(objectName));
        expect(await under.text(objectName)).toBe(objectName);
        await under.store.delete('tenant', 'backups', objectName);
      }),
    );
    expect(await under.store.list('tenant', 'backups', '')).toEqual([]);
  });

  it('keeps tenants and containers apart', async () => {
    await under.store.ensureContainer('other', 'backups');
    await under.store.ensureContainer('tenant', 'others');
    await under.store.put('tenant', 'backups', 'object', bodyOf('mine'));
    await expect(bytesOf(under.store, 'other', 'backups', 'object')).rejects.toThrow(ObjectNotFound);
    await expect(bytesOf(under.store, 'tenant', 'others', 'object')).rejects.toThrow(ObjectNotFound);
    expect(await under.store.list('other', 'backups', '')).toEqual([]);
    await under.store.delete('other', 'backups', 'object');
    expect(await under.text('object')).toBe('mine');
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
    for (const objectName of names)
      await under.store.put('tenant', 'backups', objectName, bodyOf(objectName));
    await under.reopen();
    for (const objectName of names) expect(await under.text(objectName)).toBe(objectName);
    expect(await under.store.list('tenant', 'backups', '')).toEqual([...names].sort());
    for (const objectName of names) await under.store.delete('tenant', 'backups', objectName);
    expect(await under.store.list('tenant', 'backups', '')).toEqual([]);
  });

  it('takes any text for a tenant or container', async () => {
    for (const word of ['..', '.', '.staging', 'a/b', '../backups', 'ä b', `t${'y'.repeat(254)}`]) {
      await under.store.ensureContainer(word, word);
      await under.store.put(word, word, 'object', bodyOf(word));
      expect((await bytesOf(under.store, word, word, 'object')).toString()).toBe(word);
    }
    expect(await under.store.list('tenant', 'backups', '')).toEqual([]);
  });
}
