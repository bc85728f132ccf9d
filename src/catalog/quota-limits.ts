import { sql } from 'kysely';
import type { CatalogReads, CatalogTransaction } from './catalog.ts';
import type { Connection } from './connection.ts';
import type { QuotaLimits, QuotaScope } from './records.ts';
import type { QuotaLimitTable } from './schema.ts';
import { integer, nullable, oneOf, text } from './statement.ts';

/** The class that every tenant is in; Cinder's word for it. */
const EVERY_TENANT = 'default';

const NONE: Partial<QuotaLimits> = Object.freeze({});

function toLimits({ volumes, snapshots, gigabytes }: QuotaLimitTable): Partial<QuotaLimits> {
  return {
    ...(volumes === null ? {} : { volumes }),
    ...(snapshots === null ? {} : { snapshots }),
    ...(gigabytes === null ? {} : { gigabytes }),
  };
}

export function limitReads(connection: Connection): Pick<CatalogReads, 'quotaLimits'> {
  const find = connection.many(
    { tenantId: text },
    (db, p) =>
      db
        .selectFrom('quota_limits')
        .selectAll()
        .where('scope', '=', sql.lit('tenant'))
        .where('name', '=', p.tenantId)
        .unionAll(
          db
            .selectFrom('quota_limits')
            .selectAll()
            .where('scope', '=', sql.lit('class'))
            .where('name', '=', sql.lit(EVERY_TENANT)),
        ),
    (row): QuotaLimitTable => row,
  );
  return {
    async quotaLimits(tenantId) {
      const rows = await find({ tenantId });
      const of = (scope: QuotaScope) => {
        const row = rows.find((each) => each.scope === scope);
        return row === undefined ? NONE : toLimits(row);
      };
      return { tenant: of('tenant'), everyTenant: of('class') };
    },
  };
}

export function limitChanges(
  connection: Connection,
): Pick<CatalogTransaction, 'setQuotaLimits' | 'deleteQuotaLimits'> {
  const limit = nullable(integer);
  const set = connection.change(
    { scope: oneOf<QuotaScope>(), name: text, volumes: limit, snapshots: limit, gigabytes: limit },
    (db, { scope, name, volumes, snapshots, gigabytes }) =>
      db
        .insertInto('quota_limits')
        .values({ scope, name, volumes, snapshots, gigabytes })
        .onConflict((conflict) =>
          conflict.columns(['scope', 'name']).doUpdateSet((eb) => ({
            volumes: eb.fn.coalesce('excluded.volumes', 'quota_limits.volumes'),
            snapshots: eb.fn.coalesce('excluded.snapshots', 'quota_limits.snapshots'),
            gigabytes: eb.fn.coalesce('excluded.gigabytes', 'quota_limits.gigabytes'),
          })),
        ),
  );
  const remove = connection.change({ tenantId: text }, (db, p) =>
    db.deleteFrom('quota_limits').where('scope', '=', sql.lit('tenant')).where('name', '=', p.tenantId),
  );
  return {
    async setQuotaLimits(scope, name, { volumes = null, snapshots = null, gigabytes = null }) {
      await set({ scope, name, volumes, snapshots, gigabytes });
    },
    async deleteQuotaLimits(tenantId) {
      await remove({ tenantId });
    },
  };
}
