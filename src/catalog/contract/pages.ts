import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CatalogReads, CatalogTransaction, ListKey, Page } from '../catalog.ts';
import type { CatalogUnderTest } from '../catalog-contract.ts';
import { CREATED_AT, newBackup, newSnapshot, newVolume } from '../testing.ts';

/** What the parts below look at of a resource of any kind. */
interface Listed {
  readonly id: string;
  readonly serial: number;
  readonly createdAt: number;
}

const STATUSES = ['available', 'creating', 'deleting', 'deleted', 'error'] as const;
const TENANTS = ['tenant-a', 'tenant-b'] as const;
const word = fc.constantFrom('x', 'y', 'z');
const smallTime = fc.integer({ min: 0, max: 5 }).map((time) => CREATED_AT + time);

/** A row of any kind; what a kind has no column for it leaves out. */
const anyRow = fc
  .record({
    tenantId: fc.constantFrom<string>(...TENANTS),
    status: fc.constantFrom(...STATUSES),
    name: fc.option(word),
    size: fc.integer({ min: 1, max: 3 }),
    typeId: word,
    backupId: fc.option(word),
    volumeId: word,
    createdAt: smallTime,
    updatedAt: fc.option(smallTime),
    modifiedAt: fc.option(smallTime),
  })
  .map((row) => ({ ...row, deletedAt: row.status === 'deleted' ? row.createdAt : null }));
type AnyRow = typeof anyRow extends fc.Arbitrary<infer T> ? T : never;

/** Left out twice as often as not: what several filters have in common would soon be nothing. */
const sometimes = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });
const commonFilter = {
  name: sometimes(word),
  status: sometimes(fc.constantFrom('available', 'deleted', 'no such status')),
  statuses: sometimes(fc.array(fc.constantFrom(...STATUSES), { maxLength: 6 })),
  size: sometimes(fc.integer({ min: 1, max: 4 })),
  changedSince: sometimes(smallTime),
};

type AnyFilter = {
  readonly [Name in 'name' | 'status' | 'size' | 'typeId' | 'backupId' | 'volumeId']?: unknown;
} & { readonly statuses?: readonly string[] | undefined; readonly changedSince?: number | undefined };

/** What a list would have, said in the plainest way. */
function isWanted(row: AnyRow, tenantId: string, filter: AnyFilter): boolean {
  const { statuses, changedSince, ...equal } = filter;
  const changedAt = Math.max(row.createdAt, row.updatedAt ?? 0, row.modifiedAt ?? 0);
  return (
    row.tenantId === tenantId &&
    (changedSince === undefined ? row.deletedAt === null : changedAt >= changedSince) &&
    (statuses === undefined || statuses.includes(row.status)) &&
    Object.entries(equal).every(
      ([name, value]) => value === undefined || row[name as keyof typeof equal] === value,
    )
  );
}

interface Kind<Filter> {
  readonly name: string;
  readonly filter: fc.Arbitrary<Filter>;
  readonly order: 1 | -1;
  insert(tx: CatalogTransaction, row: AnyRow): Promise<Listed>;
  list(reads: CatalogReads, tenantId: string, filter: Filter, page: Page): Promise<readonly Listed[]>;
  key(reads: CatalogReads, tenantId: string, id: string): Promise<ListKey | undefined>;
}

async function allPages(list: (page: Page) => Promise<readonly Listed[]>, limit: number): Promise<Listed[]> {
  const found: Listed[] = [];
  for (;;) {
    const page = await list({ limit, offset: 0, after: found.at(-1) });
    found.push(...page);
    if (page.length < limit) return found;
    if (found.length > 100) throw new Error('the pages do not come to an end');
  }
}

function pagesOf<Filter extends AnyFilter>(test: CatalogUnderTest, kind: Kind<Filter>): void {
  it(`of ${kind.name} has what was asked for and nothing of another tenant, however it is cut`, async () => {
    const setting = fc.record({
      rows: fc.array(anyRow, { maxLength: 25 }),
      filters: fc.array(kind.filter, { minLength: 4, maxLength: 4 }),
      limit: fc.integer({ min: 1, max: 6 }),
    });
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(setting, async ({ rows, filters, limit }) => {
        runs += 1;
        const own = rows.map((row) => ({ ...row, tenantId: `${row.tenantId}-${runs}` }));
        const inserted = await test.catalog.transaction(async (tx) => {
          const pairs: { readonly row: AnyRow; readonly listed: Listed }[] = [];
          for (const row of own) pairs.push({ row, listed: await kind.insert(tx, row) });
          return pairs;
        });
        for (const filter of filters)
          for (const tenant of TENANTS) {
            const tenantId = `${tenant}-${runs}`;
            const expected = inserted
              .filter(({ row }) => isWanted(row, tenantId, filter))
              .map(({ listed }) => listed)
              .sort((a, b) => kind.order * (a.createdAt - b.createdAt || a.serial - b.serial))
              .map(({ id }) => id);
            const list = (page: Page) => kind.list(test.catalog, tenantId, filter, page);
            const ids = (found: readonly Listed[]) => found.map(({ id }) => id);
            expect(ids(await allPages(list, limit))).toEqual(expected);
            const offset = Math.min(limit, 3);
            expect(ids(await list({ limit, offset }))).toEqual(expected.slice(offset, offset + limit));
          }
      }),
      { numRuns: 60 },
    );
  });

  it(`of ${kind.name} can begin behind one that has been deleted, never behind another tenant's`, async () => {
    const row: AnyRow = {
      ...{ tenantId: 'tenant-a', status: 'deleted', name: null, size: 1, typeId: 'x', volumeId: 'x' },
      ...{ backupId: null, createdAt: CREATED_AT, updatedAt: null, modifiedAt: null, deletedAt: CREATED_AT },
    };
    const { id, createdAt, serial } = await test.catalog.transaction((tx) => kind.insert(tx, row));
    expect(await kind.key(test.catalog, 'tenant-a', id)).toEqual({ createdAt, serial });
    expect(await kind.key(test.catalog, 'tenant-b', id)).toBeUndefined();
    expect(await kind.key(test.catalog, 'tenant-a', 'no such id')).toBeUndefined();
  });
}

