import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Format } from '../../support/faults.ts';
import { serverInProcess } from '../../support/server-in-process.ts';
import { type Speak, speaking } from '../../support/speaking.ts';
import { world } from '../world.ts';
import { BASE, linksBelow, osBs, type Resource, SEEDED } from './world.ts';

const FORMATS: Format[] = ['json', 'xml'];
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const dev = world('--seed', 'documents', '--quota-volumes', '-1', '--quota-gigabytes', '-1');
const blocks = osBs(dev);

const create = (speak: Speak, backup: object) =>
  speak('POST', `${BASE}/backups`, { body: { 'OS-BS:backup': backup } });
const linksOf = (url: string, id: string) => linksBelow(url, `OS-BS/backups/${id}`);

describe.each(FORMATS)('creating a backup in %s', (format) => {
  const speak: Speak = (...request) => speaking(dev.ask, format)(...request);

  it('[os-bs-2011/2.3.2.2.1/create-202] [os-bs-2011/2.3.2.2.1/saving-available] [os-bs-2011/2.3.2.2.1/asynchronous] [os-bs-2011/2.3.2.2.1/progress-by-get] [os-bs-2011/2.3.2.2.1/location-header] [os-bs-2011/2.3.2.2.1/location-always] answers 202 while it is SAVING, and the URL in Location shows when it is AVAILABLE', async () => {
    const { ask, engine } = await serverInProcess();
    const held = osBs({ ask });
    const { id: volumeId } = await held.volume();
    engine.jobs.hold();
    const { status, headers, body } = await create(speaking(ask, format), { volumeId, name: 'mine' });
    expect(status).toBe(202);
    const { id, status: first, links } = body['OS-BS:backup'];
    expect(first).toBe('SAVING');
    const location = new URL(headers.get('location') ?? '');
    expect(location.href).toBe(links[0].href);
    expect(location.pathname).toBe(`/v1.1/dev/OS-BS/backups/${id}`);
    const look = async () => (await speaking(ask, format)('GET', location.pathname)).body['OS-BS:backup'];
    expect(await look()).toEqual(body['OS-BS:backup']);
    await engine.jobs.advance();
    const { progress, ...settled } = body['OS-BS:backup'];
    expect(progress).toBe(0);
    expect(await look()).toEqual({ ...settled, status: 'AVAILABLE' });
  });

  it('[os-bs-2011/2.3.2.2.1/saving-error] ends in ERROR when the copy fails', async () => {
    const { ask, engine } = await serverInProcess();
    const held = osBs({ ask });
    const { id: volumeId } = await held.volume();
    engine.jobs.hold();
    const { body } = await create(speaking(ask, format), { volumeId });
    expect(body['OS-BS:backup'].status).toBe('SAVING');
    engine.jobs.failNext('the object store is full');
    await engine.jobs.advance();
    expect((await held.get('backup', body['OS-BS:backup'].id)).status).toBe('ERROR');
    engine.jobs.resume();
    await held.remove('backup', body['OS-BS:backup'].id);
  });

  it('[os-bs-2011/2.3.2.1.2/detail-fields] [os-bs-2011/2.3.2.2.1/metadata-at-creation] [os-bs-2011/2.3.2.2/get-lists-details] [os-bs-2011/2.3.2.2.3/normal-200-203] takes a name and metadata, and shows them with all the rest', async () => {
    const { id: volumeId } = await blocks.volume();
    const metadata = { BackupType: 'Yearly', ImageVersion: '2.1', 'a <key> & "more"': ' spaces stay ' };
    const { body } = await create(speak, { volumeId, name: 'My Backup', metadata });
    const { id } = body['OS-BS:backup'];
    await blocks.reach('backup', id, 'AVAILABLE');
    const { status, body: shown } = await speak('GET', blocks.path('backup', id));
    expect(status).toBe(200);
    expect(shown).toEqual({
      'OS-BS:backup': {
        id: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
        name: 'My Backup',
        volumeId,
        created: expect.stringMatching(TIME),
        tenantId: 'dev',
        userId: expect.stringMatching(/./),
        size: 1,
        status: 'AVAILABLE',
        metadata,
        links: linksOf(dev.server().url, id),
      },
    });
  });

  it('[os-bs-2011/2.3.2.2.1/volume-id-required] needs the volume', async () => {
    const before = await blocks.ids('backups');
    expect((await create(speak, { name: 'of nothing' })).status).toBe(400);
    expect((await create(speak, { name: 'of another', volumeId: randomUUID() })).status).toBe(404);
    expect((await create(speak, { name: 'of a word', volumeId: 'Work' })).status).toBe(404);
    expect(await blocks.ids('backups')).toEqual(before);
  });

  it('[os-bs-2011/2.3.2.2.1/random-name] makes up a name where none is given', async () => {
    const { id: volumeId } = await blocks.volume();
    const names: string[] = [];
    for (const unnamed of [{}, format === 'json' ? { name: null } : {}]) {
      const { body } = await create(speak, { volumeId, ...unnamed });
      const { id, name } = await blocks.reach('backup', body['OS-BS:backup'].id, 'AVAILABLE');
      expect(name).toBe(body['OS-BS:backup'].name);
      expect(await blocks.ids(`backups?name=${name}`)).toEqual([id]);
      names.push(name);
    }
    expect(new Set(names).size).toBe(2);
  });

  it('[os-bs-2011/2.3.2.2.1/metadata-255-bytes] takes keys and values of 255 bytes, and none that are longer', async () => {
    const { id: volumeId } = await blocks.volume();
    const fits = `${'é'.repeat(127)}x`;
    const { body } = await create(speak, { volumeId, metadata: { [fits]: fits } });
    await blocks.reach('backup', body['OS-BS:backup'].id, 'AVAILABLE');
    expect(body['OS-BS:backup'].metadata).toEqual({ [fits]: fits });
    for (const metadata of [{ ['é'.repeat(128)]: 'v' }, { k: 'é'.repeat(128) }, { ['k'.repeat(256)]: 'v' }]) {
      const refused = await create(speak, { volumeId, metadata });
      expect(refused.status).toBe(400);
      expect(refused.body.badRequest.message).toContain('255');
    }
  });

  it('[os-bs-2011/2.3.2.2.1/max-backup-meta] takes as many items as OS-BS:maxBackupMeta says, and not one more', async () => {
    const { limits } = (await speak('GET', '/v1.1/dev/limits')).body;
    const most = limits.absolute['OS-BS:maxBackupMeta'];
    expect(most).toBeGreaterThan(0);
    const items = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, i) => [`k${i}`, 'v']));
    const { id: volumeId } = await blocks.volume();
    const refused = await create(speak, { volumeId, metadata: items(most + 1) });
    expect(refused.status).toBe(413);
    expect(refused.body.overLimit.message).toContain(String(most));
    const taken = await create(speak, { volumeId, metadata: items(most) });
    expect(taken.status).toBe(202);
    await blocks.reach('backup', taken.body['OS-BS:backup'].id, 'AVAILABLE');
  });
});

