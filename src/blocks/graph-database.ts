import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openReadOnly, type ReadOnlyDatabase } from '../files/read-only-database.ts';

/**
 * Which layers, volumes and snapshots there are: `<folder>/graph.db`, an SQLite database. Every change of
 * structure is one transaction, so that a crash leaves it made or not made, and takes the same time whatever
 * the size of the volume. `synchronous = FULL` makes it durable before anybody is told.
 *
 * A layer is the top of one volume and written to, or it is frozen: then layers or snapshots lie on it, and it
 * never changes again but by a merge. Rows say all; nothing is derived from which files are there.
 */
export const GRAPH_VERSION = 1;

/** `CBlk`: tells the file from any other SQLite database. */
const APPLICATION_ID = 0x43426c6b;

const SCHEMA = `
  create table layers (
    -- never given twice: the files of a layer that is gone may still be there
    id integer primary key autoincrement,
    parent integer references layers (id),
    -- bytes of the volume that it belongs or belonged to; no smaller than its parent's
    size integer not null,
    -- 1 when the layer was frozen with files; 0 when it was frozen without, or is a top, which may have some
    stored integer not null default 0
  ) strict;
  create index layers_by_parent on layers (parent);
  create table volumes (
    id text primary key,
    size integer not null,
    top integer not null unique references layers (id)
  ) strict, without rowid;
  create table snapshots (
    id text primary key,
    size integer not null,
    layer integer not null references layers (id)
  ) strict, without rowid;
  create index snapshots_by_layer on snapshots (layer);
  -- a merge that is under way: pages of the map before 'next_page' are done
  create table merges (
    child integer primary key references layers (id) on delete cascade,
    parent integer not null references layers (id) on delete cascade,
    direction text not null check (direction in ('up', 'down')),
    next_page integer not null
  ) strict;
`;

export const graphPath = (folder: string): string => join(folder, 'graph.db');

export class UnknownFormat extends Error {
  constructor(what: string) {
    super(what);
    this.name = 'UnknownFormat';
  }
}

/** @throws UnknownFormat when the database is not a graph, or one of a later release */
function requireVersion(application: unknown, version: unknown, path: string): void {
  if (application !== APPLICATION_ID) throw new UnknownFormat(`${path} is not the graph of a block store`);
  if (version !== GRAPH_VERSION) {
    throw new UnknownFormat(
      `${path} has version ${version}, and this release knows version ${GRAPH_VERSION}`,
    );
  }
}

function checkVersion(database: Database.Database, path: string): void {
  const pragma = (name: string): unknown => database.pragma(name, { simple: true });
  requireVersion(pragma('application_id'), pragma('user_version'), path);
}

/** In place of what SQLite says of a file that is none of its own. */
function asUnknownFormat(error: unknown, path: string): unknown {
  const message = error instanceof Error ? error.message : '';
  return /not a database|disk image is malformed/.test(message)
    ? new UnknownFormat(`${path} is not the graph of a block store: ${message}`)
    : error;
}

/**
 * Opens the graph, and makes it when the file is not there, or empty, if it `mayBeNew`.
 *
 * @throws UnknownFormat when it is not a graph of this release, or is new and may not be
 */
export function openGraphDatabase(folder: string, mayBeNew = true): Database.Database {
  const path = graphPath(folder);
  if (!mayBeNew && (statSync(path, { throwIfNoEntry: false })?.size ?? 0) === 0) {
    throw new UnknownFormat(
      `${path} is missing or empty, and there are layers: without it nobody knows whose bytes they are; put it back from a copy of the data folder, or move ${folder} away and restore the volumes from their backups`,
    );
  }
  const database = new Database(path);
  try {
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    // The graph is small, and the operating system has it in memory anyway.
    database.pragma('cache_size = -512');
    const isNew = database.prepare('select count(*) from sqlite_schema').pluck().get() === 0;
    if (!isNew) checkVersion(database, path);
    else {
      database.transaction(() => {
        database.exec(SCHEMA);
        database.pragma(`application_id = ${APPLICATION_ID}`);
        database.pragma(`user_version = ${GRAPH_VERSION}`);
      })();
    }
    return database;
  } catch (error) {
    database.close();
    throw asUnknownFormat(error, path);
  }
}

/** Opens the graph to look at it; undefined when there is none. A server may be writing to it. */
export function readGraphDatabase(folder: string): ReadOnlyDatabase | undefined {
  const path = graphPath(folder);
  if (!existsSync(path)) return undefined;
  const database = openReadOnly(path);
  try {
    const pragma = (name: string): unknown =>
      Object.values(database.rows<object>(`pragma ${name}`)[0] ?? {})[0];
    requireVersion(pragma('application_id'), pragma('user_version'), path);
    return database;
  } catch (error) {
    database.close();
    throw asUnknownFormat(error, path);
  }
}

/** The layers of a stack that have files, from the lowest up; `$top` in any case. */
export const STACK = `
  with recursive stack (id, parent, stored, depth) as (
    select id, parent, 1, 0 from layers where id = $top
    union all
    select layers.id, layers.parent, layers.stored, stack.depth + 1
    from stack join layers on layers.id = stack.parent
  )
  select id from stack where stored = 1 order by depth desc
`;

export interface VolumeRow {
  readonly size: number;
  readonly top: number;
}

export interface SnapshotRow {
  readonly size: number;
  readonly layer: number;
}

/** A frozen layer and the only layer that lies on it, which can become one. */
export interface Pair {
  readonly parent: number;
  readonly child: number;
}

export type Direction = 'up' | 'down';

export interface MergeRow extends Pair {
  readonly direction: Direction;
  readonly nextPage: number;
}

export interface LayerRow {
  readonly id: number;
  readonly parent: number | null;
  readonly size: number;
  readonly stored: number;
}
