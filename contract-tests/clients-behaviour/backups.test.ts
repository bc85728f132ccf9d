import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createQuotas } from '../../src/engine/quotas.ts';
import { openTestEngine, type TestEngine } from '../../src/engine/testing.ts';
import { differences } from '../../src/profile/differences.ts';
import { type ProfileName, profileNames, profileOf } from '../../src/profile/profile.ts';
import type { Format } from '../support/faults.ts';
import { type Ask, availableVolume, volumeIn } from '../support/requests.ts';
import { SERVER_PATH } from '../support/resources.ts';
import { serveEngine, serverInProcess } from '../support/server-in-process.ts';
import { type Speak, speaking } from '../support/speaking.ts';

const FORMATS: Format[] = ['json', 'xml'];
const settings = profileNames.flatMap((profile) => FORMATS.map((format) => ({ profile, format })));

describe.each(settings)('backups, $profile, in $format', ({ profile, format }) => {
  const accepted = differences.backupCreated[profile];
  const restoreAccepted = differences.backupRestored[profile];

  interface Service {
    readonly ask: Ask;
    readonly speak: Speak;
    readonly engine: TestEngine;
    /** Of 1 GB and available. */
    volume(size?: number): Promise<string>;
    /** An available one of a volume of 1 GB. */
    backup(fields?: object): Promise<string | number>;
  }

  async function service(options: object = {}): Promise<Service> {
    const { ask, engine } = await serverInProcess({ profile: profileOf(profile), ...options });
    const speak = speaking(ask, format, profile);
    const volume = async (size = 1): Promise<string> => (await availableVolume(ask, { size })).id;
    return {
      ask,
      speak,
      engine,
      volume,
      async backup(fields = {}) {
        const body = { backup: { volume_id: await volume(), ...fields } };
        const created = await speak('POST', '/v1/dev/backups', { body });
        expect(created.status, created.text).toBe(accepted);
        await engine.jobs.idle();
        return created.body.backup.id;
      },
    };
  }

  const setStatus = (engine: TestEngine, status: 'error' | 'creating') =>
    engine.catalog.transaction(async (tx) => {
      const [backup] = await tx.listBackups('dev', {}, { limit: 1, offset: 0 });
      return tx.setBackupStatus(backup?.id ?? '', ['available'], status, 1);
    });

  const members = ['id', 'status', 'volume_id', 'size', 'object_count', 'container', 'availability_zone'];

  it('are created at once, and become available', async () => {
    const { speak, volume, engine } = await service();
    const volume_id = await volume();
    const body = { backup: { volume_id, display_name: 'nightly', display_description: 'of a disk' } };
    const { status, body: answer } = await speak('POST', '/v1/dev/backups', { body });
    expect(status).toBe(accepted);
    expect(answer.backup).toMatchObject({ ...body.backup, status: 'creating' });
    await engine.jobs.idle();
    const shown = await speak('GET', `/v1/dev/backups/${answer.backup.id}`);
    expect(shown.body.backup.status).toBe('available');
  });

  it('take the names that later clients send', async () => {
    const { speak, backup } = await service();
    const id = await backup({ name: 'nightly', description: 'of a disk' });
    const { body } = await speak('GET', `/v1/dev/backups/${id}`);
    expect(body.backup).toMatchObject({ display_name: 'nightly', display_description: 'of a disk' });
  });

  it('are shown one by one, and in a list and a detailed one', async () => {
    const { speak, backup } = await service();
    const ids = [await backup(), await backup(), await backup()];
    const one = await speak('GET', `/v1/dev/backups/${ids[1]}`);
    expect(one.status).toBe(200);
    for (const member of members) expect(one.body.backup).toHaveProperty(member);
    const plain = await speak('GET', '/v1/dev/backups');
    expect(plain.status).toBe(200);
    expect(plain.body.backups.map(({ id }: { id: unknown }) => id)).toEqual(ids);
    const detail = await speak('GET', '/v1/dev/backups/detail');
    expect(detail.status).toBe(200);
    expect(detail.body.backups.map(({ id }: { id: unknown }) => id)).toEqual(ids);
    expect(detail.body.backups[1]).toEqual(one.body.backup);
  });

  it('are listed as none where there are none', async () => {
    const { speak } = await service();
    for (const path of ['backups', 'backups/detail'])
      expect(await speak('GET', `/v1/dev/${path}`)).toMatchObject({ status: 200, body: { backups: [] } });
  });

  it('that are not there are 404, to show, to delete and to restore', async () => {
    const { speak } = await service();
    for (const id of ['99', randomUUID()]) {
      const message = `Backup ${id} could not be found.`;
      const answers = [
        await speak('GET', `/v1/dev/backups/${id}`),
        await speak('DELETE', `/v1/dev/backups/${id}`),
        await speak('POST', `/v1/dev/backups/${id}/restore`, { body: { restore: {} } }),
      ];
      for (const { status, body } of answers) {
        expect(status).toBe(404);
        expect(body.itemNotFound.message).toBe(message);
      }
    }
  });

  it('are not made without a body, nor without the id of a volume', async () => {
    const { speak, ask } = await service();
    const Accept = `application/${format}`;
    for (const body of [undefined, format === 'json' ? '{"foo": {}}' : '<foo/>'])
      expect((await ask('POST', '/v1/dev/backups', { body, headers: { Accept } })).status).toBe(400);
    expect((await speak('POST', '/v1/dev/backups', { body: { backup: { display_name: 'x' } } })).status).toBe(
      400,
    );
  });

  it('are not made of a volume that is not there', async () => {
    const { speak } = await service();
    const volume_id = randomUUID();
    const { status, body } = await speak('POST', '/v1/dev/backups', { body: { backup: { volume_id } } });
    expect(status).toBe(404);
    expect(body.itemNotFound.message).toBe(`Volume ${volume_id} could not be found.`);
  });

  it('are not made of a volume that is in use', async () => {
    const { speak, ask, volume } = await service();
    const volume_id = await volume();
    await ask('POST', `/v2/dev/${SERVER_PATH}`, { body: { volumeAttachment: { volumeId: volume_id } } });
    await volumeIn(ask, volume_id, 'in-use');
    const { status, body } = await speak('POST', '/v1/dev/backups', { body: { backup: { volume_id } } });
    expect(status).toBe(400);
    expect(body.badRequest.message).toContain('Invalid volume: Volume to be backed up must be available');
  });

  it('are deleted when they are available, and when they have failed', async () => {
    const { speak, backup, engine } = await service();
    for (const status of ['available', 'error'] as const) {
      const id = await backup();
      if (status === 'error') await setStatus(engine, status);
      const deleted = await speak('DELETE', `/v1/dev/backups/${id}`);
      expect(deleted).toMatchObject({ status: 202, text: '' });
      await engine.jobs.idle();
      expect((await speak('GET', `/v1/dev/backups/${id}`)).status).toBe(404);
    }
  });

  it('are not deleted while they are made', async () => {
    // Its jobs do not run, so what is creating stays so.
    const engine = await openTestEngine({ profile: profileOf(profile) }, false);
    const ask = await serveEngine(engine, {}, profileOf(profile));
    const speak = speaking(ask, format, profile);
    const made = await ask('POST', '/v1/dev/volumes', { body: { volume: { size: 1 } } });
    const volume_id = made.json().volume.id;
    await engine.catalog.transaction((tx) => tx.setVolumeStatus(volume_id, ['creating'], 'available', 1));
    const created = await speak('POST', '/v1/dev/backups', { body: { backup: { volume_id } } });
    const { status, body } = await speak('DELETE', `/v1/dev/backups/${created.body.backup.id}`);
    expect(status).toBe(400);
    expect(body.badRequest.message).toContain('Invalid backup: Backup status must be available or error');
  });

  it('are restored to a volume that is given, of their size or larger', async () => {
    const { speak, backup, volume, engine } = await service();
    const backup_id = await backup();
    for (const volume_id of [await volume(), await volume(3)]) {
      const { status, body } = await speak('POST', `/v1/dev/backups/${backup_id}/restore`, {
        body: { restore: { volume_id } },
      });
      expect(status).toBe(restoreAccepted);
      expect(body).toEqual({ restore: { backup_id, volume_id } });
      await engine.jobs.idle();
      expect((await speak('GET', `/v1/dev/volumes/${volume_id}`)).body.volume.status).toBe('available');
    }
  });

  it('are restored to a volume of their own where none is given', async () => {
    const { speak, backup, engine } = await service();
    const id = await backup();
    const { status, body } = await speak('POST', `/v1/dev/backups/${id}/restore`, { body: { restore: {} } });
    expect(status).toBe(restoreAccepted);
    await engine.jobs.idle();
    const { volume } = (await speak('GET', `/v1/dev/volumes/${body.restore.volume_id}`)).body;
    expect(volume).toMatchObject({ display_name: `restore_backup_${id}`, size: 1, status: 'available' });
  });

  it('are restored for clients that send more than they need to', async () => {
    const { speak, ask, backup, volume, engine } = await service();
    const backup_id = await backup();
    const path = `/v1/dev/backups/${backup_id}/restore`;
    // fog-openstack names the new volume, with null; fog for HP says the id of the backup again.
    for (const restore of [
      { volume_id: await volume(), name: null },
      { volume_id: await volume(), backup_id },
    ]) {
      expect((await ask('POST', path, { body: { restore } })).status).toBe(restoreAccepted);
      await engine.jobs.idle();
    }
    expect((await speak('GET', '/v1/dev/backups')).body.backups).toHaveLength(1);
  });

  it('are not restored to a volume that is not there, too small or in use', async () => {
    const { speak, ask, volume, backup, engine } = await service();
    const small = await backup();
    const big = await ask('POST', '/v1/dev/backups', { body: { backup: { volume_id: await volume(2) } } });
    await engine.jobs.idle();
    const restore = (id: unknown, volume_id: string) =>
      speak('POST', `/v1/dev/backups/${id}/restore`, { body: { restore: { volume_id } } });

    const unknown = randomUUID();
    expect(await restore(small, unknown)).toMatchObject({
      status: 404,
      body: { itemNotFound: { message: `Volume ${unknown} could not be found.` } },
    });
    const undersized = await restore(big.json().backup.id, await volume(1));
    expect(undersized.status).toBe(400);
    expect(undersized.body.badRequest.message).toContain(
      'Invalid volume: Volume to be restored to is smaller than the backup to be restored',
    );
    const volumeId = await volume();
    await ask('POST', `/v2/dev/${SERVER_PATH}`, { body: { volumeAttachment: { volumeId } } });
    await volumeIn(ask, volumeId, 'in-use');
    const busy = await restore(small, volumeId);
    expect(busy.status).toBe(400);
    expect(busy.body.badRequest.message).toContain(
      'Invalid volume: Volume to be restored to must be available',
    );
  });

  it('are not restored when they are not available', async () => {
    const { speak, backup, engine } = await service();
    const id = await backup();
    await setStatus(engine, 'error');
    const { status, body } = await speak('POST', `/v1/dev/backups/${id}/restore`, { body: { restore: {} } });
    expect(status).toBe(400);
    expect(body.badRequest.message).toContain('Invalid backup: Backup status must be available');
  });

  it.each([
    ['gigabytes', { volumes: -1, snapshots: -1, gigabytes: 1 }],
    ['volumes', { volumes: 1, snapshots: -1, gigabytes: -1 }],
  ])('are not restored past the quota of %s', async (_, defaults) => {
    const { speak, backup } = await service({ quotas: createQuotas({ defaults }) });
    const id = await backup();
    const { status, body, headers } = await speak('POST', `/v1/dev/backups/${id}/restore`, {
      body: { restore: {} },
    });
    expect(status).toBe(413);
    expect(body.overLimit).toMatchObject({ code: 413, retryAfter: 0 });
    expect(headers.get('retry-after')).toBe('0');
  });
});

describe('a client of the released services', () => {
  const profile: ProfileName = 'released';

  it('finds every member that it knows, in every answer on backups', async () => {
    const { ask, engine } = await serverInProcess({ profile: profileOf(profile) });
    const volume_id = (await availableVolume(ask)).id;
    const body = { backup: { volume_id, name: 'nightly', description: 'of a disk', container: 'mine' } };
    const created = (await ask('POST', '/v1/dev/backups', { body })).json().backup;
    await engine.jobs.idle();
    const shown = (await ask('GET', `/v1/dev/backups/${created.id}`)).json().backup;
    const [summary] = (await ask('GET', '/v1/dev/backups')).json().backups;
    const links = [
      { rel: 'self', href: expect.stringMatching(`^http://[^/]+/v1/dev/backups/${created.id}$`) },
      { rel: 'bookmark', href: expect.stringMatching(`^http://[^/]+/dev/backups/${created.id}$`) },
    ];
    for (const view of [created, shown, summary])
      expect(view).toMatchObject({ id: created.id, name: 'nightly', links });
    expect(shown).toMatchObject({ ...body.backup, object_count: 22, fail_reason: null, size: 1 });
  });
});
