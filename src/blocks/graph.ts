import type Database from 'better-sqlite3';
import { VolumeNotFound } from './block-store.ts';
import {
  type Direction,
  type LayerRow,
  type MergeRow,
  openGraphDatabase,
  type Pair,
  type SnapshotRow,
  STACK,
  type VolumeRow,
} from './graph-database.ts';

/** The statements that change or follow the graph. Each method that changes it is one transaction. */
export class Graph {
  readonly #database: Database.Database;
  readonly #statements: ReturnType<typeof prepare>;

  constructor(folder: string, mayBeNew = true) {
    this.#database = openGraphDatabase(folder, mayBeNew);
    this.#statements = prepare(this.#database);
  }

  volume(id: string): VolumeRow | undefined {
    return this.#statements.volume.get(id);
  }

  snapshot(id: string): SnapshotRow | undefined {
    return this.#statements.snapshot.get(id);
  }

  layer(id: number): LayerRow | undefined {
    return this.#statements.layer.get(id);
  }

  /** @throws VolumeNotFound */
  requireVolume(id: string): VolumeRow {
    const volume = this.volume(id);
    if (volume === undefined) throw new VolumeNotFound(id);
    return volume;
  }

  layerIds(): number[] {
    return this.#statements.layerIds.all();
  }

  /** The id of the newest layer; 0 when there is none. */
  newestLayer(): number {
    return this.#statements.newestLayer.get() ?? 0;
  }

  /** The layers of a stack that have files, from the lowest up; the top in any case. */
  stack(top: number): number[] {
    return this.#statements.stack.all({ top });
  }

  /** A volume over a layer, or over nothing. */
  addVolume(id: string, size: number, parent: number | null): void {
    this.#atOnce(() => {
      this.#statements.addVolume.run(id, size, this.#addLayer(parent, size));
    });
  }

  /** Freezes the top of the volume under a snapshot. `stored`: the top has files. */
  addSnapshot(id: string, volumeId: string, stored: boolean): void {
    this.#atOnce(() => {
      const { size, top } = this.requireVolume(volumeId);
      this.#freeze(volumeId, { size, top }, stored);
      this.#statements.addSnapshot.run(id, size, top);
    });
  }

  /** Freezes the top of the source, under which a second volume then begins. */
  cloneVolume(id: string, size: number, sourceId: string, stored: boolean): void {
    this.#atOnce(() => {
      const { size: sourceSize, top } = this.requireVolume(sourceId);
      this.#freeze(sourceId, { size: sourceSize, top }, stored);
      this.#statements.addVolume.run(id, size, this.#addLayer(top, size));
    });
  }

  /** The volume and its top have this size from here on, unless they are larger. The layers below stay as they are. */
  growVolume(id: string, size: number): void {
    this.#atOnce(() => {
      const { top } = this.requireVolume(id);
      this.#statements.growVolume.run({ id, size });
      this.#statements.growLayer.run({ top, size });
    });
  }

  /** Returns the layers that nothing reaches any more, and the layer that was under them. */
  deleteVolume(id: string): Removed {
    return this.#atOnce(() => {
      const volume = this.volume(id);
      if (volume === undefined) return nothingRemoved;
      this.#statements.deleteVolume.run(id);
      return this.#removeUnreached(volume.top);
    });
  }

  deleteSnapshot(id: string): Removed {
    return this.#atOnce(() => {
      const snapshot = this.snapshot(id);
      if (snapshot === undefined) return nothingRemoved;
      this.#statements.deleteSnapshot.run(id);
      return this.#removeUnreached(snapshot.layer);
    });
  }

  /** The volume has the bytes of another of its size from here on, and the other is no more. */
  replaceVolume(id: string, withId: string): Removed {
    return this.#atOnce(() => {
      const before = this.requireVolume(id);
      const after = this.requireVolume(withId);
      if (before.size !== after.size) throw new RangeError(`${id} and ${withId} are not of one size`);
      this.#statements.deleteVolume.run(withId);
      this.#statements.setTop.run(after.top, id);
      return this.#removeUnreached(before.top);
    });
  }

  /** The pair of which this layer is the lower, if it can be merged; in which a top may be the child. */
  pairOver(parent: number): Pair | undefined {
    return this.#statements.pairOver.get({ parent });
  }

  pairs(): Pair[] {
    return this.#statements.pairs.all();
  }

  /** The volume of which the layer is the top. */
  volumeOfTop(layer: number): string | undefined {
    return this.#statements.volumeOfTop.get(layer);
  }

  /** The ids of volumes and snapshots that begin with the prefix, which has the characters of ids. */
  idsFrom(prefix: string): { volumes: string[]; snapshots: string[] } {
    // Ids are ASCII, so this is behind all of them that begin with the prefix.
    const range = { from: prefix, before: `${prefix}\x7f` };
    return {
      volumes: this.#statements.volumesFrom.all(range),
      snapshots: this.#statements.snapshotsFrom.all(range),
    };
  }

  mergeOf(child: number): MergeRow | undefined {
    return this.#statements.mergeOf.get(child);
  }

  /** Notes how far a merge has come. */
  saveMerge(merge: MergeRow): void {
    this.#statements.saveMerge.run(merge);
  }

  /** The next attempt begins anew. */
  dropMerge(child: number): void {
    this.#statements.dropMerge.run(child);
  }

  /** The pair is one layer from here on. Returns the layer that is no more; undefined when they are no pair now. */
  finishMerge({ parent, child }: Pair, direction: Direction): number | undefined {
    return this.#atOnce(() => {
      if (this.pairOver(parent)?.child !== child) return undefined;
      const statements = this.#statements;
      statements.dropMerge.run(child);
      // What came to the survivor lies also in pages that a merge of it with a third has passed already.
      const survivor = direction === 'up' ? child : parent;
      statements.dropMergesWith.run({ layer: survivor });
      if (direction === 'up') {
        statements.adopt.run({ parent, child });
        statements.deleteLayer.run(parent);
        return parent;
      }
      statements.moveChildren.run({ parent, child });
      statements.moveSnapshots.run({ parent, child });
      statements.moveTop.run({ parent, child });
      statements.takeSize.run({ parent, child });
      statements.deleteLayer.run(child);
      return child;
    });
  }

  close(): void {
    this.#database.close();
  }

  #atOnce<T>(work: () => T): T {
    return this.#database.transaction(work).immediate();
  }

  #addLayer(parent: number | null, size: number): number {
    return Number(this.#statements.addLayer.run(parent, size).lastInsertRowid);
  }

  #freeze(volumeId: string, { size, top }: VolumeRow, stored: boolean): void {
    this.#statements.setStored.run(stored ? 1 : 0, top);
    this.#statements.setTop.run(this.#addLayer(top, size), volumeId);
  }

  #removeUnreached(from: number): Removed {
    const layers: number[] = [];
    let id: number | null = from;
    while (id !== null) {
      const layer = this.layer(id);
      if (layer === undefined || this.#statements.isReached.get({ layer: id }) === 1) break;
      this.#statements.deleteLayer.run(id);
      layers.push(id);
      id = layer.parent;
    }
    return { layers, under: id };
  }
}

