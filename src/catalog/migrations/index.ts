import type { Kysely } from 'kysely';
import type { Dialect } from '../dialect.ts';
import { resources } from './0001-resources.ts';
import { changes } from './0002-changes.ts';
import { clients } from './0003-clients.ts';
import { actions } from './0004-actions.ts';
import { types } from './0005-types.ts';
import { pins } from './0006-pins.ts';
import { failures } from './0007-failures.ts';

/** One step of the schema. Once released it is never changed; a correction is a further step. */
export interface Migration {
  readonly name: string;
  /** Runs inside the transaction that records the version. */
  readonly up: (db: Kysely<unknown>, dialect: Dialect) => Promise<void>;
}

/** In order: the version of a catalog is the number of steps that it has had. */
export const migrations: readonly Migration[] = [
  { name: '0001-resources', up: resources },
  { name: '0002-changes', up: changes },
  { name: '0003-clients', up: clients },
  { name: '0004-actions', up: actions },
  { name: '0005-types', up: types },
  { name: '0006-pins', up: pins },
  { name: '0007-failures', up: failures },
];
