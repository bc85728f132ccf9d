import { createHash } from 'node:crypto';
import type { Finding } from '../../blocks/check.ts';
import type { CatalogReader } from '../../catalog/reader.ts';
import {
  type BackupManifest,
  chunkPrefix,
  type DataChunk,
  manifestName,
  parseManifest,
} from '../../engine/backup-format.ts';
import { type BackupPlace, partsOf } from '../../engine/backup-objects.ts';
import { decompressed } from '../../engine/chunk-codec.ts';
import { PermanentFailure } from '../../engine/job-handler.ts';
import type { ObjectStore } from '../../objects/object-store.ts';

/** The part of an object store that changes nothing. */
export type ObjectReads = Pick<ObjectStore, 'get' | 'list' | 'lengthOf' | 'close'>;

/** A backup that should be whole. */
export interface CheckedBackup {
  readonly id: string;
  readonly serial: number;
  readonly place: BackupPlace;
  readonly volumeId: string;
  readonly objectCount: number | null;
}

const PAGE = 1_000;

/** Backups that a restore may be asked of, the oldest first. */
export function* restorableBackups(catalog: CatalogReader, objects: ObjectReads): Generator<CheckedBackup> {
  for (let after = -1; ; ) {
    const rows = catalog.rows((db) =>
      db
        .selectFrom('backups')
        .selectAll()
        .where('serial', '>', after)
        .where('status', 'in', ['available', 'restoring'])
        .orderBy('serial')
        .limit(PAGE),
    );
    for (const { id, serial, tenant_id, container, object_prefix, volume_id, object_count } of rows) {
      // Without a place there is nothing to look for, which the check of the rows says.
      if (container === null || object_prefix === null) continue;
      yield {
        id,
        serial,
        volumeId: volume_id,
        objectCount: object_count,
        // Nothing but reads is done with it here.
        place: {
          objects: objects as ObjectStore,
          tenantId: tenant_id,
          container,
          objectPrefix: object_prefix,
        },
      };
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return;
    after = last.serial;
  }
}

/** Whether it should still be whole: its objects are removed only after its status has changed. */
function isStillThere(catalog: CatalogReader, id: string): boolean {
  const [row] = catalog.rows((db) => db.selectFrom('backups').select('status').where('id', '=', id));
  return row?.status === 'available' || row?.status === 'restoring';
}

const finding = (id: string, what: string, advice: string): Finding => ({
  severity: 'damage',
  where: `backup ${id}`,
  what,
  advice,
});

const LOST =
  'It cannot be restored whole. If the object store has copies of its own, bring the object back; otherwise back the volume up once more.';

async function manifestOf(place: BackupPlace, signal: AbortSignal): Promise<BackupManifest> {
  const parts: Uint8Array[] = [];
  for await (const part of partsOf(place, manifestName(place.objectPrefix), signal)) parts.push(part);
  return parseManifest(Buffer.concat(parts).toString());
}

async function wrongWith(
  place: BackupPlace,
  chunk: DataChunk,
  signal: AbortSignal,
  read: (bytes: number) => void,
): Promise<string | undefined> {
  const hash = createHash('sha256');
  let length = 0;
  try {
    const parts = partsOf(place, chunk.name, signal);
    for await (const part of chunk.encoding === 'raw' ? parts : decompressed(parts, chunk.encoding)) {
      hash.update(part);
      length += part.length;
      read(part.length);
    }
  } catch (error) {
    if (error instanceof PermanentFailure) return error.message;
    throw error;
  }
  if (length !== chunk.length) return `it holds ${length} bytes where ${chunk.length} were backed up`;
  return hash.digest('hex') === chunk.sha256 ? undefined : 'its digest differs: it is not what was backed up';
}

export interface ObjectCheck {
  readonly signal: AbortSignal;
  /** Reads every byte and compares digests. */
  readonly deep: boolean;
  /** Told how many bytes more were read. */
  readonly read: (bytes: number) => void;
}

/** What is wrong with the objects of one backup. Errors of the store itself are thrown. */
async function problemsOf(backup: CheckedBackup, { signal, deep, read }: ObjectCheck): Promise<Finding[]> {
  const { id, place, volumeId, objectCount } = backup;
  const { objects, tenantId, container, objectPrefix } = place;
  let manifest: BackupManifest;
  try {
    manifest = await manifestOf(place, signal);
  } catch (error) {
    if (!(error instanceof PermanentFailure)) throw error;
    return [
      finding(
        id,
        `Of its metadata object ${container}/${manifestName(objectPrefix)}: ${error.message}.`,
        LOST,
      ),
    ];
  }
  const found: Finding[] = [];
  const start = chunkPrefix(objectPrefix);
  if (manifest.volumeId !== volumeId || manifest.chunks.some(({ name }) => !name.startsWith(start))) {
    return [finding(id, 'Its metadata object belongs to another backup.', LOST)];
  }
  const names = new Set(await objects.list(tenantId, container, start));
  const gone = manifest.chunks.filter(({ name }) => !names.has(name));
  const [first] = gone;
  if (first !== undefined) {
    const rest = gone.length === 1 ? '' : `, and ${gone.length - 1} more`;
    const isEmpty = gone.every(({ encoding }) => encoding === 'zero');
    found.push({
      ...finding(id, `Its object ${container}/${first.name} is missing${rest}.`, LOST),
      ...(isEmpty && {
        severity: 'warning',
        advice: 'Those stand for zeros alone, so a restore does without. Find out what removed them.',
      }),
    });
  }
  if (objectCount !== null && objectCount !== manifest.chunks.length + 1) {
    found.push({
      severity: 'warning',
      where: `backup ${id}`,
      what: `The catalog counts ${objectCount} objects, its metadata object ${manifest.chunks.length + 1}.`,
      advice: 'A restore goes by the metadata object. Find out whether somebody has written it anew.',
    });
  }
  if (!deep) return found;
  for (const chunk of manifest.chunks) {
    signal.throwIfAborted();
    if (chunk.encoding === 'zero') {
      read(chunk.length);
      continue;
    }
    if (!names.has(chunk.name)) continue;
    const wrong = await wrongWith(place, chunk, signal, read);
    if (wrong !== undefined)
      found.push(finding(id, `Of its object ${container}/${chunk.name}: ${wrong}.`, LOST));
  }
  return found;
}

/** What is wrong with a backup that is still there when it has been looked at. */
export async function checkBackup(
  catalog: CatalogReader,
  backup: CheckedBackup,
  check: ObjectCheck,
): Promise<Finding[]> {
  const found = await problemsOf(backup, check);
  return found.length > 0 && isStillThere(catalog, backup.id) ? found : [];
}
