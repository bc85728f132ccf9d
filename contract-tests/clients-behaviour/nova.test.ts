import { randomUUID } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { world } from '../rules/world.ts';

vi.setConfig({ testTimeout: 60_000 });

const dev = world('--quota-volumes', '-1', '--quota-snapshots', '-1');
const { ask } = dev;

interface Api {
  readonly version: 'v1.1' | 'v2';
  /** What the ids of volumes and snapshots look like. */
  readonly ids: unknown;
  readonly times: RegExp;
  readonly unknown: string;
}
const apis: readonly Api[] = [
  {
    version: 'v1.1',
    ids: expect.any(Number),
    times: /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/,
    unknown: '999999',
  },
  {
    version: 'v2',
    ids: expect.stringMatching(/^[0-9a-f-]{36}$/),
    times: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}$/,
    unknown: randomUUID(),
  },
];

describe.each(apis)('os-volumes and os-snapshots below /$version', ({ version, ids, times, unknown }) => {
  const base = `/${version}/dev`;
  const create = (fields: object = {}) =>
    ask('POST', `${base}/os-volumes`, { body: { volume: { size: 1, ...fields } } });
  const show = async (id: unknown) => (await ask('GET', `${base}/os-volumes/${id}`)).json().volume;
  const reaches = (id: unknown, status: string, kind = 'volume') =>
    vi.waitFor(
      async () => {
        const found = (await ask('GET', `${base}/os-${kind}s/${id}`)).json()[kind];
        expect(found.status).toBe(status);
        return found;
      },
      { timeout: 20_000 },
    );
  async function volume(fields: object = {}) {
    const { id } = (await create(fields)).json().volume;
    return reaches(id, 'available');
  }

  it('create answers 200 with the volume and where it is; index, detail and show have it', async () => {
    const answer = await create({
      display_name: `named ${version}`,
      display_description: null,
      metadata: { contents: 'x' },
    });
    expect(answer.status).toBe(200);
    const { volume: created } = answer.json();
    expect(created).toMatchObject({
      ...{ id: ids, status: 'creating', size: 1, availabilityZone: 'nova', attachments: [{}] },
      ...{ displayName: `named ${version}`, displayDescription: null, volumeType: null },
      ...{ metadata: { contents: 'x' }, createdAt: expect.stringMatching(times) },
    });
    const location = answer.headers.get('location') ?? '';
    expect(location).toBe(`${dev.server().url}${base}/os-volumes/${created.id}`);
    const shown = await reaches(created.id, 'available');
    for (const list of ['os-volumes', 'os-volumes/detail']) {
      const { status, json } = await ask('GET', `${base}/${list}`);
      expect(status).toBe(200);
      const found = json().volumes.find(({ id }: { id: unknown }) => id === created.id);
      expect(found).toMatchObject(shown);
    }
  });

  it('a size may come as text, and null and unknown members change nothing', async () => {
    const answer = await create({
      ...{ size: '1', display_name: null, snapshot_id: null, imageRef: null, volume_type: null },
      ...{ availability_zone: null, metadata: null, user_id: 'u', status: 'error' },
    });
    expect([answer.status, answer.json().volume.size]).toEqual([200, 1]);
  });

  it('a body that is none is 400', async () => {
    for (const body of ['', '{}', '{"foo": {}}', '{"volume": "string"}', 'no json']) {
      expect((await ask('POST', `${base}/os-volumes`, { body })).status).toBe(400);
      expect((await ask('POST', `${base}/os-snapshots`, { body })).status).toBe(400);
    }
  });

  it('a size that is none is 400', async () => {
    for (const size of ['#$%', '', null, 0, -1]) expect((await create({ size })).status).toBe(400);
  });

  it('what is unknown is 404, to look at and to delete', async () => {
    for (const path of [`os-volumes/${unknown}`, `os-snapshots/${unknown}`, 'os-volumes/%23%24%25']) {
      for (const method of ['GET', 'DELETE']) {
        const answer = await ask(method, `${base}/${path}`);
        expect(answer.status).toBe(404);
        expect(answer.json().itemNotFound).toMatchObject({ code: 404, message: expect.any(String) });
      }
    }
  });

  it('the volume of another tenant is as unknown as one that never was', async () => {
    const { id } = await volume();
    expect((await ask('GET', `/${version}/demo/os-volumes/${id}`, { as: 'demo' })).status).toBe(404);
    expect((await ask('DELETE', `/${version}/demo/os-volumes/${id}`, { as: 'demo' })).status).toBe(404);
    expect((await ask('GET', `/${version}/dev/os-volumes/${id}`, { as: 'demo' })).status).toBe(400);
  });

  it('delete answers 202, and the volume is gone then', async () => {
    const { id } = await volume();
    const answer = await ask('DELETE', `${base}/os-volumes/${id}`);
    expect([answer.status, answer.text]).toEqual([202, '']);
    await vi.waitFor(
      async () => expect((await ask('GET', `${base}/os-volumes/${id}`)).status).toBe(404),
      20_000,
    );
  });

  it('limit and offset page the list, and no filter narrows it', async () => {
    await volume({ display_name: 'older' });
    await volume({ display_name: 'newer' });
    const namesOf = async (query: string) =>
      (await ask('GET', `${base}/os-volumes?${query}`))
        .json()
        .volumes.map(({ displayName }: { displayName: string }) => displayName);
    expect(await namesOf('limit=2')).toEqual(['newer', 'older']);
    expect(await namesOf('limit=1&offset=1')).toEqual(['older']);
    expect(await namesOf('limit=1&display_name=nobody&status=error')).toEqual(['newer']);
  });

  it('snapshots are created with 200, listed, shown, made volumes of, and deleted with 202', async () => {
    const { id: volume_id } = await volume();
    const answer = await ask('POST', `${base}/os-snapshots`, {
      body: { snapshot: { volume_id, display_name: 's', display_description: null, force: false } },
    });
    expect(answer.status).toBe(200);
    const { snapshot } = answer.json();
    expect(snapshot).toMatchObject({ id: ids, volumeId: volume_id, displayName: 's', size: 1 });
    expect(answer.headers.get('location')).toMatch(new RegExp(`/os-snapshots/${snapshot.id}$`));
    await reaches(snapshot.id, 'available', 'snapshot');
    for (const list of ['os-snapshots', 'os-snapshots/detail']) {
      const { snapshots } = (await ask('GET', `${base}/${list}`)).json();
      expect(snapshots.map(({ id }: { id: unknown }) => id)).toContain(snapshot.id);
    }
    const copy = await volume({ size: null, snapshot_id: snapshot.id });
    expect(copy).toMatchObject({ snapshotId: snapshot.id, size: 1 });
    expect((await ask('DELETE', `${base}/os-snapshots/${snapshot.id}`)).status).toBe(202);
  });

  it('a snapshot of an unknown volume is 404, and one of none 400', async () => {
    const post = (fields: object) => ask('POST', `${base}/os-snapshots`, { body: { snapshot: fields } });
    expect((await post({ volume_id: unknown })).status).toBe(404);
    expect((await post({})).status).toBe(400);
  });

  it.each([258315, randomUUID()])(
    'a volume on server %s shows it in the type in which clients have it',
    async (server) => {
      const { id } = await volume();
      const path = `${base}/servers/${server}/os-volume_attachments`;
      const body = { volumeAttachment: { volumeId: id, device: null } };
      expect((await ask('POST', path, { body })).status).toBe(200);
      await reaches(id, 'in-use');
      // Those of the second version are all text, as that had no numbers any more.
      const serverId = version === 'v1.1' ? server : String(server);
      expect((await show(id)).attachments).toEqual([
        { id, serverId, device: expect.stringMatching(/^\/dev\/vd/), volumeId: id },
      ]);
      expect((await ask('DELETE', `${path}/${id}`)).status).toBe(202);
      expect((await reaches(id, 'available')).attachments).toEqual([{}]);
    },
  );

  it('a quota that is passed is 413, in the words of the service', async () => {
    const answer = await create({ size: 2000 });
    expect(answer.status).toBe(413);
    expect(answer.json().overLimit).toEqual({
      code: 413,
      message: 'Volume quota exceeded. You cannot create a volume of size 2000G',
      retryAfter: 0,
    });
  });
});