export interface Removed {
  readonly layers: readonly number[];
  /** May now have a single layer on it. */
  readonly under: number | null;
}

const nothingRemoved: Removed = { layers: [], under: null };

// A layer that can be merged with what lies on it: no snapshot shows it, and one layer alone lies on it.
const MERGEABLE = `
  select parent.id as parent, min(child.id) as child
  from layers as parent join layers as child on child.parent = parent.id
  where not exists (select 1 from snapshots where layer = parent.id)
`;

interface IdRange {
  readonly from: string;
  readonly before: string;
}

function prepare(database: Database.Database) {
  const number = <P extends unknown[]>(sql: string) => database.prepare<P, number>(sql).pluck();
  return {
    volume: database.prepare<[string], VolumeRow>('select size, top from volumes where id = ?'),
    snapshot: database.prepare<[string], SnapshotRow>('select size, layer from snapshots where id = ?'),
    layer: database.prepare<[number], LayerRow>('select * from layers where id = ?'),
    layerIds: number<[]>('select id from layers'),
    newestLayer: number<[]>('select max(id) from layers'),
    stack: number<[{ top: number }]>(STACK),
    addLayer: database.prepare<[number | null, number]>('insert into layers (parent, size) values (?, ?)'),
    addVolume: database.prepare<[string, number, number]>(
      'insert into volumes (id, size, top) values (?, ?, ?)',
    ),
    addSnapshot: database.prepare<[string, number, number]>(
      'insert into snapshots (id, size, layer) values (?, ?, ?)',
    ),
    setStored: database.prepare<[number, number]>('update layers set stored = ? where id = ?'),
    setTop: database.prepare<[number, string]>('update volumes set top = ? where id = ?'),
    growVolume: database.prepare<[{ id: string; size: number }]>(
      'update volumes set size = max(size, $size) where id = $id',
    ),
    growLayer: database.prepare<[{ top: number; size: number }]>(
      'update layers set size = max(size, $size) where id = $top',
    ),
    deleteVolume: database.prepare<[string]>('delete from volumes where id = ?'),
    deleteSnapshot: database.prepare<[string]>('delete from snapshots where id = ?'),
    deleteLayer: database.prepare<[number]>('delete from layers where id = ?'),
    isReached: number<[{ layer: number }]>(`
      select exists (select 1 from layers where parent = $layer)
        or exists (select 1 from snapshots where layer = $layer)
        or exists (select 1 from volumes where top = $layer)
    `),
    pairOver: database.prepare<[{ parent: number }], Pair>(
      `${MERGEABLE} and parent.id = $parent group by parent.id having count(*) = 1`,
    ),
    pairs: database.prepare<[], Pair>(`${MERGEABLE} group by parent.id having count(*) = 1`),
    volumesFrom: database
      .prepare<[IdRange], string>('select id from volumes where id >= $from and id < $before order by id')
      .pluck(),
    snapshotsFrom: database
      .prepare<[IdRange], string>('select id from snapshots where id >= $from and id < $before order by id')
      .pluck(),
    volumeOfTop: database.prepare<[number], string>('select id from volumes where top = ?').pluck(),
    mergeOf: database.prepare<[number], MergeRow>(
      'select parent, child, direction, next_page as nextPage from merges where child = ?',
    ),
    saveMerge: database.prepare<[MergeRow]>(`
      insert into merges (parent, child, direction, next_page) values ($parent, $child, $direction, $nextPage)
      on conflict (child) do update
      set parent = excluded.parent, direction = excluded.direction, next_page = excluded.next_page
    `),
    dropMerge: database.prepare<[number]>('delete from merges where child = ?'),
    dropMergesWith: database.prepare<[{ layer: number }]>(
      'delete from merges where child = $layer or parent = $layer',
    ),
    adopt: database.prepare<[Pair]>(
      'update layers set parent = (select parent from layers where id = $parent) where id = $child',
    ),
    moveChildren: database.prepare<[Pair]>('update layers set parent = $parent where parent = $child'),
    moveSnapshots: database.prepare<[Pair]>('update snapshots set layer = $parent where layer = $child'),
    moveTop: database.prepare<[Pair]>('update volumes set top = $parent where top = $child'),
    takeSize: database.prepare<[Pair]>(
      'update layers set size = (select size from layers where id = $child) where id = $parent',
    ),
  };
}
