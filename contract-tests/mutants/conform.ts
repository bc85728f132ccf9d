import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { callers } from './spoiled-server.ts';

const command = fileURLToPath(new URL('../../bin/cinderblock.js', import.meta.url));

/** What the command has to say of an implementation. */
export interface Verdict {
  readonly conforms: boolean;
  /** The first case that failed, and what was wrong there. */
  readonly because: string;
  readonly output: string;
}

/** Runs the real command against a server. Throws when it could not run, or did not end. */
export async function conform(url: string, args: readonly string[], withinMs: number): Promise<Verdict> {
  const { first, second, limited } = callers;
  const who = [
    ...['--token', first.token, '--tenant', first.tenant],
    ...['--second-token', second.token, '--second-tenant', second.tenant],
    ...['--limited-token', limited.token, '--limited-tenant', limited.tenant],
  ];
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [command, 'conform', url, ...who, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH, HOME, NO_COLOR: '1', NODE_NO_WARNINGS: '1' },
    timeout: withinMs,
    killSignal: 'SIGKILL',
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [output, errors, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  if (code !== 0 && code !== 1) throw new Error(`conform ended with ${code}: ${errors.slice(-2000)}`);
  const [, failed = '', what = ''] = /^ *failed (\S+)\n *(.*)$/m.exec(output) ?? [];
  return { conforms: code === 0, because: failed === '' ? '' : `${failed}: ${what}`, output };
}