describe('attaching a volume', () => {
  const server = randomUUID();
  const path = (version: string, volume: unknown = '') =>
    `/${version}/dev/servers/${server}/os-volume_attachments/${volume}`.replace(/\/$/, '');
  const attach = (version: string, volumeAttachment: object) =>
    ask('POST', path(version), { body: { volumeAttachment } });

  it('is 400 for an id that cannot be one', async () => {
    const answer = await attach('v2', { volumeId: 'not-an-id', device: '/dev/vdc' });
    expect(answer.status).toBe(400);
    expect(answer.json().badRequest.message).toBe(
      'Bad volumeId format: volumeId is not in proper format (not-an-id)',
    );
  });

  it('is 404 for an unknown volume, and 400 without a body', async () => {
    expect((await attach('v2', { volumeId: randomUUID() })).status).toBe(404);
    expect((await attach('v1.1', { volumeId: 999_999 })).status).toBe(404);
    for (const version of ['v2', 'v1.1']) {
      expect((await ask('POST', path(version), { body: '{}' })).status).toBe(400);
    }
  });

  it('is 200, shown and listed; detaching is 202, and 404 when it is not attached', async () => {
    const { id } = await dev.volume();
    expect((await ask('DELETE', path('v2', id))).status).toBe(404);
    const attached = await attach('v2', { volumeId: id, device: '/dev/vdd' });
    expect(attached.status).toBe(200);
    const view = { id, volumeId: id, serverId: server, device: '/dev/vdd' };
    expect(attached.json()).toEqual({ volumeAttachment: view });
    await dev.reach('volume', id, 'in-use');
    expect((await ask('GET', path('v2', id))).json()).toEqual({ volumeAttachment: view });
    expect((await ask('GET', path('v2'))).json().volumeAttachments).toEqual([view]);
    expect((await attach('v2', { volumeId: id })).status).toBe(400);
    expect((await ask('DELETE', path('v2', id))).status).toBe(202);
    await dev.reach('volume', id, 'available');
    expect((await ask('DELETE', path('v2', id))).status).toBe(404);
    expect((await ask('GET', path('v2', id))).status).toBe(404);
  });

  it('takes integers, digits, a device of null and none at all', async () => {
    for (const device of [{}, { device: null }]) {
      const { id } = await dev.volume();
      const { volumes } = (await ask('GET', '/v1.1/dev/os-volumes?limit=1')).json();
      const number: number = volumes[0].id;
      for (const volumeId of [number, String(number)]) {
        const attached = await attach('v1.1', { volumeId, ...device });
        expect(attached.status).toBe(200);
        expect(attached.json().volumeAttachment).toEqual({ id: volumeId, volumeId });
        await dev.reach('volume', id, 'in-use');
        expect((await ask('DELETE', path('v1.1', number))).status).toBe(202);
        await dev.reach('volume', id, 'available');
      }
    }
  });
});

