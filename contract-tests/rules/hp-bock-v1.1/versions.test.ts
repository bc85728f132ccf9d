import { describe, expect, it } from 'vitest';
import { openTestEngine } from '../../../src/engine/testing.ts';
import { contract } from '../../support/contract.ts';
import { serveEngine } from '../../support/server-in-process.ts';
import { send } from '../../support/wire.ts';
import { world } from '../world.ts';
import { sample } from './bock.ts';

const dev = world('--rate-limit', '1');

/** What the document shows, at the address of the server under test. */
const here = (shown: object): unknown =>
  JSON.parse(
    JSON.stringify(shown).replaceAll('https://az-1.region-a.geo-1.compute.hpcloudsvc.com', dev.server().url),
  );

describe('the list of versions', () => {
  it('[hp-bock-v1.1/4.1/version-list-uri] [hp-bock-v1.1/4.4.1.2/lists-all-versions] [hp-bock-v1.1/4.4.1.2/lists-v11-and-v10] is at the root, and has what the document shows, with links to here', async () => {
    const { status, json } = await dev.ask('GET', '/', { as: 'nobody' });
    expect(status).toBe(200);
    expect(json()).toEqual(here(sample('4.4.1.2/list-versions-response')));
    expect(json().versions).toHaveLength(2);
    for (const { links } of json().versions) {
      expect(links).toEqual([{ rel: 'self', href: expect.stringContaining(`${dev.server().url}/`) }]);
    }
  });

  it('[hp-bock-v1.1/1.1/status-enumeration] [hp-bock-v1.1/1.1/status-current-for-public] [hp-bock-v1.1/4.4.1.2/status-enumeration] has a status of four for each version, CURRENT for the one that is served and DEPRECATED for the one that is not', async () => {
    const { versions } = (await dev.ask('GET', '/')).json();
    const statuses = versions.map(({ id, status }: { id: string; status: string }) => [id, status]);
    expect(Object.fromEntries(statuses)).toEqual({ 'v1.1': 'CURRENT', 'v1.0': 'DEPRECATED' });
    expect((await dev.ask('GET', '/v1.1/')).json().version.status).toBe('CURRENT');
    expect((await dev.ask('GET', '/v1.1/dev/os-volumes')).status).toBe(200);
    expect((await dev.ask('GET', '/v1.0/dev/os-volumes')).status).toBe(404);
    expect(contract).toHaveProperty('components.schemas.BockVersionStatus.enum', [
      'ALPHA',
      'BETA',
      'CURRENT',
      'DEPRECATED',
    ]);
  });
});

describe('the version', () => {
  it.each(['/v1.1/', '/v1.1', '/v1.1.json'])(
    '[hp-bock-v1.1/4.1/version-info-uri] [hp-bock-v1.1/4.4.1.1/version-info-contents] at %s tells its media types, where it is, and where it is described',
    async (path) => {
      const { status, json } = await dev.ask('GET', path, { as: 'nobody' });
      expect(status).toBe(200);
      expect(json()).toEqual(here(sample('4.4.1.1/get-version-info-response')));
    },
  );

  it('of the volume API beside it is at /v1/', async () => {
    for (const path of ['/v1/', '/v1']) {
      const { status, json } = await dev.ask('GET', path, { as: 'nobody' });
      expect(status).toBe(200);
      expect(json().version).toMatchObject({
        id: 'v1.0',
        status: 'CURRENT',
        links: [{ rel: 'self', href: `${dev.server().url}/v1/` }],
      });
    }
  });
});

describe.each(['/', '/v1.1/'])('asking for %s', (path) => {
  it('[hp-bock-v1.1/4.4.1.1/token-header] takes a token, a wrong one and none', async () => {
    const answers = [];
    for (const as of ['dev', 'demo', 'nobody']) answers.push((await dev.ask('GET', path, { as })).json());
    const wrong = { 'X-Auth-Token': 'wrong' };
    answers.push((await dev.ask('GET', path, { as: 'nobody', headers: wrong })).json());
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });

  it('[hp-bock-v1.1/4.4.1.1/url-parameters-none] takes no notice of parameters', async () => {
    const plain = (await dev.ask('GET', path)).json();
    for (const query of ['limit=1', 'limit=x', 'version=v1.0', '&&=']) {
      expect((await dev.ask('GET', `${path}?${query}`)).json(), query).toEqual(plain);
    }
  });

  it('[hp-bock-v1.1/4.4.1/version-limits-none] is not limited, where other requests are', async () => {
    const burst = (of: string) =>
      Promise.all(Array.from({ length: 20 }, () => dev.ask('GET', of).then(({ status }) => status)));
    expect(new Set(await burst(path))).toEqual(new Set([200]));
    expect(new Set(await burst('/v1.1/dev/os-volumes'))).toContain(413);
  });

  it('builds links on the address that the client has called', async () => {
    const { text } = await send(dev.server().url, { path, headers: { Host: 'blocks.example:8776' } });
    expect(text).toContain('"http://blocks.example:8776/v1.1/"');
    expect(text).not.toContain(dev.server().url);
  });
});

it('[hp-bock-v1.1/4.4.1.1/error-500] the version answers 500 in the words of the document when the server fails', async () => {
  const fail = () => Promise.reject(new Error('EIO at /data'));
  const instead = { hpBockV11Versions: { listVersions: fail, getVersionInfo: fail } };
  const ask = await serveEngine(await openTestEngine(), instead);
  const { status, json } = await ask('GET', '/v1.1/', { as: 'nobody' });
  expect(status).toBe(500);
  expect(json()).toEqual(sample('4.4.1.1/get-version-info-error-500'));
});
