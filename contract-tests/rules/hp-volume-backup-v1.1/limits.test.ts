import { describe, expect, it } from 'vitest';
import { answers } from '../../support/requests.ts';
import { world } from '../world.ts';
import { BASE, documentedError, volumeBackups } from './volume-backups.ts';

describe('with every quota used up', () => {
  const dev = world('--quota-volumes', '1', '--quota-snapshots', '0', '--quota-gigabytes', '1');
  const backups = volumeBackups((...request) => dev.ask(...request));

  it('[hp-volume-backup-v1.1/4.4.1/rate-limits-none] [hp-volume-backup-v1.1/4.4.1/no-own-quota] any number of requests about backups is answered, and there may be any number of them', async () => {
    expect(await answers(200, () => dev.ask('GET', BASE))).toEqual({ 200: 200 });
    const { id } = await dev.volume();
    for (let times = 0; times < 11; times += 1) {
      await backups.make(id);
      await dev.reach('volume', id, 'available');
    }
    expect(await backups.list()).toHaveLength(11);
    await dev.removeAll('volume');
  });

  it('[hp-volume-backup-v1.1/4.4.1/underlying-quotas] a backup may be restored to a volume that is there', async () => {
    const { id } = await dev.volume();
    const backup = await backups.make(id);
    await dev.reach('volume', id, 'available');
    expect((await backups.restore(backup.id, { volume_id: id })).status).toBe(200);
    await dev.reach('volume', id, 'available');
    await dev.removeAll('volume');
  });

  it('[hp-volume-backup-v1.1/4.4.1.6/error-400-quota] [hp-volume-backup-v1.1/4.4.1/underlying-quotas] no volume is made for a restore, which the document words as a bad request', async () => {
    const { id } = await dev.volume();
    const backup = await backups.make(id);
    await dev.reach('volume', id, 'available');
    const { status, headers, json } = await backups.restore(backup.id);
    expect(status).toBe(400);
    expect(json()).toEqual(documentedError('4.4.1.6/restore-backup-error-400-quota', { backup_size: 1 }));
    expect(headers.get('retry-after')).toBeNull();
    expect(await backups.show(backup.id)).toEqual(backup);
    expect((await dev.ask('GET', '/v1/dev/volumes')).json().volumes).toHaveLength(1);
    await dev.removeAll('volume');
  });
});

describe('with gigabytes used up', () => {
  const dev = world('--quota-gigabytes', '3');
  const backups = volumeBackups((...request) => dev.ask(...request));

  it('[hp-volume-backup-v1.1/4.4.1.6/error-400-quota] the size of the backup is in the words', async () => {
    const { id } = await dev.volume({ size: 2 });
    const backup = await backups.make(id);
    const { status, json } = await backups.restore(backup.id);
    expect(status).toBe(400);
    expect(json()).toEqual(documentedError('4.4.1.6/restore-backup-error-400-quota', { backup_size: 2 }));
  });
});
