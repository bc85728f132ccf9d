import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import examples from './examples.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'examples-'));
  await writeFile(join(folder, 'volume.json'), '{ "size": 1 }\n');
  await writeFile(join(folder, 'broken.json'), '{ "size": 1, }\n');
  await writeFile(join(folder, 'volume.xml'), "<?xml version='1.0'?>\n<volume\tsize='1' />\n");
});

afterAll(() => rm(folder, { recursive: true }));

const { preprocessors, decorators } = examples();

/** Visits an example of a file in the folder; returns what became of it and what was reported. */
function visit(visitor: typeof preprocessors.oas3.json, externalValue: string) {
  const example = { externalValue };
  const reports: string[] = [];
  visitor().Example(example, {
    location: { source: { absoluteRef: join(folder, 'paths.yaml') } },
    report: ({ message }) => reports.push(message),
  });
  return { example, reports };
}

test('a JSON file becomes the value of the example', () => {
  expect(visit(preprocessors.oas3.json, 'volume.json')).toEqual({
    example: { value: { size: 1 } },
    reports: [],
  });
});

test('an XML file becomes the text of the example, byte for byte', () => {
  const text = "<?xml version='1.0'?>\n<volume\tsize='1' />\n";
  expect(visit(decorators.oas3.xml, 'volume.xml')).toEqual({ example: { value: text }, reports: [] });
});

test('each format is left to its own step', () => {
  expect(visit(preprocessors.oas3.json, 'volume.xml').example).toEqual({ externalValue: 'volume.xml' });
  expect(visit(decorators.oas3.xml, 'volume.json').example).toEqual({ externalValue: 'volume.json' });
});

test.each(['missing.json', 'broken.json'])('%s is reported', (file) => {
  expect(visit(preprocessors.oas3.json, file).reports).toEqual([
    expect.stringContaining(`The example ${file}`),
  ]);
});

test('the examples of a schema are read too', () => {
  const schema = { 'x-examples': { a: { externalValue: 'volume.json' } } };
  preprocessors.oas3.json().Schema(schema, {
    location: { source: { absoluteRef: join(folder, 'paths.yaml') } },
    report: ({ message }) => expect.fail(message),
  });
  expect(schema).toEqual({ 'x-examples': { a: { value: { size: 1 } } } });
});
