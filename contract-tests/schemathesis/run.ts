/**
 * `make fuzz`: schemathesis makes up requests from the contract, valid and not, and holds what the running
 * server answers against it: no 5xx, no status, format, header or body that is not documented.
 */

import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { operationsOfContract } from '../support/contract.ts';
import { startServer, tokens } from '../support/server.ts';
import { type Counts, listing, shortfalls } from './judge.ts';
import { known } from './known.ts';

const WITHIN_MS = 360_000;
const root = fileURLToPath(new URL('../../', import.meta.url));
const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));

interface Fuzzed {
  readonly exitCode: number | null;
  readonly output: string;
  readonly counts: Counts;
}

async function fuzz(url: string, folder: string, args: readonly string[]): Promise<Fuzzed> {
  const report = join(folder, 'counts.json');
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(
    join(root, '.cache/fuzz/bin/st'),
    [
      '--config-file',
      here('schemathesis.toml'),
      'run',
      join(root, 'generated/openapi.json'),
      '--url',
      url,
      ...args,
    ],
    {
      // Hypothesis leaves a folder of its own where it runs.
      cwd: folder,
      stdio: ['ignore', 'pipe', 'inherit'],
      timeout: WITHIN_MS,
      env: {
        PATH,
        HOME,
        NO_COLOR: '1',
        PYTHONDONTWRITEBYTECODE: '1',
        SCHEMATHESIS_HOOKS: here('hooks.py'),
        FUZZ_URL: url,
        FUZZ_TOKEN: tokens.dev,
        FUZZ_TENANT: 'dev',
        FUZZ_REPORT: report,
        FUZZ_KNOWN: JSON.stringify(known),
      },
    },
  );
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const [output, exitCode] = await Promise.all([text(child.stdout), ended]);
  if (exitCode === null) throw new Error(`schemathesis was ended after ${WITHIN_MS / 1000} s:\n${output}`);
  return { exitCode, output, counts: JSON.parse(readFileSync(report, 'utf8')) };
}

const args = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'cinderblock-fuzz-'));
const unlimited = ['--quota-volumes', '-1', '--quota-snapshots', '-1', '--quota-gigabytes', '-1'];
const server = await startServer({
  args: [...unlimited, '--seed', 'documents', '--response-checks', 'always', '--log-level', 'error'],
});
try {
  const { exitCode, output, counts } = await fuzz(server.url, folder, args);
  const operations = operationsOfContract();
  // With arguments of one's own the run may leave out operations on purpose.
  const problems = args.length > 0 ? [] : shortfalls(operations, counts);
  if (exitCode !== 0) process.stdout.write(`${output}\n${server.log()}\n`);
  process.stdout.write(listing(operations, counts));
  for (const problem of problems) process.stdout.write(`x ${problem}\n`);
  const [generated = 'no cases'] = /\d+ generated, .*/.exec(output) ?? [];
  process.stdout.write(`schemathesis: ${generated}, exit code ${exitCode}\n`);
  process.exitCode = exitCode === 0 && problems.length === 0 ? 0 : 1;
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
