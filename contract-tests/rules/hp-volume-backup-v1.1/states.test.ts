import { describe, expect, it } from 'vitest';
import { replacing, type TestEngineOptions } from '../../../src/engine/testing.ts';
import { serverInProcess } from '../../support/server-in-process.ts';
import { documentedError, volumeBackups } from './volume-backups.ts';

/** A server whose work is held until it is told to go on, with a volume of 1 GB. */
async function held(options?: TestEngineOptions) {
  const { ask, engine } = await serverInProcess(options);
  const backups = volumeBackups(ask);
  const { volume } = (await ask('POST', '/v1/dev/volumes', { body: { volume: { size: 1 } } })).json();
  await engine.jobs.idle();
  engine.jobs.hold();
  const volumeStatus = async (id = volume.id): Promise<string> =>
    (await ask('GET', `/v1/dev/volumes/${id}`)).json().volume.status;
  return { ask, engine, backups, volumeId: volume.id as string, volumeStatus };
}

/** A backup that is done, in a server that is held again. */
async function heldWithBackup(options?: TestEngineOptions) {
  const server = await held(options);
  const { id } = (await server.backups.create({ volume_id: server.volumeId })).json().backup;
  await server.engine.jobs.advance();
  return { ...server, id: id as string };
}

describe('while it is created', () => {
  it('[hp-volume-backup-v1.1/4.4.1/backup-creating-available] [hp-volume-backup-v1.1/4.4.1/volume-status-backing-up] [hp-volume-backup-v1.1/2/work-through-scheduler] a backup is creating and its volume backing-up; the request is long answered', async () => {
    const { engine, backups, volumeId, volumeStatus } = await held();
    const { backup } = (await backups.create({ volume_id: volumeId, container: 'mine' })).json();
    expect(await backups.show(backup.id)).toMatchObject({
      status: 'creating',
      container: 'mine',
      object_count: null,
    });
    expect(await volumeStatus()).toBe('backing-up');
    expect(await engine.objects.list('dev', 'mine', '').catch(() => [])).toEqual([]);
    await engine.jobs.advance();
    expect(await backups.show(backup.id)).toMatchObject({ status: 'available', object_count: 22 });
    expect(await volumeStatus()).toBe('available');
  });

  it('[hp-volume-backup-v1.1/4.4.1.5/error-400-backup-status] [hp-volume-backup-v1.1/4.4.1.6/error-400-backup-status] [hp-volume-backup-v1.1/4.4.1.4/error-400-volume-not-available] neither it nor its volume can be used, and the document has the words', async () => {
    const { backups, volumeId } = await held();
    const { id } = (await backups.create({ volume_id: volumeId })).json().backup;
    const [deleted, restored, again] = [
      await backups.remove(id),
      await backups.restore(id),
      await backups.create({ volume_id: volumeId }),
    ];
    expect([deleted.status, restored.status, again.status]).toEqual([400, 400, 400]);
    expect(deleted.json()).toEqual(documentedError('4.4.1.5/delete-backup-error-400-backup-status'));
    expect(restored.json()).toEqual(documentedError('4.4.1.6/restore-backup-error-400-backup-status'));
    expect(again.json()).toEqual(documentedError('4.4.1.4/create-backup-error-400-volume-not-available'));
    expect(await backups.list()).toEqual([{ id, status: 'creating' }]);
  });
});

