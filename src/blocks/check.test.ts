import { copyFile, open, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { findingsOf, MIB, openTestStore, write } from './testing.ts';

/** A closed store: layer 1 frozen under a snapshot, layer 2 the top of its volume. */
async function damaged(harm: (path: (name: string) => string, folder: string) => Promise<void> | void) {
  const { folder, store } = await openTestStore();
  await store.createVolume('volume', 200 * MIB);
  await write(store, 'volume', 100 * MIB, 1);
  await store.createSnapshot('snapshot', 'volume');
  await write(store, 'volume', 0, 2);
  await store.close();
  expect(await findingsOf(folder)).toEqual([]);
  await harm((name) => join(folder, 'layers', name), folder);
  return findingsOf(folder);
}

async function overwrite(path: string, position: number, bytes: Uint8Array): Promise<void> {
  const handle = await open(path, 'r+');
  await handle.write(bytes, 0, bytes.length, position);
  await handle.close();
}

function changeGraph(folder: string, sql: string): void {
  const graph = new Database(join(folder, 'graph.db'));
  graph.pragma('foreign_keys = OFF');
  graph.exec(sql);
  graph.close();
}

const word = (value: number) => Buffer.from(Uint32Array.of(value).buffer);

it.each<[string, RegExp, (path: (name: string) => string, folder: string) => Promise<void> | void]>([
  ['a lost data file', /^layer 1: .*1\.data, is missing/, (path) => rm(path('1.data'))],
  [
    'a data file that was cut',
    /^layer 1: .*names data up to .*ends at 5$/,
    (path) => truncate(path('1.data'), 5),
  ],
  ['the lost map of a frozen layer', /^layer 1: .*map.*is missing or empty/, (path) => rm(path('1.map'))],
  ['a map that was cut', /^layer 1: .*middle of a page/, (path) => truncate(path('1.map'), 4096 + 5000)],
  [
    'a map of something else',
    /^layer 1: .*does not begin like one/,
    (path) => overwrite(path('1.map'), 0, Buffer.from('text')),
  ],
  [
    'the map of another layer',
    /^layer 1: .*map of layer 2/,
    (path) => copyFile(path('2.map'), path('1.map')),
  ],
  [
    'a map of a later version',
    /^layer 2: .*map of version 9/,
    (path) => overwrite(path('2.map'), 8, word(9)),
  ],
  [
    'a block that is data and zeros',
    /^layer 2: .*1 blocks.*data and.*zeros/,
    (path) => overwrite(path('2.map'), 4096, word(0x10001)),
  ],
  [
    'a map beyond the volume',
    /^layer 2: .*names bytes up to .* volume has/,
    (path) => overwrite(path('2.map'), 4096 + 4 * 4096, word(0x10000)),
  ],
  [
    'a layer without its parent',
    /^volume volume: .*layer 9, which is not in the graph/,
    (_, folder) => changeGraph(folder, 'update layers set parent = 9 where id = 2'),
  ],
  [
    'layers in a circle',
    /^volume volume: .*circle: 2, 1, 2/,
    (_, folder) => changeGraph(folder, 'update layers set parent = 2 where id = 1'),
  ],
  [
    'a volume without its layer',
    /^volume volume: .*layer 9 is not in the graph/,
    (_, folder) => changeGraph(folder, 'update volumes set top = 9'),
  ],
  [
    'a volume of another size than its layer',
    /^volume volume: It has 5 bytes/,
    (_, folder) => changeGraph(folder, 'update volumes set size = 5'),
  ],
  [
    'a graph that is cut',
    /^graph\.db: .*cannot be read/,
    (_, folder) => truncate(join(folder, 'graph.db'), 5000),
  ],
  [
    'a graph that is something else',
    /^graph\.db: .*cannot be read/,
    (_, folder) => writeFile(join(folder, 'graph.db'), 'text'.repeat(2000)),
  ],
  ['a lost graph', /^graph\.db: .*is missing/, (_, folder) => rm(join(folder, 'graph.db'))],
])('finds %s, and says what to do', async (_, expected, harm) => {
  const found = await damaged(harm);
  const damage = found.filter(({ severity }) => severity === 'damage');
  expect(damage.map(({ where, what }) => `${where}: ${what.replace(/\.$/, '')}`)).toContainEqual(
    expect.stringMatching(expected),
  );
  for (const { advice } of found) expect(advice).toMatch(/\.$/);
});

it('takes for no damage what a crash leaves', async () => {
  const found = await damaged(async (path) => {
    await writeFile(path('77.data'), 'left over');
    await writeFile(path('2.map'), '');
  });
  expect(found).toEqual([expect.objectContaining({ severity: 'note', where: 'layers/77.data' })]);
});

it('finds nothing in a folder without a store', async () => {
  expect(await findingsOf('/nowhere')).toEqual([]);
});

it('changes nothing', async () => {
  const before = new Map<string, Buffer>();
  let folder = '';
  await damaged(async (path, blocks) => {
    folder = blocks;
    await rm(path('1.data'));
    for (const name of await readdir(join(blocks, 'layers'))) before.set(name, await readFile(path(name)));
    before.set('graph.db', await readFile(join(blocks, 'graph.db')));
  });
  for (const [name, bytes] of before) {
    const path = name === 'graph.db' ? join(folder, name) : join(folder, 'layers', name);
    expect((await readFile(path)).equals(bytes), name).toBe(true);
  }
  expect(await readdir(join(folder, 'layers'))).toHaveLength(before.size - 1);
});
