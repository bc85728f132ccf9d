import { describe, expect, it } from 'vitest';
import type { MetadataMethods } from './engine.ts';
import {
  alice,
  availableVolume,
  bob,
  faultKindOf,
  faultOf,
  faultsOf,
  openTestEngine,
  type TestEngine,
  type TestEngineOptions,
} from './testing.ts';

const D = 'os-bs-2011';
const NOBODY = '00000000-0000-4000-8000-000000000000';

interface Owner {
  readonly metadata: MetadataMethods;
  readonly engine: TestEngine;
  readonly id: string;
  modifiedAt(): Promise<number | null>;
}

const makers: Readonly<Record<'volume' | 'backup', (options?: TestEngineOptions) => Promise<Owner>>> = {
  volume: async (options) => {
    const engine = await openTestEngine(options);
    const id = await availableVolume(engine);
    const modifiedAt = async () => (await engine.volumes.get(alice, id)).modifiedAt;
    return { metadata: engine.volumes.metadata, engine, id, modifiedAt };
  },
  backup: async (options) => {
    const engine = await openTestEngine(options);
    const { id } = await engine.backups.create(alice, { volumeId: await availableVolume(engine) });
    await engine.jobs.idle();
    const modifiedAt = async () => (await engine.backups.get(alice, id)).modifiedAt;
    return { metadata: engine.backups.metadata, engine, id, modifiedAt };
  },
};

