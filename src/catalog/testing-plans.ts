import type Database from 'better-sqlite3';
import type { Connection } from './connection.ts';
import { sqlWriter } from './dialect.ts';
import type { Tables } from './schema.ts';
import { compile } from './statement.ts';

/** Compiles statements, keeps their SQL and runs none. */
export function recorder() {
  const statements: string[] = [];
  const writer = sqlWriter<Tables>('sqlite');
  const record = (sql: string) => {
    statements.push(sql);
  };
  const connection: Connection = {
    one: (parameters, build) => {
      record(compile(writer, parameters, build).sql);
      return async () => undefined;
    },
    many: (parameters, build) => {
      record(compile(writer, parameters, build).sql);
      return async () => [];
    },
    change: (parameters, build) => {
      record(compile(writer, parameters, build).sql);
      return async () => 0;
    },
  };
  return { statements, connection };
}

/** How SQLite answers a statement, a line for each step. */
export const planIn =
  (database: Database.Database) =>
  (sql: string): string =>
    database
      .prepare<unknown[], { detail: string }>(`explain query plan ${sql}`)
      .all(...Array.from(sql.matchAll(/\?/g), () => null))
      .map(({ detail }) => detail)
      .join('\n');
