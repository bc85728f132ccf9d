import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Connection } from './connection.ts';
import { sqlWriter } from './dialect.ts';
import { catalogReads, transactionMethods } from './methods.ts';
import { migrate } from './migrate.ts';
import type { Tables } from './schema.ts';
import { compile } from './statement.ts';
import { newBackup, newSnapshot, newVolume } from './testing.ts';

/** Compiles statements, keeps their SQL and runs none. */
function recorder() {
  const statements: string[] = [];
  const writer = sqlWriter<Tables>('sqlite');
  const record = (sql: string) => {
    statements.push(sql);
  };
  const connection: Connection = {
    one: (parameters, build) => {
      record(compile(writer, parameters, build).sql);
      return async () => undefined;
    },
    many: (parameters, build) => {
      record(compile(writer, parameters, build).sql);
      return async () => [];
    },
    change: (parameters, build) => {
      record(compile(writer, parameters, build).sql);
      return async () => 0;
    },
  };
  return { statements, connection };
}

const PAGE = { limit: 10, offset: 0 };
const RESOURCES = { listVolumes: 'volumes', listSnapshots: 'snapshots', listBackups: 'backups' } as const;

/** Which index must answer which filter: the most telling one of those given. */
const FILTERS = [
  [{}, 'creation'],
  [{ status: 's' }, 'status'],
  [{ name: 'n' }, 'name'],
  [{ name: 'n', status: 's' }, '(name|status)'],
  [{ volumeId: 'v' }, 'volume'],
  [{ volumeId: 'v', status: 's' }, '(volume|status)'],
  [{ volumeId: 'v', name: 'n' }, '(volume|name)'],
  [{ volumeId: 'v', name: 'n', status: 's' }, '(volume|name|status)'],
] as const;

const LISTS = Object.entries(RESOURCES).flatMap(([method, table]) =>
  FILTERS.filter(([filter]) => table !== 'volumes' || !('volumeId' in filter)).map(([filter, index]) => ({
    // The entries of RESOURCES have its keys, which Object.entries does not say.
    method: method as keyof typeof RESOURCES,
    table,
    filter,
    index,
  })),
);

describe('the plan of', () => {
  let database: Database.Database;
  beforeAll(async () => {
    database = new Database(':memory:');
    await migrate(new Kysely({ dialect: new SqliteDialect({ database }) }), 'sqlite', 'memory');
    return () => database.close();
  });
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

  it('a list never meets a tombstone: none is in an index of its table', () => {
    const indexes = database
      .prepare<[], string>(
        "select sql from sqlite_master where type = 'index' and name like '%\\_by\\_%' escape '\\'",
      )
      .pluck()
      .all()
      .filter((sql) => !sql.includes('"jobs"'));
    expect(indexes).toHaveLength(11);
    for (const sql of indexes) expect(sql).toMatch(/ where "deleted_at" is null$/);
  });

  it('every other read of a tenant, and of a job, is a search without a sort', () => {
    const { statements, connection } = recorder();
    catalogReads(connection);
    const tenants = statements.filter((sql) => !sql.includes('"jobs"'));
    expect(tenants.length).toBeGreaterThan(8);
    for (const sql of tenants) expect(plan(sql), sql).not.toMatch(/SCAN|TEMP B-TREE/);
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
    const changes = statements.filter((sql) => /^(update|delete)/.test(sql));
    expect(changes.length).toBeGreaterThan(10);
    for (const sql of changes) expect(plan(sql), sql).toMatch(/^SEARCH (?!.*SCAN)/);
  });
});

describe('every statement', () => {
  it('has its parameters in casts, so that it is never prepared again to suit a value', async () => {
    const { statements, connection } = recorder();
    const reads = catalogReads(connection);
    const methods = transactionMethods(connection);
    for (const { method, filter } of LISTS) await reads[method]('t', filter, PAGE);
    for (const serial of [{}, { serial: 1 }]) {
      // The recorder gives no serial back, which the inserts complain about after the statement is written.
      await Promise.allSettled([
        methods.insertVolume(newVolume(serial)),
        methods.insertSnapshot(newSnapshot(serial)),
        methods.insertBackup(newBackup(serial)),
      ]);
    }
    await methods.setVolumeStatus('v', ['error'], 'deleted', 1, { bootable: true, imageMetadata: {} });
    expect(statements.length).toBeGreaterThan(50);
    for (const sql of statements) {
      expect(sql.replaceAll(/cast\(\? as (text|integer|bigint)\)/g, '')).not.toContain('?');
    }
  });
});
