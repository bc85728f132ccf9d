import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { expect, it, onTestFinished } from 'vitest';
import { migrate } from '../migrate.ts';
import { openSqliteCatalog } from '../sqlite.ts';
import { EVERY_TENANT } from '../tenant-scope.ts';
import { migrations } from './index.ts';

/** Rows as version 0.2 wrote them. */
const OLD_ROWS = `
  insert into volumes (serial, id, tenant_id, status, size, availability_zone, bootable, metadata, created_at) values
    (1, 'v', 'a', 'in-use', 1, 'az1', 0, '{"k":"v"}', 100),
    (2, 'w', 'b', 'available', 1, 'az1', 0, '{}', 101);
  insert into snapshots (serial, id, tenant_id, status, size, volume_id, availability_zone, progress, created_at) values
    (1, 's', 'a', 'available', 1, 'v', 'az1', 100, 110);
  insert into attachments (volume_id, tenant_id, server_id, device, attached_at) values
    ('v', 'a', 'server', '/dev/vdb', 150);
`;

it('a catalog without metadata of snapshots has none of them, and all of it is in the lists of all tenants', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'catalog-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, 'catalog.db');
  const database = new Database(path);
  const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database }) });
  await migrate(db, 'sqlite', path, migrations.slice(0, 2));
  database.exec(OLD_ROWS);
  database.close();

  const catalog = await openSqliteCatalog({ path });
  onTestFinished(() => catalog.close());
  const page = { limit: 10, offset: 0 };
  expect(await catalog.findSnapshot('a', 's')).toMatchObject({ metadata: {}, volumeId: 'v' });
  const changed = await catalog.transaction((tx) =>
    tx.updateSnapshot('s', ['available'], 200, { metadata: { k: 'v' } }),
  );
  expect(changed).toMatchObject({ metadata: { k: 'v' }, modifiedAt: 200 });
  const volumes = await catalog.listVolumes(EVERY_TENANT, {}, page);
  expect(volumes.map(({ id }) => id)).toEqual(['w', 'v']);
  expect(await catalog.listAttachments(EVERY_TENANT, 'server', page)).toMatchObject([{ volumeId: 'v' }]);
});
