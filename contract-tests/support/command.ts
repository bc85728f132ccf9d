import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const command = fileURLToPath(new URL('../../bin/cinderblock.js', import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command, with `input` on its standard input, and waits for its end, for which it has ten seconds. */
export async function run(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  input = '',
): Promise<Ended> {
  // Settings of whoever runs the tests must not reach the command.
  const { PATH = '', HOME = '', TMPDIR } = process.env;
  const child = spawn(process.execPath, [command, ...args], {
    stdio: 'pipe',
    env: { PATH, HOME, ...(TMPDIR === undefined ? {} : { TMPDIR }), ...env },
    timeout: 10_000,
    killSignal: 'SIGKILL',
  });
  // Most commands end without having read it.
  child.stdin.on('error', () => {}).end(input);
  const code = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await code, stdout, stderr };
}
