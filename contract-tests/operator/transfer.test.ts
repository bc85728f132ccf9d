import { randomBytes } from 'node:crypto';
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { lockFolder } from '../../src/catalog/lock.ts';
import { openSqliteCatalog } from '../../src/catalog/sqlite.ts';
import { newSnapshot } from '../../src/catalog/testing.ts';
import { begin } from '../support/command.ts';
import { asker, availableVolume, until } from '../support/requests.ts';
import { startServer } from '../support/server.ts';
import { jsonLines, newFolder, on, removeFolder, served } from './world.ts';

// Many commands one after the other, each a process of its own.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });

const GIB = 2 ** 30;
const MIB = 2 ** 20;

const world = await served();
const { data, ids } = world;
const files = newFolder();
afterAll(async () => {
  await world.server.kill();
  removeFolder(data);
  removeFolder(files);
});

let made = 0;
const newFile = (): string => {
  made += 1;
  return join(files, `file-${made}.raw`);
};

/** 4 MiB of which the second and the last are data, at places that no grain begins at. */
function scattered(): Buffer {
  const bytes = Buffer.alloc(4 * MIB);
  randomBytes(MIB).copy(bytes, MIB + 100);
  randomBytes(5_000).copy(bytes, 4 * MIB - 5_000);
  return bytes;
}

/** What a file of 1 GiB begins with: 40 MiB, behind which it is checked to hold nothing. */
function beginningOf(file: string): Buffer {
  const { size, blocks } = statSync(file);
  expect(size).toBe(GIB);
  const beginning = Buffer.alloc(40 * MIB);
  const handle = openSync(file, 'r');
  readSync(handle, beginning, 0, beginning.length, 0);
  closeSync(handle);
  // What is stored of the file is stored in what was read of it.
  expect(blocks * 512).toBeLessThanOrEqual(stored(beginning));
  return beginning;
}

/** Bytes in pages of 64 KiB that are not all zero. */
function stored(bytes: Buffer): number {
  let sum = 0;
  for (let start = 0; start < bytes.length; start += 65_536) {
    if (bytes.subarray(start, start + 65_536).some((byte) => byte !== 0)) sum += 65_536;
  }
  return sum;
}

/** What a volume or snapshot begins with. */
async function exported(id: string): Promise<Buffer> {
  const file = newFile();
  expect(await on(data, 'export', id, file)).toMatchObject({ code: 0 });
  return beginningOf(file);
}

async function expectHolds(id: string, bytes: Buffer): Promise<void> {
  const found = await exported(id);
  expect(found.subarray(0, bytes.length).equals(bytes)).toBe(true);
  expect(found.subarray(bytes.length).every((byte) => byte === 0)).toBe(true);
}

async function imported(bytes: Buffer, id = ids.volume): Promise<void> {
  const file = newFile();
  writeFileSync(file, bytes);
  expect(await on(data, 'import', file, id)).toMatchObject({ code: 0 });
}

describe('import and export beside a server', () => {
  it('are refused in one line that says what to do', async () => {
    for (const args of [
      ['import', '/dev/null', ids.volume],
      ['export', ids.volume, newFile()],
    ]) {
      const { code, stdout, stderr } = await on(data, ...args);
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(stderr.trimEnd().split('\n')).toEqual([
        expect.stringMatching(/^error: a server \(process \d+\) has the data folder .*stop it.*nbdcopy/),
      ]);
    }
    expect((await world.ask('GET', '/v1/dev/volumes')).status).toBe(200);
  });
});

