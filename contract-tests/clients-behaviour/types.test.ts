import { describe, expect, it } from 'vitest';
import { type Ask, availableVolume } from '../support/requests.ts';
import { serverInProcess } from '../support/server-in-process.ts';

/* What suites of the time check of volume types and their extra specs (tempest, the unit tests of Cinder). */

const NFS = { id: '02d1ab86-e479-11e0-98ab-c7be696d5830', name: 'NFS', extra_specs: {} };
const SSD = { id: '35e1c8d2-e477-11e0-93ed-4f2505dfa32e', name: 'SSD', extra_specs: {} };
const NONE = '00000000-0000-4000-8000-000000000000';
const xml = { Accept: 'application/xml' };

/** Calls for the administrator `admin` of the tenant dev. */
async function world() {
  const { ask, engine } = await serverInProcess();
  const admin: Ask = (method, path, options) => ask(method, `/v1/dev/${path}`, { as: 'admin', ...options });
  const make = async (name: string, extra_specs = {}) =>
    (await admin('POST', 'types', { body: { volume_type: { name, extra_specs } } })).json().volume_type;
  return { ask, admin, make, engine };
}

describe('volume types', () => {
  it('are listed for everybody, the oldest first', async () => {
    const { ask, make } = await world();
    const gold = await make('gold', { disks: 'ssd' });
    const listed = await ask('GET', '/v1/dev/types');
    expect(listed.status).toBe(200);
    expect(listed.json()).toEqual({ volume_types: [NFS, SSD, gold] });
    expect((await ask('GET', '/v1/dev/types', { headers: xml })).text).toBe(
      `<?xml version='1.0' encoding='UTF-8'?>\n<volume_types><volume_type id="${NFS.id}" name="NFS"><extra_specs/>` +
        `</volume_type><volume_type id="${SSD.id}" name="SSD"><extra_specs/></volume_type>` +
        `<volume_type id="${gold.id}" name="gold"><extra_specs><disks>ssd</disks></extra_specs></volume_type></volume_types>`,
    );
  });

  it('are shown by id, and 404 where there is none', async () => {
    const { ask } = await world();
    expect((await ask('GET', `/v1/dev/types/${SSD.id}`)).json()).toEqual({ volume_type: SSD });
    for (const id of [NONE, 'SSD', '#$%%&^&^', 'detail']) {
      const answer = await ask('GET', `/v1/dev/types/${encodeURIComponent(id)}`);
      expect(answer.status).toBe(404);
      expect(answer.json()).toMatchObject({ itemNotFound: { code: 404 } });
    }
  });

  it('are created with 200, and seen by os-bs-2011, which makes volumes of them', async () => {
    const { ask, admin } = await world();
    const created = await admin('POST', 'types', { body: { volume_type: { name: 'gold', unknown: 1 } } });
    expect(created.status).toBe(200);
    const { volume_type: gold } = created.json();
    expect(gold).toEqual({ id: expect.stringMatching(/^[0-9a-f-]{36}$/), name: 'gold', extra_specs: {} });
    const listed = (await ask('GET', '/v1.1/demo/OS-BS/types', { as: 'demo' })).json()['OS-BS:types'];
    expect(listed).toMatchObject([{ name: 'NFS' }, { name: 'SSD' }, { name: 'gold', id: gold.id }]);
    const volume = await ask('POST', '/v1.1/dev/OS-BS/volumes', {
      body: { 'OS-BS:volume': { name: 'v', size: 1, typeId: gold.id } },
    });
    expect(volume.json()['OS-BS:volume'].typeId).toBe(gold.id);
  });

  it('are created from XML too', async () => {
    const { admin } = await world();
    const created = await admin('POST', 'types', {
      headers: xml,
      body: '<volume_type xmlns="http://docs.openstack.org/volume/api/v1" name="gold"><extra_specs><disks>ssd</disks></extra_specs></volume_type>',
    });
    expect(created.status).toBe(200);
    expect(created.text).toMatch(
      /<volume_type id="[0-9a-f-]{36}" name="gold"><extra_specs><disks>ssd<\/disks><\/extra_specs><\/volume_type>$/,
    );
  });

  it.each([
    [{ volume_type: { name: '' } }],
    [{ volume_type: { name: null } }],
    [{ volume_type: { name: ' ' } }],
    [{ volume_type: {} }],
    [{ volume_type: 'gold' }],
    [{ foo: 'bar' }],
    [{}],
  ])('need a name: %j is 400', async (body) => {
    const { admin, ask } = await world();
    const refused = await admin('POST', 'types', { body });
    expect(refused.status).toBe(400);
    expect(refused.json()).toMatchObject({ badRequest: { code: 400 } });
    expect((await ask('GET', '/v1/dev/types')).json().volume_types).toHaveLength(2);
  });

  it('have names that differ: the second is 409', async () => {
    const { admin } = await world();
    const twice = await admin('POST', 'types', { body: { volume_type: { name: 'SSD' } } });
    expect(twice.status).toBe(409);
    expect(twice.json()).toEqual({
      conflictingRequest: { code: 409, message: 'Volume Type SSD already exists.' },
    });
    const inXml = await admin('POST', 'types', {
      headers: xml,
      body: '<volume_type name="SSD"/>',
    });
    expect(inXml.text).toContain(
      '<conflictingRequest xmlns="http://docs.openstack.org/volume/api/v1" code="409"><message>',
    );
  });

  it('are deleted with 202, and are gone', async () => {
    const { admin, make } = await world();
    const { id } = await make('gold');
    const deleted = await admin('DELETE', `types/${id}`);
    expect([deleted.status, deleted.text]).toEqual([202, '']);
    for (const method of ['GET', 'DELETE']) expect((await admin(method, `types/${id}`)).status).toBe(404);
  });

  it('are not deleted while a volume has them, whoever has made it', async () => {
    const { ask, admin, make, engine } = await world();
    const { id } = await make('gold');
    await ask('POST', '/v1.1/demo/OS-BS/volumes', {
      as: 'demo',
      body: { 'OS-BS:volume': { name: 'v', size: 1, typeId: id } },
    });
    const refused = await admin('DELETE', `types/${id}`);
    expect(refused.status).toBe(400);
    expect(refused.json()).toEqual({
      badRequest: { code: 400, message: 'Target volume type is still in use.' },
    });
    await engine.jobs.idle();
    const [volume] = (await ask('GET', '/v1/demo/volumes', { as: 'demo' })).json().volumes;
    await ask('DELETE', `/v1/demo/volumes/${volume.id}`, { as: 'demo' });
    await engine.jobs.idle();
    expect((await admin('DELETE', `types/${id}`)).status).toBe(202);
  });

  it('may not all go, and volumes that ask for none have the oldest that is left', async () => {
    const { ask, admin } = await world();
    expect((await admin('DELETE', `types/${NFS.id}`)).status).toBe(202);
    const { id } = await availableVolume(ask);
    const { typeId } = (await ask('GET', `/v1.1/dev/OS-BS/volumes/${id}`)).json()['OS-BS:volume'];
    expect(typeId).toBe(SSD.id);
    await ask('DELETE', `/v1/dev/volumes/${id}`);
    expect((await admin('DELETE', `types/${SSD.id}`)).status).toBe(400);
  });
});

