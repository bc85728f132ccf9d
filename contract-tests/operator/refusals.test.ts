import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import { openSqliteCatalog } from '../../src/catalog/sqlite.ts';
import { newFolder, on, removeFolder } from './world.ts';

const folder = newFolder();
afterAll(() => removeFolder(folder));

/** Ends with 2 where 1 is a verdict. */
const commands: readonly (readonly [args: readonly string[], code: number])[] = [
  [['volumes'], 1],
  [['volumes', '7'], 1],
  [['layers'], 1],
  [['jobs'], 1],
  [['check'], 2],
  [['import', '/dev/null', '7'], 1],
  [['export', '7', join(folder, 'out.raw')], 1],
];

async function catalogOf(name: string, sql: string): Promise<string> {
  const data = join(folder, name);
  mkdirSync(data);
  const path = join(data, 'catalog.db');
  await (await openSqliteCatalog({ path })).close();
  const database = new Database(path);
  database.exec(sql);
  database.close();
  return data;
}

const places = {
  'that is not there': () => [join(folder, 'none'), /there is no folder/] as const,
  'that is a file': () => {
    const path = join(folder, 'file');
    writeFileSync(path, '');
    return [path, /is not a folder/] as const;
  },
  'without a catalog': () => {
    const path = join(folder, 'empty');
    mkdirSync(path, { recursive: true });
    return [path, /is not a data folder of Cinderblock/] as const;
  },
};

describe.each(commands)('cinderblock %j', (args, expected) => {
  it.each(Object.entries(places))('refuses a folder %s in one line, and makes nothing', async (_, place) => {
    const [data, says] = place();
    const before = existsSync(data) ? data.endsWith('file') || readdirSync(data) : undefined;
    const { code, stdout, stderr } = await on(data, ...args);
    expect({ code, stdout }).toEqual({ code: expected, stdout: '' });
    expect(stderr.trimEnd().split('\n')).toEqual([expect.stringMatching(says)]);
    expect(existsSync(data) ? data.endsWith('file') || readdirSync(data) : undefined).toEqual(before);
  });
});

describe('a folder of another version', () => {
  it.each([
    ['newer', `insert into schema_version values (99, 'to come')`],
    ['older', 'delete from schema_version where version > 1'],
  ])('is refused when it is %s, and not migrated', async (word, sql) => {
    const data = await catalogOf(word, sql);
    for (const [args, expected] of commands) {
      const { code, stderr } = await on(data, ...args);
      expect(code, args.join(' ')).toBe(expected);
      expect(stderr.trimEnd().split('\n')).toEqual([expect.stringContaining(`${word} version`)]);
    }
    expect(readdirSync(data)).toEqual(['catalog.db']);
  });
});

describe('a folder whose graph of layers is damaged', () => {
  it('is refused in one line by what needs it', async () => {
    const data = await catalogOf('damaged', 'select 1');
    mkdirSync(join(data, 'blocks'));
    writeFileSync(join(data, 'blocks', 'graph.db'), 'x'.repeat(5000));
    const { code, stdout, stderr } = await on(data, 'layers');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^error: .*graph\.db is not the graph of a block store: file is not a database$/),
    ]);
  });
});

describe('help', () => {
  it.each(['volumes', 'layers', 'jobs', 'check', 'import', 'export'])(
    'of %s has examples',
    async (command) => {
      const { code, stdout } = await on(folder, command, '--help');
      expect(code).toBe(0);
      expect(stdout).toMatch(/Examples:\n {2}(\S.*\| )?cinderblock/);
      expect(stdout).toContain('CINDERBLOCK_DATA');
    },
  );

  it('groups the commands', async () => {
    const { stdout } = await on(folder, '--help');
    expect(stdout).toMatch(/Serving:\n[\s\S]*serve[\s\S]*Operating[\s\S]*volumes[\s\S]*check[\s\S]*Testing/);
  });
});