describe.each(FORMATS)('looking at backups in %s', (format) => {
  const speak: Speak = (...request) => speaking(dev.ask, format)(...request);
  const list = async (path: string): Promise<Resource[]> => {
    const { status, body } = await speak('GET', `${BASE}/${path}`);
    expect(status).toBe(200);
    return body['OS-BS:backups'];
  };

  it('[os-bs-2011/2.3.2.1/lists-all-backups] [os-bs-2011/2.3.2.1.1/normal-200-203] [os-bs-2011/2.3.2.1.1/short-list-fields] lists all of the tenant, with id, name and links alone', async () => {
    const { id, name } = await blocks.backup((await blocks.volume()).id, { name: 'short' });
    const found = await list('backups');
    expect(found).toContainEqual({ id, name, links: linksOf(dev.server().url, id) });
    expect(found.map((backup) => backup.id)).toContain(SEEDED.myBackup);
    const theirs = await speak('GET', '/v1.1/demo/OS-BS/backups', { as: 'demo' });
    expect(theirs.body).toEqual({ 'OS-BS:backups': [] });
  });

  it('[os-bs-2011/2.3.2.1.2/normal-200-203] [os-bs-2011/2.3.2.1.2/detailed-list] lists each as it is shown alone, in the order of the short list', async () => {
    const detailed = await list('backups/detail');
    for (const backup of detailed)
      expect((await speak('GET', blocks.path('backup', backup.id))).body['OS-BS:backup']).toEqual(backup);
    const short = await list('backups');
    expect(detailed.map(({ id }) => id)).toEqual(short.map(({ id }) => id));
  });

  it('[os-bs-2011/2.3.2.1.2/progress-while-saving] [os-bs-2011/2.3.2.2.1/progress-attribute] shows the progress of one that is SAVING, and of no other', async () => {
    const saving = (await list('backups/detail?status=SAVING')).find(
      ({ id }) => id === SEEDED.originalBackup,
    );
    expect(saving).toMatchObject({ status: 'SAVING', progress: 55 });
    for (const backup of await list('backups/detail?status=AVAILABLE'))
      expect(backup).not.toHaveProperty('progress');
  });

  it('[os-bs-2011/2.3.2.1.2/metadata-omitted-when-none] has nothing to say of metadata where there is none', async () => {
    const found = await list('backups/detail');
    const of = (id: string) => found.find((backup) => backup.id === id);
    expect(of(SEEDED.originalBackup)).not.toHaveProperty('metadata');
    expect(of(SEEDED.myBackup).metadata).toEqual({ BackupType: 'Yearly', ImageVersion: '2.1' });
  });
});

