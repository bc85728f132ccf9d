import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { startServer } from '../support/server.ts';
import { installedFor } from './clients.ts';
import { type Block, blocksOf, type PageName, readPage } from './pages.ts';

/** Where the pages say that the server is. */
const WRITTEN = 'http://127.0.0.1:8776';
const WITHIN_MS = 120_000;

/** What one kind of block becomes in the shell that tries a whole page, so that each sees what came before. */
function commandOf({ language, text: written }: Block, index: number, folder: string): string {
  if (language === 'sh') return written;
  const file = join(folder, `block-${index}.${language === 'python' ? 'py' : 'cjs'}`);
  writeFileSync(file, `${written}\n`);
  return language === 'python' ? `python -W ignore ${file}` : `node ${file}`;
}

/**
 * Runs what a page tells its reader to, from top to bottom and as it stands there, but for the address of the
 * server. Gives what went wrong, or undefined.
 */
export async function tryPage(page: PageName): Promise<string | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'cinderblock-page-'));
  const server = await startServer();
  try {
    const place = installedFor(page);
    // A reader's own folder, in which the client is installed.
    if (page === 'pkgcloud') symlinkSync(join(place, 'node_modules'), join(folder, 'node_modules'));
    const path = page === 'pkgcloud' ? dirname(process.execPath) : join(place, 'bin');
    const script = blocksOf(readPage(page))
      .filter(({ isTried }) => isTried)
      .map((block, index) =>
        commandOf({ ...block, text: block.text.replaceAll(WRITTEN, server.url) }, index, folder),
      );
    const child = spawn('bash', ['-exuo', 'pipefail', '-c', script.join('\n')], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: `${path}${delimiter}${process.env['PATH'] ?? ''}`,
        HOME: folder,
        LC_ALL: 'C.UTF-8',
        NODE_NO_WARNINGS: '1',
      },
      timeout: WITHIN_MS,
      killSignal: 'SIGKILL',
    });
    const code = new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    const [output, errors, ended] = await Promise.all([text(child.stdout), text(child.stderr), code]);
    return ended === 0 ? undefined : `ended with ${ended}: ${`${output}\n${errors}`.trim().slice(-800)}`;
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
