import { expect, it } from 'vitest';
import { ContainerNotFound, ObjectNotFound } from '../object-store.ts';
import { bodyOf, brokenBody, bytesOf, digestOf, largeBody, MIB, type StoreUnderTest } from './bodies.ts';

/** What goes in comes out, or nothing does. */
export function byteContract(under: StoreUnderTest): void {
  it('gives back what was put, also after a reopen', async () => {
    await under.store.put('tenant', 'backups', 'object', bodyOf('one, ', 'two'));
    expect(await under.text('object')).toBe('one, two');
    await under.reopen();
    expect(await under.text('object')).toBe('one, two');
  });

  it('keeps containers that are made twice', async () => {
    await under.store.put('tenant', 'backups', 'object', bodyOf('kept'));
    await under.store.ensureContainer('tenant', 'backups');
    expect(await under.text('object')).toBe('kept');
  });

  it('gives back empty objects, and zeros between data', async () => {
    await under.store.put('tenant', 'backups', 'empty', bodyOf());
    expect(await under.text('empty')).toBe('');
    const body = [new Uint8Array(MIB), new Uint8Array(100_001).fill(7), new Uint8Array(2 * MIB)];
    await under.store.put('tenant', 'backups', 'zeros', bodyOf(...body));
    expect((await bytesOf(under.store, 'tenant', 'backups', 'zeros')).equals(Buffer.concat(body))).toBe(true);
  });

  it('replaces an object of the same name, by a shorter one too', async () => {
    await under.store.put('tenant', 'backups', 'object', bodyOf('a long one'));
    await under.store.put('tenant', 'backups', 'object', bodyOf('short'));
    expect(await under.text('object')).toBe('short');
  });

  it('keeps the old object, or none, when the body breaks off', async () => {
    await expect(under.store.put('tenant', 'backups', 'object', brokenBody())).rejects.toThrow(
      'the source broke',
    );
    await expect(under.text('object')).rejects.toThrow(ObjectNotFound);
    await under.store.put('tenant', 'backups', 'object', bodyOf('whole'));
    await expect(under.store.put('tenant', 'backups', 'object', brokenBody())).rejects.toThrow(
      'the source broke',
    );
    expect(await under.text('object')).toBe('whole');
    expect(await under.store.list('tenant', 'backups', '')).toEqual(['object']);
  });

  it('lets go of an object that is read in part', async () => {
    await under.store.put('tenant', 'backups', 'object', largeBody(4));
    for (let time = 0; time < 40; time += 1) {
      for await (const part of under.store.get('tenant', 'backups', 'object')) {
        expect(part.length).toBeGreaterThan(0);
        break;
      }
    }
    expect(await digestOf(under.store.get('tenant', 'backups', 'object'))).toBe(await digestOf(largeBody(4)));
  });

  it('gives the bytes from an offset on', async () => {
    await under.store.put('tenant', 'backups', 'object', bodyOf('0123456789'));
    const from = async (offset: number) => {
      const parts: Uint8Array[] = [];
      for await (const part of under.store.get('tenant', 'backups', 'object', { offset })) parts.push(part);
      return Buffer.concat(parts).toString();
    };
    expect(await Promise.all([0, 1, 9, 10, 11].map(from))).toEqual(['0123456789', '123456789', '9', '', '']);
  });

  it('knows the length of an object, and that there is none', async () => {
    await under.store.put('tenant', 'backups', 'folder/object', bodyOf('five!'));
    expect(await under.store.lengthOf('tenant', 'backups', 'folder/object')).toBe(5);
    expect(await under.store.lengthOf('tenant', 'backups', 'folder')).toBeUndefined();
    expect(await under.store.lengthOf('tenant', 'none', 'object')).toBeUndefined();
  });

  it('can be asked whether it is there', async () => {
    await under.store.probe();
  });

  it('refuses to put into a container that was not made', async () => {
    await expect(under.store.put('tenant', 'none', 'object', bodyOf('x'))).rejects.toThrow(ContainerNotFound);
  });

  it('leaves one whole object of those that are put under one name at once', async () => {
    const bodies = Array.from({ length: 8 }, (_, index) => Buffer.alloc(100_000 + index, index));
    await Promise.all(bodies.map((body) => under.store.put('tenant', 'backups', 'object', bodyOf(body))));
    const stored = await bytesOf(under.store, 'tenant', 'backups', 'object');
    expect(bodies.some((body) => body.equals(stored))).toBe(true);
    expect(await under.store.list('tenant', 'backups', '')).toEqual(['object']);
  });
}