export function pageContract(test: CatalogUnderTest): void {
  describe('a page', () => {
    pagesOf(test, {
      name: 'volumes',
      filter: fc.record({ ...commonFilter, typeId: sometimes(word), backupId: sometimes(word) }),
      order: -1,
      insert: (tx, { volumeId: _, ...row }) => tx.insertVolume(newVolume(row)),
      list: (reads, ...asked) => reads.listVolumes(...asked),
      key: (reads, ...asked) => reads.findVolumeKey(...asked),
    });
    pagesOf(test, {
      name: 'snapshots',
      filter: fc.record({ ...commonFilter, volumeId: sometimes(word) }),
      order: -1,
      insert: (tx, { typeId: _, backupId: __, ...row }) => tx.insertSnapshot(newSnapshot(row)),
      list: (reads, ...asked) => reads.listSnapshots(...asked),
      key: (reads, ...asked) => reads.findSnapshotKey(...asked),
    });
    pagesOf(test, {
      name: 'backups',
      filter: fc.record({ ...commonFilter, volumeId: sometimes(word) }),
      order: 1,
      insert: (tx, { typeId: _, backupId: __, ...row }) => tx.insertBackup(newBackup(row)),
      list: (reads, ...asked) => reads.listBackups(...asked),
      key: (reads, ...asked) => reads.findBackupKey(...asked),
    });
  });

  describe('a list of what changed since', () => {
    const since = (changedSince: number) =>
      test.catalog
        .listVolumes('tenant-a', { changedSince }, { limit: 9, offset: 0 })
        .then((found) => found.map(({ status }) => status));

    it('has a volume from every change of it on, its deletion among them', async () => {
      const volume = await test.catalog.transaction((tx) => tx.insertVolume(newVolume()));
      const { id } = volume;
      expect(await since(CREATED_AT)).toEqual(['available']);
      expect(await since(CREATED_AT + 1)).toEqual([]);
      await test.catalog.transaction((tx) => tx.setVolumeStatus(id, ['available'], 'error', CREATED_AT + 10));
      expect(await since(CREATED_AT + 10)).toEqual(['error']);
      await test.catalog.transaction((tx) => tx.updateVolume(id, ['error'], CREATED_AT + 20, { name: 'n' }));
      expect(await since(CREATED_AT + 20)).toEqual(['error']);
      await test.catalog.transaction((tx) => tx.setVolumeStatus(id, ['error'], 'deleted', CREATED_AT + 30));
      expect(await since(CREATED_AT + 30)).toEqual(['deleted']);
      expect(await since(CREATED_AT + 31)).toEqual([]);
    });

    it('has a snapshot and a backup from every change of them on', async () => {
      const page = { limit: 9, offset: 0 };
      const { catalog } = test;
      await catalog.transaction(async (tx) => {
        const snapshot = await tx.insertSnapshot(newSnapshot());
        const backup = await tx.insertBackup(newBackup());
        await tx.updateSnapshot(snapshot.id, ['available'], CREATED_AT + 10, { name: 's' });
        await tx.updateBackup(backup.id, ['available'], CREATED_AT + 10, { name: 'b' });
      });
      const names = async (changedSince: number) => [
        ...(await catalog.listSnapshots('tenant-a', { changedSince }, page)).map(({ name }) => name),
        ...(await catalog.listBackups('tenant-a', { changedSince }, page)).map(({ name }) => name),
      ];
      expect(await names(CREATED_AT + 10)).toEqual(['s', 'b']);
      expect(await names(CREATED_AT + 11)).toEqual([]);
      await catalog.transaction(async (tx) => {
        const [snapshot] = await tx.listSnapshots('tenant-a', {}, page);
        const [backup] = await tx.listBackups('tenant-a', {}, page);
        await tx.setSnapshotStatus(snapshot?.id ?? '', ['available'], 'deleted', CREATED_AT + 20);
        await tx.setBackupStatus(backup?.id ?? '', ['available'], 'deleted', CREATED_AT + 20);
      });
      expect(await names(CREATED_AT + 20)).toEqual(['s', 'b']);
    });
  });
}
