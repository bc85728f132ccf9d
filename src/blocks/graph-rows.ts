import type Database from 'better-sqlite3';
import type { Direction, LayerRow } from './graph-database.ts';

export interface NamedVolume {
  readonly kind: 'volume' | 'snapshot';
  readonly id: string;
  readonly size: number;
  /** The layer that is its uppermost. */
  readonly top: number;
}

export interface Merge {
  readonly child: number;
  readonly parent: number;
  readonly direction: Direction;
  readonly nextPage: number;
}

/** The whole graph as it was at one moment. */
export interface GraphRows {
  readonly layers: ReadonlyMap<number, LayerRow>;
  readonly named: readonly NamedVolume[];
  readonly merges: readonly Merge[];
  /** The layers on each layer. */
  readonly children: ReadonlyMap<number, readonly number[]>;
}

export function readGraph(database: Database.Database): GraphRows {
  const read = database.transaction(() => ({
    layers: database.prepare<[], LayerRow>('select * from layers order by id').all(),
    named: database
      .prepare<[], NamedVolume>(`
        select 'volume' as kind, id, size, top from volumes
        union all select 'snapshot', id, size, layer from snapshots
        order by id
      `)
      .all(),
    merges: database
      .prepare<[], Merge>('select child, parent, direction, next_page as nextPage from merges')
      .all(),
  }));
  const { layers, named, merges } = read();
  const children = new Map<number, number[]>();
  for (const { id, parent } of layers) {
    if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), id]);
  }
  return { layers: new Map(layers.map((layer) => [layer.id, layer])), named, merges, children };
}

/** The layers from `top` down, as far as they can be followed; each once, even when they go in a circle. */
export function stackOf({ layers }: GraphRows, top: number): number[] {
  const found = new Set<number>();
  for (let id: number | null | undefined = top; typeof id === 'number' && !found.has(id); ) {
    const layer = layers.get(id);
    if (layer === undefined) break;
    found.add(id);
    id = layer.parent;
  }
  return [...found];
}
