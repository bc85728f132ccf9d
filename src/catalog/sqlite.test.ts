import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { catalogContract } from './catalog-contract.ts';
import type { Volume } from './records.ts';
import { openSqliteCatalog } from './sqlite.ts';
import { bulkInsertVolumes, newVolume } from './testing.ts';

const makeFolder = () => mkdtemp(join(tmpdir(), 'catalog-'));

describe('the SQLite catalog', () => {
  catalogContract(async () => {
    const folder = await makeFolder();
    return {
      open: () => openSqliteCatalog({ path: join(folder, 'catalog.db') }),
      remove: () => rm(folder, { recursive: true }),
    };
  });
});

describe('the SQLite catalog on disk', () => {
  let folder: string;
  let path: string;
  beforeEach(async () => {
    folder = await makeFolder();
    path = join(folder, 'deeper', 'catalog.db');
  });
  afterEach(() => rm(folder, { recursive: true }));

  const allVolumes = async (): Promise<Volume[]> => {
    const catalog = await openSqliteCatalog({ path });
    const volumes = await catalog.listVolumes('tenant-a', {}, { limit: 1_000_000, offset: 0 });
    await catalog.close();
    return volumes;
  };

  /** Starts a process that inserts volumes, under a shell that may limit it first. */
  const startWriter = (limit = ':') =>
    spawn('sh', ['-c', `${limit}; exec "$0" "$@"`, process.execPath, childScript, 'write', path], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });

  it('has after kill -9 every transaction that it had answered, and each once', async () => {
    const child = startWriter();
    const lines = await linesUntil(child, 500, () => child.kill('SIGKILL'));
    const stored = lines.filter((line) => line.startsWith('stored ')).map((line) => line.slice(7));
    expect(stored.length).toBeGreaterThanOrEqual(500);
    const volumes = await allVolumes();
    const ids = volumes.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(stored));
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(volumes.map(({ serial }) => serial)).size).toBe(ids.length);
    // What was under way may have become durable without an answer: eight at the most.
    expect(ids.length - stored.length).toBeLessThanOrEqual(8);
  });

  it('stores nothing of what it refused when the disk took no more', async () => {
    // A limit on the size of files stands for the disk. The unit differs between shells; the end does not.
    const child = startWriter('ulimit -f 1500');
    const lines = await linesUntil(child, Number.POSITIVE_INFINITY, () => {});
    const answered = (answer: string) =>
      lines.filter((line) => line.startsWith(answer)).map((line) => line.slice(answer.length + 1));
    expect(answered('stored').length).toBeGreaterThan(0);
    expect(answered('refused').length).toBeGreaterThan(0);
    const ids = (await allVolumes()).map(({ id }) => id);
    expect(ids.toSorted()).toEqual(answered('stored').toSorted());
  });

  it('keeps its log small while it is read and written', async () => {
    const catalog = await openSqliteCatalog({ path });
    const description = 'x'.repeat(200_000);
    let largest = 0;
    for (let round = 0; round < 130; round++) {
      const { id } = await catalog.transaction((tx) => tx.insertVolume(newVolume({ description })));
      expect(await catalog.findVolume('tenant-a', id)).toBeDefined();
      if (round % 10 === 0) largest = Math.max(largest, (await stat(`${path}-wal`)).size);
    }
    await catalog.close();
    expect((await stat(path)).size).toBeGreaterThan(25_000_000);
    expect(largest).toBeLessThan(20_000_000);
  });

  it('gives no serial twice, not even that of a row that was removed by hand', async () => {
    await bulkInsertVolumes(path, [newVolume(), newVolume()]);
    const database = new Database(path);
    database.exec('delete from volumes where serial = 2');
    database.close();
    await bulkInsertVolumes(path, [newVolume()]);
    expect((await allVolumes()).map(({ serial }) => serial)).toEqual([3, 1]);
  });

  it('is a single file once it is closed', async () => {
    const catalog = await openSqliteCatalog({ path });
    await catalog.transaction((tx) => tx.insertVolume(newVolume()));
    await catalog.findVolume('tenant-a', 'x');
    await catalog.close();
    expect(await readdir(join(folder, 'deeper'))).toEqual(['catalog.db']);
  });

  it('can be filled in bulk', async () => {
    const volumes = Array.from({ length: 500 }, (_, index) => newVolume({ name: `v${index}` }));
    expect(await bulkInsertVolumes(path, volumes)).toBe(500);
    expect(await bulkInsertVolumes(path, [newVolume()])).toBe(1);
    expect((await allVolumes()).map(({ serial }) => serial)).toEqual(
      Array.from({ length: 501 }, (_, index) => 501 - index),
    );
  });
});

const childScript = fileURLToPath(new URL('./testing-child.ts', import.meta.url));

/** All lines that a process prints to its end; `then` is called after the first `count`. */
async function linesUntil(child: ChildProcess, count: number, then: () => void): Promise<string[]> {
  if (!child.stdout) throw new Error('the process has no output to read');
  const lines: string[] = [];
  const ended = once(child, 'close');
  for await (const line of createInterface({ input: child.stdout })) {
    if (lines.push(line) === count) then();
  }
  await ended;
  return lines;
}
