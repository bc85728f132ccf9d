import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Catalog } from '../catalog.ts';
import { migrate } from '../migrate.ts';
import { openSqliteCatalog } from '../sqlite.ts';
import { newVolume } from '../testing.ts';
import { migrations } from './index.ts';

const PAGE = { limit: 100, offset: 0 };

/** Rows as version 0.1 wrote them. */
const OLD_ROWS = `
  insert into volumes (serial, id, tenant_id, status, name, size, availability_zone, snapshot_id, bootable,
      metadata, created_at, updated_at, deleted_at) values
    (11, 'live', 'a', 'in-use', 'n', 1, 'az1', null, 0, '{"k":"v"}', 100, 200, null),
    (12, 'gone', 'a', 'deleted', null, 1, 'az1', null, 0, '{}', 100, 300, 300),
    (13, 'copy', 'a', 'creating', null, 1, 'az1', 'of-live', 0, '{}', 101, null, null),
    (14, 'orphan', 'a', 'error', null, 1, 'az1', 'never-there', 0, '{}', 102, null, null),
    (15, 'imported', 'a', 'deleted', null, 1, 'az1', null, 0, '{}', 103, null, 400);
  insert into snapshots (serial, id, tenant_id, status, name, size, volume_id, availability_zone, progress,
      created_at, updated_at) values
    (21, 'of-live', 'a', 'available', null, 1, 'live', 'az1', 100, 110, 120),
    (22, 'of-gone', 'a', 'available', null, 1, 'gone', 'az1', 100, 111, null),
    (23, 'of-nothing', 'a', 'creating', null, 1, 'never-there', 'az1', 40, 112, null);
  insert into backups (serial, id, tenant_id, status, name, size, volume_id, created_at, updated_at) values
    (31, 'b-live', 'a', 'available', null, 1, 'live', 110, 120),
    (32, 'b-gone', 'a', 'creating', null, 1, 'gone', 111, null),
    (33, 'b-nothing', 'a', 'error', null, 1, 'never-there', 112, null);
  insert into attachments (volume_id, tenant_id, server_id, device, attached_at) values
    ('live', 'a', 'server', '/dev/vdb', 150);
`;

describe('a catalog of version 0.1', () => {
  let folder: string;
  let path: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'catalog-'));
    path = join(folder, 'catalog.db');
    const database = new Database(path);
    await migrate(
      new Kysely({ dialect: new SqliteDialect({ database }) }),
      'sqlite',
      path,
      migrations.slice(0, 1),
    );
    database.exec(OLD_ROWS);
    database.close();
  });
  afterEach(() => rm(folder, { recursive: true }));

  const withCatalog = async <T>(use: (catalog: Catalog) => Promise<T>): Promise<T> => {
    const catalog = await openSqliteCatalog({ path });
    return use(catalog).finally(() => catalog.close());
  };

  it('opens with all that was in it', () =>
    withCatalog(async (catalog) => {
      expect(await catalog.findVolume('a', 'live')).toMatchObject({
        ...{ serial: 11, id: 'live', tenantId: 'a', status: 'in-use', name: 'n', size: 1 },
        ...{ metadata: { k: 'v' }, createdAt: 100, updatedAt: 200, modifiedAt: null, deletedAt: null },
        ...{ snapshotId: null, snapshotSerial: null, backupId: null, progress: 100, userName: '' },
        // The one that os-bs-2011 shows first.
        typeId: '02d1ab86-e479-11e0-98ab-c7be696d5830',
        attachment: { volumeId: 'live', volumeSerial: 11, serverId: 'server', device: '/dev/vdb' },
      });
      expect(await catalog.findSnapshot('a', 'of-live')).toMatchObject({
        ...{ serial: 21, volumeId: 'live', progress: 100, userName: '', modifiedAt: null },
      });
      expect(await catalog.findBackup('a', 'b-live')).toMatchObject({
        ...{ serial: 31, volumeId: 'live', metadata: {}, progress: 100, userName: '', modifiedAt: null },
      });
      expect(await catalog.volumeForJob('gone')).toMatchObject({ status: 'deleted', deletedAt: 300 });
    }));

  it('has the serials of volumes and snapshots beside their ids, those of tombstones too', () =>
    withCatalog(async (catalog) => {
      const snapshots = await catalog.listSnapshots('a', {}, PAGE);
      expect(snapshots.map(({ id, volumeSerial }) => [id, volumeSerial])).toEqual([
        ['of-nothing', 0],
        ['of-gone', 12],
        ['of-live', 11],
      ]);
      const backups = await catalog.listBackups('a', {}, PAGE);
      expect(backups.map(({ id, volumeSerial }) => [id, volumeSerial])).toEqual([
        ['b-live', 11],
        ['b-gone', 12],
        ['b-nothing', 0],
      ]);
      expect(await catalog.listAttachments('a', 'server', PAGE)).toMatchObject([{ volumeSerial: 11 }]);
      expect(await catalog.findVolume('a', 'copy')).toMatchObject({ snapshotSerial: 21, progress: 0 });
      expect(await catalog.findVolume('a', 'orphan')).toMatchObject({ snapshotSerial: null, progress: 0 });
    }));

  it('knows what of it changed when', () =>
    withCatalog(async (catalog) => {
      const since = async (changedSince: number) =>
        (await catalog.listVolumes('a', { changedSince }, PAGE)).map(({ id }) => id);
      expect(await since(0)).toEqual(['imported', 'orphan', 'copy', 'gone', 'live']);
      expect(await since(102)).toEqual(['imported', 'orphan', 'gone', 'live']);
      expect(await since(201)).toEqual(['imported', 'gone']);
      expect(await since(301)).toEqual(['imported']);
      expect(await catalog.listSnapshots('a', { changedSince: 120 }, PAGE)).toMatchObject([
        { id: 'of-live' },
      ]);
      expect(await catalog.listBackups('a', { changedSince: 120 }, PAGE)).toMatchObject([{ id: 'b-live' }]);
    }));

  it('goes on as any other, its serials too', () =>
    withCatalog(async (catalog) => {
      const volume = await catalog.transaction((tx) => tx.insertVolume(newVolume({ snapshotId: 'of-gone' })));
      expect(volume).toMatchObject({ serial: 16, snapshotSerial: 22 });
    }));
});
