import { describe, expect, it } from 'vitest';
import { alice, bob, faultKindOf, faultOf, openTestEngine } from './testing.ts';

const D = 'os-bs-2011';
const NFS = { id: '02d1ab86-e479-11e0-98ab-c7be696d5830', name: 'NFS' };
const SSD = { id: '35e1c8d2-e477-11e0-93ed-4f2505dfa32e', name: 'SSD' };
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
    const engine = await openTestEngine({ volumeTypes: [SSD, NFS] });
    for (const [typeId, expected] of [
      [undefined, SSD.id],
      [null, SSD.id],
      [NFS.id, NFS.id],
    ] as const) {
      const { id } = await engine.volumes.create(alice, { size: 1, typeId });
      expect((await engine.volumes.get(alice, id)).typeId).toBe(expected);
    }
    expect(await engine.volumes.list(alice, { typeId: NFS.id })).toHaveLength(1);
    expect(await faultKindOf(engine.volumes.create(alice, { size: 1, typeId: NOBODY }))).toBe(
      'volumeTypeNotFound',
    );
    expect(await engine.volumes.list(alice)).toHaveLength(3);
  });
});
