import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { BlockDevice } from '../../src/blocks/block-store.ts';
import { checkBlocks, listStored } from '../../src/blocks/inspect.ts';
import { type LayerStore, openLayerStore } from '../../src/blocks/layer-store.ts';
import type { Ledger } from './ledger.ts';
import { type Contents, readSector, SECTOR } from './sectors.ts';

/** Room for one look at a device. */
const PIECE = 64 * 1024;

interface Row {
  readonly id: string;
  readonly status: string;
  readonly size: number;
}

/** What the catalog of a server that is not running holds. */
function readCatalog(folder: string) {
  const database = new Database(join(folder, 'catalog.db'), { readonly: true });
  try {
    const rows = (table: string) =>
      database.prepare(`select * from ${table} where status <> 'deleted'`).all() as (Row &
        Record<string, unknown>)[];
    return {
      volumes: rows('volumes'),
      snapshots: rows('snapshots'),
      backups: rows('backups'),
      jobs: database.prepare('select * from jobs').all() as {
        kind: string;
        resource_id: string;
        payload: string;
      }[],
      usage: database.prepare('select * from quota_usage').all() as Record<string, number>[],
    };
  } finally {
    database.close();
  }
}

type CatalogRows = ReturnType<typeof readCatalog>;

const fail = (text: string): never => {
  throw new Error(text);
};

/** What is counted is what there is. */
function auditQuotas({ volumes, snapshots, usage }: CatalogRows): void {
  const gigabytes = [...volumes, ...snapshots].reduce((sum, { size }) => sum + size, 0);
  const wanted = { volumes: volumes.length, snapshots: snapshots.length, gigabytes };
  const found = usage[0] ?? { volumes: 0, snapshots: 0, gigabytes: 0 };
  for (const [name, count] of Object.entries(wanted)) {
    if (found[name] !== count) fail(`quota: ${found[name]} ${name} are counted, and there are ${count}`);
  }
}

const MOVING = /^(creating|downloading|attaching|detaching|backing-up|restoring-backup|restoring|deleting)$/;

/** Whatever is on its way has a job that ends it. */
function auditJobs({ volumes, snapshots, backups, jobs }: CatalogRows): void {
  const named = new Set(
    jobs.flatMap(({ resource_id, payload }) => [resource_id, ...Object.values(JSON.parse(payload))]),
  );
  for (const { id, status } of [...volumes, ...snapshots, ...backups]) {
    if (MOVING.test(status) && !named.has(id)) fail(`${id} is ${status}, and no job is about it`);
  }
}

/** The store has the bytes of what the catalog has, and of nothing else. */
async function auditStored(folder: string, { volumes, snapshots }: CatalogRows): Promise<void> {
  const stored = new Set((await listStored(join(folder, 'blocks'))).map(({ id }) => id));
  const known = new Map([...volumes, ...snapshots].map(({ id, status }) => [id, status]));
  for (const id of stored) if (!known.has(id)) fail(`the block store has ${id}, which the catalog has not`);
  for (const [id, status] of known) {
    if (!MOVING.test(status) && !stored.has(id)) fail(`the block store has lost ${id}, which is ${status}`);
  }
}

