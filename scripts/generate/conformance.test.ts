import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { run } from './command.ts';

const ROOT = join(import.meta.dirname, '../..');
const FOLDER = join(ROOT, 'generated/conformance');

test('Dredd finds in the layers what is expected to run, by the same names, and warns of nothing', async () => {
  const dredd = join(ROOT, 'node_modules/.bin/dredd');
  const { output } = await run(dredd, ['*.yaml', 'http://127.0.0.1:1', '--names'], { cwd: FOLDER });
  const lines = stripVTControlCharacters(output).split('\n');
  const expected: { name: string }[] = JSON.parse(readFileSync(join(FOLDER, 'expected.json'), 'utf8'));

  const names = lines.filter((line) => line.startsWith('info: ')).map((line) => line.slice('info: '.length));
  expect(names.toSorted()).toEqual(expected.map(({ name }) => name).toSorted());
  expect(lines.filter((line) => /^(warn|error):/.test(line))).toEqual([]);
});
