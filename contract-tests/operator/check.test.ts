import { cpSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { asker, availableCopy, availableVolume } from '../support/requests.ts';
import { startServer } from '../support/server.ts';
import { jsonLines, newFolder, on, removeFolder, served, type World } from './world.ts';

// Many commands one after the other, each a process of its own.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });

const sound = await served();
const { ids } = sound;
const folders: string[] = [sound.data];
afterAll(() => folders.forEach(removeFolder));

const clean = { code: 0, stdout: 'Nothing was found: all is well.\n' };

/** A copy of the sound folder, for a test to break. */
function copy(): World['data'] {
  const data = newFolder();
  folders.push(data);
  cpSync(sound.data, data, { recursive: true });
  return data;
}

async function findings(data: string, ...args: readonly string[]) {
  const { code, stdout, stderr } = await on(data, 'check', '--json', ...args);
  return { code, stderr, found: jsonLines(stdout) };
}

function inCatalog(data: string, sql: string, file = 'catalog.db'): void {
  const database = new Database(join(data, file));
  database.pragma('foreign_keys = OFF');
  expect(database.prepare(sql).run().changes).toBeGreaterThan(0);
  database.close();
}

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((path) => statSync(path).isFile());

describe('cinderblock check beside a server', () => {
  it('finds nothing in a folder that is sound, and says that figures may move', async () => {
    const { code, stdout, stderr } = await on(sound.data, 'check', '--deep');
    expect({ code, stdout }).toEqual(clean);
    expect(stderr).toMatch(/A server \(process \d+\) runs on this folder/);
  });

  it('finds nothing while the server makes and removes volumes and snapshots', async () => {
    const data = newFolder();
    folders.push(data);
    const server = await startServer({ folder: data, env: { CINDERBLOCK_QUOTA_VOLUMES: '-1' } });
    const ask = asker(server.url);
    let isOver = false;
    const comingAndGoing = async (): Promise<void> => {
      while (!isOver) {
        const { id } = await availableVolume(ask);
        const snapshot = await availableCopy(ask, 'snapshot', { volume_id: id });
        await ask('DELETE', `/v1/dev/snapshots/${snapshot.id}`);
        await ask('DELETE', `/v1/dev/volumes/${id}`);
      }
    };
    const load = Promise.all(Array.from({ length: 8 }, comingAndGoing));
    try {
      for (let checks = 0; checks < 5; checks += 1) expect((await findings(data)).found).toEqual([]);
    } finally {
      isOver = true;
      await load;
      await server.stop();
    }
    expect(await on(data, 'check')).toMatchObject(clean);
  });
});

describe('cinderblock check without a server', () => {
  beforeAll(async () => void (await sound.server.stop()));

  it('finds nothing in a folder that is sound, and leaves it byte for byte as it is', async () => {
    const data = copy();
    const before = filesBelow(data).map((path) => [path, readFileSync(path).toString('base64')]);
    expect(await on(data, 'check', '--deep')).toEqual({ ...clean, stderr: '' });
    expect(filesBelow(data).map((path) => [path, readFileSync(path).toString('base64')])).toEqual(before);
  });

  it('finds bytes that are gone', async () => {
    const data = copy();
    inCatalog(data, `delete from volumes where id = '${ids.volume}'`, 'blocks/graph.db');
    const { code, found } = await findings(data);
    expect(code).toBe(1);
    expect(found).toContainEqual({
      severity: 'damage',
      where: `volume ${ids.volume}`,
      what: expect.stringMatching(/is available, but the block store has no bytes/),
      advice: expect.stringMatching(/Restore a backup/),
    });
  });

  it('finds bytes that belong to nobody', async () => {
    const data = copy();
    inCatalog(data, `delete from snapshots where id = '${ids.snapshot}'`);
    expect((await findings(data)).found).toContainEqual(
      expect.objectContaining({ severity: 'warning', where: `snapshot ${ids.snapshot}` }),
    );
  });

  it.each([
    ['data', (path: string) => rmSync(path), /data file, .* is missing/],
    [
      'map',
      (path: string) => {
        const bytes = readFileSync(path);
        // The first byte tells what the file is.
        bytes[0] = (bytes[0] ?? 0) ^ 1;
        writeFileSync(path, bytes);
      },
      /layers\/\d+\.map/,
    ],
  ])('finds and explains a broken %s file of a layer', async (suffix, breaking, says) => {
    const data = copy();
    const file = join(data, 'in.raw');
    writeFileSync(file, Buffer.alloc(300_000, 7));
    expect(await on(data, 'import', file, ids.volume)).toMatchObject({ code: 0 });
    rmSync(file);
    expect(await on(data, 'check')).toMatchObject(clean);
    const [broken = ''] = filesBelow(join(data, 'blocks', 'layers')).filter((name) => name.endsWith(suffix));
    breaking(broken);
    const { code, found } = await findings(data);
    expect(code).toBe(1);
    expect(found).toEqual([
      {
        severity: 'damage',
        where: expect.stringMatching(/^layer \d+/),
        what: expect.stringMatching(says),
        advice: expect.any(String),
      },
    ]);
    const { stdout } = await on(data, 'check');
    expect(stdout).toMatch(/^damage {2}layer \d+\n {2}.*\n {2}-> .*\n1 damage\n$/);
  });

  it.each([
    [
      'a volume that nobody takes further',
      () => `update volumes set status = 'deleting' where id = '${ids.volume}'`,
      /It is deleting since .*no job works on it/,
    ],
    [
      'an attached volume without a server',
      () => `delete from attachments where volume_id = '${ids.attached}'`,
      /It is in-use, but attached to no server/,
    ],
    [
      'a server with a volume that is not attached',
      () => `update volumes set status = 'available' where id = '${ids.attached}'`,
      /attached to server .* as \/dev\/vdc, but its status is available/,
    ],
    [
      'a quota that counts what is not there',
      () => `update quota_usage set gigabytes = gigabytes + 5 where tenant_id = 'dev'`,
      /counts \d+ gigabytes, but it has \d+/,
    ],
    [
      'a job of a resource that is gone',
      () =>
        `insert into jobs values ('j', 'delete-volume', 'dev', 'gone', '{}', 3, null, null, 1700000000000000)`,
      /It is to delete-volume gone, which is gone; it was begun 3 times/,
    ],
    [
      'a backup whose place nobody knows',
      () => `update backups set container = null where serial = ${ids.backup}`,
      /does not say where its objects are/,
    ],
  ])('finds %s', async (_, sql, says) => {
    const data = copy();
    inCatalog(data, sql());
    const { code, found } = await findings(data);
    expect(code).toBe(1);
    expect(found.map(({ what }) => what)).toEqual([expect.stringMatching(says)]);
  });

  it('finds a damaged catalog', async () => {
    const data = copy();
    const path = join(data, 'catalog.db');
    const database = new Database(path, { readonly: true });
    const page = database
      .prepare(`select rootpage from sqlite_master where name = 'volumes_by_creation'`)
      .pluck()
      .get();
    const size = Number(database.pragma('page_size', { simple: true }));
    database.close();
    const bytes = readFileSync(path);
    bytes.fill(0xff, (Number(page) - 1) * size, Number(page) * size);
    writeFileSync(path, bytes);
    const { code, found } = await findings(data);
    expect(code).toBe(1);
    expect(found[0]).toMatchObject({
      severity: 'damage',
      where: path,
      what: expect.stringMatching(/SQLite/),
    });
  });

  describe('of backups', () => {
    const objects = (data: string) => filesBelow(join(data, 'objects')).sort();
    const chunk = (data: string) => objects(data).find((name) => name.endsWith('-00001')) ?? '';

    it('finds an object that is missing, when it is asked to look', async () => {
      const data = copy();
      rmSync(objects(data).find((name) => name.endsWith('_metadata')) ?? '');
      expect((await findings(data)).found).toEqual([]);
      const { code, found } = await findings(data, '--backups');
      expect(code).toBe(1);
      expect(found).toEqual([
        expect.objectContaining({ severity: 'damage', what: expect.stringMatching(/metadata.*missing/) }),
      ]);
    });

    it('counts an object of zeros that is missing as a warning', async () => {
      const data = copy();
      rmSync(chunk(data));
      const { found } = await findings(data, '--backups');
      expect(found).toEqual([
        expect.objectContaining({ severity: 'warning', what: expect.stringMatching(/-00001 is missing/) }),
      ]);
    });

    it('finds a changed byte, when it is asked to read them all', async () => {
      const data = copy();
      const file = join(data, 'in.raw');
      writeFileSync(file, Buffer.alloc(300_000, 7));
      expect(await on(data, 'import', file, ids.volume)).toMatchObject({ code: 0 });
      const server = await startServer({ folder: data });
      await availableCopy(asker(server.url), 'backup', { volume_id: ids.volume });
      await server.stop();
      expect(await on(data, 'check', '--deep')).toMatchObject(clean);
      const [written = ''] = objects(data).filter(
        (name) => name.endsWith('-00001') && statSync(name).size > 0,
      );
      const bytes = readFileSync(written);
      bytes[1000] = (bytes[1000] ?? 0) ^ 1;
      writeFileSync(written, bytes);
      expect((await findings(data, '--backups')).found).toEqual([]);
      expect((await findings(data, '--deep')).found).toEqual([
        expect.objectContaining({
          severity: 'damage',
          what: expect.stringMatching(/digest differs|cannot be decompressed/),
        }),
      ]);
    });
  });
});
