import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { expect, it, onTestFinished } from 'vitest';
import { migrate } from '../migrate.ts';
import { openSqliteCatalog } from '../sqlite.ts';
import { migrations } from './index.ts';

const before = migrations.findIndex(({ name }) => name === '0004-actions');

it('a catalog from before actions has its attached volumes exported, and no others', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'catalog-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, 'catalog.db');
  const database = new Database(path);
  const kysely = new Kysely({ dialect: new SqliteDialect({ database }) });
  await migrate(kysely, 'sqlite', path, migrations.slice(0, before));
  for (const [serial, status] of [
    'in-use',
    'error_detaching',
    'detaching',
    'attaching',
    'available',
  ].entries()) {
    database.exec(`
      insert into volumes (serial, id, tenant_id, status, size, availability_zone, bootable, metadata, created_at)
        values (${serial + 1}, '${status}', 'a', '${status}', 1, 'az1', 0, '{}', 100)
    `);
    if (status === 'available') continue;
    database.exec(`
      insert into attachments (volume_id, tenant_id, server_id, device, attached_at)
        values ('${status}', 'a', 'server', '/dev/vd${serial}', 150)
    `);
  }
  database.close();

  const catalog = await openSqliteCatalog({ path });
  onTestFinished(() => catalog.close());
  expect((await catalog.exportedVolumes()).map(({ id }) => id)).toEqual([
    'detaching',
    'error_detaching',
    'in-use',
  ]);
  expect(await catalog.findVolume('a', 'in-use')).toMatchObject({
    exported: true,
    readOnly: null,
    newSize: null,
    attachment: { mode: null },
  });
});
