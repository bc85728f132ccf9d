import { type Expression, type ExpressionBuilder, sql } from 'kysely';
import type { CatalogReads, CatalogTransaction } from './catalog.ts';
import type { Connection } from './connection.ts';
import type { QuotaLimits, QuotaUsage } from './records.ts';
import type { Tables } from './schema.ts';
import { bigint, integer, text } from './statement.ts';

/** In the order in which an exceeded limit is reported. */
const RESOURCES = ['volumes', 'snapshots', 'gigabytes'] as const satisfies (keyof QuotaUsage)[];

const UNUSED: QuotaUsage = Object.freeze({ volumes: 0, snapshots: 0, gigabytes: 0 });

export function quotaReads(connection: Connection): Pick<CatalogReads, 'quotaUsage'> {
  const find = connection.one(
    { tenantId: text },
    (db, p) =>
      db
        .selectFrom('quota_usage')
        .select(['volumes', 'snapshots', 'gigabytes'])
        .where('tenant_id', '=', p.tenantId),
    (row): QuotaUsage => row,
  );
  return { quotaUsage: async (tenantId) => (await find({ tenantId })) ?? UNUSED };
}

/** The usage after which there is no room for `amount` any more. What is given back always has room. */
function ceilings(amount: QuotaUsage, limits: QuotaLimits): QuotaUsage {
  const ceiling = (name: keyof QuotaUsage) =>
    amount[name] <= 0 || limits[name] < 0 ? Number.MAX_SAFE_INTEGER : limits[name] - amount[name];
  return { volumes: ceiling('volumes'), snapshots: ceiling('snapshots'), gigabytes: ceiling('gigabytes') };
}

/** Never below zero: what was seeded without a reservation may be given back all the same. */
function sum(eb: ExpressionBuilder<Tables, 'quota_usage'>, column: keyof QuotaUsage, by: Expression<number>) {
  const total = eb(column, '+', by);
  return eb.case().when(total, '<', sql.lit(0)).then(sql.lit(0)).else(total).end();
}

export function quotaChanges(connection: Connection): Pick<CatalogTransaction, 'reserveQuota'> {
  const { quotaUsage } = quotaReads(connection);
  const ensure = connection.change({ tenantId: text }, (db, p) =>
    db
      .insertInto('quota_usage')
      .values({ tenant_id: p.tenantId, volumes: sql.lit(0), snapshots: sql.lit(0), gigabytes: sql.lit(0) })
      .onConflict((conflict) => conflict.doNothing()),
  );
  const add = connection.change(
    {
      tenantId: text,
      volumes: integer,
      snapshots: integer,
      gigabytes: integer,
      volumesUpTo: bigint,
      snapshotsUpTo: bigint,
      gigabytesUpTo: bigint,
    },
    // The limits are in the condition, so that two servers cannot both see the last free place.
    (db, p) =>
      db
        .updateTable('quota_usage')
        .set((eb) => ({
          volumes: sum(eb, 'volumes', p.volumes),
          snapshots: sum(eb, 'snapshots', p.snapshots),
          gigabytes: sum(eb, 'gigabytes', p.gigabytes),
        }))
        .where('tenant_id', '=', p.tenantId)
        .where('volumes', '<=', p.volumesUpTo)
        .where('snapshots', '<=', p.snapshotsUpTo)
        .where('gigabytes', '<=', p.gigabytesUpTo),
  );
  return {
    reserveQuota: async (tenantId, some, limits) => {
      const amount = { ...UNUSED, ...some };
      const upTo = ceilings(amount, limits);
      await ensure({ tenantId });
      const added = await add({
        tenantId,
        ...amount,
        volumesUpTo: upTo.volumes,
        snapshotsUpTo: upTo.snapshots,
        gigabytesUpTo: upTo.gigabytes,
      });
      if (added === 1) return undefined;
      const usage = await quotaUsage(tenantId);
      return RESOURCES.find((name) => usage[name] > upTo[name]);
    },
  };
}
