import { describe, expect, it } from 'vitest';
import { CatalogError } from '../catalog/errors.ts';
import { createQuotas } from './quotas.ts';
import {
  alice,
  availableVolume,
  faultKindOf,
  faultOf,
  openTestEngine,
  readBytes,
  replacing,
} from './testing.ts';

const D = 'hp-block-storage-v1';
const GIB = 2 ** 30;

describe('creating a volume', () => {
  it(`answers creating and becomes available and unattached [${D}/4.5.1/status-creating-available] [${D}/4.5.1.4/create-answers-creating] [${D}/2.2.1/new-volume-unattached-available]`, async () => {
    const engine = await openTestEngine();
    const created = await engine.volumes.create(alice, { size: 1 });
    expect(created).toMatchObject({ status: 'creating', size: 1, attachment: null, bootable: false });
    await engine.jobs.idle();
    expect(await engine.volumes.get(alice, created.id)).toMatchObject({
      status: 'available',
      attachment: null,
    });
  });

  it(`gives it as many bytes as it has GB, all zero [${D}/2.2.1/size-set-at-creation]`, async () => {
    const engine = await openTestEngine();
    const id = await availableVolume(engine, alice, 2);
    const device = await engine.blocks.openVolume(id);
    expect(device.size).toBe(2 * GIB);
    await device.close();
    expect(await readBytes(engine.blocks, id, GIB, 1000)).toEqual(Buffer.alloc(1000));
  });

  it(`keeps name, description, zone, type and metadata as given [${D}/2.2.1/optional-name-and-description] [${D}/2.2.1/metadata-at-creation] [${D}/4.5.1.4/create-in-zone] [${D}/4.5.1.4/param-display-name] [${D}/4.5.1.4/param-display-description] [${D}/4.5.1.4/param-metadata] [${D}/4.5.1.4/param-availability-zone]`, async () => {
    const engine = await openTestEngine();
    const given = {
      name: 'Vol-1 🧱',
      description: 'my volume',
      availabilityZone: 'az2',
      volumeType: 'fast',
      metadata: { a: '1', __proto__: 'x', 'key with space': '' },
    };
    const { id } = await engine.volumes.create(alice, { size: 1, ...given });
    expect(await engine.volumes.get(alice, id)).toMatchObject(given);
  });

  it(`takes what is left out or null as not given [${D}/4.5.1.4/param-image-ref] [${D}/4.5.1.4/param-snapshot-id] [${D}/4.5.1.4/param-source-volid]`, async () => {
    const engine = await openTestEngine({ availabilityZone: 'az9' });
    const nothing = {
      name: null,
      description: null,
      availabilityZone: null,
      volumeType: null,
      snapshotId: null,
      sourceVolumeId: null,
      imageRef: null,
      metadata: null,
    };
    for (const request of [{ size: 1 }, { size: 1, ...nothing }]) {
      expect(await engine.volumes.create(alice, request)).toMatchObject({
        name: null,
        description: null,
        availabilityZone: 'az9',
        volumeType: null,
        snapshotId: null,
        sourceVolumeId: null,
        imageId: null,
        imageMetadata: null,
        metadata: {},
      });
    }
  });

  it(`takes sizes from 1 to 2047 GB, as numbers and as text [${D}/1/volume-size-range] [${D}/2.2.1/size-units-of-1gb] [${D}/4.5.1.4/param-size]`, async () => {
    const engine = await openTestEngine({ quotas: createQuotas({ defaults: { gigabytes: -1 } }) });
    for (const [given, size] of [
      [1, 1],
      ['1', 1],
      ['007', 7],
      [2047, 2047],
      ['2047', 2047],
    ] as const) {
      expect((await engine.volumes.create(alice, { size: given })).size).toBe(size);
    }
  });

  it(`refuses every other size [${D}/1/volume-size-range] [${D}/2.2.1/size-units-of-1gb] [${D}/4.5.1.4/param-size]`, async () => {
    const engine = await openTestEngine();
    for (const size of [
      0,
      -1,
      1.5,
      '',
      'one',
      '#$%',
      '1.0',
      '-1',
      ' 1',
      '0x1',
      Number.NaN,
      null,
      undefined,
    ]) {
      const fault = await faultOf(engine.volumes.create(alice, { size }));
      expect(fault).toMatchObject({ kind: 'sizeInvalid', category: 'invalid' });
    }
    for (const size of [2048, '2048', 1e300, '9'.repeat(400), Number.MAX_SAFE_INTEGER]) {
      const fault = await faultOf(engine.volumes.create(alice, { size }));
      expect(fault).toMatchObject({ kind: 'sizeTooLarge', category: 'invalid' });
      expect(fault.message.length).toBeLessThan(400);
    }
    expect((await faultOf(engine.volumes.create(alice, { size: 'x' }))).message).toBe(
      "Invalid input received: Volume size 'x' must be an integer and greater than 0",
    );
    expect(await engine.volumes.list(alice)).toEqual([]);
    expect(await engine.catalog.quotaUsage('alice')).toEqual({ volumes: 0, snapshots: 0, gigabytes: 0 });
  });

  it('takes 255 characters for texts, whatever they are made of, and refuses 256', async () => {
    const engine = await openTestEngine();
    for (const [character, field] of [
      ['x', 'name'],
      ['🧱', 'description'],
      ['ä', 'availabilityZone'],
    ] as const) {
      const volume = await engine.volumes.create(alice, { size: 1, [field]: character.repeat(255) });
      expect(volume[field]).toBe(character.repeat(255));
      const refused = engine.volumes.create(alice, { size: 1, [field]: character.repeat(256) });
      expect(await faultKindOf(refused)).toBe('textInvalid');
    }
  });

  it('refuses texts that XML could not carry', async () => {
    const engine = await openTestEngine();
    for (const text of ['a\0b', '\u001b', '\ud800', '\uffff']) {
      expect(await faultKindOf(engine.volumes.create(alice, { size: 1, name: text }))).toBe('textInvalid');
      expect(await faultKindOf(engine.volumes.create(alice, { size: 1, metadata: { k: text } }))).toBe(
        'textInvalid',
      );
      expect(await faultKindOf(engine.volumes.create(alice, { size: 1, metadata: { [text]: 'v' } }))).toBe(
        'textInvalid',
      );
    }
    expect((await engine.volumes.create(alice, { size: 1, name: 'tab\tand\nline' })).name).toBe(
      'tab\tand\nline',
    );
  });

  it('refuses metadata with a blank key, or a key or value beyond 255 bytes', async () => {
    const engine = await openTestEngine();
    const long = 'ä'.repeat(128);
    for (const [metadata, kind] of [
      [{ '': 'v' }, 'metadataKeyBlank'],
      [{ '  ': 'v' }, 'metadataKeyBlank'],
      [{ [long]: 'v' }, 'metadataTooLong'],
      [{ k: long }, 'metadataTooLong'],
    ] as const) {
      expect(await faultKindOf(engine.volumes.create(alice, { size: 1, metadata }))).toBe(kind);
    }
  });

  it(`ends in error when the work fails for good, and can be deleted then [${D}/4.5.1/status-error]`, async () => {
    const engine = await openTestEngine();
    engine.jobs.failNext('the storage is full');
    const id = await availableVolume(engine);
    expect((await engine.volumes.get(alice, id)).status).toBe('error');
    await engine.volumes.delete(alice, id);
    await engine.jobs.idle();
    expect(await faultKindOf(engine.volumes.get(alice, id))).toBe('volumeNotFound');
  });

  it('is refused as unavailable when the catalog cannot store it', async () => {
    let isFull = false;
    const engine = await openTestEngine({
      wrapCatalog: (catalog) => ({
        ...catalog,
        transaction: async (work) => {
          if (isFull) throw new CatalogError('not-durable', 'database or disk is full');
          return catalog.transaction(work);
        },
      }),
    });
    isFull = true;
    const fault = await faultOf(engine.volumes.create(alice, { size: 1 }));
    expect(fault).toMatchObject({ kind: 'storageUnavailable', category: 'unavailable' });
    isFull = false;
    expect(await engine.volumes.list(alice)).toEqual([]);
  });

  it('tries a failing job again, and gives up after the third failure', async () => {
    for (const [failures, status] of [
      [2, 'available'],
      [3, 'error'],
    ] as const) {
      let left = failures;
      const engine = await openTestEngine({
        wrapBlocks: (store) =>
          replacing(store, 'createVolume', (createVolume) => async (...args) => {
            left -= 1;
            if (left >= 0) throw Object.assign(new Error('no answer'), { code: 'EIO' });
            return createVolume(...args);
          }),
      });
      const id = await availableVolume(engine);
      expect((await engine.volumes.get(alice, id)).status).toBe(status);
      expect(await engine.catalog.claimableJobs(Number.MAX_SAFE_INTEGER, 10)).toEqual([]);
    }
  });
});
