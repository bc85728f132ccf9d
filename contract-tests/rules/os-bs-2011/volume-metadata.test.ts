import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { readXml, textOf } from '../../../src/http/xml/reader.ts';
import type { Format } from '../../support/faults.ts';
import { speaking } from '../../support/speaking.ts';
import { world } from '../world.ts';
import { osBs, SEEDED } from './world.ts';

const FORMATS: Format[] = ['json', 'xml'];
const MOST = 128;
const dev = world('--seed', 'documents');
const blocks = osBs(dev);
const path = `${blocks.path('volume', SEEDED.work)}/metadata`;
const METADATA = { Type: 'Work Directory', Owner: 'Joe User' };

const items = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`k${i}`, 'v']));
/** What there is, asked for in JSON. */
const stored = async () => (await dev.ask('GET', path)).json().metadata;

beforeEach(async () => {
  expect((await dev.ask('PUT', path, { body: { metadata: METADATA } })).status).toBe(200);
});

describe.each(FORMATS)('the metadata of a volume in %s', (format) => {
  const speak = (method: string, below = '', body?: object) =>
    speaking(dev.ask, format)(method, path + below, { body });

  it('[os-bs-2011/2.3.1.3.3/normal-200-203] [os-bs-2011/2.3.1.3.3/list-metadata] is listed', async () => {
    const { status, body } = await speak('GET');
    expect(status).toBe(200);
    expect(body).toEqual({ metadata: METADATA });
    expect((await blocks.get('volume', SEEDED.work)).metadata).toEqual(METADATA);
  });

  it('[os-bs-2011/2.3.1.3.1/replace-200] [os-bs-2011/2.3.1.3.1/exactly-those-given] [os-bs-2011/2.3.1.3.1/existing-replaced] [os-bs-2011/2.3.1.3.1/missing-removed] is exactly what replaces it', async () => {
    const metadata = { Type: 'Database', Group: 'Joe <joe> & "sons"' };
    const { status, body } = await speak('PUT', '', { metadata });
    expect(status).toBe(200);
    expect(body).toEqual({ metadata });
    expect(await stored()).toEqual(metadata);
    expect((await speak('PUT', '', { metadata: {} })).body).toEqual({ metadata: {} });
    expect(await stored()).toEqual({});
  });

  it('[os-bs-2011/2.3.1.3.2/update-200] [os-bs-2011/2.3.1.3.2/same-key-replaced] [os-bs-2011/2.3.1.3.2/others-unchanged] [os-bs-2011/2.3.1.3.2/response-whole-metadata] keeps what an update does not name, and all of it is shown', async () => {
    const { status, body } = await speak('POST', '', { metadata: { Type: 'Other', New: '' } });
    expect(status).toBe(200);
    expect(body).toEqual({ metadata: { Type: 'Other', Owner: 'Joe User', New: '' } });
    expect(await stored()).toEqual(body.metadata);
    expect((await speak('POST', '', { metadata: {} })).body).toEqual(body);
  });

  it('[os-bs-2011/2.3.1.3.4/normal-200-203] [os-bs-2011/2.3.1.3.4/single-item-by-key] is shown item by item', async () => {
    const { status, body } = await speak('GET', '/Owner');
    expect(status).toBe(200);
    expect(body).toEqual({ meta: { Owner: 'Joe User' } });
    expect((await speak('GET', '/owner')).status).toBe(404);
    expect((await speak('GET', '/constructor')).status).toBe(404);
  });

  it('[os-bs-2011/2.3.1.3.5/set-200] [os-bs-2011/2.3.1.3.5/sets-by-key] is set item by item, new or not', async () => {
    for (const meta of [{ Type: 'Other' }, { New: ' spaces stay ' }, { 'a b/c?ü': 'x' }]) {
      const [key = ''] = Object.keys(meta);
      const { status, body } = await speak('PUT', `/${encodeURIComponent(key)}`, { meta });
      expect(status).toBe(200);
      expect(body).toEqual({ meta });
      expect((await speak('GET', `/${encodeURIComponent(key)}`)).body).toEqual({ meta });
    }
    const others = { Owner: 'Joe User', New: ' spaces stay ', 'a b/c?ü': 'x' };
    expect(await stored()).toEqual({ Type: 'Other', ...others });
    expect((await speak('PUT', '/Type', { meta: { Owner: 'x' } })).status).toBe(400);
    expect(await stored()).toEqual({ Type: 'Other', ...others });
  });

  it('[os-bs-2011/2.3.1.3.6/delete-204] [os-bs-2011/2.3.1.3.6/deletes-item] [os-bs-2011/2.3.1.3.6/no-bodies] loses an item that is deleted', async () => {
    const { status, text, headers } = await speak('DELETE', '/Type');
    expect([status, text, headers.get('content-type')]).toEqual([204, '', null]);
    expect(await stored()).toEqual({ Owner: 'Joe User' });
    expect((await speak('DELETE', '/Type')).status).toBe(404);
    expect(await stored()).toEqual({ Owner: 'Joe User' });
  });

  it('[os-bs-2011/2.3.1.3.1/over-limit] [os-bs-2011/2.3.1.3.2/over-limit] [os-bs-2011/2.3.1.3.5/over-limit] [os-bs-2011/2.3.1.2.1/max-volume-meta] has 128 items at most, whichever way they come', async () => {
    expect((await speak('PUT', '', { metadata: items(MOST + 1) })).body.overLimit.code).toBe(413);
    expect(await stored()).toEqual(METADATA);
    expect((await speak('PUT', '', { metadata: items(MOST) })).status).toBe(200);

    expect((await speak('POST', '', { metadata: { one: 'more' } })).body.overLimit.code).toBe(413);
    const { status, body, headers } = await speak('PUT', '/one', { meta: { one: 'more' } });
    expect(status).toBe(413);
    expect(body.overLimit).toMatchObject({ retryAfter: 0, message: expect.stringContaining(String(MOST)) });
    expect(headers.get('retry-after')).toBe('0');
    expect(await stored()).toEqual(items(MOST));

    expect((await speak('POST', '', { metadata: { k0: 'other' } })).status).toBe(200);
    expect((await speak('PUT', '/k1', { meta: { k1: 'other' } })).status).toBe(200);
    expect(await stored()).toEqual({ ...items(MOST), k0: 'other', k1: 'other' });
  });

  it('[os-bs-2011/2.3.1.2.1/metadata-255-bytes] has keys and values of 255 bytes at most', async () => {
    const fits = `${'é'.repeat(127)}x`;
    const long = 'é'.repeat(128);
    expect((await speak('PUT', '', { metadata: { [fits]: fits } })).status).toBe(200);
    for (const metadata of [{ [long]: 'v' }, { k: long }]) {
      expect((await speak('PUT', '', { metadata })).status).toBe(400);
      expect((await speak('POST', '', { metadata })).status).toBe(400);
    }
    expect((await speak('PUT', '/k', { meta: { k: long } })).status).toBe(400);
    expect(await stored()).toEqual({ [fits]: fits });
  });

  it('[os-bs-2011/2.3.1.3.4/key-255-characters] has no key of more than 255 characters', async () => {
    const key = 'k'.repeat(255);
    expect((await speak('PUT', `/${key}`, { meta: { [key]: 'v' } })).status).toBe(200);
    expect((await speak('GET', `/${key}`)).body).toEqual({ meta: { [key]: 'v' } });
    expect((await speak('DELETE', `/${key}`)).status).toBe(204);
    for (const method of ['GET', 'DELETE']) expect((await speak(method, `/${key}k`)).status).toBe(400);
    expect((await speak('PUT', `/${key}k`, { meta: { [`${key}k`]: 'v' } })).status).toBe(400);
  });

  it.each([
    ['PUT', '', { metadata: METADATA }],
    ['POST', '', { metadata: METADATA }],
    ['PUT', '/Type', { meta: { Type: 'x' } }],
    ['DELETE', '/Type', undefined],
  ])(
    '[os-bs-2011/2.3.1.3.1/build-in-progress] [os-bs-2011/2.3.1.3.6/delete-faults] [os-bs-2011/2.3.1.2.3/item-not-found] cannot be changed while the volume is CREATING, nor where there is none: %s metadata%s',
    async (method, below, body) => {
      const of = (id: string) => `${blocks.path('volume', id)}/metadata${below}`;
      const creating = await speaking(dev.ask, format)(method, of(SEEDED.creating), { body });
      expect(creating.status).toBe(409);
      expect(creating.body.buildInProgress.code).toBe(409);
      const nowhere = await speaking(dev.ask, format)(method, of(randomUUID()), { body });
      expect(nowhere.status).toBe(404);
      expect(nowhere.body.itemNotFound.code).toBe(404);
    },
  );

  it('[os-bs-2011/2.3.1.2.3/item-not-found] can be read while the volume is CREATING, and not where there is none', async () => {
    const read = (id: string, below: string) =>
      speaking(dev.ask, format)('GET', `${blocks.path('volume', id)}/metadata${below}`);
    expect((await read(SEEDED.creating, '')).body).toEqual({ metadata: {} });
    for (const [id, below] of [
      [SEEDED.creating, '/Type'],
      [randomUUID(), ''],
      [randomUUID(), '/Type'],
    ] as const)
      expect((await read(id, below)).body.itemNotFound.code).toBe(404);
  });
});

describe('metadata of a volume in XML', () => {
  it('[os-bs-2011/2.3.1.3.4/meta-compute-namespace] is in the namespace of the Compute API, an item with its key and its value as text', async () => {
    for (const [below, name] of [
      ['.xml', 'metadata'],
      ['/Owner.xml', 'meta'],
    ] as const) {
      const read = readXml((await dev.ask('GET', path + below)).text);
      if (!read.ok) throw new Error(read.message);
      const { root } = read;
      expect([root.local, root.uri]).toEqual([name, 'http://docs.openstack.org/compute/api/v1.1']);
      const meta =
        name === 'meta'
          ? root
          : root.content.find((node) => typeof node !== 'string' && textOf(node) === 'Joe User');
      if (meta === undefined || typeof meta === 'string') throw new Error('no item of that value');
      expect(meta.local).toBe('meta');
      expect(meta.attributes.find((attribute) => attribute.name === 'key')?.value).toBe('Owner');
      expect(textOf(meta)).toBe('Joe User');
    }
  });
});
