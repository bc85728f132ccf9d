import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { beforeAll, describe, expect, it } from 'vitest';
import { world } from '../rules/world.ts';
import type { Format } from '../support/faults.ts';
import { availableVolume } from '../support/requests.ts';
import { speaking } from '../support/speaking.ts';

const FORMATS: readonly Format[] = ['json', 'xml'];
const V = '/v1/dev/volumes';
const dev = world('--response-checks', 'always', '--quota-volumes', '-1', '--quota-snapshots', '-1');
const query = (given: Readonly<Record<string, string>>) => `?${new URLSearchParams(given)}`;

describe.each(FORMATS)('a volume, in %s', (format) => {
  const speak = (...[method, path, options]: Parameters<ReturnType<typeof speaking>>) =>
    speaking(dev.ask, format)(method, path, options);

  it('is made with a name and metadata, shown, renamed and deleted', async () => {
    const metadata = { Type: 'Test' };
    const created = await speak('POST', V, {
      body: { volume: { size: 1, display_name: 'first', metadata } },
    });
    expect(created).toMatchObject({ status: 200, body: { volume: { display_name: 'first' } } });
    const { id } = created.body.volume;
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    const path = `${V}/${id}`;
    await dev.reach('volume', id, 'available');
    const shown = (await speak('GET', path)).body.volume;
    expect(shown).toMatchObject({ id, display_name: 'first', metadata, size: 1, attachments: [] });
    expect(await dev.get('volume', id)).toHaveProperty('bootable', 'false');

    const names = { display_name: 'second', display_description: 'no longer the first' };
    const updated = await speak('PUT', path, { body: { volume: names } });
    expect(updated.status).toBe(200);
    expect(updated.body.volume).toMatchObject({ id, metadata, ...names });
    expect((await speak('GET', path)).body.volume).toEqual({ ...shown, ...names });

    expect(await speak('DELETE', path)).toMatchObject({ status: 202, text: '' });
    await dev.gone('volume', id);
    expect((await speak('GET', path)).status).toBe(404);
  });

  it('has an empty map where it was made without metadata', async () => {
    const { id } = await dev.volume();
    expect((await speak('GET', `${V}/${id}`)).body.volume.metadata).toEqual({});
  });

  it('is made of a snapshot, of a volume and of an image', async () => {
    const origin = await dev.volume();
    const snapshot = await dev.snapshot(origin.id);
    const made = async (fields: object) => {
      const { body, status } = await speak('POST', V, { body: { volume: { size: 1, ...fields } } });
      expect(status).toBe(200);
      return dev.reach('volume', body.volume.id, 'available');
    };
    expect(await made({ snapshot_id: snapshot.id })).toMatchObject({ snapshot_id: snapshot.id });
    expect(await made({ source_volid: origin.id })).toMatchObject({ source_volid: origin.id });
    expect(await made({ imageRef: randomUUID() })).toMatchObject({ bootable: 'true' });
  });

  it('shows where it is attached', async () => {
    const { id } = await dev.volume();
    const { serverId, device } = await dev.attach(id);
    const { volume } = (await speak('GET', `${V}/${id}`)).body;
    expect(volume).toMatchObject({ status: 'in-use' });
    expect(volume.attachments).toEqual([{ id, volume_id: id, server_id: serverId, device }]);
  });

  it('has its metadata replaced by an update that has some', async () => {
    const { id } = await dev.volume({ metadata: { a: '1', b: '2' } });
    const change = (volume: object) => speak('PUT', `${V}/${id}`, { body: { volume } });
    expect((await change({ metadata: { c: '3' } })).body.volume.metadata).toEqual({ c: '3' });
    expect((await change({ display_name: 'n' })).body.volume.metadata).toEqual({ c: '3' });
    expect((await change({ metadata: {} })).body.volume.metadata).toEqual({});
  });

  it("is not found under an id that is nobody's, garbage, or another tenant's", async () => {
    const { id: others } = await availableVolume(dev.ask, {}, 'demo');
    const ids = [
      randomUUID(),
      'xxx',
      encodeURIComponent('#$%%&^&^'),
      encodeURIComponent('!@#$%^&*()'),
      others,
    ];
    for (const id of ids) {
      expect((await speak('GET', `${V}/${id}`)).status, id).toBe(404);
      expect((await speak('DELETE', `${V}/${id}`)).status, id).toBe(404);
      const body = { volume: { display_name: 'n' } };
      expect((await speak('PUT', `${V}/${id}`, { body })).status, id).toBe(404);
    }
  });

  it("of any tenant is an administrator's to look at, change, copy and delete", async () => {
    const { id } = await availableVolume(dev.ask, {}, 'demo');
    const path = `${V}/${id}`;
    const as = 'admin';
    expect((await speak('GET', path, { as })).body.volume).toMatchObject({
      id,
      'os-vol-host-attr:host': hostname(),
      'os-vol-tenant-attr:tenant_id': 'demo',
    });
    const renamed = await speak('PUT', path, { as, body: { volume: { display_name: 'renamed' } } });
    expect(renamed.body.volume).toMatchObject({ display_name: 'renamed' });
    const snapshot = await speak('POST', '/v1/dev/snapshots', { as, body: { snapshot: { volume_id: id } } });
    expect(snapshot.status).toBe(200);
    await dev.reach('snapshot', snapshot.body.snapshot.id, 'available');
    expect((await speak('DELETE', path, { as })).status).toBe(202);
  });
});

