import type { Build, Parameters, Values } from './statement.ts';

/**
 * Runs statements on one database connection. What is made of rows is decided here, not after an await: the
 * promise of a driver that answers at once is settled when it is returned, so waiting for it costs one turn
 * of the microtask queue.
 *
 * What each method returns is kept and called with values; the statement is compiled and prepared once.
 */
export interface Connection {
  /** The first row, or undefined. */
  one<P extends Parameters, Row, T>(
    parameters: P,
    build: Build<P, Row>,
    decode: (row: Row) => T,
  ): (values: Values<P>) => Promise<T | undefined>;
  /** All rows. */
  many<P extends Parameters, Row, T>(
    parameters: P,
    build: Build<P, Row>,
    decode: (row: Row) => T,
  ): (values: Values<P>) => Promise<T[]>;
  /** Writes; the number of rows written. */
  change<P extends Parameters>(
    parameters: P,
    build: Build<P, unknown>,
  ): (values: Values<P>) => Promise<number>;
}

/**
 * Keeps one statement per shape of a question or change: which of `names` it gives, and what `extra` says.
 * The shapes are few by construction, so none is ever dropped.
 */
export function perShape<const Name extends string, Run>(
  names: readonly Name[],
  prepare: (has: (name: Name) => boolean, extra: number) => Run,
): (shape: { readonly [N in Name]?: unknown }, extra?: number) => Run {
  const prepared = new Map<string, Run>();
  return (shape, extra = 0) => {
    let key = `${extra}`;
    for (const name of names) key += shape[name] === undefined ? '-' : '+';
    let run = prepared.get(key);
    if (run === undefined) {
      run = prepare((name) => shape[name] !== undefined, extra);
      prepared.set(key, run);
    }
    return run;
  };
}

/** How many placeholders to write for a list of `length`: few sizes, so that there are few statements. */
export function listWidth(length: number): number {
  return [1, 4, 16].find((width) => width >= length) ?? length;
}

/** The row that a statement gives whenever it does not throw, such as an insert's. */
export async function always<T>(row: Promise<T | undefined>): Promise<T> {
  const value = await row;
  if (value === undefined) throw new Error('the database gave no row where there always is one');
  return value;
}
