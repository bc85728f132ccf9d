import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Format } from '../../support/faults.ts';
import { serverInProcess } from '../../support/server-in-process.ts';
import { type Speak, speaking } from '../../support/speaking.ts';
import { world } from '../world.ts';
import { BASE, linksBelow, osBs, SEEDED, TYPES } from './world.ts';

const FORMATS: Format[] = ['json', 'xml'];
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const dev = world('--seed', 'documents', '--quota-volumes', '-1', '--quota-gigabytes', '-1');
const blocks = osBs(dev);

const create = (speak: Speak, volume: object) =>
  speak('POST', `${BASE}/volumes`, { body: { 'OS-BS:volume': volume } });

describe.each(FORMATS)('creating a volume in %s', (format) => {
  const speak: Speak = (...request) => speaking(dev.ask, format)(...request);

  it('[os-bs-2011/2.3.1.2.1/create-202] [os-bs-2011/2.3.1.2.1/creating-available] [os-bs-2011/2.3.1.2.1/progress-by-get] [os-bs-2011/2.3.1.2.1/progress-attribute] [os-bs-2011/2.3.1.2.1/location-header] [os-bs-2011/2.3.1.2.1/location-always] answers 202 while it is CREATING, and the URL in Location shows when it is AVAILABLE', async () => {
    const { ask, engine } = await serverInProcess();
    engine.jobs.hold();
    const { status, headers, body } = await create(speaking(ask, format), { size: 1, name: 'mine' });
    expect(status).toBe(202);
    const { id, status: first, links } = body['OS-BS:volume'];
    expect(first).toBe('CREATING');
    const location = new URL(headers.get('location') ?? '');
    expect(location.href).toBe(links[0].href);
    expect(location.pathname).toBe(`/v1.1/dev/OS-BS/volumes/${id}`);
    const look = async () => (await speaking(ask, format)('GET', location.pathname)).body['OS-BS:volume'];
    expect(await look()).toEqual(body['OS-BS:volume']);
    await engine.jobs.advance();
    const { progress, ...settled } = body['OS-BS:volume'];
    expect(progress).toBe(0);
    expect(await look()).toEqual({ ...settled, status: 'AVAILABLE' });
  });

  it('[os-bs-2011/2.3.1.2.1/creating-error] ends in ERROR when it fails', async () => {
    const { ask, engine } = await serverInProcess();
    const held = osBs({ ask });
    engine.jobs.hold();
    const { body } = await create(speaking(ask, format), { size: 1 });
    expect(body['OS-BS:volume'].status).toBe('CREATING');
    engine.jobs.failNext('the storage is full');
    await engine.jobs.advance();
    expect((await held.get('volume', body['OS-BS:volume'].id)).status).toBe('ERROR');
    engine.jobs.resume();
    await held.remove('volume', body['OS-BS:volume'].id);
  });

  it('[os-bs-2011/2.3.1.1.2/detail-fields] [os-bs-2011/2.3.1.2.1/metadata-at-creation] [os-bs-2011/2.3.1.2/get-lists-details] [os-bs-2011/2.3.1.1/status-available] takes a name, a type and metadata, and shows them with all the rest', async () => {
    const metadata = { Type: 'Work', 'a <key> & "more"': ' spaces stay ' };
    const { body } = await create(speak, { name: 'Mine', typeId: TYPES.SSD, size: 3, metadata });
    const { id } = body['OS-BS:volume'];
    await blocks.reach('volume', id, 'AVAILABLE');
    const { status, body: shown } = await speak('GET', blocks.path('volume', id));
    expect(status).toBe(200);
    expect(shown).toEqual({
      'OS-BS:volume': {
        id: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
        name: 'Mine',
        typeId: TYPES.SSD,
        created: expect.stringMatching(TIME),
        tenantId: 'dev',
        userId: expect.stringMatching(/./),
        size: 3,
        status: 'AVAILABLE',
        metadata,
        links: linksBelow(dev.server().url, `OS-BS/volumes/${id}`),
      },
    });
  });

  it('takes the first type where none is given, and none that is not in the list', async () => {
    const { body } = await create(speak, { size: 1 });
    expect(body['OS-BS:volume'].typeId).toBe(TYPES.NFS);
    expect((await create(speak, { size: 1, typeId: randomUUID() })).status).toBe(404);
  });

  it('[os-bs-2011/2.3.1.2.1/size-optional-with-backup] needs a size, but with a backup, whose bytes it then has', async () => {
    const before = await blocks.ids('volumes');
    expect((await create(speak, { name: 'no size' })).status).toBe(400);
    const source = await blocks.volume();
    await dev.write(source.id, 12_345, 'what is kept');
    const backup = await blocks.backup(source.id);
    const { status, body } = await create(speak, { backupId: backup.id });
    expect(status).toBe(202);
    expect(body['OS-BS:volume']).toMatchObject({ backupId: backup.id, size: 1, status: 'CREATING' });
    const { id } = await blocks.reach('volume', body['OS-BS:volume'].id, 'AVAILABLE');
    expect(await dev.read(id, 12_345, 12)).toBe('what is kept');
    expect((await create(speak, { backupId: randomUUID() })).status).toBe(404);
    expect((await create(speak, { backupId: SEEDED.originalBackup })).status).toBe(400);
    expect(await blocks.ids('volumes')).toEqual([id, source.id, ...before]);
  });

  it('[os-bs-2011/2.3.1.2.1/random-name] makes up a name where none is given', async () => {
    const names: string[] = [];
    for (const unnamed of [{}, format === 'json' ? { name: null } : {}]) {
      const { body } = await create(speak, { size: 1, ...unnamed });
      const { id, name } = body['OS-BS:volume'];
      expect(await blocks.ids(`volumes?name=${name}`)).toEqual([id]);
      names.push(name);
    }
    expect(new Set(names).size).toBe(2);
  });

  it('[os-bs-2011/2.3.1.2.1/metadata-255-bytes] takes keys and values of 255 bytes, and none that are longer', async () => {
    const fits = `${'é'.repeat(127)}x`;
    const { body } = await create(speak, { size: 1, metadata: { [fits]: fits } });
    expect(body['OS-BS:volume'].metadata).toEqual({ [fits]: fits });
    const before = await blocks.ids('volumes');
    for (const metadata of [{ ['é'.repeat(128)]: 'v' }, { k: 'é'.repeat(128) }, { ['k'.repeat(256)]: 'v' }]) {
      const refused = await create(speak, { size: 1, metadata });
      expect(refused.status).toBe(400);
      expect(refused.body.badRequest.message).toContain('255');
    }
    expect(await blocks.ids('volumes')).toEqual(before);
  });

  it('[os-bs-2011/2.3.1.2.1/max-volume-meta] takes as many items as OS-BS:maxVolumeMeta says, and not one more', async () => {
    const { limits } = (await speak('GET', '/v1.1/dev/limits')).body;
    const most = limits.absolute['OS-BS:maxVolumeMeta'];
    expect(most).toBeGreaterThan(0);
    const items = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, i) => [`k${i}`, 'v']));
    const refused = await create(speak, { size: 1, metadata: items(most + 1) });
    expect(refused.status).toBe(413);
    expect(refused.body.overLimit.message).toContain(String(most));
    expect((await create(speak, { size: 1, metadata: items(most) })).status).toBe(202);
  });
});
