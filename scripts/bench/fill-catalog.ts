import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openSqliteCatalog } from '../../src/catalog/sqlite.ts';

export interface Filling {
  /** The tenant that is measured, and how many volumes it has. */
  readonly tenant: string;
  readonly own: number;
  /** Volumes of others, spread over a thousand tenants. */
  readonly others: number;
}

const OTHER_TENANTS = 1000;
const FIRST_CREATED = Date.UTC(2013, 0, 1) * 1000;
const SECOND = 1_000_000;

/**
 * Makes a data folder whose catalog has many volumes. They are written past the engine, in one transaction,
 * since a million requests would take minutes. The tenant's own rows lie evenly among the others', each on
 * a page of its own: as far apart as they can be.
 */
export async function fillCatalog(folder: string, { tenant, own, others }: Filling): Promise<void> {
  const path = join(folder, 'catalog.db');
  await (await openSqliteCatalog({ path })).close(); // makes the tables
  const database = new Database(path);
  try {
    database.pragma('synchronous = OFF');
    database.pragma('cache_size = -262144');
    const insert = database.prepare(
      `insert into volumes (id, tenant_id, status, name, description, size, availability_zone, bootable, metadata, created_at)
       values (?, ?, 'available', ?, 'by the benchmark', 1, 'nova', 0, '{}', ?)`,
    );
    const every = Math.max(1, Math.floor(others / own));
    database.transaction(() => {
      let mine = 0;
      for (let index = 0; index < others; index += 1) {
        const created = FIRST_CREATED + index * SECOND;
        insert.run(randomUUID(), `other-${index % OTHER_TENANTS}`, `volume-${index}`, created);
        if (index % every === 0 && mine < own) {
          mine += 1;
          insert.run(randomUUID(), tenant, `volume-${index}`, created);
        }
      }
    })();
    database.pragma('wal_checkpoint(truncate)');
  } finally {
    database.close();
  }
}