describe('extra specs of a volume type', () => {
  const path = `types/${SSD.id}/extra_specs`;

  it('are set, read one by one and together, and deleted', async () => {
    const { ask, admin } = await world();
    expect((await admin('GET', path)).json()).toEqual({ extra_specs: {} });
    const set = await admin('POST', path, { body: { extra_specs: { disks: 'ssd', 'hw:rpm': '0' } } });
    expect([set.status, set.json()]).toEqual([200, { extra_specs: { disks: 'ssd', 'hw:rpm': '0' } }]);
    const put = await admin('PUT', `${path}/disks`, { body: { disks: 'nvme' } });
    expect([put.status, put.json()]).toEqual([200, { disks: 'nvme' }]);
    expect((await admin('GET', `${path}/disks`)).json()).toEqual({ disks: 'nvme' });
    const deleted = await admin('DELETE', `${path}/hw:rpm`);
    expect([deleted.status, deleted.text]).toEqual([202, '']);
    expect((await admin('GET', path)).json()).toEqual({ extra_specs: { disks: 'nvme' } });
    const [, { extra_specs: shown }] = (await ask('GET', '/v1/dev/types')).json().volume_types;
    expect(shown).toEqual({ disks: 'nvme' });
  });

  it('are elements that are called as their keys in XML, where that can be', async () => {
    const { admin } = await world();
    const body = '<extra_specs><disks>ssd</disks><extra_spec key="hw:rpm">0</extra_spec></extra_specs>';
    expect((await admin('POST', path, { headers: xml, body })).text).toContain(body);
    expect((await admin('GET', path, { headers: xml })).text).toContain(body);
    expect((await admin('GET', `${path}/disks`, { headers: xml })).text).toMatch(/\n<disks>ssd<\/disks>$/);
    const put = await admin('PUT', `${path}/disks`, { headers: xml, body: '<disks>nvme</disks>' });
    expect(put.text).toMatch(/\n<disks>nvme<\/disks>$/);
    expect((await admin('GET', path)).json()).toEqual({ extra_specs: { disks: 'nvme', 'hw:rpm': '0' } });
  });

  it('are refused without a body, without the key of the path, and with more than it', async () => {
    const { admin } = await world();
    for (const body of [undefined, {}, { foo: 'bar' }, { extra_specs: 'x' }, { extra_specs: { '': 'v' } }])
      expect((await admin('POST', path, { body })).status).toBe(400);
    for (const [body, message] of [
      [undefined, /./],
      [{}, /^Request body and URI mismatch$/],
      [{ other: 'v' }, /^Request body and URI mismatch$/],
      [{ disks: 'a', other: 'b' }, /^Request body contains too many items$/],
      [{ disks: 5 }, /./],
    ] as const) {
      const refused = await admin('PUT', `${path}/disks`, { body });
      expect(refused.status).toBe(400);
      expect(refused.json().badRequest.message).toMatch(message);
    }
    expect((await admin('GET', path)).json()).toEqual({ extra_specs: {} });
  });

  it('of no type, and under a key that the type has not, are 404', async () => {
    const { admin } = await world();
    const none = `types/${NONE}/extra_specs`;
    for (const [method, of, body] of [
      ['GET', none, undefined],
      ['POST', none, { extra_specs: { a: 'b' } }],
      ['GET', `${none}/a`, undefined],
      ['PUT', `${none}/a`, { a: 'b' }],
      ['DELETE', `${none}/a`, undefined],
      ['GET', `${path}/a`, undefined],
      ['DELETE', `${path}/a`, undefined],
    ] as const) {
      const answer = await admin(method, of, { body });
      expect(answer.status, `${method} ${of}`).toBe(404);
      expect(answer.json()).toMatchObject({ itemNotFound: { code: 404 } });
    }
  });
});
