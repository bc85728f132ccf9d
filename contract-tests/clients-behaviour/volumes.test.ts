import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { describe, expect, it } from 'vitest';
import { world } from '../rules/world.ts';
import type { Format } from '../support/faults.ts';
import { availableVolume } from '../support/requests.ts';
import { speaking } from '../support/speaking.ts';

const FORMATS: readonly Format[] = ['json', 'xml'];
const V = '/v1/dev/volumes';
const dev = world('--response-checks', 'always', '--quota-volumes', '-1', '--quota-snapshots', '-1');

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

  it.each(['#$%', '', undefined, '0', '-1', '1.5'])('of size %s is refused in XML', async (size) => {
    const body = `<volume display_name="n"${size === undefined ? '' : ` size="${size}"`}/>`;
    expect((await dev.ask('POST', V, { body })).status).toBe(400);
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
    for (const given of ['imageRef="5"', `imageRef="${randomUUID()}" snapshot_id="${snapshot_id}"`])
      expect((await dev.ask('POST', V, { body: `<volume size="1" ${given}/>` })).status, given).toBe(400);
  });
});