describe('while it is restored', () => {
  it('[hp-volume-backup-v1.1/4.4.1/backup-available-restoring] [hp-volume-backup-v1.1/4.4.1/volume-status-restoring-backup] [hp-volume-backup-v1.1/4.4.1.6/restore-status-values] [hp-volume-backup-v1.1/4.4.1.6/asynchronous] a backup is restoring and the volume restoring-backup, given or new', async () => {
    const { engine, backups, volumeId, volumeStatus, id, ask } = await heldWithBackup();
    for (const restore of [{ volume_id: volumeId }, {}]) {
      expect((await backups.restore(id, restore)).status).toBe(200);
      const [newest] = (await ask('GET', '/v1/dev/volumes')).json().volumes;
      const target = restore.volume_id ?? newest.id;
      expect((await backups.show(id)).status).toBe('restoring');
      expect(await volumeStatus(target)).toBe('restoring-backup');
      await engine.jobs.advance();
      expect((await backups.show(id)).status).toBe('available');
      expect(await volumeStatus(target)).toBe('available');
    }
  });

  it('[hp-volume-backup-v1.1/4.4.1.5/error-400-backup-status] [hp-volume-backup-v1.1/4.4.1.6/error-400-backup-status] [hp-volume-backup-v1.1/4.4.1.6/error-400-volume-not-available] it can be neither deleted nor restored once more, nor its volume be restored to', async () => {
    const { backups, volumeId, id, engine } = await heldWithBackup();
    const other = (await backups.create({ volume_id: volumeId })).json().backup;
    await engine.jobs.advance();
    await backups.restore(id, { volume_id: volumeId });
    expect((await backups.remove(id)).json()).toEqual(
      documentedError('4.4.1.5/delete-backup-error-400-backup-status'),
    );
    expect((await backups.restore(id)).json()).toEqual(
      documentedError('4.4.1.6/restore-backup-error-400-backup-status'),
    );
    expect((await backups.restore(other.id, { volume_id: volumeId })).json()).toEqual(
      documentedError('4.4.1.6/restore-backup-error-400-volume-not-available'),
    );
  });
});

describe('while it is deleted', () => {
  it('[hp-volume-backup-v1.1/4.4.1/backup-available-deleting] [hp-volume-backup-v1.1/4.4.1.5/asynchronous] a backup is deleting, and then gone', async () => {
    const { engine, backups, id } = await heldWithBackup();
    expect((await backups.remove(id)).status).toBe(202);
    expect(await backups.list()).toEqual([{ id, status: 'deleting' }]);
    expect((await backups.remove(id)).status).toBe(400);
    await engine.jobs.advance();
    expect(await backups.list()).toEqual([]);
  });
});

describe('when object storage fails', () => {
  const broken = () => Promise.reject(new Error('the disk of object storage is full'));

  it('[hp-volume-backup-v1.1/4.4.1/backup-status-error] a backup that cannot be made is in error, says why, and can be deleted; its volume is as it was', async () => {
    const { engine, backups, volumeId, volumeStatus } = await held({
      wrapObjects: (objects) => replacing(objects, 'put', () => broken),
    });
    const { id } = (await backups.create({ volume_id: volumeId })).json().backup;
    await engine.jobs.advance();
    const failed = await backups.show(id);
    expect(failed).toMatchObject({ status: 'error', object_count: null });
    expect(failed.fail_reason).toMatch(/\w/);
    expect(await volumeStatus()).toBe('available');
    expect((await backups.restore(id)).json()).toEqual(
      documentedError('4.4.1.6/restore-backup-error-400-backup-status'),
    );
    expect((await backups.remove(id)).status).toBe(202);
    await engine.jobs.advance();
    expect(await backups.list()).toEqual([]);
  });

  it('[hp-volume-backup-v1.1/4.4.1/backup-status-error] a backup that cannot be deleted is in error', async () => {
    const { engine, backups, id } = await heldWithBackup({
      wrapObjects: (objects) => replacing(objects, 'delete', () => broken),
    });
    await backups.remove(id);
    await engine.jobs.advance();
    expect((await backups.show(id)).status).toBe('error');
  });

  it('[hp-volume-backup-v1.1/2/queries-from-database] backups can be looked at all the same', async () => {
    const { backups, id } = await heldWithBackup({
      wrapObjects: (objects) => ({
        ...objects,
        list: broken,
        get: () => {
          throw new Error('object storage is asked');
        },
      }),
    });
    const shown = await backups.show(id);
    expect(shown).toMatchObject({ id, status: 'available', object_count: 22, container: 'volumebackups' });
    expect(await backups.list()).toEqual([{ id, status: 'available' }]);
    expect(await backups.list('/detail')).toEqual([shown]);
  });
});
