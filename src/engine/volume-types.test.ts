import { describe, expect, it } from 'vitest';
import { alice, bob, faultKindOf, faultOf, faultsOf, openTestEngine } from './testing.ts';

const D = 'os-bs-2011';
const NFS = { id: '02d1ab86-e479-11e0-98ab-c7be696d5830', name: 'NFS', extraSpecs: {} };
const SSD = { id: '35e1c8d2-e477-11e0-93ed-4f2505dfa32e', name: 'SSD', extraSpecs: {} };
const NOBODY = '00000000-0000-4000-8000-000000000000';

describe('volume types', () => {
  it(`are those that the document shows, for every tenant [${D}/2.3.3/lists-all-types] [${D}/2.3.3/get-lists-details] [${D}/2.3.3.1/type-fields]`, async () => {
    const engine = await openTestEngine();
    for (const caller of [alice, bob]) {
      expect(await engine.types.list(caller)).toEqual([NFS, SSD]);
      expect(await engine.types.get(caller, SSD.id)).toEqual(SSD);
    }
    const fault = await faultOf(engine.types.get(alice, NOBODY));
    expect(fault).toMatchObject({ kind: 'volumeTypeNotFound', category: 'notFound' });
  });

  it(`are narrowed by name and paged by marker [${D}/2.3.3.1/query-name] [${D}/2.3.3.1/query-marker] [${D}/2.3.3.1/query-limit]`, async () => {
    const engine = await openTestEngine();
    const { list } = engine.types;
    expect(await list(alice, { name: 'SSD' })).toEqual([SSD]);
    expect(await list(alice, { name: 'ssd' })).toEqual([]);
    expect(await list(alice, {}, { limit: 1 })).toEqual([NFS]);
    expect(await list(alice, {}, { limit: 1, marker: NFS.id })).toEqual([SSD]);
    expect(await list(alice, {}, { marker: SSD.id })).toEqual([]);
    expect(await list(alice, { name: 'NFS' }, { marker: NFS.id })).toEqual([]);
    expect(await faultKindOf(list(alice, {}, { marker: NOBODY }))).toBe('markerNotFound');
    expect(await faultKindOf(list(alice, {}, { limit: -1 }))).toBe('pageInvalid');
  });

  it('are one of each volume: the one asked for, the first where none was', async () => {
    const engine = await openTestEngine();
    for (const [typeId, expected] of [
      [undefined, NFS.id],
      [null, NFS.id],
      [SSD.id, SSD.id],
    ] as const) {
      const { id } = await engine.volumes.create(alice, { size: 1, typeId });
      expect(await engine.volumes.get(alice, id)).toMatchObject({ typeId: expected, volumeType: null });
    }
    expect(await engine.volumes.list(alice, { typeId: SSD.id })).toHaveLength(1);
    expect(await faultKindOf(engine.volumes.create(alice, { size: 1, typeId: NOBODY }))).toBe(
      'volumeTypeNotFound',
    );
    expect(await engine.volumes.list(alice)).toHaveLength(3);
  });

  it('may be asked for by name as well, and then the volume shows the name', async () => {
    const engine = await openTestEngine();
    for (const typeNamed of ['SSD', SSD.id]) {
      const { id } = await engine.volumes.create(alice, { size: 1, typeNamed });
      expect(await engine.volumes.get(alice, id)).toMatchObject({ typeId: SSD.id, volumeType: 'SSD' });
    }
    const unknown = await faultOf(engine.volumes.create(alice, { size: 1, typeNamed: 'ssd' }));
    expect(unknown).toMatchObject({ category: 'notFound', message: 'Volume type not found.' });
    // An id goes before a name that looks like one.
    await engine.types.create(alice, { name: SSD.id });
    const { typeId } = await engine.volumes.create(alice, { size: 1, typeNamed: SSD.id });
    expect(typeId).toBe(SSD.id);
  });

  it('are made with a name that no other has, and what is said of them', async () => {
    const engine = await openTestEngine();
    const gold = await engine.types.create(alice, { name: 'gold', extraSpecs: { disks: 'ssd' } });
    expect(await engine.types.list(bob)).toEqual([NFS, SSD, gold]);
    expect(await engine.types.get(bob, gold.id)).toEqual({
      id: gold.id,
      name: 'gold',
      extraSpecs: { disks: 'ssd' },
    });
    expect(await faultOf(engine.types.create(alice, { name: 'gold' }))).toMatchObject({
      category: 'conflict',
      message: 'Volume Type gold already exists.',
    });
    for (const name of [undefined, null, '', ' \t', 'x'.repeat(256), 'a\u0000b']) {
      expect(await faultOf(engine.types.create(alice, { name }))).toMatchObject({ category: 'invalid' });
    }
    expect(await engine.types.list(bob)).toHaveLength(3);
  });

  it('one of two makers of one name gets it', async () => {
    const engine = await openTestEngine();
    const made = await Promise.allSettled([1, 2, 3].map(() => engine.types.create(alice, { name: 'gold' })));
    expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('go, with what is said of them, when no volume has them', async () => {
    const engine = await openTestEngine();
    const { id } = await engine.types.create(alice, { name: 'gold', extraSpecs: { disks: 'ssd' } });
    const volume = await engine.volumes.create(alice, { size: 1, typeId: id });
    await engine.jobs.idle();
    expect(await faultOf(engine.types.delete(bob, id))).toMatchObject({
      category: 'invalid',
      message: 'Target volume type is still in use.',
    });
    await engine.volumes.delete(alice, volume.id);
    await engine.jobs.idle();
    await engine.types.delete(bob, id);
    expect(await engine.types.list(bob)).toEqual([NFS, SSD]);
    expect(await faultKindOf(engine.types.delete(bob, id))).toBe('volumeTypeNotFound');
    // What it had is not there for the next one of its name.
    expect((await engine.types.create(alice, { name: 'gold' })).extraSpecs).toEqual({});
  });

  it('never all go: a volume always has one', async () => {
    const engine = await openTestEngine();
    await engine.types.delete(alice, NFS.id);
    const { typeId } = await engine.volumes.create(alice, { size: 1 });
    expect(typeId).toBe(SSD.id);
    await engine.jobs.idle();
    expect(await faultKindOf(engine.types.delete(alice, SSD.id))).toBe('typeIsLast');
    const results = await Promise.allSettled(
      (await engine.types.list(alice)).map(({ id }) => engine.types.delete(alice, id)),
    );
    expect(results.map(({ status }) => status)).toEqual(['rejected']);
  });

  it('of two creations and a deletion at the same time, leave no volume with a type that is gone', async () => {
    const engine = await openTestEngine();
    const { id } = await engine.types.create(alice, { name: 'gold' });
    const create = () => engine.volumes.create(alice, { size: 1, typeId: id });
    const results = await Promise.allSettled([create(), engine.types.delete(alice, id), create()]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await engine.types.get(alice, id)).toMatchObject({ name: 'gold' });
  });
});

describe('extra specs of a volume type', () => {
  it('are set, read and deleted pair by pair, and last', async () => {
    const engine = await openTestEngine();
    const { extraSpecs } = engine.types;
    await extraSpecs.merge(alice, SSD.id, { disks: 'ssd', rpm: '0' });
    await extraSpecs.merge(alice, SSD.id, { rpm: '7200', ['__proto__']: 'own' });
    expect((await engine.types.get(bob, SSD.id)).extraSpecs).toEqual(
      Object.fromEntries([
        ['disks', 'ssd'],
        ['rpm', '7200'],
        ['__proto__', 'own'],
      ]),
    );
    expect(await extraSpecs.item(alice, SSD.id, 'rpm')).toBe('7200');
    await extraSpecs.deleteItem(alice, SSD.id, 'rpm');
    for (const key of ['rpm', 'toString']) {
      expect(await faultKindOf(extraSpecs.item(alice, SSD.id, key))).toBe('extraSpecNotFound');
      expect(await faultKindOf(extraSpecs.deleteItem(alice, SSD.id, key))).toBe('extraSpecNotFound');
    }
    expect(await engine.types.list(bob)).toMatchObject([NFS, { extraSpecs: { disks: 'ssd' } }]);
  });

  it('are those of a type that is there', async () => {
    const { extraSpecs } = (await openTestEngine()).types;
    for (const { kind } of await faultsOf([
      extraSpecs.merge(alice, NOBODY, { a: 'b' }),
      extraSpecs.item(alice, NOBODY, 'a'),
      extraSpecs.deleteItem(alice, NOBODY, 'a'),
    ]))
      expect(kind).toBe('volumeTypeNotFound');
  });

  it('are 128 at the most, with keys and values of 255 bytes', async () => {
    const { types } = await openTestEngine();
    const many = Object.fromEntries(Array.from({ length: 128 }, (_, index) => [`k${index}`, 'v']));
    await types.extraSpecs.merge(alice, SSD.id, many);
    await types.extraSpecs.merge(alice, SSD.id, { k0: 'again' });
    expect(await faultKindOf(types.extraSpecs.merge(alice, SSD.id, { more: 'v' }))).toBe('metadataTooMany');
    const long = 'x'.repeat(256);
    for (const pair of [{ [long]: 'v' }, { k: long }, { ' ': 'v' }])
      expect((await faultOf(types.extraSpecs.merge(alice, SSD.id, pair))).category).toBe('invalid');
  });
});
