import type { Backup, Timestamp } from '../catalog/records.ts';
import { PermanentFailure } from './job-handler.ts';

/** Size of every chunk object but the last, 50 MB: hp-block-storage-v1/4.5.3.4/chunks-of-50mb. */
export const CHUNK_BYTES = 52_428_800;
/** hp-block-storage-v1/4.5.3.4/default-container */
export const DEFAULT_CONTAINER = 'volumebackups';

const FORMAT = 'cinderblock-backup';
const VERSION = 1;

export interface BackupChunk {
  /** Name of the object. */
  readonly name: string;
  readonly length: number;
  readonly sha256: string;
  /** All of it is zeros, so that a restore need not read it. */
  readonly zero: boolean;
}

/**
 * What a backup consists of, written as JSON after its chunks: as long as it is not there the backup is not
 * whole. The chunks follow each other from the first byte of the volume to the last.
 */
export interface BackupManifest {
  readonly format: typeof FORMAT;
  readonly version: typeof VERSION;
  readonly volumeId: string;
  /** Of the volume; the lengths of the chunks add up to it. */
  readonly bytes: number;
  readonly chunkBytes: number;
  readonly chunks: readonly BackupChunk[];
}

/** `YYYYMMDDHHMMSS`, UTC. */
function compactTime(at: Timestamp): string {
  return new Date(at / 1000).toISOString().replaceAll(/[-:T]/g, '').slice(0, 14);
}

/** What the names of all objects of a backup start with: hp-block-storage-v1/4.5.3.4/object-names. */
export function objectPrefixOf({ volumeId, createdAt, serial }: Backup, availabilityZone: string): string {
  return `volume_${volumeId}/${compactTime(createdAt)}/az_${availabilityZone}_backup_${serial}`;
}

/** Everything but the metadata object starts with this; without the hyphen backup 1 would claim backup 12. */
export const chunkPrefix = (objectPrefix: string): string => `${objectPrefix}-`;

/** Chunks are counted from 1, in five digits. */
export const chunkName = (objectPrefix: string, number: number): string =>
  `${chunkPrefix(objectPrefix)}${String(number).padStart(5, '0')}`;

export const manifestName = (objectPrefix: string): string => `${objectPrefix}_metadata`;

export function newManifest(fields: Pick<BackupManifest, 'volumeId' | 'bytes' | 'chunks'>): BackupManifest {
  return { format: FORMAT, version: VERSION, chunkBytes: CHUNK_BYTES, ...fields };
}

function isChunk(value: unknown): value is BackupChunk {
  if (typeof value !== 'object' || value === null) return false;
  const { name, length, sha256, zero } = value as Partial<Record<keyof BackupChunk, unknown>>;
  return (
    typeof name === 'string' &&
    Number.isSafeInteger(length) &&
    Number(length) > 0 &&
    typeof sha256 === 'string' &&
    typeof zero === 'boolean'
  );
}

/** Reads a manifest back; throws `PermanentFailure` when it is damaged or from another version. */
export function parseManifest(text: string): BackupManifest {
  let value: Partial<Record<keyof BackupManifest, unknown>> | null;
  try {
    // Every member is checked below before anything is made of it.
    value = JSON.parse(text) as typeof value;
  } catch (cause) {
    throw new PermanentFailure('the metadata object of the backup is damaged', { cause });
  }
  if (value?.format !== FORMAT || value.version !== VERSION) {
    throw new PermanentFailure(
      'the metadata object of the backup has a format that this version cannot read',
    );
  }
  const { volumeId, bytes, chunks } = value;
  const isWhole =
    typeof volumeId === 'string' &&
    Array.isArray(chunks) &&
    chunks.every(isChunk) &&
    chunks.reduce((sum, { length }) => sum + length, 0) === bytes;
  if (!isWhole) throw new PermanentFailure('the metadata object of the backup is damaged');
  return newManifest({ volumeId, bytes: Number(bytes), chunks });
}