describe('without a server', () => {
  beforeAll(async () => void (await world.server.stop()));

  describe('import', () => {
    it('gives a volume the bytes of a file, and zeros behind them', async () => {
      await imported(randomBytes(3 * MIB));
      const bytes = scattered();
      await imported(bytes);
      await expectHolds(ids.volume, bytes);
    });

    it('reads standard input, in parts of any size', async () => {
      const bytes = scattered();
      const { stdin, ended } = begin(['import', '-', ids.volume, '--data', data]);
      for (
        let offset = 0, size = 1;
        offset < bytes.length;
        offset += size, size = (size * 7 + 13) % 300_000
      ) {
        stdin.write(bytes.subarray(offset, offset + size));
      }
      stdin.end();
      expect(await ended).toMatchObject({ code: 0 });
      await expectHolds(ids.volume, bytes);
    });

    it('stores no zeros', async () => {
      await imported(scattered());
      const { stdout } = await on(data, 'volumes', ids.volume, '--json');
      expect(jsonLines(stdout)[0].usedBytes).toBeLessThan(1.5 * MIB);
    });

    it('leaves snapshots as they are', async () => {
      const bytes = randomBytes(MIB);
      await imported(bytes);
      await expectHolds(ids.snapshot, Buffer.alloc(0));
      await expectHolds(ids.volume, bytes);
    });

    it('refuses a file that is too large, and the volume is as it was', async () => {
      const bytes = scattered();
      await imported(bytes);
      const file = newFile();
      writeFileSync(file, '');
      truncateSync(file, GIB + 1);
      const { code, stderr } = await on(data, 'import', file, ids.volume);
      expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringMatching(/do not fit into volume/) });
      await expectHolds(ids.volume, bytes);
    });

    it.each([
      ['in-use', () => ids.attached, /is in-use: only an available volume.*detach/],
      ['not there', () => 'no-such', /there is no volume no-such/],
    ])('refuses a volume that is %s', async (_, id, says) => {
      const { code, stderr } = await on(data, 'import', '/dev/null', id());
      expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringMatching(says) });
    });

    it('refuses a file that is not there, and a folder', async () => {
      expect(await on(data, 'import', join(files, 'none'), ids.volume)).toMatchObject({
        code: 1,
        stderr: expect.stringMatching(/^error: ENOENT.*\n$/),
      });
      expect(await on(data, 'import', files, ids.volume)).toMatchObject({
        code: 1,
        stderr: expect.stringMatching(/is a folder/),
      });
    });

    it.each([
      ['SIGINT', /broken off by SIGINT: the volume is as it was/],
      ['SIGTERM', /broken off by SIGTERM/],
      ['SIGKILL', /^$/],
    ] as const)('broken off by %s leaves the volume as it was', async (signal, says) => {
      const bytes = scattered();
      await imported(bytes);
      const { stdin, kill, ended, errors } = begin(['import', '-', ids.volume, '--data', data]);
      const kept = join(data, 'blocks', 'layers');
      const before = readdirSync(kept).length;
      stdin.write(randomBytes(8 * MIB));
      // It has begun to store what it was given.
      await until(
        async () => readdirSync(kept).length,
        (count) => count > before,
        30_000,
      );
      kill(signal);
      stdin.write(randomBytes(MIB));
      const { code } = await ended;
      expect(code).toBe(signal === 'SIGKILL' ? null : 1);
      expect(errors()).toMatch(says);
      // The next command removes what a killed one has left.
      await expectHolds(ids.volume, bytes);
      expect(await on(data, 'check')).toMatchObject({ code: 0 });
    });
  });

  describe('export', () => {
    let bytes: Buffer;
    beforeAll(async () => {
      bytes = scattered();
      await imported(bytes);
    });

    it('writes a file with holes, for its owner alone', async () => {
      const file = newFile();
      const { code, stdout, stderr } = await on(data, 'export', ids.volume, file);
      expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
      expect(stderr).toMatch(/^exported 1 GiB \(1\.\d+ MiB of data\) of volume \S+ to \S+ in .*\n$/);
      const { size, blocks, mode } = statSync(file);
      expect({ size, mode: mode & 0o777 }).toEqual({ size: GIB, mode: 0o600 });
      expect(blocks * 512).toBeLessThan(2 * MIB);
      expect(beginningOf(file).subarray(0, bytes.length).equals(bytes)).toBe(true);
    });

    it('does not write over a file unless told to', async () => {
      const file = newFile();
      writeFileSync(file, 'precious');
      expect(await on(data, 'export', ids.volume, file)).toMatchObject({
        code: 1,
        stderr: expect.stringMatching(/is there already; --force/),
      });
      expect(readFileSync(file, 'utf8')).toBe('precious');
      expect(await on(data, 'export', ids.volume, file, '--force')).toMatchObject({ code: 0 });
      expect(statSync(file).size).toBe(GIB);
    });

    it('refuses what is no file', async () => {
      expect(await on(data, 'export', ids.volume, files, '--force')).toMatchObject({
        code: 1,
        stderr: expect.stringMatching(/is no plain file/),
      });
    });

    it('leaves nothing behind when it fails or is broken off', async () => {
      const folder = join(files, 'empty');
      mkdirSync(folder);
      const { kill, ended } = begin(['export', ids.volume, join(folder, 'out.raw'), '--data', data]);
      kill('SIGTERM');
      await ended;
      expect(await on(data, 'export', 'no-such', join(folder, 'out.raw'))).toMatchObject({ code: 1 });
      expect(readdirSync(folder)).toEqual([]);
    });

    it('writes all of it to standard output', { timeout: 120_000 }, async () => {
      const { ended, stdin } = begin(['export', ids.volume, '-', '--data', data]);
      stdin.end();
      const { code, stdout } = await ended;
      expect({ code, length: stdout.length }).toEqual({ code: 0, length: GIB });
      expect(stdout.subarray(0, bytes.length).equals(bytes)).toBe(true);
      const zeros = Buffer.alloc(MIB);
      for (let at = bytes.length; at < GIB; at += MIB) {
        expect(zeros.equals(stdout.subarray(at, at + MIB))).toBe(true);
      }
    });

    it('takes volumes by their number', async () => {
      const { stdout } = await on(data, 'volumes', ids.volume, '--json');
      const [{ serial }] = jsonLines(stdout);
      const file = newFile();
      expect(await on(data, 'export', String(serial), file)).toMatchObject({ code: 0 });
    });
  });

  it('the folder is not taken from who has it', async () => {
    const lock = await lockFolder(data);
    expect(await on(data, 'export', ids.volume, newFile())).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/has the data folder/),
    });
    await lock.release();
  });

  it('a server serves what was imported', async () => {
    const bytes = randomBytes(MIB);
    await imported(bytes);
    const server = await startServer({ folder: data });
    const ask = asker(server.url);
    const { id: clone } = await availableVolume(ask, { source_volid: ids.volume, size: 1 });
    await server.stop();
    await expectHolds(String(clone), bytes);
  });

  it('work that waits for the bytes of a volume keeps it from being imported into', async () => {
    const server = await startServer({ folder: data });
    const ask = asker(server.url);
    const { id } = await availableVolume(ask);
    await server.stop();
    const catalog = await openSqliteCatalog({ path: join(data, 'catalog.db') });
    await catalog.transaction(async (tx) => {
      const snapshot = await tx.insertSnapshot(
        newSnapshot({ volumeId: id, tenantId: 'dev', status: 'creating' }),
      );
      await tx.insertJob({
        id: 'waiting',
        kind: 'create-snapshot',
        tenantId: 'dev',
        resourceId: snapshot.id,
        payload: {},
        attempts: 0,
        leaseOwner: null,
        leaseUntil: null,
        createdAt: snapshot.createdAt,
      });
    });
    await catalog.close();
    expect(await on(data, 'import', '/dev/null', id)).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/a job \(create-snapshot \S+\) still needs the bytes/),
    });
    const { stdout } = await on(data, 'jobs', '--json');
    expect(jsonLines(stdout)).toMatchObject([
      { id: 'waiting', state: 'waiting', resourceStatus: 'creating' },
    ]);
  });
});
