import { type ChildProcess, spawn } from 'node:child_process';
import { buffer, text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const command = fileURLToPath(new URL('../../bin/cinderblock.js', import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

// Settings of whoever runs the tests must not reach the command.
function cleanEnv(env: Readonly<Record<string, string>>): Record<string, string> {
  const { PATH = '', HOME = '', TMPDIR } = process.env;
  return { PATH, HOME, ...(TMPDIR === undefined ? {} : { TMPDIR }), ...env };
}

const codeOf = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => child.once('close', resolve));

/** Runs the command, with `input` on its standard input, and waits for its end, for which it has a minute. */
export async function run(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  input = '',
): Promise<Ended> {
  const child = spawn(process.execPath, [command, ...args], {
    stdio: 'pipe',
    env: cleanEnv(env),
    timeout: 60_000,
    killSignal: 'SIGKILL',
  });
  // Most commands end without having read it.
  child.stdin.on('error', () => {}).end(input);
  const code = codeOf(child);
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await code, stdout, stderr };
}

export interface Begun {
  /** To write to; ended by the caller. */
  readonly stdin: NodeJS.WritableStream;
  /** What it has written to standard error so far. */
  errors(): string;
  kill(signal: NodeJS.Signals): void;
  readonly ended: Promise<{ readonly code: number | null; readonly stdout: Buffer; readonly stderr: string }>;
}

/** Starts the command, for tests that do something while it runs, or pass bytes through it. It has a minute. */
export function begin(args: readonly string[], env: Readonly<Record<string, string>> = {}): Begun {
  const child = spawn(process.execPath, [command, ...args], {
    stdio: 'pipe',
    env: cleanEnv(env),
    timeout: 60_000,
    killSignal: 'SIGKILL',
  });
  child.stdin.on('error', () => {});
  let stderr = '';
  child.stderr.on('data', (part) => {
    stderr += part;
  });
  const ended = Promise.all([codeOf(child), buffer(child.stdout)]);
  return {
    stdin: child.stdin,
    errors: () => stderr,
    kill: (signal) => void child.kill(signal),
    ended: ended.then(([code, stdout]) => ({ code, stdout, stderr })),
  };
}

/** The variable of a setting, by the name of its flag. */
export const variableOf = (flag: string) => `CINDERBLOCK_${flag.replaceAll('-', '_').toUpperCase()}`;
