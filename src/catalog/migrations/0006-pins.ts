import { type Kysely, sql } from 'kysely';

/** How many snapshots a volume has, whoever took them: an administrator's is of another tenant than its volume. */
export async function pins(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('all_snapshots_by_volume')
    .on('snapshots')
    .columns(['volume_id'])
    .where(sql.ref('deleted_at'), 'is', null)
    .execute();
}
