import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type NbdClient, openNbd } from './nbd-client.ts';
import type { NbdAddress } from './nbd-wire.ts';

/** What a server leaves in its data folder about where it exports volumes; undefined when it has not (yet). */
export function nbdFile(folder: string) {
  const path = join(folder, 'nbd.json');
  if (!existsSync(path)) return undefined;
  // What is in it is what these tests look at.
  return JSON.parse(readFileSync(path, 'utf8')) as {
    readonly host: string;
    readonly port: number;
    readonly socket?: string;
    readonly tls: boolean;
  };
}

/** Where the server of a data folder exports volumes over TCP. */
export function nbdAddress(folder: string): NbdAddress {
  const file = nbdFile(folder);
  if (file === undefined) throw new Error('no volume has been exported yet');
  return { host: file.host, port: file.port };
}

/** Connects to an attached volume, as the server would that has it. */
export const openAttached = (folder: string, volumeId: string): Promise<NbdClient> =>
  openNbd(nbdAddress(folder), volumeId);
