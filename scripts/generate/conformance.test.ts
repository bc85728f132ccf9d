import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const FOLDER = join(ROOT, 'generated/conformance');

/** What Dredd writes; into a file, for of a pipe it loses what has not been read when it ends. */
function dredd(...args: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'cinderblock-dredd-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'output');
  const file = openSync(path, 'w');
  const program = join(ROOT, 'node_modules/.bin/dredd');
  spawnSync(program, args, {
    cwd: FOLDER,
    env: { ...process.env, PWD: FOLDER },
    stdio: ['ignore', file, file],
  });
  closeSync(file);
  return stripVTControlCharacters(readFileSync(path, 'utf8'));
}

test('Dredd finds in the layers what is expected to run, by the same names, and warns of nothing', () => {
  const lines = dredd('*.yaml', 'http://127.0.0.1:1', '--names').split('\n');
  const expected: { name: string }[] = JSON.parse(readFileSync(join(FOLDER, 'expected.json'), 'utf8'));

  const names = lines.filter((line) => line.startsWith('info: ')).map((line) => line.slice('info: '.length));
  expect(names.toSorted()).toEqual(expected.map(({ name }) => name).toSorted());
  expect(lines.filter((line) => /^(warn|error):/.test(line))).toEqual([]);
});
