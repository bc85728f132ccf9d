import { describe, expect, it } from 'vitest';
import { sqlWriter } from './dialect.ts';
import type { Tables } from './schema.ts';
import { bigint, bind, compile, list, nullable, oneOf, optional, text, type Values } from './statement.ts';

const sqlite = sqlWriter<Tables>('sqlite');
const statusOf = oneOf<'available' | 'error'>();

describe('a statement', () => {
  it('is SQL with typed placeholders, and the order in which to bind', () => {
    const statement = compile(sqlite, { limit: bigint, tenantId: text }, (db, p) =>
      db.selectFrom('jobs').select('id').where('tenant_id', '=', p.tenantId).limit(p.limit),
    );
    expect(statement.sql).toBe(
      'select "id" from "jobs" where "tenant_id" = cast(? as text) limit cast(? as bigint)',
    );
    expect(bind(statement, { limit: 5, tenantId: 't' })).toEqual(['t', 5]);
  });

  it('is written in the words of PostgreSQL just as well', () => {
    const { sql } = compile(sqlWriter<Tables>('postgres'), { id: text }, (db, p) =>
      db.selectFrom('jobs').select('id').where('id', '=', p.id),
    );
    expect(sql).toBe('select "id" from "jobs" where "id" = cast($1 as text)');
  });

  it('binds a parameter wherever it occurs, and leaves out one that does not', () => {
    const statement = compile(sqlite, { id: text, other: optional(text) }, (db, p) =>
      db
        .selectFrom('jobs')
        .select('id')
        .where((eb) => eb.or([eb('id', '=', p.id), eb('tenant_id', '=', p.id)])),
    );
    expect(bind(statement, { id: 'x', other: undefined })).toEqual(['x', 'x']);
  });

  it('fills a list up with its last value', () => {
    const statement = compile(sqlite, { from: list(text, 4), id: text }, (db, p) =>
      db.selectFrom('jobs').select('id').where('tenant_id', 'in', p.from).where('id', '=', p.id),
    );
    expect(bind(statement, { id: 'x', from: ['a', 'b'] })).toEqual(['a', 'b', 'b', 'b', 'x']);
    expect(bind(statement, { id: 'x', from: ['a', 'b', 'c', 'd'] })).toEqual(['a', 'b', 'c', 'd', 'x']);
  });

  it('does not compile with a value in it, which would be the same for every call', () => {
    const build = () =>
      compile(sqlite, {}, (db) => db.selectFrom('jobs').select('id').where('id', '=', 'this one'));
    expect(build).toThrow('make it a parameter');
  });

  it('takes values of the types of its parameters only', () => {
    const parameters = { id: text, at: nullable(bigint), from: list(statusOf, 2), name: optional(text) };
    const right: Values<typeof parameters> = { id: 'x', at: null, from: ['error'], name: undefined };
    // @ts-expect-error a text is not a number
    const number: Values<typeof parameters> = { ...right, id: 5 };
    // @ts-expect-error only a nullable parameter takes null
    const missing: Values<typeof parameters> = { ...right, id: null };
    // @ts-expect-error no such status
    const status: Values<typeof parameters> = { ...right, from: ['broken'] };
    expect([right, number, missing, status]).toHaveLength(4);
  });

  it('is checked against the tables', () => {
    compile(sqlite, { id: text, at: bigint }, (db, p) => {
      // @ts-expect-error no such column
      expect(db.selectFrom('jobs').selectAll().where('colour', '=', p.id)).toBeDefined();
      // @ts-expect-error a text column is not compared with a number
      expect(db.selectFrom('jobs').selectAll().where('id', '=', p.at)).toBeDefined();
      return db.selectFrom('jobs').select('id');
    });
  });
});
