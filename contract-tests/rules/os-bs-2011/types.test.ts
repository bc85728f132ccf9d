import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { operationsOfContract } from '../../support/contract.ts';
import type { Format } from '../../support/faults.ts';
import { speaking } from '../../support/speaking.ts';
import { world } from '../world.ts';
import { BASE, osBs, TYPES } from './world.ts';

const FORMATS: Format[] = ['json', 'xml'];
const dev = world();
const blocks = osBs(dev);

const typeOf = (name: keyof typeof TYPES) => {
  const path = `dev/OS-BS/types/${TYPES[name]}`;
  return {
    name,
    id: TYPES[name],
    links: [
      { rel: 'self', href: `${dev.server().url}/v1.1/${path}` },
      { rel: 'bookmark', href: `${dev.server().url}/${path}` },
    ],
  };
};

describe.each(FORMATS)('types in %s', (format) => {
  const get = (path: string) => speaking(dev.ask, format)('GET', `${BASE}/${path}`);

  it('[os-bs-2011/2.3.3/lists-all-types] [os-bs-2011/2.3.3.1/normal-200-203] [os-bs-2011/2.3.3.1/type-fields] are NFS and SSD, each with id, name and links', async () => {
    const { status, body } = await get('types');
    expect(status).toBe(200);
    expect(body).toEqual({ 'OS-BS:types': [typeOf('NFS'), typeOf('SSD')] });
  });

  it.each(['NFS', 'SSD'] as const)(
    '[os-bs-2011/2.3.3/get-lists-details] [os-bs-2011/2.3.3.2/normal-200-203] [os-bs-2011/2.3.3.2/id-template] [os-bs-2011/2.3.3.1/type-fields] are shown by id: %s',
    async (name) => {
      const { status, body } = await get(`types/${TYPES[name]}`);
      expect(status).toBe(200);
      expect(body).toEqual({ 'OS-BS:type': typeOf(name) });
    },
  );

  it('[os-bs-2011/2.3.3.2/id-template] are not found by what is the id of none', async () => {
    for (const id of [randomUUID(), 'SSD', '0'])
      expect((await get(`types/${id}`)).body.itemNotFound.code, id).toBe(404);
  });
});

describe('the list of types', () => {
  it('[os-bs-2011/2.3.3.1/query-name] is narrowed by name', async () => {
    expect(await blocks.ids('types?name=SSD')).toEqual([TYPES.SSD]);
    expect(await blocks.ids('types?name=ssd')).toEqual([]);
    expect(await blocks.ids('types')).toEqual([TYPES.NFS, TYPES.SSD]);
  });

  it('[os-bs-2011/2.3.3.1/query-limit] [os-bs-2011/2.3.3.1/query-marker] is paged by limit and marker', async () => {
    expect(await blocks.ids('types?limit=1')).toEqual([TYPES.NFS]);
    expect(await blocks.ids(`types?limit=1&marker=${TYPES.NFS}`)).toEqual([TYPES.SSD]);
    expect(await blocks.ids(`types?marker=${TYPES.SSD}`)).toEqual([]);
  });

  it.each(['limit=-1', 'limit=x', 'marker=x', `marker=${randomUUID()}`])(
    '[os-bs-2011/2.3.3.1/query-limit] [os-bs-2011/2.3.3.1/query-marker] is not to be had with %s',
    async (query) => {
      const { status, json } = await dev.ask('GET', `${BASE}/types?${query}`);
      expect(status).toBe(400);
      expect(json().badRequest.message).toMatch(/limit|marker/);
    },
  );
});

it('203 is what a proxy makes of a 200: it is in the contract, and this service does not answer it', () => {
  const successes = operationsOfContract()
    .filter((operation) => operation['x-document'] === 'os-bs-2011' && '203' in operation.responses)
    .map(({ method, responses }) => [method, Object.keys(responses).filter((status) => status < '300')]);
  expect(successes).toHaveLength(12);
  for (const success of successes) expect(success).toEqual(['GET', ['200', '203']]);
});