describe.each(FORMATS)('updating the name of a backup in %s', (format) => {
  const speak: Speak = (...request) => speaking(dev.ask, format)(...request);
  const update = (id: string, backup: object) =>
    speak('PUT', blocks.path('backup', id), { body: { 'OS-BS:backup': backup } });

  it('[os-bs-2011/2.3.2.2.2/update-200] [os-bs-2011/2.3.2.2.2/available-available] [os-bs-2011/2.3.2.2.2/updated-attribute] changes the name, leaves it AVAILABLE, and shows when', async () => {
    const before = await blocks.backup((await blocks.volume()).id, { name: 'old', metadata: { k: 'v' } });
    expect(before).not.toHaveProperty('updated');
    const { status, body } = await update(before.id, { name: 'New backup name' });
    expect(status).toBe(200);
    const after = { ...before, name: 'New backup name', updated: expect.stringMatching(TIME) };
    expect(body).toEqual({ 'OS-BS:backup': after });
    expect(await blocks.get('backup', before.id)).toEqual(after);
    expect(await blocks.ids('backups?name=New%20backup%20name')).toContain(before.id);
  });

  it('[os-bs-2011/2.3.2.2.2/only-name-updateable] ignores everything else', async () => {
    const before = await blocks.backup((await blocks.volume()).id, { name: 'old' });
    const others = {
      volumeId: randomUUID(),
      size: 7,
      status: 'ERROR',
      metadata: { k: 'v' },
      id: randomUUID(),
    };
    const without = await speaking(dev.ask, 'json')('PUT', blocks.path('backup', before.id), {
      body: { 'OS-BS:backup': others },
    });
    expect(without.body).toEqual({ 'OS-BS:backup': before });
    const { body } = await update(before.id, { ...others, name: 'new' });
    expect(body['OS-BS:backup']).toEqual({ ...before, name: 'new', updated: expect.stringMatching(TIME) });
  });

  it('[os-bs-2011/2.3.2.2.2/id-template] is of the one with this UUID', async () => {
    const { id: volumeId } = await blocks.volume();
    const [one, two] = [await blocks.backup(volumeId), await blocks.backup(volumeId)];
    await update(one.id, { name: 'one' });
    expect((await blocks.get('backup', one.id)).name).toBe('one');
    expect(await blocks.get('backup', two.id)).toEqual(two);
    for (const id of [randomUUID(), 'one', '201', volumeId]) {
      expect((await update(id, { name: 'x' })).status, id).toBe(404);
      expect((await speak('GET', blocks.path('backup', id))).status, id).toBe(404);
      expect((await speak('DELETE', blocks.path('backup', id))).status, id).toBe(404);
    }
  });
});

describe.each(FORMATS)('deleting a backup, %s being asked for', (format) => {
  it('[os-bs-2011/2.3.2.2.4/delete-204] [os-bs-2011/2.3.2.2.4/no-bodies] [os-bs-2011/2.3.2.2.4/available-deleting-deleted] answers 204 without a body, shows it DELETING, and then no more', async () => {
    const { ask, engine } = await serverInProcess();
    const held = osBs({ ask });
    const { id } = await held.backup((await held.volume()).id);
    engine.jobs.hold();
    const { status, text, headers } = await speaking(ask, format)('DELETE', held.path('backup', id));
    expect([status, text, headers.get('content-type')]).toEqual([204, '', null]);
    expect((await held.get('backup', id)).status).toBe('DELETING');
    await engine.jobs.advance();
    expect((await ask('GET', held.path('backup', id))).status).toBe(404);
    const since = await held.list('backups/detail?changes-since=2011-01-01T00:00:00Z');
    expect(since).toEqual([expect.objectContaining({ id, status: 'DELETED' })]);
  });

  it('[os-bs-2011/2.3.2.2.4/available-deleting-error] [os-bs-2011/2.3.2.2.4/delete-precondition] shows it in ERROR when it fails, from where it can be tried again', async () => {
    const { ask, engine } = await serverInProcess();
    const held = osBs({ ask });
    const { id } = await held.backup((await held.volume()).id);
    engine.jobs.hold();
    const remove = () => speaking(ask, format)('DELETE', held.path('backup', id));
    expect((await remove()).status).toBe(204);
    expect((await remove()).status).toBe(400);
    engine.jobs.failNext('the object store is away');
    await engine.jobs.advance();
    expect((await held.get('backup', id)).status).toBe('ERROR');
    expect((await remove()).status).toBe(204);
    await engine.jobs.advance();
    expect((await ask('GET', held.path('backup', id))).status).toBe(404);
  });

  it('[os-bs-2011/2.3.2.2.4/delete-precondition] is refused while it is SAVING', async () => {
    const { status, body } = await speaking(dev.ask, format)(
      'DELETE',
      blocks.path('backup', SEEDED.originalBackup),
    );
    expect(status).toBe(400);
    expect(body.badRequest.message).toMatch(/must be available or error/);
    expect((await blocks.get('backup', SEEDED.originalBackup)).status).toBe('SAVING');
  });
});