describe('hp-bootable-volumes', () => {
  const IMAGE = '62560ce2-ee31-4ee6-bc9b-81a98fd3d52b';
  const list = async () => (await ask('GET', '/v1.1/dev/hp-bootable-volumes')).json().volumes;

  it('has the volumes of images and their copies, with the image, and no others', async () => {
    const bootable = await dev.volume({ imageRef: IMAGE, display_name: 'root' });
    const blank = await dev.volume({ display_name: 'blank' });
    const clone = await dev.volume({ source_volid: bootable.id, display_name: 'clone' });
    const found = (await list()).filter(({ displayName }: { displayName: string }) =>
      ['root', 'blank', 'clone'].includes(displayName),
    );
    expect(found).toEqual([
      expect.objectContaining({ displayName: 'clone', sourceImageRef: IMAGE }),
      {
        ...{ id: expect.any(Number), displayName: 'root', displayDescription: null, status: 'available' },
        ...{ size: 1, availabilityZone: 'nova', attachments: [], volumeType: null, snapshotId: '' },
        ...{ createdAt: expect.any(String), metadata: {}, sourceImageRef: IMAGE },
      },
    ]);
    const shown = await ask('GET', `/v1.1/dev/hp-bootable-volumes/${found[1].id}`);
    expect([shown.status, shown.json()]).toEqual([200, { volume: found[1] }]);
    for (const id of [blank.id, randomUUID(), '999999']) {
      const none = await ask('GET', `/v1.1/dev/hp-bootable-volumes/${id}`);
      expect(none.json().itemNotFound.message).toBe(`Volume ${id} could not be found.`);
    }

    const { serverId } = await dev.attach(bootable.id);
    const { id } = found[1];
    expect((await ask('GET', `/v1.1/dev/hp-bootable-volumes/${id}`)).json().volume.attachments).toEqual([
      { id, volumeId: id, serverId, device: expect.any(String) },
    ]);
    await dev.detach(bootable.id, serverId);
    for (const volume of [bootable, blank, clone]) await dev.remove('volume', volume.id);
  });

  it('pages, and shows a tenant its own alone', async () => {
    const [a, b] = [await dev.volume({ imageRef: IMAGE }), await dev.volume({ imageRef: IMAGE })];
    const first = (await ask('GET', '/v1.1/dev/hp-bootable-volumes?limit=1')).json().volumes;
    const second = (await ask('GET', '/v1.1/dev/hp-bootable-volumes?limit=1&offset=1')).json().volumes;
    expect([...first, ...second]).toEqual((await list()).slice(0, 2));
    const { volumes } = (await ask('GET', '/v1.1/demo/hp-bootable-volumes', { as: 'demo' })).json();
    expect(volumes).toEqual([]);
    const theirs = await ask('GET', `/v1.1/demo/hp-bootable-volumes/${first[0].id}`, { as: 'demo' });
    expect(theirs.status).toBe(404);
    for (const { id } of [a, b]) await dev.remove('volume', id);
  });
});

