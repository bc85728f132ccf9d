import Database from 'better-sqlite3';
import { checkGraph } from './check-graph.ts';
import { checkLayer } from './check-layer.ts';
import { readGraphDatabase, UnknownFormat } from './graph-database.ts';
import { type GraphRows, readGraph } from './graph-rows.ts';
import type { LayerFiles } from './layer-files.ts';
import { layersFolder } from './layer-format.ts';
import { systemFiles } from './system-files.ts';

/** `damage`: bytes are lost or will read wrongly. `warning`: they may be. `note`: nothing that matters. */
export type Severity = 'damage' | 'warning' | 'note';

export interface Finding {
  readonly severity: Severity;
  /** The volume, snapshot, layer or file, such as `volume 3f2…`, `layer 17` or `layers/17.map`. */
  readonly where: string;
  /** What is wrong with it, as a sentence. */
  readonly what: string;
  /** What an operator can do about it, as a sentence. */
  readonly advice: string;
}

const RESTORE =
  'Stop the server, keep a copy of the data folder, and restore the volumes from their backups.';

/**
 * Finds and explains damage; gives nothing when all is well. `folder` is the `blocks` folder. Nothing is changed, and
 * a server may be running on it.
 */
export async function* checkBlocks(folder: string, files: LayerFiles = systemFiles): AsyncGenerator<Finding> {
  // Before the graph: a file that is made later is not taken for one without a layer.
  const names = await files.list(layersFolder(folder)).catch(() => []);
  let graph: GraphRows | undefined;
  try {
    graph = readRows(folder);
  } catch (error) {
    yield unreadable(error);
    return;
  }
  if (graph === undefined) {
    if (names.length > 0) yield lostGraph;
    return;
  }
  yield* checkGraph(graph);
  for (const layer of graph.layers.values()) {
    // What lies on it may be larger, and a merge may have begun to copy that down.
    const above = graph.children.get(layer.id) ?? [];
    const limit = Math.max(layer.size, ...above.map((id) => graph.layers.get(id)?.size ?? 0));
    for await (const finding of checkLayer(files, folder, layer, limit)) {
      // A layer that a merge has removed, or changed, since the graph was read is looked at again.
      if (isAsItWas(folder, layer.id, graph)) yield finding;
    }
  }
  for (const name of names) yield* strayFile(name, graph);
}

function readRows(folder: string): GraphRows | undefined {
  const database = readGraphDatabase(folder);
  if (database === undefined) return undefined;
  try {
    const answer = database.pragma('integrity_check(1)', { simple: true });
    if (answer !== 'ok') throw new UnknownFormat(`graph.db is damaged: ${answer}`);
    return readGraph(database);
  } finally {
    database.close();
  }
}

/** Whether the row of a layer is still what the check went by. */
function isAsItWas(folder: string, id: number, before: GraphRows): boolean {
  try {
    const now = readRows(folder)?.layers.get(id);
    const then = before.layers.get(id);
    return (
      now !== undefined && then !== undefined && now.parent === then.parent && now.stored === then.stored
    );
  } catch {
    return true;
  }
}

const lostGraph: Finding = {
  severity: 'damage',
  where: 'graph.db',
  what: 'There are layers, but the graph that says which volumes they belong to is missing.',
  advice: `Bring back graph.db, with graph.db-wal if there was one. ${RESTORE}`,
};

function unreadable(error: unknown): Finding {
  const isKnown = error instanceof UnknownFormat || error instanceof Database.SqliteError;
  if (!isKnown) throw error;
  return {
    severity: 'damage',
    where: 'graph.db',
    what: `The graph of layers cannot be read: ${error.message}.`,
    advice: `If a later release wrote it, use that release. Otherwise: ${RESTORE}`,
  };
}

function* strayFile(name: string, { layers }: GraphRows): Generator<Finding> {
  const id = /^([1-9]\d*)\.(data|map)$/.exec(name)?.[1];
  if (id !== undefined && layers.has(Number(id))) return;
  yield id === undefined
    ? {
        severity: 'note',
        where: `layers/${name}`,
        what: 'The file is none of the block store.',
        advice: 'Remove it if you know that nobody needs it.',
      }
    : {
        severity: 'note',
        where: `layers/${name}`,
        what: 'The file belongs to a layer that is no more.',
        advice: 'Nothing: the running server or the next start removes it.',
      };
}
