import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { begin } from '../support/command.ts';
import { type Ask, asker, availableCopy, availableVolume, volumeIn } from '../support/requests.ts';
import { type ServerProcess, startServer } from '../support/server.ts';

/** What an operator may find in a data folder. */
export interface World {
  readonly data: string;
  readonly ids: {
    /** Available, with a snapshot and a backup. */
    readonly volume: string;
    readonly attached: string;
    readonly ofDemo: string;
    readonly snapshot: string;
    readonly backup: string;
  };
}

export const SERVER_ID = 'bb6a4f73-c851-4d62-8ef4-56c9b6c12df1';
/** A name that would turn the rest of its line round, two columns wide for each of its last characters. */
export const EVIL_NAME = 'x\u202egnp.exe 東京';

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'cinderblock-operator-'));
export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true });

/** Makes a volume of everything that there is, through the API of a server. */
export async function fill(ask: Ask): Promise<World['ids']> {
  const { id: volume } = await availableVolume(ask, { display_name: EVIL_NAME, metadata: { use: 'tests' } });
  const { id: attached } = await availableVolume(ask, { display_name: 'attached' });
  const { id: ofDemo } = await availableVolume(ask, { display_name: 'of demo' }, 'demo');
  await ask('POST', `/v2/dev/servers/${SERVER_ID}/os-volume_attachments`, {
    body: { volumeAttachment: { volumeId: attached, device: '/dev/vdc' } },
  });
  await volumeIn(ask, attached, 'in-use');
  const { id: snapshot } = await availableCopy(ask, 'snapshot', { volume_id: volume });
  const { id: backup } = await availableCopy(ask, 'backup', { volume_id: volume });
  return { volume, attached, ofDemo, snapshot, backup: String(backup) };
}

/** A folder with everything in it, and the server that filled it. */
export async function served(): Promise<World & { readonly server: ServerProcess; readonly ask: Ask }> {
  const data = newFolder();
  const server = await startServer({ folder: data, env: { CINDERBLOCK_LOG_LEVEL: 'warn' } });
  const ask = asker(server.url);
  return { data, server, ask, ids: await fill(ask) };
}

/** Runs a command on the folder to its end. */
export async function on(
  data: string,
  ...args: readonly string[]
): Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }> {
  const { ended, stdin } = begin([...args, '--data', data]);
  stdin.end();
  const { code, stdout, stderr } = await ended;
  return { code, stdout: stdout.toString(), stderr };
}

/** The objects that `--json` prints, one a line. */
// biome-ignore lint/suspicious/noExplicitAny: tests reach into rows of every shape
export const jsonLines = (stdout: string): any[] =>
  stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