describe('what the compute API says of itself', () => {
  it.each(['v1.1', 'v2'])(
    'it has the extension os-volumes below /%s, in the list and alone',
    async (version) => {
      const { extensions } = (await ask('GET', `/${version}/dev/extensions`)).json();
      const found = extensions.find(({ alias }: { alias: string }) => alias === 'os-volumes');
      expect(found).toMatchObject({
        name: 'Volumes',
        namespace: 'http://docs.openstack.org/compute/ext/volumes/api/v1.1',
        links: [],
      });
      const alone = await ask('GET', `/${version}/dev/extensions/os-volumes`);
      expect([alone.status, alone.json()]).toEqual([200, { extension: found }]);
      const none = await ask('GET', `/${version}/dev/extensions/os-nothing`);
      expect([none.status, Object.keys(none.json())]).toEqual([404, ['itemNotFound']]);
    },
  );

  it('each version has a document, which takes no token, and is where its own link leads', async () => {
    for (const version of ['v1.1', 'v2']) {
      const answer = await ask('GET', `/${version}/`, { as: 'nobody' });
      expect(answer.status).toBe(200);
      expect(answer.json().version).toMatchObject({
        status: 'CURRENT',
        updated: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
        links: expect.arrayContaining([{ rel: 'self', href: `${dev.server().url}/${version}/` }]),
      });
      expect((await ask('GET', `/${version}`, { as: 'nobody' })).status).toBe(200);
    }
  });

  it('the list of versions at the root takes no token, and says when each of them changed', async () => {
    const answer = await ask('GET', '/', { as: 'nobody' });
    expect(answer.headers.get('content-type')).toBe('application/json');
    for (const { updated } of answer.json().versions) expect(updated).toMatch(/Z$/);
  });
});
