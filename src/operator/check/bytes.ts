import type { Finding } from '../../blocks/check.ts';
import type { NamedVolume } from '../../blocks/graph-rows.ts';
import { listNamed } from '../../blocks/stored.ts';
import type { CatalogReader } from '../../catalog/reader.ts';
import type { SnapshotStatus, VolumeStatus } from '../../catalog/records.ts';
import { isOfImage } from '../../engine/image-bases.ts';
import { isTemporary } from '../transfer/temporary.ts';

/**
 * The catalog against the block store. They are two databases, which a server changes one after the other, so that
 * no reading of both is one state. Whatever looks wrong is therefore looked at again, in an order in which nothing
 * that a server does can look wrong twice:
 *
 * - Bytes are there from before a volume becomes available until after it is on its way out. A row that has not
 *   changed between two reads, and lacks its bytes in between, lacks them for good.
 * - Bytes are made after their row is, and removed before it is a tombstone. Bytes that are there before and after
 *   the catalog says that there is no such row belong to nobody, or to an image.
 */

type Kind = 'volume' | 'snapshot';

const WITH_BYTES: { readonly volume: readonly VolumeStatus[]; readonly snapshot: readonly SnapshotStatus[] } =
  {
    volume: [
      'available',
      'attaching',
      'in-use',
      'detaching',
      'backing-up',
      'uploading',
      'error_attaching',
      'error_detaching',
    ],
    snapshot: ['available'],
  };

const TABLES = { volume: 'volumes', snapshot: 'snapshots' } as const;
const BYTES_PER_GB = 2 ** 30;
const PAGE = 5_000;

interface Row {
  readonly serial: number;
  readonly id: string;
  readonly status: string;
  readonly size: number;
  readonly updatedAt: number | null;
}

function select(
  catalog: CatalogReader,
  kind: Kind,
  narrow: { readonly after: number } | { readonly ids: readonly string[] },
): Row[] {
  return catalog.rows((db) => {
    const all = db
      .selectFrom(TABLES[kind])
      .select(['serial', 'id', 'status', 'size', 'updated_at as updatedAt'])
      .where('deleted_at', 'is', null);
    return 'ids' in narrow
      ? all.where('id', 'in', [...narrow.ids])
      : all.where('serial', '>', narrow.after).orderBy('serial').limit(PAGE);
  });
}

function* liveRows(catalog: CatalogReader, kind: Kind): Generator<Row> {
  for (let after = -1; ; ) {
    const page = select(catalog, kind, { after });
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return;
    after = last.serial;
  }
}

function rowsById(catalog: CatalogReader, kind: Kind, ids: readonly string[]): Map<string, Row> {
  const found = new Map<string, Row>();
  for (let start = 0; start < ids.length; start += PAGE) {
    for (const row of select(catalog, kind, { ids: ids.slice(start, start + PAGE) })) found.set(row.id, row);
  }
  return found;
}

function storedOf(blocks: string): Record<Kind, Map<string, NamedVolume>> {
  const all = listNamed(blocks);
  const of = (kind: Kind) =>
    new Map(all.filter((one) => one.kind === kind).map((one) => [one.id, one] as const));
  return { volume: of('volume'), snapshot: of('snapshot') };
}

const lacksBytes = (kind: Kind, { status, size }: Row, stored: NamedVolume | undefined): boolean =>
  (WITH_BYTES[kind] as readonly string[]).includes(status) && stored?.size !== size * BYTES_PER_GB;

function missing(kind: Kind, { id, status, size }: Row, stored: NamedVolume | undefined): Finding {
  const where = `${kind} ${id}`;
  if (stored !== undefined) {
    return {
      severity: 'damage',
      where,
      what: `The catalog says that it has ${size * BYTES_PER_GB} bytes, and the block store ${stored.size}.`,
      advice: 'The two are of different times: restore both from copies of one time.',
    };
  }
  return {
    severity: 'damage',
    where,
    what: `It is ${status}, but the block store has no bytes of it.`,
    advice:
      kind === 'volume'
        ? 'Restore a backup of it to a new volume, or make one from a snapshot (`cinderblock volumes ID` lists both).'
        : 'It cannot be used. Delete it, and take another if its volume is still there.',
  };
}

function leftOver(kind: Kind, id: string): Finding {
  const where = `${kind} ${id}`;
  if (isTemporary(id)) {
    return {
      severity: 'warning',
      where,
      what: `It is what is left of an ${id.startsWith('import') ? 'import' : 'export'} that was broken off.`,
      advice: 'No volume has changed by it. The next import or export removes it.',
    };
  }
  return {
    severity: 'warning',
    where,
    what: `The block store has bytes of it, but the catalog has no such ${kind}.`,
    advice:
      'Its bytes take up space. If catalog.db is older than the blocks folder, restore both from one time.',
  };
}

/** @param seen told how many resources have been looked at */
export async function* checkBytes(
  blocks: string,
  catalog: CatalogReader,
  seen: (count: number) => void,
): AsyncGenerator<Finding> {
  const first = storedOf(blocks);
  let count = 0;
  for (const kind of ['volume', 'snapshot'] as const) {
    const bare: Row[] = [];
    const unnamed = new Map(first[kind]);
    for (const row of liveRows(catalog, kind)) {
      if (lacksBytes(kind, row, first[kind].get(row.id))) bare.push(row);
      unnamed.delete(row.id);
      count += 1;
      if (count % PAGE === 0) seen(count);
    }
    seen(count);
    if (bare.length === 0 && unnamed.size === 0) continue;
    const again = storedOf(blocks)[kind];
    const rows = rowsById(
      catalog,
      kind,
      bare.map(({ id }) => id),
    );
    for (const row of bare) {
      const now = rows.get(row.id);
      const stored = again.get(row.id);
      const hasMoved = now === undefined || now.status !== row.status || now.updatedAt !== row.updatedAt;
      if (!hasMoved && lacksBytes(kind, now, stored)) yield missing(kind, now, stored);
    }
    for (const id of unnamed.keys()) if (again.has(id) && !isOfImage(id)) yield leftOver(kind, id);
  }
}
