import { expressionBuilder, type Kysely, type SelectQueryBuilder, sql } from 'kysely';
import type { ListKey } from './catalog.ts';
import type { Connection } from './connection.ts';
import type { Tables } from './schema.ts';
import { isSerial } from './serials.ts';
import { bigint, optional, text } from './statement.ts';
import { perScope, type TenantScope, tenantOf } from './tenant-scope.ts';

/** The columns that one of any kind is found by, in a table named `r` in its query. */
interface Found {
  readonly id: string;
  readonly serial: number;
  readonly tenant_id: string;
  readonly created_at: number;
  readonly deleted_at: number | null;
}

const row = expressionBuilder<{ r: Found }, 'r'>();

export interface FindOptions<DB, TB extends keyof DB, Row, T> {
  readonly table: 'volumes' | 'snapshots' | 'backups';
  /** All rows of `r`. */
  readonly select: (db: Kysely<Tables>) => SelectQueryBuilder<DB, TB, Row>;
  readonly decode: (row: Row) => T;
}

/** The look-ups of one resource of a kind. Within one tenant another's cannot be told from one that is not there. */
export interface Finds<T> {
  byId(scope: TenantScope, id: string): Promise<T | undefined>;
  bySerial(scope: TenantScope, serial: number): Promise<T | undefined>;
  /** Of a tombstone too. */
  keyOf(scope: TenantScope, id: string): Promise<ListKey | undefined>;
}

export function finds<DB, TB extends keyof DB, Row, T>(
  connection: Connection,
  { table, select, decode }: FindOptions<DB, TB, Row, T>,
): Finds<T> {
  const live = (db: Kysely<Tables>) => select(db).where(row('r.deleted_at', 'is', null));
  const byId = perScope((isOneTenant) =>
    connection.one(
      { tenantId: optional(text), id: text },
      (db, p) =>
        live(db)
          .$if(isOneTenant, (query) => query.where(row('r.tenant_id', '=', p.tenantId)))
          .where(row('r.id', '=', p.id)),
      decode,
    ),
  );
  const bySerial = perScope((isOneTenant) =>
    connection.one(
      { tenantId: optional(text), serial: bigint },
      (db, p) =>
        live(db)
          .$if(isOneTenant, (query) => query.where(row('r.tenant_id', '=', p.tenantId)))
          .where(row('r.serial', '=', p.serial)),
      decode,
    ),
  );
  const keyOf = perScope((isOneTenant) =>
    connection.one(
      { tenantId: optional(text), id: text },
      (db, p) =>
        db
          .selectFrom(sql<Found>`${sql.table(table)}`.as('r'))
          .select(['r.created_at as createdAt', 'r.serial'])
          .where(row('r.id', '=', p.id))
          .$if(isOneTenant, (query) => query.where(row('r.tenant_id', '=', p.tenantId))),
      (key): ListKey => key,
    ),
  );
  return {
    byId: (scope, id) => byId(scope)({ tenantId: tenantOf(scope), id }),
    bySerial: async (scope, serial) =>
      isSerial(serial) ? bySerial(scope)({ tenantId: tenantOf(scope), serial }) : undefined,
    keyOf: (scope, id) => keyOf(scope)({ tenantId: tenantOf(scope), id }),
  };
}
