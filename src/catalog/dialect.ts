import {
  type ColumnDefinitionBuilder,
  DummyDriver,
  type Expression,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  sql,
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

/** The dialect that a Kysely writes. */
function dialectOf<Tables>(db: Kysely<Tables>): Dialect {
  return db.getExecutor().adapter instanceof PostgresAdapter ? 'postgres' : 'sqlite';
}

/** The pairs of a JSON object of texts as rows of two columns, `key` and `value`. */
export function pairsOf<Tables>(db: Kysely<Tables>, json: Expression<string>): RawBuilder<unknown> {
  return dialectOf(db) === 'sqlite' ? sql`json_each(${json})` : sql`json_each_text(cast(${json} as json))`;
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
