import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Told } from './row.ts';

const WITHIN_MS = 600_000;

/** How a script tells of a call that it has made. */
export type Tell = (told: Told) => void;

/**
 * Runs a script that uses a client in a process of its own and passes its rows on as they come: lines of its
 * output that are `{"row": {...}}`. Whatever else it or the client prints is shown if it does not end well.
 */
export async function runScript(
  command: readonly [string, ...string[]],
  env: Readonly<Record<string, string>>,
  tell: Tell,
): Promise<void> {
  const [program, ...args] = command;
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH, HOME, LC_ALL: 'C.UTF-8', ...env },
    timeout: WITHIN_MS,
    killSignal: 'SIGKILL',
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-4000);
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('{"row":')) tell(JSON.parse(line).row);
    else if (line !== '') said = `${said}${line}\n`.slice(-4000);
  }
  const code = await ended;
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${code}\n${said.trim()}`);
}
