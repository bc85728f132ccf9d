import { describe, expect, it } from 'vitest';
import { readXml } from '../../../src/http/xml/reader.ts';
import { operationsOfContract } from '../../support/contract.ts';
import type { Format } from '../../support/faults.ts';
import { operations } from '../../support/manifest.ts';
import { speaking } from '../../support/speaking.ts';
import { world } from '../world.ts';
import { BASE, osBs, SEEDED, TYPES } from './world.ts';

const FORMATS: Format[] = ['json', 'xml'];
const NAMESPACE = 'http://docs.openstack.org/servers/api/ext/volumes/v1.0';
const dev = world('--seed', 'documents');
const blocks = osBs(dev);

const ofDocument = operationsOfContract().filter((operation) => operation['x-document'] === 'os-bs-2011');

describe.each(FORMATS)('the query for extensions in %s', (format) => {
  const query = async () => {
    const { status, body } = await speaking(dev.ask, format)('GET', '/v1.1/dev/extensions');
    expect(status).toBe(200);
    const found = body.extensions.filter(({ alias }: { alias: string }) => alias === 'OS-BS');
    expect(found).toHaveLength(1);
    return found[0];
  };

  it('[os-bs-2011/1/extension-name] [os-bs-2011/1/extension-namespace] [os-bs-2011/1/extension-alias] [os-bs-2011/1/short-description] [os-bs-2011/1/doc-links] [os-bs-2011/1/extension-query-fields] names the extension as the document spells it', async () => {
    const documents = 'http://docs.rackspacecloud.com/servers/api/ext';
    expect(await query()).toEqual({
      name: 'Block Storge Extension',
      namespace: NAMESPACE,
      alias: 'OS-BS',
      updated: '2011-11-06T00:00:00Z',
      description: 'The extension adds block storage capabilites to the compute API.',
      links: [
        { rel: 'describedby', type: 'application/pdf', href: `${documents}/os-bs.pdf` },
        { rel: 'describedby', type: 'application/vnd.sun.wadl+xml', href: `${documents}/os-bs/os-bs.wadl` },
        { rel: 'describedby', type: 'application/xml', href: `${documents}/os-bs/api.xsd` },
      ],
    });
  });
});

describe('what the extension adds', () => {
  const entities = ['volumes', 'backups', 'types'];

  it.each(entities)('[os-bs-2011/2/top-level-entities] has %s right below its alias', async (entity) => {
    const { status, json } = await dev.ask('GET', `${BASE}/${entity}`);
    expect(status).toBe(200);
    expect(Object.keys(json())).toEqual([`OS-BS:${entity}`]);
  });

  it('[os-bs-2011/2.3/paths-below-tenant] [os-bs-2011/1/extension-alias] is all below the tenant and OS-BS', async () => {
    const resources = operations().filter(
      ({ document, section }) => document === 'os-bs-2011' && section !== '1',
    );
    expect(resources).toHaveLength(26);
    for (const { path } of resources) expect(path).toMatch(/^\/v1\.1\/\{tenant_id\}\/OS-BS\//);
    for (const entity of entities) {
      for (const elsewhere of ['/v1.1/dev', '/v1.1/dev/os-bs', '/v1/dev/OS-BS', '/dev/OS-BS'])
        expect((await dev.ask('GET', `${elsewhere}/${entity}`)).status, elsewhere).toBe(404);
    }
  });

  it.each([
    ['volumes', 'volumes'],
    ['volumes/detail', 'volumes'],
    [`volumes/${SEEDED.work}`, 'volume'],
    ['backups', 'backups'],
    ['backups/detail', 'backups'],
    [`backups/${SEEDED.myBackup}`, 'backup'],
    ['types', 'types'],
    [`types/${TYPES.SSD}`, 'type'],
  ])('[os-bs-2011/1/extension-namespace] is in its own namespace in XML: %s', async (path, name) => {
    const { text } = await dev.ask('GET', `${BASE}/${path}.xml`);
    const read = readXml(text);
    if (!read.ok) throw new Error(read.message);
    expect([read.root.local, read.root.uri]).toEqual([name, NAMESPACE]);
  });

  it('[os-bs-2011/2.1/no-new-headers] is no header: nothing is asked for but the token, and nothing is given but what all of HTTP has', async () => {
    const { id } = await blocks.volume();
    const { headers } = await dev.ask('GET', blocks.path('volume', id));
    const ofEveryAnswer = (await dev.ask('GET', '/v1/dev/volumes')).headers;
    expect([...headers.keys()].sort()).toEqual([...ofEveryAnswer.keys()].sort());
    expect((await dev.ask('DELETE', blocks.path('volume', id))).status).toBe(204);
  });

  it('[os-bs-2011/2.2/no-new-faults] is no fault: all are faults that the Compute API has', async () => {
    const known = {
      400: 'badRequest',
      401: 'unauthorized',
      403: 'forbidden',
      404: 'itemNotFound',
      405: 'badMethod',
      409: 'buildInProgress',
      413: 'overLimit',
      415: 'badMediaType',
      500: 'computeFault',
      503: 'serviceUnavailable',
    };
    const statuses = ofDocument.flatMap(({ responses }) => Object.keys(responses));
    const faults = new Set(statuses.filter((status) => /^[45]/.test(status)));
    expect([...faults].sort()).toEqual(Object.keys(known));
    const answers = [
      await dev.ask('GET', `${BASE}/volumes?limit=-1`),
      await dev.ask('GET', `${BASE}/volumes`, { as: 'nobody' }),
      await dev.ask('GET', `${BASE}/volumes/none`),
      await dev.ask('PATCH', `${BASE}/volumes`),
      await dev.ask('PUT', `${BASE}/volumes/${SEEDED.creating}/metadata`, { body: { metadata: {} } }),
      await dev.ask('POST', `${BASE}/volumes`, { body: ' '.repeat(200_000) }),
      await dev.ask('POST', `${BASE}/volumes`, { body: 'x', headers: { 'Content-Type': 'text/plain' } }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([400, 401, 404, 405, 409, 413, 415]);
    for (const { status, json } of answers)
      expect(json()).toEqual({
        [known[status as keyof typeof known]]: expect.objectContaining({ code: status }),
      });
  });
});
