import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { catalogReads } from './methods.ts';
import { migrate } from './migrate.ts';
import { EVERY_TENANT, type TenantScope } from './tenant-scope.ts';
import { planIn, recorder } from './testing-plans.ts';

const PAGE = { limit: 10, offset: 0 };
const BEHIND = { ...PAGE, after: { createdAt: 1, serial: 1 } };
const LISTS = [
  ['listVolumes', 'volumes'],
  ['listSnapshots', 'snapshots'],
  ['listBackups', 'backups'],
] as const;

let database: Database.Database;
let plan: (sql: string) => string;
beforeAll(async () => {
  database = new Database(':memory:');
  await migrate(new Kysely({ dialect: new SqliteDialect({ database }) }), 'sqlite', 'memory');
  plan = planIn(database);
  return () => database.close();
});

/** The one statement that the call prepares, and how it is answered. */
async function planOf(call: (reads: ReturnType<typeof catalogReads>) => Promise<unknown>): Promise<string> {
  const { statements, connection } = recorder();
  const reads = catalogReads(connection);
  const before = statements.length;
  await call(reads);
  expect(statements.length).toBe(before + 1);
  const sql = statements.at(-1) ?? '';
  expect(sql.replaceAll(/cast\(\? as (text|integer|bigint)\)/g, '')).not.toContain('?');
  return plan(sql);
}

describe.each(LISTS)('the plan of %s of all tenants', (list, table) => {
  const stepsOf = (filter: object, page: typeof PAGE = PAGE) =>
    planOf((reads) => reads[list](EVERY_TENANT, filter, page));

  it.each([
    [{}, 'SCAN', 'creation'],
    [{ status: 's' }, 'SEARCH', 'status'],
    [{ name: 'n' }, 'SEARCH', 'name'],
    [{ name: 'n', status: 's' }, 'SEARCH', '(name|status)'],
    // Looked for on the way.
    [{ size: 1 }, 'SCAN', 'creation'],
    [{ id: 'i', description: 'd' }, 'SCAN', 'creation'],
    [{ id: 'i', status: 's' }, 'SEARCH', 'status'],
  ])('%j reads the rows of its page off one index, in the order of the list', async (filter, how, index) => {
    for (const page of [PAGE, BEHIND]) {
      const steps = await stepsOf(filter, page);
      // A place to begin behind makes a search of it.
      expect(steps).toMatch(new RegExp(`^(${how}|SEARCH) r USING INDEX all_${table}_by_${index}`));
      expect(steps).not.toMatch(/SCAN a|TEMP B-TREE|MULTI-INDEX/);
    }
  });

  it('merges several statuses, each read off an index', async () => {
    const steps = await stepsOf({ statuses: ['error', 'creating'] });
    expect(steps.match(new RegExp(`SEARCH r USING INDEX all_${table}_by_status`, 'g'))).toHaveLength(2);
    expect(steps).not.toMatch(/SCAN|TEMP B-TREE/);
  });
});

describe('the plan of', () => {
  it.each<[TenantScope, string]>([
    ['t', 'SEARCH r USING INDEX volumes_by_creation \\(tenant_id='],
    [EVERY_TENANT, 'SCAN r USING INDEX all_volumes_by_creation'],
  ])(
    'volumes by metadata and zone, of %s, looks at volumes in the order of the list',
    async (scope, first) => {
      const filter = { metadata: { k: 'v' }, availabilityZone: 'az1' };
      const steps = await planOf((reads) => reads.listVolumes(scope, filter, PAGE));
      expect(steps).toMatch(new RegExp(`^${first}`));
      expect(steps).toMatch(/SCAN wanted VIRTUAL TABLE.*SCAN had VIRTUAL TABLE/s);
      expect(steps).not.toMatch(/TEMP B-TREE|MULTI-INDEX/);
    },
  );

  it('narrowing a tenant by what has no index keeps to the tenant', async () => {
    for (const filter of [{ status: 's' }, { name: 'n' }, {}]) {
      const steps = await planOf((reads) => reads.listVolumes('t', { ...filter, volumeType: 'x' }, PAGE));
      expect(steps).toMatch(/^SEARCH r USING INDEX volumes_by_\w+ \(tenant_id=\?/);
      expect(steps).not.toMatch(/TEMP B-TREE/);
    }
  });

  it("what is anybody's is a search", async () => {
    const server = await planOf((reads) => reads.listAttachments(EVERY_TENANT, 's', PAGE));
    expect(server).toBe('SEARCH attachments USING INDEX attachments_by_server (server_id=?)');
    for (const steps of [
      await planOf((reads) => reads.findVolume(EVERY_TENANT, 'v')),
      await planOf((reads) => reads.findVolumeBySerial(EVERY_TENANT, 1)),
      await planOf((reads) => reads.findVolumeKey(EVERY_TENANT, 'v')),
      await planOf((reads) => reads.findSnapshot(EVERY_TENANT, 's')),
      await planOf((reads) => reads.findBackupBySerial(EVERY_TENANT, 1)),
      await planOf((reads) => reads.findAttachment(EVERY_TENANT, 's', 'v')),
    ])
      expect(steps).toMatch(
        /^SEARCH \w+ USING (INDEX \S+ \((id|volume_id)=\?\)|INTEGER PRIMARY KEY)(?!.*SCAN)/,
      );
  });
});