describe.each([
  ['volume', '2.3.1.3'],
  ['backup', '2.3.2.3'],
] as const)('the metadata of a %s', (kind, section) => {
  const R = `${D}/${section}`;

  it(`is replaced whole [${R}.1/exactly-those-given] [${R}.1/existing-replaced] [${R}.1/missing-removed]`, async () => {
    const { metadata, id, modifiedAt } = await makers[kind]();
    expect(await metadata.get(alice, id)).toEqual({});
    expect(await metadata.replace(alice, id, { a: '1', b: '2' })).toEqual({ a: '1', b: '2' });
    expect(await metadata.replace(alice, id, { b: '3', c: '' })).toEqual({ b: '3', c: '' });
    expect(await metadata.get(alice, id)).toEqual({ b: '3', c: '' });
    expect(await modifiedAt()).toBeGreaterThan(0);
    expect(await metadata.replace(alice, id, {})).toEqual({});
  });

  it(`is merged: keys that are given anew, the others as they were [${R}.2/same-key-replaced] [${R}.2/others-unchanged] [${R}.2/response-whole-metadata]`, async () => {
    const { metadata, id } = await makers[kind]();
    await metadata.replace(alice, id, { a: '1', b: '2' });
    expect(await metadata.merge(alice, id, { b: '3', c: '4' })).toEqual({ a: '1', b: '3', c: '4' });
    expect(await metadata.get(alice, id)).toEqual({ a: '1', b: '3', c: '4' });
  });

  it(`is read, set and deleted item by item [${R}.4/single-item-by-key] [${R}.5/sets-by-key] [${R}.6/deletes-item]`, async () => {
    const { metadata, id } = await makers[kind]();
    expect(await metadata.setItem(alice, id, 'a', '1')).toEqual({ a: '1' });
    expect(await metadata.setItem(alice, id, 'b', '2')).toEqual({ a: '1', b: '2' });
    expect(await metadata.setItem(alice, id, 'a', '3')).toEqual({ a: '3', b: '2' });
    expect(await metadata.item(alice, id, 'a')).toBe('3');
    expect(await metadata.deleteItem(alice, id, 'a')).toEqual({ b: '2' });
    const faults = await faultsOf([
      metadata.item(alice, id, 'a'),
      metadata.deleteItem(alice, id, 'a'),
      metadata.item(alice, id, 'x'.repeat(300)),
    ]);
    for (const fault of faults) {
      expect(fault).toMatchObject({ kind: 'metadataItemNotFound', category: 'notFound' });
    }
  });

  it('takes keys that objects have of themselves for keys like any other', async () => {
    const { metadata, id } = await makers[kind]();
    for (const key of ['__proto__', 'constructor', 'toString']) {
      expect(await faultKindOf(metadata.item(alice, id, key))).toBe('metadataItemNotFound');
      expect(await faultKindOf(metadata.deleteItem(alice, id, key))).toBe('metadataItemNotFound');
      await metadata.setItem(alice, id, key, 'mine');
      expect(await metadata.item(alice, id, key)).toBe('mine');
      expect(Object.keys(await metadata.get(alice, id))).toEqual([key]);
      expect(await metadata.deleteItem(alice, id, key)).toEqual({});
    }
  });

  it(`has keys and values of 255 bytes each, not characters [${D}/2.3.1.2.1/metadata-255-bytes] [${D}/2.3.2.2.1/metadata-255-bytes] [${R}.4/key-255-characters]`, async () => {
    const { metadata, id } = await makers[kind]();
    const most = `${'ä'.repeat(127)}x`;
    expect(Buffer.byteLength(most)).toBe(255);
    expect(await metadata.setItem(alice, id, most, most)).toEqual({ [most]: most });
    const beyond = 'ä'.repeat(128);
    for (const [key, value, part] of [
      [beyond, 'v', 'key'],
      ['k', beyond, 'value'],
    ] as const) {
      for (const fault of await faultsOf([
        metadata.setItem(alice, id, key, value),
        metadata.merge(alice, id, { [key]: value }),
        metadata.replace(alice, id, { [key]: value }),
      ])) {
        expect(fault).toMatchObject({ kind: 'metadataTooLong', params: { part, limit: 255 } });
        expect(fault.message).toContain('255 bytes');
      }
    }
    expect(await faultKindOf(metadata.setItem(alice, id, ' ', 'v'))).toBe('metadataKeyBlank');
    expect(await faultKindOf(metadata.setItem(alice, id, 'k', 'a\0b'))).toBe('textInvalid');
    expect(await metadata.get(alice, id)).toEqual({ [most]: most });
  });

  it(`has no more pairs than the limit, however they come [${R}.1/over-limit] [${R}.2/over-limit] [${R}.5/over-limit]`, async () => {
    const { metadata, id } = await makers[kind]({ metadataLimits: { [kind]: 2 } });
    const two = { a: '1', b: '2' };
    await metadata.replace(alice, id, two);
    for (const fault of await faultsOf([
      metadata.replace(alice, id, { ...two, c: '3' }),
      metadata.merge(alice, id, { c: '3' }),
      metadata.setItem(alice, id, 'c', '3'),
    ])) {
      expect(fault).toMatchObject({
        kind: 'metadataTooMany',
        category: 'overLimit',
        params: { limit: 2 },
      });
    }
    expect(await metadata.get(alice, id)).toEqual(two);
    expect(await metadata.merge(alice, id, { a: '4' })).toEqual({ a: '4', b: '2' });
  });

  it('has 128 pairs at the most where nothing else is set', async () => {
    const { metadata, engine, id } = await makers[kind]();
    const pairs = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`key ${index}`, 'v']));
    expect(engine.metadataLimits).toEqual({ volume: 128, snapshot: 128, backup: 128 });
    expect(Object.keys(await metadata.replace(alice, id, pairs(128)))).toHaveLength(128);
    expect(await faultKindOf(metadata.replace(alice, id, pairs(129)))).toBe('metadataTooMany');
  });

  it('loses nothing when many set items at once', async () => {
    const { metadata, id } = await makers[kind]();
    const keys = Array.from({ length: 100 }, (_, index) => `key ${index}`);
    await Promise.all(keys.map((key) => metadata.setItem(alice, id, key, 'v')));
    expect(Object.keys(await metadata.get(alice, id)).sort()).toEqual(keys.sort());
    await Promise.all(keys.slice(1).map((key) => metadata.deleteItem(alice, id, key)));
    expect(await metadata.get(alice, id)).toEqual({ [keys[0] ?? '']: 'v' });
  });

  it("of another tenant's is that of none", async () => {
    const { metadata, id } = await makers[kind]();
    await metadata.replace(alice, id, { a: '1' });
    const calls = (each: string) => [
      metadata.get(bob, each),
      metadata.replace(bob, each, {}),
      metadata.merge(bob, each, { b: '2' }),
      metadata.item(bob, each, 'a'),
      metadata.setItem(bob, each, 'a', '2'),
      metadata.deleteItem(bob, each, 'a'),
    ];
    for (const each of [id, NOBODY])
      for (const fault of await faultsOf(calls(each))) expect(fault.kind).toBe(`${kind}NotFound`);
    expect(await metadata.get(alice, id)).toEqual({ a: '1' });
  });
});

