import { ObjectNotFound, type ObjectStore } from '../objects/object-store.ts';
import {
  type BackupManifest,
  chunkPrefix,
  formatManifest,
  manifestName,
  parseManifest,
} from './backup-format.ts';
import type { Compression } from './chunk-codec.ts';
import type { Clock } from './clock.ts';
import { inFlight } from './in-flight.ts';
import { PermanentFailure, StepFailure } from './job-handler.ts';
import { type Patience, patiently } from './retry.ts';

/** How backups are copied. */
export interface BackupSettings {
  readonly compression: Compression | 'none';
  /** Chunks of one backup that are read, packed and written at the same time. */
  readonly chunksInFlight: number;
  /** Waits before further calls of an object store that is away, in milliseconds. */
  readonly retryDelays: readonly number[];
}

export const defaultBackupSettings: BackupSettings = {
  compression: 'none',
  chunksInFlight: 3,
  // Bears with a store that is away for half a minute, for each object anew.
  retryDelays: [250, 1000, 4000, 10_000, 20_000],
};

/** Objects of one backup that are removed at the same time: that takes no memory, and a store answers after a while. */
const REMOVALS_IN_FLIGHT = 16;

/** Where the objects of one backup are. */
export interface BackupPlace {
  readonly objects: ObjectStore;
  readonly tenantId: string;
  readonly container: string;
  readonly objectPrefix: string;
}

/** What a copy needs to know and tell on its way. */
export interface CopyContext {
  readonly settings: BackupSettings;
  readonly clock: Pick<Clock, 'sleep'>;
  readonly signal: AbortSignal;
  /** Told after each chunk how many bytes are done, of how many. */
  readonly progress?: (done: number, total: number) => Promise<void>;
}

export function patienceOf({ settings, clock, signal }: CopyContext): Patience {
  return { clock, delays: settings.retryDelays, signal };
}

/** The bytes of an object that has to be there. */
export async function* partsOf(
  { objects, tenantId, container }: BackupPlace,
  name: string,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  try {
    yield* objects.get(tenantId, container, name, { signal });
  } catch (error) {
    if (error instanceof ObjectNotFound) throw new PermanentFailure('it is missing', { cause: error });
    throw error;
  }
}

/** Makes the backup whole: from here on it can be restored. */
export async function writeManifest(
  { objects, tenantId, container, objectPrefix }: BackupPlace,
  manifest: BackupManifest,
  context: CopyContext,
): Promise<void> {
  const bytes = Buffer.from(formatManifest(manifest));
  async function* body(): AsyncGenerator<Uint8Array> {
    yield bytes;
  }
  await StepFailure.in('the metadata object could not be stored', () =>
    patiently(
      () =>
        objects.put(tenantId, container, manifestName(objectPrefix), body(), {
          length: bytes.length,
          signal: context.signal,
        }),
      patienceOf(context),
    ),
  );
}

/** What the backup consists of; fails for good when that is missing, damaged or about something else. */
export async function readManifest(
  place: BackupPlace,
  volumeId: string,
  context: CopyContext,
): Promise<BackupManifest> {
  const text = await StepFailure.in('the metadata object could not be read', () =>
    patiently(async () => {
      const parts: Uint8Array[] = [];
      for await (const part of partsOf(place, manifestName(place.objectPrefix), context.signal))
        parts.push(part);
      return Buffer.concat(parts).toString();
    }, patienceOf(context)),
  );
  const manifest = parseManifest(text);
  const start = chunkPrefix(place.objectPrefix);
  if (manifest.volumeId !== volumeId || manifest.chunks.some(({ name }) => !name.startsWith(start))) {
    throw new PermanentFailure('the metadata object belongs to another backup');
  }
  return manifest;
}

/**
 * Fails for good when a chunk is missing. Asked before anything is overwritten: what can be known by then
 * should cost nobody a volume.
 */
export async function requireChunks(
  { objects, tenantId, container, objectPrefix }: BackupPlace,
  { chunks }: BackupManifest,
  context: CopyContext,
): Promise<void> {
  const names = new Set(
    await StepFailure.in('the objects of the backup could not be listed', () =>
      patiently(() => objects.list(tenantId, container, chunkPrefix(objectPrefix)), patienceOf(context)),
    ),
  );
  const missing = chunks.filter(({ name, encoding }) => encoding !== 'zero' && !names.has(name));
  const [first] = missing;
  if (first === undefined) return;
  throw new PermanentFailure(
    `${missing.length} of ${chunks.length} objects of the backup are missing, the first of them ${first.name}`,
  );
}

/** Removes every object of the backup, also of one that was never finished. */
export async function deleteBackupObjects(place: BackupPlace, context: CopyContext): Promise<void> {
  const { objects, tenantId, container, objectPrefix } = place;
  const patience = patienceOf(context);
  const remove = (name: string) =>
    StepFailure.in(`object ${name} could not be removed`, () =>
      patiently(() => objects.delete(tenantId, container, name), patience),
    );
  // The metadata object goes first: without it nobody takes the rest for a backup.
  await remove(manifestName(objectPrefix));
  const names = await StepFailure.in('the objects of the backup could not be listed', () =>
    patiently(() => objects.list(tenantId, container, chunkPrefix(objectPrefix)), patience),
  );
  await inFlight(names, REMOVALS_IN_FLIGHT, context.signal, remove);
}
