import {
  type Expression,
  expressionBuilder,
  type Kysely,
  type SelectQueryBuilder,
  type SqlBool,
  sql,
} from 'kysely';
import type { BackupFilter, Page, SnapshotFilter, VolumeFilter } from './catalog.ts';
import { type Connection, perShape } from './connection.ts';
import { pairsOf } from './dialect.ts';
import { encodeMap } from './json.ts';
import type { Tables } from './schema.ts';
import { bigint, integer, list, nullable, optional, type Placeholders, text } from './statement.ts';
import { type TenantScope, tenantOf } from './tenant-scope.ts';

/** The columns that lists of every kind are narrowed and ordered by, in a table named `r` in its query. */
interface Listed {
  readonly tenant_id: string;
  readonly name: string | null;
  readonly status: string;
  readonly size: number;
  readonly created_at: number;
  readonly serial: number;
  readonly changed_at: number;
  readonly deleted_at: number | null;
}

const row = expressionBuilder<{ r: Listed }, 'r'>();

const UNNARROWED = {
  id: null,
  description: null,
  userName: null,
  availabilityZone: null,
  volumeType: null,
  snapshotId: null,
  sourceVolumeId: null,
} as const satisfies { [Name in (typeof FURTHER)[number]]: null };

/** The values of the columns without an index: null for those that do not narrow. */
function furtherOf(filter: AnyFilter): {
  readonly isGiven: boolean;
  readonly values: { readonly [Name in (typeof FURTHER)[number]]: string | null };
} {
  const given = FURTHER.filter((name) => filter[name] !== undefined);
  if (given.length === 0) return { isGiven: false, values: UNNARROWED };
  const values = Object.fromEntries(given.map((name) => [name, filter[name]]));
  return { isGiven: true, values: { ...UNNARROWED, ...values } };
}

/** What lists may be asked for, of one kind or another. */
type AnyFilter = Omit<VolumeFilter & SnapshotFilter & BackupFilter, 'statuses'> & {
  readonly statuses?: readonly string[] | undefined;
};

const OWN = ['typeId', 'backupId', 'volumeId'] as const;
/** Columns without an index. One shape stands for any of them, so that there are few statements. */
const FURTHER = [
  'id',
  'description',
  'userName',
  'availabilityZone',
  'volumeType',
  'snapshotId',
  'sourceVolumeId',
] as const;
const SHAPE = [
  'tenantId',
  'name',
  'status',
  'size',
  ...OWN,
  'metadata',
  'isBootable',
  'further',
  'changedSince',
  'after',
] as const;

/** What a query has of it depends on its shape; `width` is the number of statuses. */
const parameters = (width: number) => ({
  tenantId: optional(text),
  name: optional(text),
  status: optional(text),
  statuses: list(text, Math.max(width, 1)),
  size: optional(integer),
  typeId: optional(text),
  backupId: optional(text),
  volumeId: optional(text),
  metadata: optional(text),
  id: nullable(text),
  description: nullable(text),
  userName: nullable(text),
  availabilityZone: nullable(text),
  volumeType: nullable(text),
  snapshotId: nullable(text),
  sourceVolumeId: nullable(text),
  changedSince: optional(bigint),
  createdAt: optional(bigint),
  serial: optional(bigint),
  limit: bigint,
  offset: bigint,
});

type ListPlaceholders = Placeholders<ReturnType<typeof parameters>>;

export interface ListOptions<DB, TB extends keyof DB, Row, T> {
  readonly order: 'asc' | 'desc';
  /** The columns of `r` that narrow this kind of list besides those that all have. */
  readonly columns: { readonly [Name in (typeof OWN | typeof FURTHER)[number]]?: string };
  /** All rows of `r`. */
  readonly select: (db: Kysely<Tables>) => SelectQueryBuilder<DB, TB, Row>;
  readonly decode: (row: Row) => T;
}