describe('metadata', () => {
  it(`cannot be changed while a volume or a backup is being made, only read [${D}/2.3.1.3.1/build-in-progress]`, async () => {
    const engine = await openTestEngine();
    const volumeId = await availableVolume(engine);
    engine.jobs.hold();
    const volume = await engine.volumes.create(alice, { size: 1, metadata: { a: '1' } });
    const backup = await engine.backups.create(alice, { volumeId, metadata: { a: '1' } });
    for (const [metadata, { id }] of [
      [engine.volumes.metadata, volume],
      [engine.backups.metadata, backup],
    ] as const) {
      expect(await metadata.get(alice, id)).toEqual({ a: '1' });
      expect(await metadata.item(alice, id, 'a')).toBe('1');
      const faults = await faultsOf([
        metadata.replace(alice, id, {}),
        metadata.merge(alice, id, { b: '2' }),
        metadata.setItem(alice, id, 'a', '2'),
        metadata.deleteItem(alice, id, 'a'),
      ]);
      for (const fault of faults)
        expect(fault).toMatchObject({ kind: 'buildInProgress', category: 'inProgress' });
    }
    await engine.jobs.advance();
    expect(await engine.volumes.metadata.replace(alice, volume.id, {})).toEqual({});
    expect(await engine.backups.metadata.replace(alice, backup.id, {})).toEqual({});
  });

  it('cannot be changed while its resource is being deleted', async () => {
    const engine = await openTestEngine();
    const volumeId = await availableVolume(engine);
    const { id: backupId } = await engine.backups.create(alice, { volumeId });
    await engine.jobs.idle();
    engine.jobs.hold();
    await engine.volumes.delete(alice, volumeId);
    await engine.backups.delete(alice, backupId);
    expect(await faultKindOf(engine.volumes.metadata.setItem(alice, volumeId, 'a', '1'))).toBe(
      'volumeNotUpdatable',
    );
    expect(await faultKindOf(engine.backups.metadata.setItem(alice, backupId, 'a', '1'))).toBe(
      'backupNotUpdatable',
    );
  });

  it(`is checked when a volume or a backup is made [${D}/2.3.1.2.1/metadata-at-creation] [${D}/2.3.2.2.1/metadata-at-creation] [${D}/2.3.1.2.1/max-volume-meta] [${D}/2.3.2.2.1/max-backup-meta]`, async () => {
    const engine = await openTestEngine({ metadataLimits: { volume: 2, backup: 1 } });
    const metadata = { a: '1', b: '2' };
    const volume = await engine.volumes.create(alice, { size: 1, metadata });
    expect(volume.metadata).toEqual(metadata);
    await engine.jobs.idle();
    const volumeId = volume.id;
    expect(await faultKindOf(engine.backups.create(alice, { volumeId, metadata }))).toBe('metadataTooMany');
    expect((await engine.volumes.get(alice, volumeId)).status).toBe('available');
    const backup = await engine.backups.create(alice, { volumeId, metadata: { a: '1' } });
    expect(backup.metadata).toEqual({ a: '1' });
    const three = { ...metadata, c: '3' };
    expect(await faultKindOf(engine.volumes.create(alice, { size: 1, metadata: three }))).toBe(
      'metadataTooMany',
    );
  });
});

describe('the metadata of what is being made', () => {
  const early: Readonly<Record<string, (engine: TestEngine) => Promise<[MetadataMethods, string]>>> = {
    'a volume': async (engine) => {
      engine.jobs.hold();
      const { id } = await engine.volumes.create(alice, { size: 1, metadata: { a: '1' } });
      return [engine.volumes.earlyMetadata, id];
    },
    'a snapshot': async (engine) => {
      const volumeId = await availableVolume(engine);
      engine.jobs.hold();
      const { id } = await engine.snapshots.create(alice, { volumeId, metadata: { a: '1' } });
      return [engine.snapshots.metadata, id];
    },
  };

  it.each(Object.keys(early))('can be changed where no document forbids it: that of %s', async (kind) => {
    const engine = await openTestEngine();
    const [metadata, id] = (await early[kind]?.(engine)) ?? [];
    if (metadata === undefined || id === undefined) throw new Error(`nothing is made for ${kind}`);
    expect(await metadata.get(alice, id)).toEqual({ a: '1' });
    expect(await metadata.merge(alice, id, { b: '2' })).toEqual({ a: '1', b: '2' });
    expect(await metadata.setItem(alice, id, 'a', '3')).toEqual({ a: '3', b: '2' });
    expect(await metadata.item(alice, id, 'a')).toBe('3');
    expect(await metadata.deleteItem(alice, id, 'a')).toEqual({ b: '2' });
    expect(await metadata.replace(alice, id, { c: '4' })).toEqual({ c: '4' });
    expect(await faultKindOf(metadata.item(alice, id, 'b'))).toBe('metadataItemNotFound');
    expect(await faultKindOf(metadata.merge(alice, id, { ' ': 'v' }))).toBe('metadataKeyBlank');
    expect((await faultOf(metadata.get(bob, id))).category).toBe('notFound');
    expect((await faultOf(metadata.replace(bob, id, {}))).category).toBe('notFound');
    await engine.jobs.advance();
    expect(await metadata.get(alice, id)).toEqual({ c: '4' });
  });

  it('can be replaced along with its name', async () => {
    const engine = await openTestEngine();
    engine.jobs.hold();
    const { id } = await engine.volumes.create(alice, { size: 1 });
    const changed = await engine.volumes.update(alice, id, { name: 'n', metadata: { a: '1' } });
    expect(changed).toMatchObject({ status: 'creating', name: 'n', metadata: { a: '1' } });
  });
});