describe('an update', () => {
  const rename = (id: string, body: unknown) => dev.ask('PUT', `${V}/${id}`, { body });

  it('is taken without a wrapper, as pkgcloud sends it', async () => {
    const { id } = await dev.volume({ display_name: 'old', display_description: 'of old' });
    expect((await rename(id, { name: 'new', description: 'anew' })).json().volume).toMatchObject({
      display_name: 'new',
      display_description: 'anew',
    });
    expect((await rename(id, { name: 'newer' })).json().volume).toMatchObject({
      display_name: 'newer',
      display_description: 'anew',
    });
    expect((await rename(id, { description: null, metadata: { a: 'b' } })).json().volume).toMatchObject({
      display_name: 'newer',
      display_description: null,
      metadata: {},
    });
  });

  it('takes the names of later versions for those that are left out', async () => {
    const { id } = await dev.volume();
    const { volume } = (
      await rename(id, { volume: { name: 'second choice', description: 'd', display_name: 'first choice' } })
    ).json();
    expect(volume).toMatchObject({ display_name: 'first choice', display_description: 'd' });
    expect((await rename(id, { volume: { display_name: null, name: 'n' } })).json().volume).toHaveProperty(
      'display_name',
      null,
    );
  });

  it('ignores what it does not know, and what cannot be changed', async () => {
    const volume = await dev.volume({ display_name: 'kept', metadata: { a: '1' } });
    const unknown = { size: 5, status: 'error', id: randomUUID(), bootable: 'true', what: { is: ['this'] } };
    for (const body of [{ volume: unknown }, { volume: {} }, { volume: { metadata: null } }]) {
      const { status, json } = await rename(volume.id, body);
      expect(status).toBe(200);
      expect(json().volume).toEqual(volume);
    }
  });

  it('is refused without a wrapper or an object in it', async () => {
    const { id } = await dev.volume();
    for (const body of [
      '{}',
      '{"foo":{"name":"n"}}',
      '{"volume":"string"}',
      '{"volume":null}',
      '{"volume":[]}',
      '[]',
    ])
      expect((await rename(id, body)).status, body).toBe(400);
    for (const body of ['{"name":5}', '{"volume":{"display_name":5}}', '{"volume":{"metadata":["a"]}}'])
      expect((await rename(id, body)).status, body).toBe(400);
    const headers = { 'Content-Type': 'application/json' };
    expect((await dev.ask('PUT', `${V}/${id}`, { headers })).status).toBe(400);
    expect((await rename(id, '<name>n</name>')).status).toBe(400);
  });
});

describe('a creation', () => {
  it.each(['#$%', '', null, undefined, 0, -1, '0', '-1', 1.5])('of size %s is refused', async (size) => {
    expect((await dev.ask('POST', V, { body: { volume: { size } } })).status).toBe(400);
  });

  it('is refused without a wrapper or an object in it', async () => {
    for (const body of ['{}', '{"foo":{"size":1}}', '{"volume":"string"}', '{"volume":null}'])
      expect((await dev.ask('POST', V, { body })).status, body).toBe(400);
    const headers = { 'Content-Type': 'application/json' };
    expect((await dev.ask('POST', V, { headers })).status).toBe(400);
  });

  it('is refused of an image that can be none, and of two sources', async () => {
    const snapshot_id = (await dev.snapshot((await dev.volume()).id)).id;
    for (const fields of [{ imageRef: 5 }, { imageRef: 'x' }, { imageRef: randomUUID(), snapshot_id }])
      expect((await dev.ask('POST', V, { body: { volume: { size: 1, ...fields } } })).status).toBe(400);
  });
});

