import { join } from 'node:path';
import { CatalogError } from '../../catalog/errors.ts';
import { type FolderLock, lockFolder } from '../../catalog/lock.ts';
import { copiesOf, jobsWithResources, snapshotById, volumeByName } from '../../catalog/operator-reads.ts';
import type { Volume, VolumeStatus } from '../../catalog/records.ts';
import { type DataFolder, DataFolderError, openDataFolder } from '../data-folder.ts';

const BYTES_PER_GB = 2 ** 30;

/** What is copied: a volume, or for an export a snapshot. */
export interface Target {
  readonly kind: 'volume' | 'snapshot';
  readonly id: string;
  /** Bytes. */
  readonly size: number;
  readonly status: string;
}

/** A data folder that nobody else has until it is released. */
export interface HeldFolder {
  readonly path: string;
  readonly folder: DataFolder;
  release(): Promise<void>;
}

const command = { import: 'nbdcopy FILE', export: 'nbdcopy' } as const;

/** What to do about a server that has the folder, for this volume. */
function whileServed(folder: DataFolder, name: string, direction: 'import' | 'export'): DataFolderError {
  const { server, path, nbd, catalog } = folder;
  const who = server.state === 'running' ? `a server (process ${server.pid})` : 'a server';
  const volume = volumeByName(catalog, name);
  const uri = volume?.status === 'in-use' && nbd !== undefined ? nbd.uriOf(volume.id) : undefined;
  const instead =
    uri !== undefined
      ? `use \`${direction === 'import' ? `${command.import} '${uri}'` : `${command.export} '${uri}' FILE`}\` instead`
      : 'stop it first, or attach the volume and use nbdcopy with the address that `cinderblock volumes ID` then shows';
  return new DataFolderError(`${who} has the data folder ${path}: ${instead}`);
}

/**
 * Takes the data folder as a server would, so that none starts meanwhile.
 *
 * @throws DataFolderError where a server has it; the text says what to do for the volume of this name
 */
export async function holdFolder(
  path: string,
  name: string,
  direction: 'import' | 'export',
): Promise<HeldFolder> {
  const folder = openDataFolder(path);
  let lock: FolderLock;
  try {
    lock = await lockFolder(path);
  } catch (error) {
    const refusal =
      error instanceof CatalogError && error.kind === 'folder-in-use'
        ? whileServed(folder, name, direction)
        : error;
    folder.close();
    throw refusal;
  }
  return {
    path: join(path, 'blocks'),
    folder,
    async release() {
      folder.close();
      await lock.release();
    },
  };
}

function requireVolume({ catalog, path }: DataFolder, name: string): Volume {
  const volume = volumeByName(catalog, name);
  if (volume === undefined || volume.status === 'deleted') {
    throw new DataFolderError(`there is no volume ${name} in ${path}`);
  }
  return volume;
}

/**
 * The volume, if its bytes may be replaced.
 *
 * @throws DataFolderError
 */
export function importTarget(folder: DataFolder, name: string): Target {
  const volume = requireVolume(folder, name);
  const { id, status, size } = volume;
  if (status !== 'available') {
    throw new DataFolderError(
      `volume ${id} is ${status}: only an available volume can be imported into${
        status === 'in-use' ? '; detach it first' : ''
      }`,
    );
  }
  // Asked for while the volume had its bytes of now, and not done yet.
  const isNeeded = new Set(
    copiesOf(folder.catalog, volume)
      .snapshots.filter((snapshot) => snapshot.status === 'creating')
      .map((snapshot) => snapshot.id),
  );
  const job = jobsWithResources(folder.catalog).find(
    ({ resourceId, payload }) => isNeeded.has(resourceId) || Object.values(payload).includes(id),
  );
  if (job !== undefined) {
    throw new DataFolderError(
      `a job (${job.kind} ${job.resourceId}) still needs the bytes that volume ${id} has: start the server so that it is done, stop it, and import then`,
    );
  }
  return { kind: 'volume', id, size: size * BYTES_PER_GB, status };
}

const HALF_WRITTEN: readonly VolumeStatus[] = [
  'creating',
  'downloading',
  'restoring-backup',
  'error',
  'error_restoring',
  'deleting',
  'error_deleting',
];

/** Whether the bytes may be those of no time at all. */
export const isHalfWritten = ({ kind, status }: Target): boolean =>
  kind === 'volume' && (HALF_WRITTEN as readonly string[]).includes(status);

/** The volume, by its UUID or number, or the snapshot, by its UUID. */
export function exportTarget(folder: DataFolder, name: string): Target {
  const snapshot = snapshotById(folder.catalog, name);
  if (snapshot !== undefined) {
    const { id, size, status } = snapshot;
    return { kind: 'snapshot', id, size: size * BYTES_PER_GB, status };
  }
  const { id, size, status } = requireVolume(folder, name);
  return { kind: 'volume', id, size: size * BYTES_PER_GB, status };
}
