import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { world } from '../rules/world.ts';
import type { Format } from '../support/faults.ts';
import { speaking } from '../support/speaking.ts';

const FORMATS: readonly Format[] = ['json', 'xml'];
const THREE = { key1: 'value1', key2: 'value2', key3: 'value3' };
const LONG = 'a'.repeat(256);
const dev = world('--response-checks', 'always', '--quota-volumes', '-1', '--quota-snapshots', '-1');

// biome-ignore lint/suspicious/noExplicitAny: tests reach into bodies of every shape
const faultIn = (body: any) => Object.entries(body)[0] as [string, { code: number; message: string }];

describe.each(['volume', 'snapshot'] as const)('the metadata of a %s', (kind) => {
  let id: string;
  beforeAll(async () => {
    const volume = await dev.volume();
    id = kind === 'volume' ? volume.id : (await dev.snapshot(volume.id)).id;
  });
  const pathOf = (owner: string) => `/v1/dev/${kind}s/${owner}/metadata`;
  const stored = async () => (await dev.ask('GET', pathOf(id))).json().metadata;

  beforeEach(async () => {
    const { status } = await dev.ask('PUT', pathOf(id), { body: { metadata: THREE } });
    expect(status).toBe(200);
  });

  describe.each(FORMATS)('in %s', (format) => {
    const call = (method: string, below = '', body?: unknown, owner = id, as = 'dev') =>
      speaking(dev.ask, format)(method, pathOf(owner) + below, { body, as });

    /** Sends what is wrong and finds that nothing has changed. */
    async function refused(status: number, message: RegExp | string, ...request: Parameters<typeof call>) {
      const answer = await call(...request);
      expect(answer.status, answer.text).toBe(status);
      const [name, fault] = faultIn(answer.body);
      expect(name).toBe({ 400: 'badRequest', 404: 'itemNotFound', 413: 'overLimit' }[status]);
      expect(fault.message).toMatch(message);
      if (status === 413) expect(answer.headers.get('retry-after')).toBe('0');
      expect(await stored()).toEqual(THREE);
    }
    const missing = `${kind} does not exist`;

    it('is listed', async () => {
      expect(await call('GET')).toMatchObject({ status: 200, body: { metadata: THREE } });
    });

    it('is an empty list where there is none', async () => {
      expect((await call('PUT', '', { metadata: {} })).body).toEqual({ metadata: {} });
      expect(await call('GET')).toMatchObject({ status: 200, body: { metadata: {} } });
    });

    it('is shown item by item', async () => {
      expect(await call('GET', '/key2')).toMatchObject({ status: 200, body: { meta: { key2: 'value2' } } });
    });

    it('has no item under a key that was never set', () =>
      refused(404, /^Metadata item was not found$/, 'GET', '/key6'));

    it('loses the item that is deleted, with an empty answer', async () => {
      expect(await call('DELETE', '/key2')).toMatchObject({ status: 200, text: '' });
      expect(await stored()).toEqual({ key1: 'value1', key3: 'value3' });
    });

    it('loses nothing by the deletion of an item that it has not', () =>
      refused(404, /^Metadata item was not found$/, 'DELETE', '/key6'));

    it('is merged with what is posted', async () => {
      const { status, body } = await call('POST', '', { metadata: { key3: 'other', key9: 'value9' } });
      const merged = { ...THREE, key3: 'other', key9: 'value9' };
      expect(status).toBe(200);
      expect(body).toEqual({ metadata: merged });
      expect(await stored()).toEqual(merged);
    });

    it('is what is put, and nothing else', async () => {
      const metadata = { key10: 'value10', key99: 'größer & <kleiner>' };
      expect(await call('PUT', '', { metadata })).toMatchObject({ status: 200, body: { metadata } });
      expect(await stored()).toEqual(metadata);
    });

    it('is empty when nothing is put', async () => {
      expect(await call('PUT', '', { metadata: {} })).toMatchObject({ status: 200, body: { metadata: {} } });
      expect(await stored()).toEqual({});
    });

    it('takes an item anew and one more', async () => {
      const again = await call('PUT', '/key1', { meta: { key1: 'changed' } });
      expect(again).toMatchObject({ status: 200, body: { meta: { key1: 'changed' } } });
      expect((await call('PUT', '/key9', { meta: { key9: '' } })).body).toEqual({ meta: { key9: '' } });
      expect(await stored()).toEqual({ ...THREE, key1: 'changed', key9: '' });
    });

    it.each(['GET', 'DELETE'])('has no item to %s of a parent that is not there', (method) =>
      refused(404, missing, method, '/key1', undefined, randomUUID()),
    );
    it('is not listed of a parent that is not there', () =>
      refused(404, missing, 'GET', '', undefined, randomUUID()));
    it.each(['POST', 'PUT'])('is not taken by %s for a parent that is not there', (method) =>
      refused(404, missing, method, '', { metadata: { key1: 'v' } }, randomUUID()),
    );
    it('is not taken as an item for a parent that is not there', () =>
      refused(404, missing, 'PUT', '/key1', { meta: { key1: 'v' } }, randomUUID()));

    it("of another tenant's is that of a parent that is not there", async () => {
      const path = `/v1/demo/${kind}s/${id}/metadata`;
      const speak = speaking(dev.ask, format);
      for (const [method, below, body] of [
        ['GET', ''],
        ['POST', '', { metadata: { key1: 'v' } }],
        ['PUT', '', { metadata: {} }],
        ['GET', '/key1'],
        ['PUT', '/key1', { meta: { key1: 'v' } }],
        ['DELETE', '/key1'],
      ] as const) {
        const answer = await speak(method, path + below, { body, as: 'demo' });
        expect(answer.status).toBe(404);
        expect(faultIn(answer.body)[1].message).toBe(missing);
      }
      expect(await stored()).toEqual(THREE);
    });

    it("of any tenant's is an administrator's to read and change", async () => {
      expect((await call('POST', '', { metadata: { key9: 'v' } }, id, 'admin')).status).toBe(200);
      expect((await call('DELETE', '/key9', undefined, id, 'admin')).status).toBe(200);
      expect((await call('GET', '/key1', undefined, id, 'admin')).body).toEqual({ meta: { key1: 'value1' } });
    });

    it.each(['POST', 'PUT'])('refuses a blank key by %s', (method) =>
      refused(400, /key blank/, method, '', { metadata: { ' ': 'v' } }),
    );
    it.each(['POST', 'PUT'])('refuses a key that is too long by %s', (method) =>
      refused(413, /key greater than 255/, method, '', { metadata: { [LONG]: 'v' } }),
    );
    it.each(['POST', 'PUT'])('refuses a value that is too long by %s', (method) =>
      refused(413, /value greater than 255/, method, '', { metadata: { key1: LONG } }),
    );
    it('refuses an item whose key is too long', () =>
      refused(413, /key greater than 255/, 'PUT', `/${LONG}`, { meta: { [LONG]: 'v' } }));
    it('refuses an item whose value is too long', () =>
      refused(413, /value greater than 255/, 'PUT', '/key1', { meta: { key1: LONG } }));
    it('refuses an item whose key is not that of the path', () =>
      refused(400, /^Request body and URI mismatch$/, 'PUT', '/bad', { meta: { key1: 'v' } }));
    it('refuses more items than it has places for', async () => {
      const many = Object.fromEntries(Array.from({ length: 129 }, (_, i) => [`k${i}`, 'v']));
      await refused(413, /Maximum number of metadata items allowed \(128\)/, 'POST', '', { metadata: many });
    });
  });

  /** Bodies that only one format can have wrong. */
  async function malformed(method: string, below: string, body: unknown, headers = {}) {
    const { status, text } = await dev.ask(method, pathOf(id) + below, { body, headers });
    expect(status, text).toBe(400);
    expect(await stored()).toEqual(THREE);
    return text;
  }
  const JSON_TYPE = { 'Content-Type': 'application/json' };

  it.each(['POST', 'PUT'])('refuses by %s what has no wrapper, or no items in it', async (method) => {
    for (const body of ['{}', '{"meta":{"a":"b"}}', '{"key1":"v"}', '[]', '"metadata"', 'null'])
      expect(await malformed(method, '', body)).toContain('Malformed request body');
    for (const metadata of ['text', 5, ['a', 'b'], null, true])
      expect(await malformed(method, '', { metadata })).toContain('Malformed request body');
    for (const metadata of [{ key1: 5 }, { key1: null }, { key1: {} }, { '': 'v' }])
      await malformed(method, '', { metadata });
    await malformed(method, '', undefined, JSON_TYPE);
    await malformed(method, '', '<meta key="key1">v</meta>');
    await malformed(method, '', '<metadata><meta>v</meta></metadata>');
  });

  it('refuses an item with no wrapper, or no one item in it', async () => {
    for (const body of ['{}', '{"metadata":{"key1":"v"}}', '{"key1":"v"}', '[]', '5'])
      expect(await malformed('PUT', '/key1', body)).toContain('Malformed request body');
    for (const meta of ['text', null, [], { key1: 5 }]) await malformed('PUT', '/key1', { meta });
    expect(await malformed('PUT', '/key1', { meta: {} })).toContain('Request body and URI mismatch');
    const two = await malformed('PUT', '/key1', { meta: { key1: 'v', key2: 'v' } });
    expect(two).toContain('Request body contains too many items');
    await malformed('PUT', '/key1', undefined, JSON_TYPE);
    await malformed('PUT', '/key1', '<metadata><meta key="key1">v</meta></metadata>');
  });

  it('refuses an item without a key, in the path and in the body', async () => {
    await malformed('PUT', '/', { meta: { '': 'v' } });
    await malformed('PUT', '/%20', { meta: { ' ': 'v' } });
  });

  it('has keys of any characters in its path', async () => {
    const keys = ['a b', 'a/b', 'größe', '%', '__proto__', 'constructor', 'x.y', 'x.json'];
    for (const key of keys) {
      const below = `/${encodeURIComponent(key).replaceAll('.', '%2E')}`;
      const body = `{"meta":{${JSON.stringify(key)}:"v"}}`;
      expect((await dev.ask('PUT', pathOf(id) + below, { body })).status, key).toBe(200);
      expect((await dev.ask('GET', pathOf(id) + below)).text, key).toBe(body);
      expect((await dev.ask('DELETE', pathOf(id) + below)).status, key).toBe(200);
    }
  });

  it('is in the namespace of the compute API, as it came from there', async () => {
    const xml = { headers: { Accept: 'application/xml' } };
    expect((await dev.ask('GET', `${pathOf(id)}/key1`, xml)).text).toBe(
      `<?xml version='1.0' encoding='UTF-8'?>\n<meta xmlns="http://docs.openstack.org/compute/api/v1.1" key="key1">value1</meta>`,
    );
    expect((await dev.ask('GET', `${pathOf(id)}.xml`)).text).toMatch(
      /<metadata xmlns="http:\/\/docs\.openstack\.org\/compute\/api\/v1\.1"><meta key="key1">value1<\/meta>/,
    );
    const other =
      '<metadata xmlns="http://docs.openstack.org/volume/api/v1"><meta key="a">b</meta></metadata>';
    expect((await dev.ask('PUT', pathOf(id), { body: other })).json()).toEqual({ metadata: { a: 'b' } });
  });
});

