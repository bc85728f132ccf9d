import type Database from 'better-sqlite3';
import type { Kysely } from 'kysely';
import type { Connection } from './connection.ts';
import { sqlWriter } from './dialect.ts';
import type { Tables } from './schema.ts';
import { type Build, bind, compile, type Parameters, type Values } from './statement.ts';

/**
 * Statements on a better-sqlite3 database. It answers at once; the functions are async so that whatever
 * fails comes as a rejection, and callers need not know.
 */
export class SqliteConnection implements Connection {
  readonly #database: Database.Database;
  readonly #writer: Kysely<Tables> = sqlWriter<Tables>('sqlite');
  readonly #beforeEach: () => void;

  /** @param beforeEach runs before each statement */
  constructor(database: Database.Database, beforeEach: () => void = () => {}) {
    this.#database = database;
    this.#beforeEach = beforeEach;
  }

  one<P extends Parameters, Row, T>(parameters: P, build: Build<P, Row>, decode: (row: Row) => T) {
    const statement = this.#onceAsked(parameters, build);
    return async (values: Values<P>): Promise<T | undefined> => {
      this.#beforeEach();
      const { prepared, bound } = statement();
      const row = prepared.get(...bound(values));
      return row === undefined ? undefined : decode(row);
    };
  }

  many<P extends Parameters, Row, T>(parameters: P, build: Build<P, Row>, decode: (row: Row) => T) {
    const statement = this.#onceAsked(parameters, build);
    return async (values: Values<P>): Promise<T[]> => {
      this.#beforeEach();
      const { prepared, bound } = statement();
      return prepared.all(...bound(values)).map((row) => decode(row));
    };
  }

  change<P extends Parameters>(parameters: P, build: Build<P, unknown>) {
    const statement = this.#onceAsked(parameters, build);
    return async (values: Values<P>): Promise<number> => {
      this.#beforeEach();
      const { prepared, bound } = statement();
      return prepared.run(...bound(values)).changes;
    };
  }

  /**
   * Compiles and prepares the statement when it is first run: of a hundred, the first answer after a start needs
   * three. `plans.test.ts` prepares them all.
   */
  #onceAsked<P extends Parameters, Row>(parameters: P, build: Build<P, Row>) {
    const prepare = () => {
      const statement = compile(this.#writer, parameters, build);
      return {
        prepared: this.#database.prepare<unknown[], Row>(statement.sql),
        bound: (values: Values<P>) => bind(statement, values),
      };
    };
    let made: ReturnType<typeof prepare> | undefined;
    return () => {
      made ??= prepare();
      return made;
    };
  }
}
