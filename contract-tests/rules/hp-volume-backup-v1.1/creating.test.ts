import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { until } from '../../support/requests.ts';
import { world } from '../world.ts';
import { BASE, documentedError, volumeBackups } from './volume-backups.ts';

const dev = world('--quota-volumes', '-1', '--quota-gigabytes', '-1');
const backups = volumeBackups((...request) => dev.ask(...request));

/** How many objects of a volume there are in a container of a tenant's object storage. */
function objectsOf(volumeId: string, container: string, tenant = 'dev'): number {
  const folder = join(dev.server().folder, 'objects', tenant, container);
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && entry.parentPath.includes(volumeId),
  ).length;
}

describe('creating a backup', () => {
  it('[hp-volume-backup-v1.1/4.4.1.4/create-response-fields] [hp-volume-backup-v1.1/4.4.1.1/ids-as-strings] [hp-volume-backup-v1.1/4.4.1.2/timestamps] [hp-volume-backup-v1.1/4.4.1.4/param-volume-id] answers creating with what is known by then, its ids in digits', async () => {
    const { id } = await dev.volume();
    const number = await backups.numberOf(id);
    const asked = {
      display_name: 'nightly',
      display_description: 'of the disk',
      container: 'nightlybackups',
    };
    const { status, json } = await backups.create({ ...asked, volume_id: number });
    expect(status).toBe(200);
    expect(json()).toEqual({
      backup: {
        ...asked,
        id: expect.stringMatching(/^[1-9]\d*$/),
        volume_id: String(number),
        status: 'creating',
        created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      },
    });
    const age = Date.now() - Date.parse(json().backup.created_at);
    expect(age).toBeGreaterThanOrEqual(0);
    expect(age).toBeLessThan(20_000);
    expect(await backups.reach(json().backup.id, 'available')).toEqual({
      ...json().backup,
      status: 'available',
      fail_reason: null,
      size: 1,
      object_count: 22,
    });
  });

  it('[hp-volume-backup-v1.1/4.4.1.4/asynchronous] [hp-volume-backup-v1.1/4.4.1/backup-creating-available] is over when the list says so', async () => {
    const { id } = await dev.volume();
    const made = (await backups.create({ volume_id: id })).json().backup;
    expect(made.status).toBe('creating');
    await until(
      () => backups.list(),
      (all) => all.some((backup) => backup.id === made.id && backup.status === 'available'),
      60_000,
    );
  });

  it.each([
    ['a number', (number: number) => number],
    ['its digits', (number: number) => String(number)],
    ['the UUID that other documents show', (_: number, uuid: string) => uuid],
  ])('[hp-volume-backup-v1.1/4.4.1.4/param-volume-id] takes the volume by %s', async (_, idOf) => {
    const { id } = await dev.volume();
    const number = await backups.numberOf(id);
    const backup = await backups.make(idOf(number, id));
    expect(backup.volume_id).toBe(String(number));
    expect(objectsOf(id, 'volumebackups')).toBe(22);
  });

  it.each([
    ['display_name', 'a name', null],
    ['display_description', 'what it is for', null],
    ['container', 'of-my-own', 'volumebackups'],
  ] as const)(
    '[hp-volume-backup-v1.1/4.4.1.4/param-display-name] [hp-volume-backup-v1.1/4.4.1.4/param-display-description] [hp-volume-backup-v1.1/4.4.1.4/param-container] [hp-volume-backup-v1.1/4.4.1.4/default-container] takes %s, which may be left out or null',
    async (member, text, otherwise) => {
      const shown = [];
      for (const fields of [{ [member]: text }, {}, { [member]: null }]) {
        shown.push((await backups.make((await dev.volume()).id, fields))[member]);
      }
      expect(shown).toEqual([text, otherwise, otherwise]);
    },
  );

  it('[hp-volume-backup-v1.1/4.4.1.4/backs-up-to-object-storage] [hp-volume-backup-v1.1/4.4.1.4/container-created] [hp-volume-backup-v1.1/1/backups-in-user-space] [hp-volume-backup-v1.1/3.1/object-storage-permissions] writes objects into a container of the tenant, which is made if need be, and into none of another', async () => {
    const container = `new-${randomUUID()}`;
    const { id } = await dev.volume();
    await backups.make(id, { container });
    expect(objectsOf(id, container)).toBe(22);
    expect(objectsOf(id, container, 'demo')).toBe(0);
    expect(objectsOf(id, 'volumebackups')).toBe(0);
    await backups.make(id, { container });
    expect(objectsOf(id, container)).toBe(44);
    const above = await backups.create({ volume_id: id, container: '../demo' });
    expect(above.status).toBe(400);
    expect(above.json().badRequest.message).toContain("Container name '../demo'");
  });

  it('[hp-volume-backup-v1.1/4.4.1.4/error-400-body-format] refuses what is no such body in the words of the document', async () => {
    const { id } = await dev.volume();
    const before = await backups.list();
    const bodies = [
      '{"backup": {"volume_id": 1',
      '',
      'null',
      '[]',
      '{}',
      { backup: null },
      { backup: {} },
      { backup: { display_name: 'of nothing' } },
      { backup: { volume_id: null } },
      { backup: { volume_id: [id] } },
      { backup: { volume_id: 1.5 } },
      { backup: { volume_id: id, display_name: 5 } },
      { volume: { volume_id: id } },
    ];
    for (const body of bodies) {
      const { status, json } = await dev.ask('POST', BASE, { body });
      expect(status, JSON.stringify(body)).toBe(400);
      expect(json()).toEqual(documentedError('4.4.1.4/create-backup-error-400-body-format'));
    }
    expect(await backups.list()).toEqual(before);
  });

  it.each([999_999, '999999', randomUUID(), 'none', -1, 1e21])(
    '[hp-volume-backup-v1.1/4.4.1.4/error-404-volume] refuses the volume %s, which is not there, in the words of the document',
    async (volume_id) => {
      const { status, json } = await backups.create({ volume_id });
      expect(status).toBe(404);
      expect(json()).toEqual(documentedError('4.4.1.4/create-backup-error-404', { volume_id }));
    },
  );

  it('[hp-volume-backup-v1.1/4.4.1.4/error-400-volume-not-available] refuses a volume that is attached in the words of the document', async () => {
    const { id } = await dev.volume();
    const { serverId } = await dev.attach(id);
    const { status, json } = await backups.create({ volume_id: id });
    expect(status).toBe(400);
    expect(json()).toEqual(documentedError('4.4.1.4/create-backup-error-400-volume-not-available'));
    await dev.detach(id, serverId);
    expect((await backups.create({ volume_id: id })).status).toBe(200);
  });

  it('[hp-volume-backup-v1.1/4.4.1/backup-is-point-in-time] keeps what the volume held then', async () => {
    const { id } = await dev.volume();
    await dev.write(id, 4096, 'before');
    const backup = await backups.make(id);
    await dev.reach('volume', id, 'available');
    await dev.write(id, 4096, 'after!');
    expect((await backups.restore(backup.id, { volume_id: id })).status).toBe(200);
    await dev.reach('volume', id, 'available');
    expect(await dev.read(id, 4096, 6)).toBe('before');
  });
});

