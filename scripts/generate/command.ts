import { spawn } from 'node:child_process';

export interface Outcome {
  /** Null when the program could not be started or was killed. */
  readonly code: number | null;
  /** Standard output and error as they came. */
  readonly output: string;
}

/** Runs a program to its end and never rejects: whether a failure matters is for the caller to say. */
export function run(
  program: string,
  args: readonly string[],
  options: { cwd: string; env?: Record<string, string>; timeout?: number },
): Promise<Outcome> {
  const { promise, resolve } = Promise.withResolvers<Outcome>();
  const child = spawn(program, args, {
    cwd: options.cwd,
    // Some programs ask PWD where they are instead of the system.
    env: { ...process.env, PWD: options.cwd, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: options.timeout ?? 120_000,
  });
  let output = '';
  const collect = (chunk: Buffer) => {
    output += chunk.toString();
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  child.on('error', (error) => resolve({ code: null, output: `${output}${error.message}` }));
  child.on('close', (code) => resolve({ code, output }));
  return promise;
}

/** The last lines of a program's output, cut to a width: enough to see why, short enough to read. */
export function tail(output: string, lines = 15): string {
  const WIDTH = 300;
  return output
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(-lines)
    .map((line) => (line.length > WIDTH ? `${line.slice(0, WIDTH)}...` : line))
    .join('\n');
}
