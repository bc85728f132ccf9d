import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Page } from './catalog.ts';
import { catalogReads, transactionMethods } from './methods.ts';
import { migrate } from './migrate.ts';
import { newAttachment, newBackup, newSnapshot, newVolume } from './testing.ts';
import { recorder } from './testing-plans.ts';

const PAGE = { limit: 10, offset: 0 };
const RESOURCES = { listVolumes: 'volumes', listSnapshots: 'snapshots', listBackups: 'backups' } as const;

/** Which index must answer which filter: one of those whose column it has. */
const FILTERS = [
  [{}, 'creation'],
  [{ status: 's' }, 'status'],
  [{ name: 'n' }, 'name'],
  [{ name: 'n', status: 's' }, '(name|status)'],
  [{ volumeId: 'v' }, 'volume'],
  [{ volumeId: 'v', status: 's' }, '(volume|status)'],
  [{ volumeId: 'v', name: 'n' }, '(volume|name)'],
  [{ volumeId: 'v', name: 'n', status: 's' }, '(volume|name|status)'],
  [{ size: 1 }, 'size'],
  [{ size: 1, name: 'n' }, '(size|name)'],
  [{ typeId: 't' }, 'type'],
  [{ backupId: 'b' }, 'backup'],
  [{ typeId: 't', backupId: 'b', size: 1, status: 's' }, '(type|backup|size|status)'],
] as const;

/** The one that is about all tenants and all servers. */
const ofExported = (statements: readonly string[]) =>
  statements.find((sql) => sql.includes('where "exported" = 1'));

/** Types are few, and all of them are asked for, or the first. */
const isOfTypes = (sql: string): boolean => /from "volume_types".* order by ("t".)?"serial"/.test(sql);

const isAsked = (table: string, filter: object): boolean =>
  table === 'volumes' ? !('volumeId' in filter) : !('typeId' in filter || 'backupId' in filter);

const LISTS = Object.entries(RESOURCES).flatMap(([method, table]) =>
  FILTERS.filter(([filter]) => isAsked(table, filter)).map(([filter, index]) => ({
    // The entries of RESOURCES have its keys, which Object.entries does not say.
    method: method as keyof typeof RESOURCES,
    table,
    filter,
    index,
  })),
);

let database: Database.Database;
beforeAll(async () => {
  database = new Database(':memory:');
  await migrate(new Kysely({ dialect: new SqliteDialect({ database }) }), 'sqlite', 'memory');
  return () => database.close();
});

