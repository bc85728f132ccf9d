import { type Kysely, sql } from 'kysely';
import type { Dialect } from '../dialect.ts';

/** What actions on volumes need to remember: connections, sizes to come, and what may only be read. */
export async function actions(db: Kysely<unknown>, _dialect: Dialect): Promise<void> {
  await db.schema
    .alterTable('volumes')
    .addColumn('exported', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema.alterTable('volumes').addColumn('read_only', 'integer').execute();
  await db.schema.alterTable('volumes').addColumn('new_size', 'integer').execute();
  await db.schema.alterTable('attachments').addColumn('mode', 'text').execute();
  // Until now every attached volume was exported, but for those on their way to a server, whose jobs see to it.
  await sql`
    update volumes set exported = 1
    where status <> 'attaching' and id in (select volume_id from attachments)
  `.execute(db);
  // Few of all volumes are exported, and every start asks for them.
  await db.schema
    .createIndex('volumes_by_export')
    .on('volumes')
    .columns(['id'])
    .where(sql.ref('exported'), '=', sql.lit(1))
    .execute();
}
