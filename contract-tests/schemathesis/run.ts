/**
 * `make fuzz`: schemathesis makes up requests from the contract, valid and not, and holds what the running
 * server answers against it: no 5xx, no status, format, header or body that is not documented.
 *
 * `node contract-tests/schemathesis/run.ts hp-bock-v1.1/create-volume ...` is for these operations alone.
 */

import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { operationsOfContract, type PlacedOperation } from '../support/contract.ts';
import { startServer, tokens } from '../support/server.ts';
import { type Counts, listing, shortfalls, sumOf } from './judge.ts';
import { known } from './known.ts';
import { partsOf } from './parts.ts';

const WITHIN_MS = 600_000;
/** Tracebacks quote whole files in a line. */
const LONGEST_LINE = 300;
const root = fileURLToPath(new URL('../../', import.meta.url));
const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));

interface Fuzzed {
  readonly exitCode: number | null;
  readonly output: string;
  readonly counts: Counts;
}

async function schemathesis(
  url: string,
  folder: string,
  operations: readonly PlacedOperation[],
): Promise<Fuzzed> {
  const report = join(folder, 'counts.json');
  const contract = join(root, 'generated/openapi.json');
  const only = operations.flatMap(({ operationId }) => ['--include-operation-id', operationId]);
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(
    join(root, '.cache/fuzz/bin/st'),
    ['--config-file', here('schemathesis.toml'), 'run', contract, '--url', url, ...only],
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
        FUZZ_ADMINISTRATOR: tokens.admin,
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
  if (exitCode === null) return { exitCode, output: `${output}\nended after ${WITHIN_MS} ms`, counts: {} };
  return { exitCode, output, counts: JSON.parse(readFileSync(report, 'utf8')) };
}

/** Starts a server, lets schemathesis try the operations, and prints what it says when it is not content. */
async function fuzz(operations: readonly PlacedOperation[]): Promise<Fuzzed> {
  const folder = mkdtempSync(join(tmpdir(), 'cinderblock-fuzz-'));
  const unlimited = ['--quota-volumes', '-1', '--quota-snapshots', '-1', '--quota-gigabytes', '-1'];
  const server = await startServer({
    args: [...unlimited, '--seed', 'documents', '--response-checks', 'always', '--log-level', 'error'],
  });
  try {
    const run = await schemathesis(server.url, folder, operations);
    if (run.exitCode !== 0) {
      const lines = `${run.output}\n${server.log()}\n`.split('\n');
      process.stdout.write(lines.map((line) => line.slice(0, LONGEST_LINE)).join('\n'));
    }
    return run;
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const wanted = process.argv.slice(2);
const all = operationsOfContract();
const operations = all.filter(({ operationId }) => wanted.length === 0 || wanted.includes(operationId));
const runs = await Promise.all(partsOf(operations, all).map(fuzz));
const counts = sumOf(runs.map((run) => run.counts));
const problems = shortfalls(operations, counts);

process.stdout.write(listing(operations, counts));
for (const problem of problems) process.stdout.write(`x ${problem}\n`);
for (const { output } of runs) {
  const [cases = 'no cases'] = /\d+ generated, .*/.exec(output) ?? [];
  process.stdout.write(`schemathesis: ${cases}\n`);
}
process.exitCode = problems.length === 0 && runs.every(({ exitCode }) => exitCode === 0) ? 0 : 1;
