import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CatalogError } from './errors.ts';
import { lockFolder } from './lock.ts';

const childScript = fileURLToPath(new URL('./testing-child.ts', import.meta.url));

describe('the lock of a data folder', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lock-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('is refused to a second holder, in words that say which folder', async () => {
    const lock = await lockFolder(folder);
    const refused = await lockFolder(folder).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(CatalogError);
    expect(refused).toMatchObject({
      kind: 'folder-in-use',
      message: `data folder ${folder} is in use by another server`,
    });
    await lock.release();
  });

  it('is free again after its release', async () => {
    await (await lockFolder(folder)).release();
    await (await lockFolder(folder)).release();
  });

  it('makes the folder when it is not there, and leaves nothing in it but the lock', async () => {
    const path = join(folder, 'a', 'b');
    const lock = await lockFolder(path);
    expect(await readdir(path)).toEqual(['server.lock']);
    await lock.release();
    expect(await readdir(path)).toEqual(['server.lock']);
  });

  it('does not stand in the way of another folder', async () => {
    const locks = [await lockFolder(join(folder, 'a')), await lockFolder(join(folder, 'b'))];
    for (const lock of locks) await lock.release();
  });

  it('keeps other processes out, and goes with the process that is killed', async () => {
    const child = spawn(process.execPath, [childScript, 'lock', folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const exited = once(child, 'exit');
    await once(child.stdout, 'data');
    await expect(lockFolder(folder)).rejects.toThrow('is in use by another server');
    child.kill('SIGKILL');
    await exited;
    await (await lockFolder(folder)).release();
  });
});
