import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { readXml, textOf } from '../../../src/http/xml/reader.ts';
import type { Format } from '../../support/faults.ts';
import { speaking } from '../../support/speaking.ts';
import { world } from '../world.ts';
import { type Kind, osBs, SEEDED } from './world.ts';

const FORMATS: Format[] = ['json', 'xml'];
const MOST = 128;
const METADATA = { Label: 'Web', Version: '2.1' };
const dev = world('--seed', 'documents');
const blocks = osBs(dev);

/** Of each kind one that is there and one that is still being made. */
const owners: readonly { kind: Kind; id: string; unfinished: string }[] = [
  { kind: 'volume', id: SEEDED.work, unfinished: SEEDED.creating },
  { kind: 'backup', id: SEEDED.myBackup, unfinished: SEEDED.originalBackup },
];

const items = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`k${i}`, 'v']));

// Sections 2.3.1.3 and 2.3.2.3 say the same of either kind, so that most rules have two ids.
describe.each(owners)('the metadata of a $kind', ({ kind, id, unfinished }) => {
  const pathOf = (owner: string) => `${blocks.path(kind, owner)}/metadata`;
  const path = pathOf(id);
  /** What there is, asked for in JSON. */
  const stored = async () => (await dev.ask('GET', path)).json().metadata;

  beforeEach(async () => {
    expect((await dev.ask('PUT', path, { body: { metadata: METADATA } })).status).toBe(200);
  });

  describe.each(FORMATS)('in %s', (format) => {
    const speak = (method: string, below = '', body?: object, of = path) =>
      speaking(dev.ask, format)(method, of + below, { body });

    it('[os-bs-2011/2.3.1.3.3/normal-200-203] [os-bs-2011/2.3.1.3.3/list-metadata] [os-bs-2011/2.3.2.3.3/normal-200-203] [os-bs-2011/2.3.2.3.3/list-metadata] is listed, as its owner shows it', async () => {
      const { status, body } = await speak('GET');
      expect(status).toBe(200);
      expect(body).toEqual({ metadata: METADATA });
      expect((await blocks.get(kind, id)).metadata).toEqual(METADATA);
    });

    it('[os-bs-2011/2.3.1.3.1/replace-200] [os-bs-2011/2.3.1.3.1/exactly-those-given] [os-bs-2011/2.3.1.3.1/existing-replaced] [os-bs-2011/2.3.1.3.1/missing-removed] [os-bs-2011/2.3.2.3.1/replace-200] [os-bs-2011/2.3.2.3.1/exactly-those-given] [os-bs-2011/2.3.2.3.1/existing-replaced] [os-bs-2011/2.3.2.3.1/missing-removed] is exactly what replaces it', async () => {
      const metadata = { Label: 'Database', Owner: 'Joe <joe> & "sons"' };
      const { status, body } = await speak('PUT', '', { metadata });
      expect(status).toBe(200);
      expect(body).toEqual({ metadata });
      expect(await stored()).toEqual(metadata);
      expect((await speak('PUT', '', { metadata: {} })).body).toEqual({ metadata: {} });
      expect(await stored()).toEqual({});
    });

    it('[os-bs-2011/2.3.1.3.2/update-200] [os-bs-2011/2.3.1.3.2/same-key-replaced] [os-bs-2011/2.3.1.3.2/others-unchanged] [os-bs-2011/2.3.1.3.2/response-whole-metadata] [os-bs-2011/2.3.2.3.2/update-200] [os-bs-2011/2.3.2.3.2/same-key-replaced] [os-bs-2011/2.3.2.3.2/others-unchanged] [os-bs-2011/2.3.2.3.2/response-whole-metadata] keeps what an update does not name, and all of it is shown', async () => {
      const { status, body } = await speak('POST', '', { metadata: { Label: 'Web2', New: '' } });
      expect(status).toBe(200);
      expect(body).toEqual({ metadata: { Label: 'Web2', Version: '2.1', New: '' } });
      expect(await stored()).toEqual(body.metadata);
      expect((await speak('POST', '', { metadata: {} })).body).toEqual(body);
    });

    it('[os-bs-2011/2.3.1.3.4/normal-200-203] [os-bs-2011/2.3.1.3.4/single-item-by-key] [os-bs-2011/2.3.2.3.4/normal-200-203] [os-bs-2011/2.3.2.3.4/single-item-by-key] is shown item by item', async () => {
      const { status, body } = await speak('GET', '/Version');
      expect(status).toBe(200);
      expect(body).toEqual({ meta: { Version: '2.1' } });
      expect((await speak('GET', '/version')).status).toBe(404);
      expect((await speak('GET', '/constructor')).status).toBe(404);
    });

    it('[os-bs-2011/2.3.1.3.5/set-200] [os-bs-2011/2.3.1.3.5/sets-by-key] [os-bs-2011/2.3.2.3.5/set-200] [os-bs-2011/2.3.2.3.5/sets-by-key] is set item by item, new or not', async () => {
      for (const meta of [{ Label: 'Web2' }, { New: ' spaces stay ' }, { 'a b/c?ü': 'x' }]) {
        const [key = ''] = Object.keys(meta);
        const { status, body } = await speak('PUT', `/${encodeURIComponent(key)}`, { meta });
        expect(status).toBe(200);
        expect(body).toEqual({ meta });
        expect((await speak('GET', `/${encodeURIComponent(key)}`)).body).toEqual({ meta });
      }
      expect(await stored()).toEqual({ Label: 'Web2', Version: '2.1', New: ' spaces stay ', 'a b/c?ü': 'x' });
    });

    it('[os-bs-2011/2.3.1.3.5/sets-by-key] [os-bs-2011/2.3.2.3.5/sets-by-key] is not set under another key than the one in the URL', async () => {
      const { status, body } = await speak('PUT', '/Label', { meta: { Other: 'x' } });
      expect(status).toBe(400);
      expect(body.badRequest.message).toContain('the key that is in the URL');
      expect(await stored()).toEqual(METADATA);
    });

    it('[os-bs-2011/2.3.1.3.6/delete-204] [os-bs-2011/2.3.1.3.6/deletes-item] [os-bs-2011/2.3.1.3.6/no-bodies] [os-bs-2011/2.3.2.3.6/delete-204] [os-bs-2011/2.3.2.3.6/deletes-item] [os-bs-2011/2.3.2.3.6/no-bodies] loses an item that is deleted', async () => {
      const { status, text, headers } = await speak('DELETE', '/Label');
      expect([status, text, headers.get('content-type')]).toEqual([204, '', null]);
      expect(await stored()).toEqual({ Version: '2.1' });
      expect((await speak('DELETE', '/Label')).status).toBe(404);
      expect(await stored()).toEqual({ Version: '2.1' });
    });

    it('[os-bs-2011/2.3.1.3.1/over-limit] [os-bs-2011/2.3.1.3.2/over-limit] [os-bs-2011/2.3.1.3.5/over-limit] [os-bs-2011/2.3.1.2.1/max-volume-meta] [os-bs-2011/2.3.2.3.1/over-limit] [os-bs-2011/2.3.2.3.2/over-limit] [os-bs-2011/2.3.2.3.5/over-limit] [os-bs-2011/2.3.2.2.1/max-backup-meta] has 128 items at most, whichever way they come', async () => {
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

    it('[os-bs-2011/2.3.1.2.1/metadata-255-bytes] [os-bs-2011/2.3.2.2.1/metadata-255-bytes] has keys and values of 255 bytes at most', async () => {
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

    it('[os-bs-2011/2.3.1.3.4/key-255-characters] [os-bs-2011/2.3.2.3.4/key-255-characters] has no key of more than 255 characters', async () => {
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
      ['PUT', '/Label', { meta: { Label: 'x' } }],
      ['DELETE', '/Label', undefined],
    ])(
      '[os-bs-2011/2.3.1.3.1/build-in-progress] [os-bs-2011/2.3.1.3.6/delete-faults] cannot be changed while its owner is being made, nor where there is none: %s metadata%s',
      async (method, below, body) => {
        const early = await speak(method, below, body, pathOf(unfinished));
        expect(early.status).toBe(409);
        expect(early.body.buildInProgress.code).toBe(409);
        const nowhere = await speak(method, below, body, pathOf(randomUUID()));
        expect(nowhere.status).toBe(404);
        expect(nowhere.body.itemNotFound.code).toBe(404);
      },
    );

    it('can be read while its owner is being made', async () => {
      expect((await speak('GET', '', undefined, pathOf(unfinished))).body).toEqual({ metadata: {} });
      expect((await speak('GET', '/Label', undefined, pathOf(unfinished))).status).toBe(404);
    });
  });

  it('[os-bs-2011/2.3.1.3.4/meta-compute-namespace] is in XML in the namespace of the Compute API, all of it or one item with its key and its text', async () => {
    const roots = await Promise.all(
      ['.xml', '/Label.xml'].map(async (below) => {
        const read = readXml((await dev.ask('GET', path + below)).text);
        if (!read.ok) throw new Error(read.message);
        return read.root;
      }),
    );
    const [all, one] = roots;
    const namespace = 'http://docs.openstack.org/compute/api/v1.1';
    expect(roots.map(({ local, uri }) => [local, uri])).toEqual([
      ['metadata', namespace],
      ['meta', namespace],
    ]);
    expect(all?.content).toHaveLength(2);
    expect(one?.attributes.find(({ name }) => name === 'key')?.value).toBe('Label');
    expect(one && textOf(one)).toBe('Web');
  });

  it.each([
    ['PUT', '', '<metadata><meta>no key</meta></metadata>'],
    ['PUT', '', '<metadata><meta key="k">1</meta><meta key="k">2</meta></metadata>'],
    ['PUT', '', '<meta key="k">v</meta>'],
    ['PUT', '/Label', '<meta>no key</meta>'],
    ['PUT', '/Label', '<metadata><meta key="Label">v</meta></metadata>'],
    ['PUT', '/Label', '{"meta": {"Label": "x", "Other": "y"}}'],
    ['PUT', '/Label', '{"meta": {}}'],
    ['PUT', '/Label', '{"metadata": {"Label": "x"}}'],
    ['POST', '', '{"metadata": {"Label": 1}}'],
    ['POST', '', '{"metadata": null}'],
    ['POST', '', '{"metadata": {" ": "blank"}}'],
  ])('is not made of something else: %s metadata%s with %s', async (method, below, body) => {
    expect((await dev.ask(method, path + below, { body })).status).toBe(400);
    expect(await stored()).toEqual(METADATA);
  });
});
