import type { Kysely } from 'kysely';

/** Why the last job for a resource failed, for operators. It outlives the job, and goes with the next that is done. */
export async function failures(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('job_failures')
    .addColumn('resource_id', 'text', (column) => column.primaryKey())
    .addColumn('job_id', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('failed_at', 'bigint', (column) => column.notNull())
    .execute();
}
