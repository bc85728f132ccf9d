import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const command = fileURLToPath(new URL('../../bin/cinderblock.js', import.meta.url));

export interface Conformed {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Ids of the cases by verdict, from the JUnit report; empty when there was no verdict. */
  readonly passed: readonly string[];
  readonly failed: readonly string[];
  readonly notExercised: readonly string[];
}

function readJunit(xml: string): Pick<Conformed, 'passed' | 'failed' | 'notExercised'> {
  const cases = [...xml.matchAll(/<testcase [^>]*? name="([^"]*)"[^>]*?(\/>|>([\s\S]*?)<\/testcase>)/g)].map(
    ([, name = '', , inner = '']) => ({ name, inner }),
  );
  const named = (tag: string) => cases.filter(({ inner }) => inner.includes(tag)).map(({ name }) => name);
  return {
    passed: cases.filter(({ inner }) => inner === '').map(({ name }) => name),
    failed: named('<failure'),
    notExercised: named('<skipped'),
  };
}

/** Runs `cinderblock conform` to its end, which must come within `limit` milliseconds. */
export async function runConform(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  limit = 100_000,
): Promise<Conformed> {
  const folder = mkdtempSync(join(tmpdir(), 'cinderblock-conform-'));
  const junit = join(folder, 'junit.xml');
  const { PATH = '', HOME = '' } = process.env;
  const reports = ['--report', 'terminal', '--report', `junit=${junit}`];
  const child = spawn(process.execPath, [command, 'conform', ...args, ...reports], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // Settings of whoever runs the tests must not reach the command.
    env: { PATH, HOME, ...env },
    timeout: limit,
    killSignal: 'SIGKILL',
  });
  const code = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const ended = await code;
  try {
    return {
      code: ended,
      stdout,
      stderr,
      ...readJunit(existsSync(junit) ? readFileSync(junit, 'utf8') : ''),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