describe('looking at backups', () => {
  it('[hp-volume-backup-v1.1/4.4.1.1/lists-id-and-status] [hp-volume-backup-v1.1/4.4.1.2/lists-details] [hp-volume-backup-v1.1/4.4.1.2/backup-fields] lists all of the tenant, the oldest first, with id and status or all there is', async () => {
    const { id } = await dev.volume();
    const [one, two] = [await backups.make(id), await backups.make(id)];
    const plain = await backups.list();
    expect(plain.slice(-2)).toEqual([
      { id: one.id, status: 'available' },
      { id: two.id, status: 'available' },
    ]);
    const detailed = await backups.list('/detail');
    expect(detailed.map(({ id, status }) => ({ id, status }))).toEqual(plain);
    expect(detailed.slice(-2)).toEqual([one, two]);
    for (const backup of detailed) {
      expect(Object.keys(backup).sort()).toEqual([
        'container',
        'created_at',
        'display_description',
        'display_name',
        'fail_reason',
        'id',
        'object_count',
        'size',
        'status',
        'volume_id',
      ]);
    }
    const pages = ['?limit=1&offset=1', '/detail?limit=1&offset=1'];
    for (const page of pages) {
      const { json } = await dev.ask('GET', `${BASE}${page}`);
      expect(json().backups.map((backup: { id: string }) => backup.id)).toEqual([plain[1]?.id]);
    }
  });

  it('[hp-volume-backup-v1.1/4.4.1.3/show-by-id] [hp-volume-backup-v1.1/4.4.1.3/param-backup-id] shows one by its number', async () => {
    const { id } = await dev.volume();
    const one = await backups.make(id, { display_name: 'one' });
    const two = await backups.make(id, { display_name: 'two' });
    expect(one.id).not.toBe(two.id);
    expect(await backups.show(one.id)).toMatchObject({ id: one.id, display_name: 'one' });
    expect(await backups.show(two.id)).toMatchObject({ id: two.id, display_name: 'two' });
  });

  it.each(['999999', '0', 'none', randomUUID(), '9'.repeat(30)])(
    '[hp-volume-backup-v1.1/4.4.1.3/error-404-backup] refuses the backup %s, which is not there, in the words of the document',
    async (backup_id) => {
      const { status, json } = await dev.ask('GET', `${BASE}/${backup_id}`);
      expect(status).toBe(404);
      expect(json()).toEqual(documentedError('4.4.1.3/show-backup-details-error-404', { backup_id }));
    },
  );
});

describe('a tenant', () => {
  it('[hp-volume-backup-v1.1/3.1/own-volumes-only] [hp-volume-backup-v1.1/3.1/access-by-underlying-apis] reaches its own volumes and backups and no others', async () => {
    const { id } = await dev.volume();
    const number = await backups.numberOf(id);
    const backup = await backups.make(id);
    const theirs = '/v1.1/demo/hp-volume-backups';
    const asDemo = (method: string, path: string, body?: object) =>
      dev.ask(method, `${theirs}${path}`, { as: 'demo', body });
    const refused = await Promise.all([
      asDemo('POST', '', { backup: { volume_id: number } }),
      asDemo('POST', '', { backup: { volume_id: id } }),
      asDemo('GET', `/${backup.id}`),
      asDemo('DELETE', `/${backup.id}`),
      asDemo('POST', `/${backup.id}/restore`, { restore: {} }),
    ]);
    expect(refused.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
    for (const path of ['', '/detail']) expect((await asDemo('GET', path)).json()).toEqual({ backups: [] });
    const across = await dev.ask('GET', theirs);
    expect(across.status).toBe(400);
    expect(across.json().badRequest.message).toBe('Malformed request url');
    expect(await backups.show(backup.id)).toEqual(backup);
  });
});
