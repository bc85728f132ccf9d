import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { until } from '../../support/requests.ts';
import { world } from '../world.ts';
import { BASE, bock, sample } from './bock.ts';

const dev = world('--quota-volumes', '-1', '--quota-snapshots', '-1', '--quota-gigabytes', '-1');
const api = bock((...request) => dev.ask(...request));

const SECOND = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/;
const created = async (fields: object) => (await api.createVolume(fields)).json().volume;

describe('creating a volume', () => {
  it('[hp-bock-v1.1/4.4.2.2/create-volume-of-size] [hp-bock-v1.1/4.4.2.2/create-answers-creating] [hp-bock-v1.1/4.4.2/volume-lifecycle-creating] [hp-bock-v1.1/4.4.2.1/volume-fields] [hp-bock-v1.1/4.4.2.1/empty-values] [hp-bock-v1.1/4.4.2.1/timestamps] answers creating, and makes it of the size that was asked for', async () => {
    const request = sample('4.4.2.2/create-volume-request');
    const { status, json } = await dev.ask('POST', `${BASE}/os-volumes`, { body: { ...request } });
    expect(status).toBe(200);
    expect(json()).toEqual({
      volume: {
        ...sample('4.4.2.2/create-volume-response').volume,
        id: expect.any(Number),
        createdAt: expect.stringMatching(SECOND),
      },
    });
    const age = Date.now() - Date.parse(`${json().volume.createdAt.replace(' ', 'T')}Z`);
    expect(age).toBeGreaterThanOrEqual(0);
    expect(age).toBeLessThan(20_000);
    const volume = await api.reachVolume(json().volume.id, 'available');
    expect(volume).toEqual({ ...json().volume, status: 'available' });
    await api.removeVolume(volume.id);
    const named = await api.volume({ size: 3, display_name: randomUUID() });
    expect(await dev.bytes(await api.uuidOf(named))).toBe(3 * 2 ** 30);
  });

  it('[hp-bock-v1.1/4.4.2.2/snake-in-camel-out] takes names in snake case, which it shows in camel case, and the others not', async () => {
    const snake = { display_name: 'a', display_description: 'b', availability_zone: 'c' };
    const camel = { displayName: 'd', displayDescription: 'e', availabilityZone: 'f' };
    const shown = await created({ size: 1, ...camel, ...snake });
    expect(shown).toMatchObject({ displayName: 'a', displayDescription: 'b', availabilityZone: 'c' });
    for (const name of Object.keys(snake)) expect(shown).not.toHaveProperty(name);
    expect(await created({ size: 1, ...camel })).toMatchObject({
      displayName: null,
      displayDescription: null,
    });
  });

  it.each([
    ['display_name', 'displayName', 'a name', null],
    ['display_description', 'displayDescription', 'what it is for', null],
    ['availability_zone', 'availabilityZone', 'az-2', 'nova'],
    ['metadata', 'metadata', { VolMeta: 'VolMetaValue', more: '' }, {}],
  ] as const)(
    '[hp-bock-v1.1/4.4.2.2/param-display-name] [hp-bock-v1.1/4.4.2.2/param-display-description] [hp-bock-v1.1/4.4.2.2/param-availability-zone] [hp-bock-v1.1/4.4.2.2/param-metadata] [hp-bock-v1.1/4.4.2.2/metadata-at-creation] takes %s, which may be left out or null',
    async (member, shownAs, value, otherwise) => {
      const shown = [];
      for (const fields of [{ [member]: value }, {}, { [member]: null }]) {
        const { id } = await created({ size: 1, ...fields });
        shown.push((await api.reachVolume(id, 'available'))[shownAs]);
      }
      expect(shown).toEqual([value, otherwise, otherwise]);
    },
  );

  it('[hp-bock-v1.1/4.4.2.2/param-volume-type-ignored] takes any volume_type, which makes no difference', async () => {
    for (const volume_type of ['SSD', 'no such type', '', null]) {
      expect((await created({ size: 1, volume_type })).volumeType).toBeNull();
    }
  });

  it('[hp-bock-v1.1/4.4.2.2/size-as-string-accepted] takes a size in digits, and shows a number', async () => {
    const { id, size } = await created({ size: '2' });
    expect(size).toBe(2);
    expect((await api.reachVolume(id, 'available')).size).toBe(2);
  });

  it.each([{}, { size: null }, { size: 0 }, { size: -1 }, { size: 'x' }, { size: 1.5 }, { size: 4096 }])(
    '[hp-bock-v1.1/4.4.2.2/param-size] needs a size that is one: %j is refused',
    async (fields) => {
      const { status, json } = await api.createVolume(fields);
      expect(status).toBe(400);
      expect(json().badRequest.message).toContain('size');
    },
  );
});

