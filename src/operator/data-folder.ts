import { statSync } from 'node:fs';
import { join } from 'node:path';
import { type CatalogReader, openCatalogReader } from '../catalog/reader.ts';
import { type NbdAddress, nbdAddressOf } from './nbd-address.ts';
import { type ServerState, serverOf } from './running-server.ts';

/** A data folder that cannot be used; the text says what to do, in one line. */
export class DataFolderError extends Error {}

/** A data folder, opened to be looked at. Nothing is made, changed or locked. */
export interface DataFolder {
  readonly path: string;
  /** Where the layers of volumes are. */
  readonly blocks: string;
  readonly catalog: CatalogReader;
  readonly server: ServerState;
  /** Undefined when no server runs, or it exports nothing. */
  readonly nbd: NbdAddress | undefined;
  close(): void;
}

const ADVICE = "CINDERBLOCK_DATA (--data) is to name the server's";

/** Says in words whether there is anything at the path that could be a data folder. */
export function requireDataFolder(path: string): void {
  let isFolder: boolean;
  try {
    isFolder = statSync(path).isDirectory();
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new DataFolderError(
      isMissing
        ? `there is no folder ${path}; ${ADVICE}`
        : error instanceof Error
          ? error.message
          : String(error),
    );
  }
  if (!isFolder) throw new DataFolderError(`${path} is not a folder; ${ADVICE}`);
  try {
    statSync(join(path, 'catalog.db'));
  } catch {
    throw new DataFolderError(
      `${path} is not a data folder of Cinderblock: there is no catalog.db in it; ${ADVICE}`,
    );
  }
}

/** @throws DataFolderError, CatalogError */
export function openDataFolder(path: string): DataFolder {
  requireDataFolder(path);
  const server = serverOf(path);
  const catalog = openCatalogReader(join(path, 'catalog.db'));
  return {
    path,
    blocks: join(path, 'blocks'),
    catalog,
    server,
    nbd: server.state === 'stopped' ? undefined : nbdAddressOf(path),
    close: () => catalog.close(),
  };
}
