import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startDocumentsServer } from './documents-server.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const conformance = join(root, 'generated', 'conformance');

/** Every documented request and response, and what came of them. */
export interface DreddRun {
  /** Transactions that have to run. */
  readonly expected: number;
  /** Transactions that Dredd says it has run; undefined when it stopped before its closing line. */
  readonly completed: number | undefined;
  readonly passing: number;
  readonly failing: number;
  readonly exitCode: number | null;
  readonly output: string;
}

/** Names of all transactions that the generated inputs hold. */
export const transactionNames = (): string[] =>
  JSON.parse(readFileSync(join(conformance, 'expected.json'), 'utf8')).map(
    ({ name }: { name: string }) => name,
  );

/**
 * The files that hold these transactions, all of them when none is named. Reading one takes Dredd a second, so
 * the others are left out; but for the last, a small one, since with a single file Dredd's names lose the layer.
 */
function layersWith(only: readonly string[]): string[] {
  const layers = readdirSync(conformance).filter((file) => file.startsWith('layer-'));
  if (only.length === 0) return layers;
  const holds = (file: string) => only.some((name) => name.startsWith(basename(file, '.yaml')));
  return layers.filter((file, i) => holds(file) || i === layers.length - 1);
}

/**
 * Runs Dredd with our hooks against a server that has the world of the examples. `only` names the
 * transactions to run; all of them when it is left out.
 */
export function runDredd(url: string, only: readonly string[] = []): Promise<DreddRun> {
  const layers = layersWith(only);
  const hooks = join(root, 'contract-tests', 'dredd', 'hooks.cjs');
  // The description is the first argument and the endpoint the second; more descriptions go by --path.
  const [first = '', ...others] = layers.map((name) => join(conformance, name));
  const child = spawn(
    process.execPath,
    [
      join(root, 'node_modules', 'dredd', 'bin', 'dredd'),
      first,
      url,
      ...others.flatMap((path) => ['--path', path]),
      ...only.flatMap((name) => ['--only', name]),
      '--hookfiles',
      hooks,
      '--no-color',
      '--loglevel',
      'warning',
    ],
    { env: { ...process.env, CONFORMANCE_URL: url, NO_COLOR: '1' }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk;
    });
  }
  return new Promise((resolve) => {
    child.on('close', (exitCode) => {
      const count = (name: string) => Number(new RegExp(`(\\d+) ${name}`).exec(output)?.[1] ?? 0);
      // A hook that goes wrong can end Dredd before its end, and it is green then: only this line counts.
      const complete = /^complete: (.*)$/m.exec(output)?.[1];
      const passing = count('passing');
      const failing = count('failing') + count('errors');
      resolve({
        expected: only.length > 0 ? only.length : transactionNames().length,
        completed: complete === undefined ? undefined : passing + failing,
        passing,
        failing,
        exitCode,
        output,
      });
    });
  });
}

export const isGreen = ({ expected, completed, passing, exitCode }: DreddRun): boolean =>
  exitCode === 0 && completed === expected && passing === expected;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const server = await startDocumentsServer();
  const run = await runDredd(server.url).finally(() => server.stop());
  if (!isGreen(run)) process.stdout.write(run.output);
  process.stdout.write(
    `Dredd ran ${run.completed ?? 'an unknown number'} of ${run.expected} transactions: ${run.passing} passed, ${run.failing} failed\n`,
  );
  process.exitCode = isGreen(run) ? 0 : 1;
}