describe('the lists', () => {
  const own: string[] = [];
  let others: string;
  const idsOf = async (below: string, as = 'dev', format: Format = 'json'): Promise<string[]> => {
    const { status, body, text } = await speaking(dev.ask, format)('GET', V + below, { as });
    expect(status, text).toBe(200);
    return body.volumes.map(({ id }: { id: string }) => id);
  };

  beforeAll(async () => {
    for (const [display_name, availability_zone, metadata] of [
      ['listed 1', 'az1', { rack: '1', row: 'a' }],
      ['listed 2', 'az2', { rack: '2', row: 'a' }],
      ["listed '3' & <more>", 'az2', { rack: '1', row: 'b' }],
    ] as const)
      own.unshift((await dev.volume({ display_name, availability_zone, metadata })).id);
    others = (await availableVolume(dev.ask, { display_name: 'listed 1', availability_zone: 'az2' }, 'demo'))
      .id;
  }, 60_000);

  describe.each(['', '/detail', '/details'])('volumes%s', (kind) => {
    describe.each(FORMATS)('in %s', (format) => {
      const ids = (given: Readonly<Record<string, string>> = {}, as = 'dev') =>
        idsOf(kind + query(given), as, format);

      it('has every volume, the newest first', async () => {
        expect((await ids()).filter((id) => own.includes(id))).toEqual(own);
      });

      it('is narrowed by name to those of exactly that name', async () => {
        expect(await ids({ display_name: 'listed 1' })).toEqual([own[2]]);
        expect(await ids({ display_name: "listed '3' & <more>" })).toEqual([own[0]]);
        expect(await ids({ display_name: 'listed' })).toEqual([]);
      });

      it('is narrowed by status', async () => {
        expect((await ids({ status: 'available' })).filter((id) => own.includes(id))).toEqual(own);
        expect(await ids({ status: 'deleting' })).toEqual([]);
        expect(await ids({ status: 'no such' })).toEqual([]);
      });

      it('is narrowed by name and status together', async () => {
        expect(await ids({ display_name: 'listed 2', status: 'available' })).toEqual([own[1]]);
        expect(await ids({ display_name: 'listed 2', status: 'in-use' })).toEqual([]);
      });

      it('is narrowed by metadata, written as Python writes it', async () => {
        expect(await ids({ metadata: "{'rack': '1'}" })).toEqual([own[0], own[2]]);
        expect(await ids({ metadata: "{u'rack': u'1', u'row': u'a'}" })).toEqual([own[2]]);
        expect(await ids({ metadata: "{'rack': '3'}" })).toEqual([]);
        expect(await ids({ metadata: "{'rack': '1'}", display_name: 'listed 1' })).toEqual([own[2]]);
      });

      it('is cut into pages, of what is narrowed too', async () => {
        const all = await ids();
        expect(await ids({ limit: '1', offset: '1' })).toEqual(all.slice(1, 2));
        expect(await ids({ metadata: "{'rack': '1'}", limit: '1', offset: '1' })).toEqual([own[2]]);
        expect(await ids({ limit: '0' })).toEqual(all);
      });

      it("has an administrator's own tenant by zone, size, type and whatever else a volume has", async () => {
        const admin = (given: Readonly<Record<string, string>>) => ids(given, 'admin');
        expect(await admin({ availability_zone: 'az2' })).toEqual([own[0], own[1]]);
        expect(await admin({ availability_zone: 'az2', display_name: 'listed 2' })).toEqual([own[1]]);
        expect(await admin({ availability_zone: 'az2', limit: '1', offset: '1' })).toEqual([own[1]]);
        expect(await admin({ availability_zone: 'az3' })).toEqual([]);
        expect(await admin({ size: '2047' })).toEqual([]);
        expect(await admin({ size: 'large' })).toEqual([]);
        expect((await admin({ size: '1' })).filter((id) => own.includes(id))).toEqual(own);
        expect(await admin({ id: own[1] ?? '' })).toEqual([own[1]]);
        for (const name of [
          'volume_type',
          'volume_type_id',
          'snapshot_id',
          'source_volid',
          'user_id',
          'display_description',
        ])
          expect(await admin({ [name]: 'none of it' }), name).toEqual([]);
      });

      it('passes over what is for administrators, of anybody else', async () => {
        const all = await ids();
        for (const name of [
          'availability_zone',
          'size',
          'id',
          'volume_type',
          'project_id',
          'snapshot_id',
          'user_id',
        ])
          expect(await ids({ [name]: 'none of it' }), name).toEqual(all);
        for (const all_tenants of ['1', 'True']) expect(await ids({ all_tenants })).toEqual(all);
        expect(await ids({ all_tenants: '1', project_id: 'demo' })).toEqual(all);
      });

      it("has all tenants' volumes for an administrator who says so", async () => {
        for (const all_tenants of ['1', 'True', 'yes']) {
          const found = await ids({ all_tenants }, 'admin');
          expect(found).toEqual(expect.arrayContaining([others, ...own]));
          expect(found.indexOf(others)).toBeLessThan(found.indexOf(own[0] ?? ''));
        }
        for (const all_tenants of ['0', 'false', 'False', ''])
          expect(await ids({ all_tenants }, 'admin')).not.toContain(others);
        expect(await ids({}, 'admin')).not.toContain(others);
        expect(await ids({ all_tenants: '1', display_name: 'listed 1' }, 'admin')).toEqual([others, own[2]]);
        expect(
          await ids({ all_tenants: '1', availability_zone: 'az2', status: 'available' }, 'admin'),
        ).toEqual([others, own[0], own[1]]);
        expect(
          await ids({ all_tenants: '1', project_id: 'demo', display_name: 'listed 1' }, 'admin'),
        ).toEqual([others]);
        expect(await ids({ all_tenants: '1', limit: '1', offset: '1' }, 'admin')).toEqual(
          (await ids({ all_tenants: '1' }, 'admin')).slice(1, 2),
        );
        expect(await ids({ project_id: 'demo' }, 'admin')).toEqual([]);
      });
    });
  });

  it.each(['a', '{', "{'a'}", "['a']", "{'a': ['b']}"])('refuses %s as metadata', async (metadata) => {
    for (const kind of ['', '/detail', '/details']) {
      const { status, text } = await dev.ask('GET', V + kind + query({ metadata }));
      expect(status).toBe(400);
      expect(JSON.parse(text).badRequest.message).toContain("{'key': 'value'}");
    }
  });

  it('show whose a volume is, and where, to administrators alone, in the detailed one', async () => {
    const shown = async (kind: string, as: string) => {
      const { volumes } = (
        await dev.ask('GET', V + kind + query({ display_name: 'listed 1' }), { as })
      ).json();
      return Object.keys(volumes[0]).filter((name) => name.startsWith('os-vol-'));
    };
    expect(await shown('/detail', 'admin')).toEqual([
      'os-vol-host-attr:host',
      'os-vol-tenant-attr:tenant_id',
    ]);
    expect(await shown('', 'admin')).toEqual([]);
    expect(await shown('/detail', 'dev')).toEqual([]);
    const xml = { Accept: 'application/xml' };
    const ofDev = await dev.ask('GET', `${V}/detail`, { headers: xml });
    expect(ofDev.text).not.toContain('tenant');
    const ofAdmin = await dev.ask('GET', `${V}/${own[0]}`, { headers: xml, as: 'admin' });
    expect(ofAdmin.text).toContain(
      ' xmlns:os-vol-tenant-attr="http://docs.openstack.org/volume/ext/volume_tenant_attribute/api/v1" os-vol-tenant-attr:tenant_id="dev"',
    );
  });

  it('are found under paths with slashes that follow each other, and with a suffix', async () => {
    for (const path of ['/v1/dev//volumes', '//v1/dev/volumes', '/v1//dev///volumes//'])
      expect((await fetch(dev.server().url + path, { headers: { 'X-Auth-Token': 'none' } })).status).toBe(
        401,
      );
    for (const path of ['/v1/dev//volumes', '//v1//dev/volumes.json', `/v1/dev/volumes//${own[0]}.json`])
      expect((await dev.ask('GET', path)).status, path).toBe(200);
    expect((await dev.ask('GET', '/v1/dev//volumes/detail.xml')).text).toContain('<volumes ');
    expect((await dev.ask('POST', `/v1/dev//volumes/${own[0]}`)).status).toBe(405);
    expect((await dev.ask('GET', '/v1/dev//nothing')).status).toBe(404);
    expect((await dev.ask('GET', '/v1/demo//volumes')).status).toBe(400);
  });
});
