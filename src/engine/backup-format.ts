import { createHash } from 'node:crypto';
import type { Backup, Timestamp } from '../catalog/records.ts';
import type { Compression } from './chunk-codec.ts';
import { PermanentFailure } from './job-handler.ts';

/** Bytes of the volume in every chunk but the last, 50 MB: hp-block-storage-v1/4.5.3.4/chunks-of-50mb. */
export const CHUNK_BYTES = 52_428_800;
/** hp-block-storage-v1/4.5.3.4/default-container */
export const DEFAULT_CONTAINER = 'volumebackups';

const FORMAT = 'cinderblock-backup';
const VERSION = 2;

/** A chunk of which some is data. */
export interface DataChunk {
  /** Name of the object. */
  readonly name: string;
  /** Bytes of the volume. */
  readonly length: number;
  /** What was done to them on their way into the object: `raw` is nothing. */
  readonly encoding: 'raw' | Compression;
  /** Length of the object. */
  readonly objectBytes: number;
  /** Of the bytes of the volume, so that it proves the whole way there and back; hexadecimal. */
  readonly sha256: string;
}

/** A chunk of zeros alone: its object is empty, and need not be read. */
export interface ZeroChunk {
  readonly name: string;
  readonly length: number;
  readonly encoding: 'zero';
  readonly objectBytes: 0;
}

export type BackupChunk = DataChunk | ZeroChunk;

/**
 * What a backup consists of, written as JSON after its chunks: as long as it is not there the backup is not
 * whole. The chunks follow each other from the first byte of the volume to the last. The last member of the
 * object is `sha256`, the digest of all before it, because a chunk that is said to be zeros is believed.
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

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The text of the metadata object. */
export function formatManifest(manifest: BackupManifest): string {
  return JSON.stringify({ ...manifest, sha256: digestOf(JSON.stringify(manifest)) });
}

const ENCODINGS: readonly unknown[] = ['raw', 'zstd', 'zlib'] satisfies DataChunk['encoding'][];

function isChunk(value: unknown): value is BackupChunk {
  if (typeof value !== 'object' || value === null) return false;
  const { name, length, encoding, objectBytes, sha256 } = value as Partial<Record<keyof DataChunk, unknown>>;
  const isZero = encoding === 'zero' && objectBytes === 0;
  const isData =
    ENCODINGS.includes(encoding) && Number.isSafeInteger(objectBytes) && typeof sha256 === 'string';
  return typeof name === 'string' && Number.isSafeInteger(length) && Number(length) > 0 && (isZero || isData);
}

const damaged = (cause?: unknown): PermanentFailure =>
  new PermanentFailure('the metadata object of the backup is damaged', { cause });

/** Reads a manifest back; throws `PermanentFailure` when it is damaged or from another version. */
export function parseManifest(text: string): BackupManifest {
  let value: (Partial<Record<keyof BackupManifest, unknown>> & { readonly sha256?: unknown }) | null;
  try {
    // Every member is checked below before anything is made of it.
    value = JSON.parse(text) as typeof value;
  } catch (cause) {
    throw damaged(cause);
  }
  if (value?.format !== FORMAT) throw damaged();
  if (value.version !== VERSION) {
    throw new PermanentFailure(
      `the backup has format version ${JSON.stringify(value.version)}, and this server reads version ${VERSION} only`,
    );
  }
  const { sha256, ...rest } = value;
  const { volumeId, bytes, chunks } = rest;
  const isWhole =
    typeof volumeId === 'string' &&
    Array.isArray(chunks) &&
    chunks.every(isChunk) &&
    chunks.reduce((sum, { length }) => sum + length, 0) === bytes &&
    sha256 === digestOf(JSON.stringify(rest));
  if (!isWhole) throw damaged();
  return newManifest({ volumeId, bytes: Number(bytes), chunks });
}
