import { type Kysely, sql } from 'kysely';

/** What clients of the services ask for beyond the documents: metadata of snapshots, and the lists of all tenants. */
export async function clients(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('snapshots')
    .addColumn('metadata', 'text', (column) => column.notNull().defaultTo('{}'))
    .execute();
  for (const table of ['volumes', 'snapshots', 'backups']) await listIndexesOfAll(db, table);
  // A server of a name may be known to several tenants; the unique constraint has the tenant first.
  await db.schema
    .createIndex('attachments_by_server')
    .on('attachments')
    .columns(['server_id', 'device', 'volume_id'])
    .execute();
}

/**
 * As the list indexes of 0001, without the tenant. What lists of all tenants are narrowed by besides is looked for
 * in the order of the list: every further index would be paid for by every tenant that makes something.
 */
async function listIndexesOfAll(db: Kysely<unknown>, table: string): Promise<void> {
  for (const [name, columns] of Object.entries({ creation: [], status: ['status'], name: ['name'] })) {
    await db.schema
      .createIndex(`all_${table}_by_${name}`)
      .on(table)
      .columns([...columns, 'created_at', 'serial'])
      .where(sql.ref('deleted_at'), 'is', null)
      .execute();
  }
}