/** Objects belong to backups, and a backup that is there has all of its own. */
function auditObjects(folder: string, { backups }: CatalogRows): void {
  const objects = readdirSync(join(folder, 'objects'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('.staging'))
    .map((entry) => decodeURIComponent(join(entry.parentPath, entry.name)));
  const prefixes = backups.map(({ object_prefix }) => object_prefix).filter((prefix) => prefix !== null);
  for (const object of objects) {
    // What follows the prefix begins with a hyphen or an underscore, so that 1 is not taken for 12.
    const isOwned = prefixes.some(
      (prefix) => object.includes(`/${prefix}-`) || object.includes(`/${prefix}_`),
    );
    if (!isOwned) fail(`object ${object} belongs to no backup`);
  }
  for (const { id, status, object_count: count, object_prefix: prefix } of backups) {
    if (status !== 'available') continue;
    const own = objects.filter((object) => object.includes(`/${prefix}-`) || object.includes(`/${prefix}_`));
    if (own.length !== count) fail(`backup ${id} has ${own.length} objects instead of ${count}`);
  }
}

/** No finding of a kind in the folder; `when` says what has happened to it. */
async function expectChecked(
  folder: string,
  when: string,
  isBad: (severity: string) => boolean,
): Promise<void> {
  const findings = [];
  for await (const finding of checkBlocks(join(folder, 'blocks'))) {
    if (isBad(finding.severity)) findings.push(finding);
  }
  if (findings.length > 0) fail(`check finds ${when}: ${JSON.stringify(findings)}`);
}

/** Every sector of the device that is not known to be zero, with what is in it. */
async function* sectorsOf(
  device: BlockDevice,
): AsyncGenerator<{ number: number; stamp: number | undefined }> {
  const piece = Buffer.alloc(PIECE);
  for await (const { offset, length, zero } of device.extents(0, device.size)) {
    if (zero) continue;
    for (let done = 0; done < length; done += PIECE) {
      const part = piece.subarray(0, Math.min(PIECE, length - done));
      await device.read(offset + done, part);
      for (let at = 0; at < part.length; at += SECTOR) {
        const number = (offset + done + at) / SECTOR;
        yield { number, stamp: readSector(part, at, number) };
      }
    }
  }
}

/** Which of the contents the volume has; from now on it has exactly what it has now. */
async function auditBytes(
  store: LayerStore,
  volumeId: string,
  name: string,
  maybe: readonly Contents[],
): Promise<Contents> {
  const device = await store.openVolume(volumeId);
  try {
    const found = new Map<number, number>();
    for await (const { number, stamp } of sectorsOf(device)) {
      if (stamp === undefined) fail(`${name}: sector ${number} holds garbage`);
      else if (stamp !== 0) found.set(number, stamp);
    }
    const differences = maybe.map((contents) => differenceOf(found, contents));
    const matching = maybe[differences.indexOf(undefined)];
    if (matching === undefined) return fail(`${name}: ${differences.join('; or ')}`);
    const seen = matching.copy();
    for (const number of [...seen.written()]) seen.seen(number, found.get(number) ?? 0);
    return seen;
  } finally {
    await device.close();
  }
}

function differenceOf(found: ReadonlyMap<number, number>, contents: Contents): string | undefined {
  for (const number of new Set([...found.keys(), ...contents.written()])) {
    const stamp = found.get(number) ?? 0;
    if (!contents.allows(number, stamp))
      return `sector ${number} holds ${stamp}, not ${contents.describe(number)}`;
  }
  return undefined;
}

/** All bytes but those that were being replaced or removed. What was written and not flushed may be lost now. */
async function auditAllBytes(store: LayerStore, ledger: Ledger): Promise<void> {
  for (const volume of ledger.volumes.values()) {
    if (volume.isInFlux) continue;
    volume.contents = [await auditBytes(store, volume.id, volume.name, volume.contents)];
  }
  for (const snapshot of ledger.snapshots.values()) {
    if (snapshot.isInFlux) continue;
    const copy = `look-at-${snapshot.id}`;
    await store.createVolumeFromSnapshot(copy, snapshot.id, 2 ** 30);
    snapshot.contents = await auditBytes(store, copy, snapshot.name, [snapshot.contents]);
    await store.deleteVolume(copy);
  }
}

/** Looks into the data folder of a server that was killed; throws when anything is not as it has to be. */
export async function audit(folder: string, ledger: Ledger, mergeAll: boolean): Promise<void> {
  const catalog = readCatalog(folder);
  auditQuotas(catalog);
  auditJobs(catalog);
  auditObjects(folder, catalog);
  await expectChecked(folder, 'right after the crash', (severity) => severity === 'damage');
  await auditStored(folder, catalog);
  const store = await openLayerStore(join(folder, 'blocks'));
  try {
    await auditAllBytes(store, ledger);
    if (mergeAll) {
      await store.mergeSettled();
      await auditAllBytes(store, ledger);
      await store.mergeSettled();
    }
  } finally {
    await store.close();
  }
  await expectChecked(
    folder,
    'after the store was opened and closed',
    (severity) => mergeAll || severity !== 'note',
  );
}