describe('the plan of', () => {
  const plan = (sql: string): string =>
    database
      .prepare<unknown[], { detail: string }>(`explain query plan ${sql}`)
      .all(...Array.from(sql.matchAll(/\?/g), () => null))
      .map(({ detail }) => detail)
      .join('\n');

  it.each(LISTS)('$method $filter reads the rows of its page off one index', async (list) => {
    const { statements, connection } = recorder();
    const reads = catalogReads(connection);
    statements.length = 0;
    await reads[list.method]('t', list.filter, PAGE);
    expect(statements).toHaveLength(1);
    expect(statements[0]).toMatch(/order by \S*"created_at" (asc|desc), \S*"serial" \1 limit/);
    const steps = plan(statements[0] ?? '');
    expect(steps).toMatch(
      new RegExp(`^SEARCH \\w+ USING INDEX ${list.table}_by_${list.index} \\(tenant_id=\\?`),
    );
    expect(steps).not.toMatch(/SCAN|TEMP B-TREE|MULTI-INDEX/);
  });

  /** The one statement of a list and how it is answered. */
  async function planOf(list: (typeof LISTS)[number], filter: object, page: Page): Promise<string> {
    const { statements, connection } = recorder();
    const reads = catalogReads(connection);
    statements.length = 0;
    await reads[list.method]('t', { ...list.filter, ...filter }, page);
    expect(statements).toHaveLength(1);
    return plan(statements[0] ?? '');
  }

  // Within the one microsecond SQLite looks at each row: to its planner a rowid is no column of an index.
  it.each(LISTS)('$method $filter begins behind a marker in the same index', async (list) => {
    const steps = await planOf(list, {}, { ...PAGE, after: { createdAt: 1, serial: 1 } });
    const index = `USING INDEX ${list.table}_by_${list.index}`;
    expect(steps).toMatch(new RegExp(`^SEARCH r ${index} \\(tenant_id=.* AND created_at[<>]\\?\\)`));
    expect(steps).not.toMatch(/SCAN|TEMP B-TREE|MULTI-INDEX/);
  });

  it.each(LISTS)('$method $filter merges several statuses, each read off an index', async (list) => {
    if ('status' in list.filter) return;
    for (const page of [PAGE, { ...PAGE, after: { createdAt: 1, serial: 1 } }]) {
      const steps = await planOf(list, { statuses: ['error', 'creating', 'error_deleting'] }, page);
      expect(steps).toMatch(/^MERGE \(UNION ALL\)$/m);
      expect(
        steps.match(new RegExp(`SEARCH r USING INDEX ${list.table}_by_\\w+ \\(tenant_id=`, 'g')),
      ).toHaveLength(3);
      if (Object.keys(list.filter).length === 0)
        expect(steps.match(/_by_status \(tenant_id=\? AND status=\?/g)).toHaveLength(3);
      expect(steps).not.toMatch(/SCAN|TEMP B-TREE|MULTI-INDEX/);
    }
  });

  it.each(LISTS)('$method $filter of what changed reads and sorts no more than that', async (list) => {
    for (const filter of [{}, { statuses: ['error', 'deleted'] }]) {
      const steps = await planOf(list, { ...filter, changedSince: 1 }, PAGE);
      const index = `USING INDEX ${list.table}_by_change`;
      expect(steps).toMatch(new RegExp(`^SEARCH r ${index} \\(tenant_id=\\? AND changed_at>\\?\\)`));
      expect(steps).toMatch(/USE TEMP B-TREE FOR ORDER BY/);
      expect(steps).not.toMatch(/SCAN|MULTI-INDEX|MERGE/);
    }
  });

  it('a list never meets a tombstone: none is in an index of its table', () => {
    const indexes = database
      .prepare<[], string>(
        "select sql from sqlite_master where type = 'index' and name like '%\\_by\\_%' escape '\\'",
      )
      .pluck()
      .all()
      .filter(
        (sql) =>
          !sql.includes('"jobs"') && !/_by_change"|"volumes_by_export"|"attachments_by_server"/.test(sql),
      );
    expect(indexes).toHaveLength(26);
    for (const sql of indexes) expect(sql).toMatch(/ where "deleted_at" is null\b/);
  });

  it('every other read of a tenant, and of a job, is a search without a sort', () => {
    const { statements, connection } = recorder();
    catalogReads(connection);
    const tenants = statements.filter(
      (sql) => !sql.includes('"jobs"') && sql !== ofExported(statements) && !isOfTypes(sql),
    );
    expect(tenants.length).toBeGreaterThan(12);
    for (const sql of tenants) expect(plan(sql), sql).not.toMatch(/SCAN|TEMP B-TREE/);
  });

  it('what is exported, read once at the start, meets no volume that is not', () => {
    const { statements, connection } = recorder();
    catalogReads(connection);
    expect(plan(ofExported(statements) ?? '')).toMatch(/^SCAN volumes USING INDEX volumes_by_export$/);
  });

  it('all types is read in their order, each with its pairs off an index', () => {
    const { statements, connection } = recorder();
    catalogReads(connection);
    const steps = statements.filter(isOfTypes).map(plan);
    expect(steps).toHaveLength(2);
    expect(steps[0]).toMatch(/^SCAN t\nSEARCH s USING INDEX \S+ \(type_id=\?\)/);
    expect(steps[1]).toBe('SCAN volume_types'); // by the primary key, as far as the limit of one
  });

  it('the deletion of a type looks for volumes in an index that has their types', () => {
    const { statements, connection } = recorder();
    transactionMethods(connection);
    const steps = plan(statements.find((sql) => sql.startsWith('delete from "volume_types"')) ?? '');
    expect(steps).toMatch(/SEARCH volume_types USING INDEX \S+ \(id=\?\)/);
    expect(steps).toMatch(/SCAN v USING INDEX volumes_by_type/);
  });

  it('the attachments of a server follows the index of its devices', () => {
    const { statements, connection } = recorder();
    catalogReads(connection);
    const list = statements.find((sql) => sql.includes('order by "device"'));
    expect(plan(list ?? '')).toMatch(
      /^SEARCH attachments USING INDEX \S+ \(tenant_id=\? AND server_id=\?\)$/,
    );
  });

  it('the queue of jobs is its index from the oldest on', () => {
    const { statements, connection } = recorder();
    const { claimableJobs } = catalogReads(connection);
    void claimableJobs(0, 1);
    void claimableJobs(0, 1, ['create-volume', 'delete-volume']);
    const queue = statements.filter((sql) => sql.includes('"jobs"'));
    expect(queue).toHaveLength(2);
    expect(new Set(queue.map(plan))).toEqual(new Set(['SCAN jobs USING INDEX jobs_by_creation']));
  });

  it('every change is a search', async () => {
    const { statements, connection } = recorder();
    const methods = transactionMethods(connection);
    for (const to of ['available', 'deleted'] as const) {
      await methods.setVolumeStatus('v', ['error'], to, 1, { size: 1 });
      await methods.setSnapshotStatus('s', ['error', 'deleting'], to, 1);
      await methods.setBackupStatus('b', ['error', 'deleting'], to, 1, { container: 'c' });
    }
    await methods.updateVolume('v', ['error'], 1, { name: 'n' });
    await methods.updateSnapshot('s', ['error', 'available'], 1, { name: 'n' });
    await methods.updateBackup('b', ['error'], 1, { metadata: {} });
    const changes = statements.filter(
      (sql) => /^(update|delete)/.test(sql) && !sql.startsWith('delete from "volume_types"'),
    );
    expect(changes.length).toBeGreaterThan(10);
    for (const sql of changes) expect(plan(sql), sql).toMatch(/^SEARCH (?!.*SCAN)/);
  });
});

/** In every shape that it has. */
async function everyStatement(): Promise<readonly string[]> {
  const { statements, connection } = recorder();
  const reads = catalogReads(connection);
  const methods = transactionMethods(connection);
  for (const { method, filter } of LISTS)
    for (const further of [{}, { statuses: ['error', 'creating'] }, { changedSince: 1 }])
      for (const after of [undefined, { createdAt: 1, serial: 1 }])
        await reads[method]('t', { ...filter, ...further } as object, { ...PAGE, after });
  for (const serial of [{}, { serial: 1 }]) {
    // The recorder gives no serial back, which the inserts complain about after the statement is written.
    await Promise.allSettled([
      methods.insertVolume(newVolume(serial)),
      methods.insertSnapshot(newSnapshot(serial)),
      methods.insertBackup(newBackup(serial)),
    ]);
  }
  await methods.setVolumeStatus('v', ['error'], 'deleted', 1, { bootable: true, imageMetadata: {} });
  await methods.updateVolume('v', ['error'], 1, { name: 'n', description: null, metadata: {} });
  await methods.updateSnapshot('s', ['error'], 1, { name: 'n', description: null });
  await methods.updateBackup('b', ['error'], 1, { name: 'n', description: null, metadata: {} });
  await methods.insertAttachment(newAttachment('v'));
  return statements;
}

describe('every statement', () => {
  let statements: readonly string[];
  beforeAll(async () => {
    statements = await everyStatement();
    expect(statements.length).toBeGreaterThan(50);
  });

  // The catalog does so only when it first runs one.
  it('can be prepared on the tables that the migrations make', () => {
    for (const sql of statements) expect(() => database.prepare(sql), sql).not.toThrow();
  });

  it('has its parameters in casts, so that it is never prepared again to suit a value', () => {
    for (const sql of statements) {
      expect(sql.replaceAll(/cast\(\? as (text|integer|bigint)\)/g, '')).not.toContain('?');
    }
  });
});
