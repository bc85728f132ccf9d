import { randomUUID } from 'node:crypto';
import { globSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { until } from '../../support/requests.ts';
import { world } from '../world.ts';
import { BASE, documentedError, volumeBackups } from './volume-backups.ts';

const dev = world('--quota-volumes', '-1', '--quota-gigabytes', '-1');
const backups = volumeBackups((...request) => dev.ask(...request));

const objectsOf = (volumeId: string) =>
  globSync(`objects/dev/volumebackups/volume_${volumeId}/*/*`, { cwd: dev.server().folder }).length;

describe('deleting a backup', () => {
  it('[hp-volume-backup-v1.1/4.4.1.5/delete-by-id] [hp-volume-backup-v1.1/4.4.1.5/param-backup-id] [hp-volume-backup-v1.1/4.4.1.5/delete-202] [hp-volume-backup-v1.1/4.4.1.5/delete-no-body] [hp-volume-backup-v1.1/4.4.1.5/asynchronous] answers 202 without a body, and the list shows when it is gone with its objects', async () => {
    const { id } = await dev.volume();
    const [kept, deleted] = [await backups.make(id), await backups.make(id)];
    expect(objectsOf(id)).toBe(44);
    const { status, text, headers } = await backups.remove(deleted.id);
    expect(status).toBe(202);
    expect(text).toBe('');
    expect(headers.get('content-type')).toBeNull();
    expect(headers.get('content-length')).toBe('0');
    await until(
      () => backups.list(),
      (all) => !all.some((backup) => backup.id === deleted.id),
      60_000,
    );
    expect((await dev.ask('GET', `${BASE}/${deleted.id}`)).status).toBe(404);
    expect(objectsOf(id)).toBe(22);
    expect(await backups.show(kept.id)).toEqual(kept);
  });

  it('[hp-volume-backup-v1.1/4.4.1.5/error-404-backup] of what is not there, or not any more, is refused in the words of the document', async () => {
    const { id } = await dev.volume();
    const gone = await backups.make(id);
    await backups.remove(gone.id);
    await backups.gone(gone.id);
    for (const backup_id of [gone.id, '999999', 'none', randomUUID()]) {
      const { status, json } = await backups.remove(backup_id);
      expect(status).toBe(404);
      expect(json()).toEqual(documentedError('4.4.1.5/delete-backup-error-404', { backup_id }));
    }
  });
});
