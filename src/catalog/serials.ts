import { type Expression, type ExpressionWrapper, expressionBuilder, sql } from 'kysely';
import type { Tables } from './schema.ts';

/** Whether a number can be a serial at all: the cast of the parameter would make 1.5 the 1 not asked for. */
export const isSerial = (serial: number): boolean => Number.isSafeInteger(serial);

const tables = expressionBuilder<Tables, never>();

/** The serial of a volume, tombstones included; 0 where there never was one. */
export function volumeSerialOf(id: Expression<string>): ExpressionWrapper<Tables, never, number> {
  const found = tables.selectFrom('volumes as v').select('v.serial').where('v.id', '=', id);
  return tables.fn.coalesce(found, sql.lit(0));
}

/** The serial of a snapshot, tombstones included; null where there never was one. */
export function snapshotSerialOf(id: Expression<string | null>) {
  return tables.selectFrom('snapshots as s').select('s.serial').where('s.id', '=', id);
}
