import {
  type ColumnDefinitionBuilder,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';

/** The databases that the schema and the statements are written for. All that differs is in this file. */
export type Dialect = 'sqlite' | 'postgres';

/**
 * A primary key that numbers rows from one sequence and never gives a number twice, also not after the row
 * with the highest one is gone (SQLite reuses that one without AUTOINCREMENT). An explicit number is allowed;
 * SQLite's sequence goes on after it, PostgreSQL's has to be moved with setval by who inserts it.
 */
export function serialKey(dialect: Dialect) {
  return (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder =>
    dialect === 'sqlite'
      ? column.primaryKey().autoIncrement()
      : column.primaryKey().generatedByDefaultAsIdentity();
}

/** SQLite numbers rows by itself only in a column declared with exactly this type. */
export function serialType(dialect: Dialect): 'integer' | 'bigint' {
  return dialect === 'sqlite' ? 'integer' : 'bigint';
}

/** A Kysely that writes SQL and runs none. */
export function sqlWriter<Tables>(dialect: Dialect): Kysely<Tables> {
  const createDriver = () => new DummyDriver();
  return new Kysely<Tables>({
    dialect:
      dialect === 'sqlite'
        ? {
            createDriver,
            createAdapter: () => new SqliteAdapter(),
            createIntrospector: (db) => new SqliteIntrospector(db),
            createQueryCompiler: () => new SqliteQueryCompiler(),
          }
        : {
            createDriver,
            createAdapter: () => new PostgresAdapter(),
            createIntrospector: (db) => new PostgresIntrospector(db),
            createQueryCompiler: () => new PostgresQueryCompiler(),
          },
  });
}