describe('an image', () => {
  const image = randomUUID();

  it('[hp-bock-v1.1/4.4.2.2/image-ref-bootable] [hp-bock-v1.1/4.4.2.2/param-image-ref] [hp-bock-v1.1/1/boot-or-data-volumes] [hp-bock-v1.1/4.4.2.1/image-ref-only-in-list] makes a volume bootable, which the list shows; one without is for data', async () => {
    const boot = await api.volume({ imageRef: image, display_name: randomUUID() });
    const data = await api.volume({ imageRef: null, display_name: randomUUID() });
    const empty = await api.volume({ imageRef: '', display_name: randomUUID() });
    const bootable = [];
    for (const volume of [boot, data, empty]) {
      const uuid = await api.uuidOf(volume);
      bootable.push((await dev.get('volume', uuid)).bootable);
      expect(volume).not.toHaveProperty('imageRef');
    }
    expect(bootable).toEqual(['true', 'false', 'false']);
    const listed = new Map((await api.volumes()).map(({ id, imageRef }) => [id, imageRef]));
    expect([boot, data, empty].map(({ id }) => listed.get(id))).toEqual([image, '', '']);
  });

  it('[hp-bock-v1.1/4.4.2.2/snapshot-and-image-invalid] cannot be given together with a snapshot, unless one of them is null', async () => {
    const { id: snapshot_id } = await api.snapshot((await api.volume()).id);
    const both = await api.createVolume({ size: 1, snapshot_id, imageRef: image });
    expect(both.status).toBe(400);
    expect(both.json().badRequest.message).toContain('only one of snapshot, image');
    expect((await api.createVolume({ size: 1, snapshot_id, imageRef: null })).status).toBe(200);
    expect((await api.createVolume({ size: 1, snapshot_id: null, imageRef: image })).status).toBe(200);
  });
});

describe('volumes', () => {
  it('[hp-bock-v1.1/4.4.2.1/lists-volumes] [hp-bock-v1.1/4.4.2.3/get-by-id] [hp-bock-v1.1/4.4.2.1/integer-ids] are all listed, the newest first, and each is found by its number', async () => {
    const [one, two] = [await api.volume({ display_name: 'one' }), await api.volume({ display_name: 'two' })];
    expect(two.id).toBeGreaterThan(one.id);
    const listed = await api.volumes();
    expect(listed.slice(0, 2)).toEqual([
      { ...two, imageRef: '' },
      { ...one, imageRef: '' },
    ]);
    for (const { id } of listed) expect(Number.isInteger(id)).toBe(true);
    for (const { imageRef, ...volume } of listed.slice(0, 2)) {
      expect(await api.showVolume(volume.id)).toEqual(volume);
    }
    const page = (await dev.ask('GET', `${BASE}/os-volumes?limit=1&offset=1`)).json().volumes;
    expect(page.map(({ id }: { id: number }) => id)).toEqual([one.id]);
    expect((await dev.ask('GET', `${BASE}/os-volumes/detail`)).json().volumes).toEqual(listed);
  });

  it('[hp-bock-v1.1/4.4.2.1/volume-fields] [hp-bock-v1.1/4.4.2.1/empty-values] have the members that the samples have', async () => {
    const [listed] = sample('4.4.2.1/list-volumes-response').volumes;
    const { volume: shown } = sample('4.4.2.3/get-volume-details-response');
    for (const volume of await api.volumes()) {
      expect(Object.keys(volume).sort()).toEqual(Object.keys(listed).sort());
      const one = await api.showVolume(volume.id);
      expect(Object.keys(one).sort()).toEqual(Object.keys(shown).sort());
      expect(one.createdAt).toMatch(SECOND);
      expect(volume.createdAt).toBe(one.createdAt);
    }
    const { attachments, snapshotId, volumeType } = await api.volume();
    expect({ attachments, snapshotId, volumeType }).toEqual({
      attachments: [{}],
      snapshotId: '',
      volumeType: null,
    });
  });

  it.each(['999999', '0', '-1', '1.5', 'none', '9'.repeat(30), randomUUID()])(
    '[hp-bock-v1.1/4.4.2.3/get-by-id] there is no volume %s',
    async (id) => {
      for (const method of ['GET', 'DELETE']) {
        const { status, json } = await dev.ask(method, `${BASE}/os-volumes/${id}`);
        expect(status).toBe(404);
        const message = `Volume ${/^\d{1,15}$/.test(id) ? Number(id) : id} could not be found.`;
        expect(json()).toEqual({ itemNotFound: { code: 404, message } });
      }
    },
  );

  it('[hp-bock-v1.1/4.4.2.4/delete-by-id] [hp-bock-v1.1/4.4.2.4/delete-volume-202] [hp-bock-v1.1/4.4.2.4/delete-volume-no-body] are deleted one by one, with 202 and without a body', async () => {
    const [kept, lost] = [await api.volume(), await api.volume({ display_name: randomUUID() })];
    const uuid = await api.uuidOf(lost);
    const answer = await dev.ask('DELETE', `${BASE}/os-volumes/${lost.id}`);
    expect(answer.status).toBe(202);
    expect(answer.text).toBe('');
    expect(answer.headers.get('content-type')).toBeNull();
    await until(
      () => dev.ask('GET', `${BASE}/os-volumes/${lost.id}`),
      ({ status }) => status === 404,
    );
    await expect(dev.bytes(uuid)).rejects.toThrow();
    const listed = (await api.volumes()).map(({ id }) => id);
    expect(listed).toContain(kept.id);
    expect(listed).not.toContain(lost.id);
  });
});
