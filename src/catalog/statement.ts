import { type Compilable, type Expression, type Kysely, type RawBuilder, sql } from 'kysely';
import type { Tables } from './schema.ts';

/**
 * Statements are written with Kysely, which checks them against the tables, and compiled once into SQL and
 * the order of its parameters: to build one per call would cost more than to run it.
 *
 * Every parameter is written `cast(? as type)`. PostgreSQL learns its type from that. For SQLite it hides the
 * value from the planner, which otherwise prepares any statement with a join anew on every call, to look
 * whether another plan would suit this value better: 50 microseconds for a statement that runs in 6.
 */
export interface Statement<Values> {
  readonly sql: string;
  /** What to bind, in the order of the placeholders. */
  readonly slots: readonly Slot<Values>[];
}

interface Slot<Values> {
  readonly name: keyof Values;
  /** Position in the list, when the parameter is one. */
  readonly index?: number;
}

/** The type of a parameter, in SQL and in TypeScript. */
export interface SqlType<T> {
  readonly sql: 'text' | 'integer' | 'bigint';
  /** How many placeholders a list takes; absent on a single value. */
  readonly width?: number;
  /** Some shapes of the statement do without it. */
  readonly optional?: boolean;
  /** Carries T, which no member shows; never set. */
  readonly type?: T;
}

/** A list of values for `in`. Shorter lists are filled up with their last value; never empty. */
export interface SqlList<T> extends SqlType<T> {
  readonly width: number;
}

/** A value that only some shapes of the statement bind; the others are run with undefined. */
export interface SqlOptional<T> extends SqlType<T> {
  readonly optional: true;
}

export const text: SqlType<string> = { sql: 'text' };
export const integer: SqlType<number> = { sql: 'integer' };
export const bigint: SqlType<number> = { sql: 'bigint' };

/** A text of which only some are allowed, such as a status. */
export function oneOf<T extends string>(): SqlType<T> {
  return { sql: 'text' };
}

export function nullable<T>(type: SqlType<T>): SqlType<T | null> {
  return { sql: type.sql };
}

export function list<T>(type: SqlType<T>, width: number): SqlList<T> {
  return { sql: type.sql, width };
}

export function optional<T>(type: SqlType<T>): SqlOptional<T> {
  return { sql: type.sql, optional: true };
}

export type Parameters = Readonly<Record<string, SqlType<unknown>>>;

/** The values to run a statement with. */
export type Values<P extends Parameters> = {
  readonly [Name in keyof P]: P[Name] extends SqlList<infer T>
    ? readonly T[]
    : P[Name] extends SqlOptional<infer T>
      ? T | undefined
      : P[Name] extends SqlType<infer T>
        ? T
        : never;
};

/** The parameters as they are written into a query. */
export type Placeholders<P extends Parameters> = {
  readonly [Name in keyof P]: P[Name] extends SqlList<infer T>
    ? Expression<T>[]
    : P[Name] extends SqlType<infer T>
      ? RawBuilder<T>
      : never;
};

/** Writes a query: `Row` is what Kysely says that it gives. */
export type Build<P extends Parameters, Row> = (
  db: Kysely<Tables>,
  parameters: Placeholders<P>,
) => Compilable<Row>;

/** Stands where a value will be bound. */
class Placeholder {
  readonly name: string;
  readonly index: number | undefined;

  constructor(name: string, index?: number) {
    this.name = name;
    this.index = index;
  }
}

/**
 * Compiles a query. A parameter may occur in it any number of times, or not at all.
 *
 * @throws Error for a value written into the query: it must be a parameter, or `sql.lit`
 */
export function compile<P extends Parameters, Row>(
  db: Kysely<Tables>,
  parameters: P,
  build: Build<P, Row>,
): Statement<Values<P>> {
  const { sql, parameters: found } = build(db, placeholders(parameters)).compile();
  return { sql, slots: found.map((value) => slot<Values<P>>(sql, value)) };
}

function slot<V>(statement: string, value: unknown): Slot<V> {
  if (!(value instanceof Placeholder)) {
    throw new Error(`a value is written into a statement, make it a parameter: ${statement}`);
  }
  const { name, index } = value;
  // `placeholders` makes them from the keys of P alone, which are the keys of Values<P>.
  return index === undefined ? { name: name as keyof V } : { name: name as keyof V, index };
}

function placeholders<P extends Parameters>(parameters: P): Placeholders<P> {
  const written = Object.entries(parameters).map(([name, type]) => [
    name,
    type.width === undefined
      ? cast(type, new Placeholder(name))
      : Array.from({ length: type.width }, (_, index) => cast(type, new Placeholder(name, index))),
  ]);
  // The mapped type says for each key what the two branches above make of it.
  return Object.fromEntries(written) as Placeholders<P>;
}

function cast<T>(type: SqlType<T>, placeholder: Placeholder): RawBuilder<T> {
  return sql<T>`cast(${placeholder} as ${sql.raw(type.sql)})`;
}

/** The values in the order of the placeholders. */
export function bind<V>(statement: Statement<V>, values: V): unknown[] {
  return statement.slots.map(({ name, index }) => {
    const value = values[name];
    return index !== undefined && Array.isArray(value) ? value[Math.min(index, value.length - 1)] : value;
  });
}
