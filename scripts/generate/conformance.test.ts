import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const FOLDER = join(ROOT, 'generated/conformance');

/** What Dredd prints, by way of a file: it ends without waiting for a pipe to take all that it has written. */
function printedBy(args: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'cinderblock-dredd-names-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'output');
  const output = openSync(file, 'w');
  const dredd = join(ROOT, 'node_modules/.bin/dredd');
  const env = { ...process.env, PWD: FOLDER };
  spawnSync(dredd, args, { cwd: FOLDER, env, stdio: ['ignore', output, output], timeout: 120_000 });
  closeSync(output);
  return readFileSync(file, 'utf8');
}

test('Dredd finds in the layers what is expected to run, by the same names, and warns of nothing', () => {
  const lines = stripVTControlCharacters(printedBy(['*.yaml', 'http://127.0.0.1:1', '--names'])).split('\n');
  const expected: { name: string }[] = JSON.parse(readFileSync(join(FOLDER, 'expected.json'), 'utf8'));

  const names = lines.filter((line) => line.startsWith('info: ')).map((line) => line.slice('info: '.length));
  expect(names.toSorted()).toEqual(expected.map(({ name }) => name).toSorted());
  expect(lines.filter((line) => /^(warn|error):/.test(line))).toEqual([]);
});
