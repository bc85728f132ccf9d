import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where the volumes of a data folder are exported, for commands that run beside the server. */
export interface NbdAddress {
  readonly host: string;
  readonly port: number;
  readonly socket?: string;
  readonly tls: boolean;
}

const fileIn = (folder: string): string => join(folder, 'nbd.json');

/** Writes `<folder>/nbd.json`, whole or not at all. It need not survive a power cut: the next start writes it anew. */
export async function writeAddress(folder: string, address: NbdAddress): Promise<void> {
  const unnamed = `${fileIn(folder)}.new`;
  await writeFile(unnamed, `${JSON.stringify(address)}\n`);
  await rename(unnamed, fileIn(folder));
}

export const removeAddress = (folder: string): Promise<void> => rm(fileIn(folder), { force: true });
