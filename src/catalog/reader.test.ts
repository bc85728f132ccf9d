import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { volumeByName, volumePages } from './operator-reads.ts';
import { openCatalogReader } from './reader.ts';
import { openSqliteCatalog } from './sqlite.ts';
import { newVolume } from './testing.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cinderblock-reader-'));
  path = join(folder, 'catalog.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function withVolumes(count: number) {
  const catalog = await openSqliteCatalog({ path });
  await catalog.transaction(async (tx) => {
    for (let i = 0; i < count; i += 1) await tx.insertVolume(newVolume({ name: `volume ${i}` }));
  });
  return catalog;
}

const namesIn = (pages: Iterable<readonly { readonly name: string | null }[]>) =>
  [...pages].flat().map(({ name }) => name);

describe('a catalog that is read by operators', () => {
  it('is left as it was found', async () => {
    await (await withVolumes(1)).close();
    const before = readdirSync(folder);
    const reader = openCatalogReader(path);
    expect(namesIn(volumePages(reader))).toEqual(['volume 0']);
    reader.close();
    expect(readdirSync(folder)).toEqual(before);
  });

  it('shows what a server has just written, and does not keep it from writing', async () => {
    const catalog = await withVolumes(1);
    const reader = openCatalogReader(path);
    expect(namesIn(volumePages(reader))).toHaveLength(1);
    await catalog.transaction((tx) => tx.insertVolume(newVolume({ name: 'just now' })));
    expect(namesIn(volumePages(reader))).toEqual(['just now', 'volume 0']);
    reader.close();
    await catalog.close();
  });

  it('says when a server has started since', async () => {
    await (await withVolumes(1)).close();
    const reader = openCatalogReader(path);
    expect(reader.isOutdated()).toBe(false);
    const catalog = await openSqliteCatalog({ path });
    expect(reader.isOutdated()).toBe(true);
    reader.close();
    await catalog.close();
  });

  it('comes in pages, the newest first, with each volume once', async () => {
    await (await withVolumes(2_500)).close();
    const reader = openCatalogReader(path);
    const pages = [...volumePages(reader)];
    expect(pages.map((page) => page.length)).toEqual([1_000, 1_000, 500]);
    const serials = pages.flat().map(({ serial }) => serial);
    expect(serials).toEqual(Array.from({ length: 2_500 }, (_, i) => 2_500 - i));
    reader.close();
  });

  it('finds a volume by its UUID in any case, or by its number', async () => {
    const catalog = await openSqliteCatalog({ path });
    const { id, serial } = await catalog.transaction((tx) => tx.insertVolume(newVolume()));
    await catalog.close();
    const reader = openCatalogReader(path);
    expect(volumeByName(reader, id.toUpperCase())?.serial).toBe(serial);
    expect(volumeByName(reader, String(serial))?.id).toBe(id);
    expect(volumeByName(reader, "' or 1=1 --")).toBeUndefined();
    reader.close();
  });

  it('is refused when there is none, and none is made', () => {
    expect(() => openCatalogReader(path)).toThrow(/there is no catalog/);
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each([
    [9, 'newer'],
    [1, 'older'],
  ])('is refused with schema %i, which is %s', async (version, word) => {
    await (await withVolumes(0)).close();
    const database = new Database(path);
    database.exec(`delete from schema_version where version > ${version}`);
    if (version === 9) database.exec(`insert into schema_version values (9, 'to come')`);
    database.close();
    expect(() => openCatalogReader(path)).toThrow(new RegExp(`${word} version`));
  });

  it('is refused when it is something else', () => {
    writeFileSync(path, 'no database at all, but long enough to have had a header'.repeat(20));
    expect(() => openCatalogReader(path)).toThrow(/cannot be read/);
  });
});