function conditions(
  db: Kysely<Tables>,
  { order, columns }: Pick<ListOptions<never, never, never, never>, 'order' | 'columns'>,
  has: (name: (typeof SHAPE)[number]) => boolean,
  p: ListPlaceholders,
): Expression<SqlBool>[] {
  const found: Expression<SqlBool>[] = [];
  if (has('tenantId')) found.push(row('r.tenant_id', '=', p.tenantId));
  if (has('changedSince')) found.push(row('r.changed_at', '>=', p.changedSince));
  else found.push(row('r.deleted_at', 'is', null));
  if (has('name')) found.push(row('r.name', '=', p.name));
  if (has('status')) found.push(row('r.status', '=', p.status));
  if (has('size')) found.push(row('r.size', '=', p.size));
  for (const name of OWN) {
    const column = columns[name];
    if (column !== undefined && has(name)) found.push(sql`${sql.ref(column)} = ${p[name]}`);
  }
  if (has('isBootable')) found.push(sql`(r.bootable = 1 or r.image_id is not null)`);
  if (has('metadata')) found.push(hasPairs(db, p.metadata));
  if (has('further')) {
    for (const name of FURTHER) {
      const column = columns[name];
      if (column !== undefined) found.push(sql`(${p[name]} is null or ${sql.ref(column)} = ${p[name]})`);
    }
  }
  if (has('after')) {
    const beyond = order === 'asc' ? sql`>` : sql`<`;
    const key = sql`(${row.ref('r.created_at')}, ${row.ref('r.serial')})`;
    found.push(sql`${key} ${beyond} (${p.createdAt}, ${p.serial})`);
  }
  return found;
}

/** Whether the metadata of a row has every pair of `wanted`, a JSON object. */
function hasPairs(db: Kysely<Tables>, wanted: Expression<string>): Expression<SqlBool> {
  const had = sql`select 1 from ${pairsOf(db, sql.ref('r.metadata'))} as had
    where had.key = wanted.key and had.value = wanted.value`;
  return sql`not exists (select 1 from ${pairsOf(db, wanted)} as wanted where not exists (${had}))`;
}

/** The rows in one of the statuses: a query for each, so that each can follow an index in its order. */
function inStatuses<DB, TB extends keyof DB, Row>(
  rows: SelectQueryBuilder<DB, TB, Row>,
  statuses: ListPlaceholders['statuses'],
): SelectQueryBuilder<DB, TB, Row> {
  const [first = rows, ...others] = statuses.map((status) => rows.where(row('r.status', '=', status)));
  return others.reduce((all, other) => all.unionAll(other), first);
}

/**
 * Pages of a tenant's list of one kind. What a page costs:
 * - Narrowed by one column it is read off the index of that column, in the order of the list.
 * - Several statuses are as many such reads, merged row by row: together they read at most a row each beyond
 *   the end of the page (`offset + limit`), however many resources are in those states.
 * - Behind a place it begins there in the index, however far down the list that is.
 * - What changed since a time is found by when it changed, then sorted by when it was made, as only that order
 *   stays the same from one page to the next: every page costs as much as has changed.
 */
export function listPages<DB, TB extends keyof DB, Row, T>(
  connection: Connection,
  options: ListOptions<DB, TB, Row, T>,
): (scope: TenantScope, filter: AnyFilter, page: Page) => Promise<T[]> {
  const prepared = perShape(SHAPE, (has, width) =>
    connection.many(
      parameters(width),
      (db, p) => {
        const narrowed = conditions(db, options, has, p);
        // These rows are sorted anyway.
        const isSorted = width > 0 && has('changedSince');
        if (isSorted) narrowed.push(row('r.status', 'in', p.statuses));
        const rows = narrowed.reduce((query, condition) => query.where(condition), options.select(db));
        return inStatuses(rows, width === 0 || isSorted ? [] : p.statuses)
          .orderBy(sql.ref('created_at'), options.order)
          .orderBy(sql.ref('serial'), options.order)
          .limit(p.limit)
          .offset(p.offset);
      },
      options.decode,
    ),
  );
  return async (scope, filter, { limit, offset, after }) => {
    const { name, status, size, typeId, backupId, volumeId, changedSince } = filter;
    const statuses = [...new Set(filter.statuses)];
    if (filter.statuses !== undefined && statuses.length === 0) return [];
    const tenantId = tenantOf(scope);
    const { createdAt, serial } = after ?? {};
    const own = { typeId, backupId, volumeId };
    const metadata = filter.metadata && encodeMap(filter.metadata);
    const further = furtherOf(filter);
    const values = {
      tenantId,
      name,
      status,
      statuses,
      size,
      ...own,
      metadata,
      changedSince,
      createdAt,
      serial,
    };
    const shape = { ...filter, tenantId, further: further.isGiven || undefined, after };
    return prepared(shape, statuses.length)({ ...values, ...further.values, limit, offset });
  };
}
