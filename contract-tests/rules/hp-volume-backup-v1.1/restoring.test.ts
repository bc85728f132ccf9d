import { randomUUID } from 'node:crypto';
import { globSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { world } from '../world.ts';
import { BASE, documentedError, volumeBackups } from './volume-backups.ts';

const dev = world('--quota-volumes', '-1', '--quota-gigabytes', '-1');
const backups = volumeBackups((...request) => dev.ask(...request));

/** A backup of 1 GB that has a word in it, with the volume that it is of. */
async function backupOf(text: string) {
  const { id } = await dev.volume();
  await dev.write(id, 4096, text);
  const backup = await backups.make(id);
  await dev.reach('volume', id, 'available');
  return { backup, id };
}

describe('restoring a backup', () => {
  it('[hp-volume-backup-v1.1/4.4.1/restore-to-same-or-other] [hp-volume-backup-v1.1/4.4.1.6/restore-to-volume] [hp-volume-backup-v1.1/4.4.1/restore-any-time] copies it to the volume that it is of or to another, as often as one likes', async () => {
    const { backup, id } = await backupOf('kept');
    const { id: other } = await dev.volume();
    for (const target of [id, other, id]) {
      await dev.write(target, 4096, 'lost');
      expect((await backups.restore(backup.id, { volume_id: target })).status).toBe(200);
      await dev.reach('volume', target, 'available');
      await backups.reach(backup.id, 'available');
      expect(await dev.read(target, 4096, 4)).toBe('kept');
    }
  });

  it.each([
    ['a number', (number: number) => number],
    ['its digits', (number: number) => String(number)],
    ['the UUID that other documents show', (_: number, uuid: string) => uuid],
  ])(
    '[hp-volume-backup-v1.1/4.4.1.6/param-volume-id] [hp-volume-backup-v1.1/4.4.1.6/restore-response-fields] [hp-volume-backup-v1.1/4.4.1.6/param-backup-id] [hp-volume-backup-v1.1/4.4.1.1/ids-as-strings] takes the volume by %s, and answers with both ids in digits',
    async (_, idOf) => {
      const { id } = await dev.volume();
      const number = await backups.numberOf(id);
      const backup = await backups.make(id);
      await dev.reach('volume', id, 'available');
      const { status, json } = await backups.restore(backup.id, { volume_id: idOf(number, id) });
      expect(status).toBe(200);
      expect(json()).toEqual({ restore: { backup_id: backup.id, volume_id: String(number) } });
    },
  );

  it.each([{}, { volume_id: null }])(
    '[hp-volume-backup-v1.1/4.4.1.6/new-volume-when-omitted] [hp-volume-backup-v1.1/4.4.1.6/asynchronous] makes a new volume for %j, which can be watched under the number in the answer',
    async (restore) => {
      const { backup, id } = await backupOf('copied');
      const { json } = await backups.restore(backup.id, restore);
      const { volume_id } = json().restore;
      expect(volume_id).toMatch(/^\d+$/);
      const found = (await dev.ask('GET', '/v1/dev/volumes')).json().volumes as { id: string }[];
      const [newest = { id: '' }] = found;
      expect(String(await backups.numberOf(newest.id))).toBe(volume_id);
      expect(newest.id).not.toBe(id);
      expect((await dev.reach('volume', newest.id, 'available')).size).toBe(1);
      expect(await dev.read(newest.id, 4096, 6)).toBe('copied');
    },
  );

  it('[hp-volume-backup-v1.1/4.4.1/restore-any-time] works after the volume is gone', async () => {
    const { backup, id } = await backupOf('outlived');
    await dev.remove('volume', id);
    expect(await backups.show(backup.id)).toEqual(backup);
    const { id: other } = await dev.volume();
    expect((await backups.restore(backup.id, { volume_id: other })).status).toBe(200);
    await dev.reach('volume', other, 'available');
    expect(await dev.read(other, 4096, 8)).toBe('outlived');
  });

  it('[hp-volume-backup-v1.1/4.4.1.6/restore-status-values] leaves the volume in error_restoring when an object is lost', async () => {
    const { backup, id } = await backupOf('lost');
    const [object = ''] = globSync(`objects/dev/volumebackups/volume_${id}/**/*-00001`, {
      cwd: dev.server().folder,
    });
    rmSync(join(dev.server().folder, object));
    expect((await backups.restore(backup.id, { volume_id: id })).status).toBe(200);
    await dev.reach('volume', id, 'error_restoring');
    // It is no worse than before; see docs/DEVIATIONS.md.
    await backups.reach(backup.id, 'available');
  });
});

describe('a restore is refused in the words of the document', () => {
  it('[hp-volume-backup-v1.1/4.4.1.6/error-400-body-format] when its body is no such body', async () => {
    const { backup } = await backupOf('whole');
    const bodies = [
      '{"restore": {',
      '',
      'null',
      '{}',
      { restore: null },
      { restore: [] },
      { restore: { volume_id: {} } },
      { restore: { volume_id: 1.5 } },
      { backup: {} },
    ];
    for (const body of bodies) {
      const { status, json } = await dev.ask('POST', `${BASE}/${backup.id}/restore`, { body });
      expect(status, JSON.stringify(body)).toBe(400);
      expect(json()).toEqual(documentedError('4.4.1.6/restore-backup-error-400-body-format'));
    }
    expect(await backups.show(backup.id)).toEqual(backup);
  });

  it('[hp-volume-backup-v1.1/4.4.1.6/error-400-volume-not-available] when the volume is attached', async () => {
    const { backup, id } = await backupOf('free');
    const { serverId } = await dev.attach(id);
    const { status, json } = await backups.restore(backup.id, { volume_id: id });
    expect(status).toBe(400);
    expect(json()).toEqual(documentedError('4.4.1.6/restore-backup-error-400-volume-not-available'));
    await dev.detach(id, serverId);
    expect((await backups.restore(backup.id, { volume_id: id })).status).toBe(200);
  });

  it('[hp-volume-backup-v1.1/4.4.1.6/error-400-volume-too-small] when the volume is smaller than the backup', async () => {
    const { id: large } = await dev.volume({ size: 2 });
    const backup = await backups.make(large);
    expect(backup.size).toBe(2);
    const { id: small } = await dev.volume();
    const { status, json } = await backups.restore(backup.id, { volume_id: small });
    expect(status).toBe(400);
    expect(json()).toEqual(documentedError('4.4.1.6/restore-backup-error-400-volume-too-small'));
    expect((await dev.get('volume', small)).status).toBe('available');
    expect(await backups.show(backup.id)).toEqual(backup);
  });

  it.each(['999999', 'none', randomUUID()])(
    '[hp-volume-backup-v1.1/4.4.1.6/error-404-backup] when there is no backup %s',
    async (backup_id) => {
      const { status, json } = await backups.restore(backup_id);
      expect(status).toBe(404);
      expect(json()).toEqual(documentedError('4.4.1.6/restore-backup-error-404', { backup_id }));
    },
  );

  it('when there is no such volume, as in the creation of a backup', async () => {
    const { backup } = await backupOf('unused');
    for (const volume_id of [999_999, '999999', randomUUID()]) {
      const { status, json } = await backups.restore(backup.id, { volume_id });
      expect(status).toBe(404);
      expect(json()).toEqual(documentedError('4.4.1.4/create-backup-error-404', { volume_id }));
    }
    expect(await backups.show(backup.id)).toEqual(backup);
  });
});