describe('metadata of a creation', () => {
  it('is stored with a snapshot', async () => {
    const { id: volume_id } = await dev.volume();
    for (const body of [
      { snapshot: { volume_id, metadata: { key1: 'value1' } } },
      `<snapshot volume_id="${volume_id}"><metadata><meta key="key1">value1</meta></metadata></snapshot>`,
    ]) {
      const created = await dev.ask('POST', '/v1/dev/snapshots', { body });
      expect(created.status, created.text).toBe(200);
      const headers = { Accept: 'application/json' };
      const id = /\bid="?(?::)?"?([0-9a-f-]{36})|"id":"([0-9a-f-]{36})"/
        .exec(created.text)
        ?.slice(1)
        .find(Boolean);
      const metadata = await dev.ask('GET', `/v1/dev/snapshots/${id}/metadata`, { headers });
      expect(metadata.json()).toEqual({ metadata: { key1: 'value1' } });
      await dev.reach('snapshot', String(id), 'available');
    }
  });

  it('is refused with a 400 where the same change would be one of size', async () => {
    const { id: volume_id } = await dev.volume();
    for (const metadata of [{ [LONG]: 'v' }, { key1: LONG }, { '': 'v' }]) {
      const volume = await dev.ask('POST', '/v1/dev/volumes', { body: { volume: { size: 1, metadata } } });
      expect(volume.status).toBe(400);
      const snapshot = await dev.ask('POST', '/v1/dev/snapshots', {
        body: { snapshot: { volume_id, metadata } },
      });
      expect(snapshot.status).toBe(400);
    }
  });

  it('is not in the body of a snapshot, which the document shows without', async () => {
    const { id: volume_id } = await dev.volume();
    const snapshot = await dev.snapshot(volume_id, { metadata: { key1: 'value1' } });
    expect(snapshot).not.toHaveProperty('metadata');
  });
});
