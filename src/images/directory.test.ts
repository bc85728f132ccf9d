import { createHash } from 'node:crypto';
import { appendFile, mkdir, mkdtemp, open, rename, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Image, ImageUnusable } from '../engine/images.ts';
import { type DirectBuffers, giveDirectBuffers, takeDirectBuffers } from '../files/direct-files.ts';
import { openImageDirectory } from './directory.ts';

const ID = '62560ce2-ee31-4ee6-bc9b-81a98fd3d52b';
const MIB = 1024 * 1024;
const described = { id: ID, name: 'precise-server', minimumSize: 1 };
const running = new AbortController().signal;

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cinderblock-images-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A folder with one image; what is given replaces its files. */
async function folderWith({
  json = JSON.stringify(described) as string | Uint8Array,
  raw = 'bytes' as string | Uint8Array | null,
  name = `${ID}.json`,
} = {}): Promise<string> {
  const folder = await newFolder();
  await writeFile(join(folder, name), json);
  if (raw !== null) await writeFile(join(folder, `${ID}.raw`), raw);
  return folder;
}

const opened = (folder: string, warnings: string[] = []) =>
  openImageDirectory(folder, (problem) => void warnings.push(problem));

async function imageIn(folder: string): Promise<Image> {
  const image = await (await opened(folder)).find(ID);
  if (image === undefined) throw new Error('there is no image');
  return image;
}

/** What a disk that is `size` bytes long would hold. */
async function bytesOf({ content }: Image, size: number, signal = running): Promise<Buffer> {
  const disk = Buffer.alloc(size);
  for await (const { offset, bytes } of content?.read(signal) ?? []) disk.set(bytes, offset);
  return disk;
}

describe('a directory of images', () => {
  it('finds an image by its id, however it is written', async () => {
    const properties = { os_type: 'linux' };
    const images = await opened(await folderWith({ json: JSON.stringify({ ...described, properties }) }));
    expect(images.count).toBe(1);
    expect(await images.find(ID.toUpperCase())).toMatchObject({
      ...described,
      properties,
      content: { size: 5, version: expect.stringMatching(/^[0-9a-z]+$/) },
    });
    expect(await images.find('00000000-0000-4000-8000-000000000000')).toBeUndefined();
  });

  it('may be empty, and takes no notice of what is no description', async () => {
    const folder = await newFolder();
    for (const name of ['README', '.x.json', `.${ID}.json.swp`, `${ID}.raw`]) {
      await writeFile(join(folder, name), '?');
    }
    expect((await opened(folder)).count).toBe(0);
  });

  it.each([
    ['that is cut off', { json: '{"id":' }, /\.json is not JSON/],
    ['that is a list', { json: '[]' }, /\.json does not describe an image: the file must be object/],
    ['without a name', { json: JSON.stringify({ id: ID, minimumSize: 1 }) }, /name is missing/],
    ['that misspells', { json: JSON.stringify({ ...described, minSize: 1 }) }, /minSize is not known/],
    ['with no size', { json: JSON.stringify({ ...described, minimumSize: 0 }) }, /minimumSize must be >= 1/],
    [
      'too large',
      { json: JSON.stringify({ ...described, minimumSize: 2048 }) },
      /minimumSize must be <= 2047/,
    ],
    ['of half a GB', { json: JSON.stringify({ ...described, minimumSize: 0.5 }) }, /minimumSize must be/],
    ['on two lines', { json: JSON.stringify({ ...described, name: 'a\nb' }) }, /name must be 1 to 255 char/],
    ['with a bad digest', { json: JSON.stringify({ ...described, sha256: 'ff' }) }, /sha256 must be 64/],
    ['with a number', { json: JSON.stringify({ ...described, properties: { a: 1 } }) }, /properties\.a must/],
    ['of another', { json: JSON.stringify({ ...described, id: 'x' }) }, /\.json has the id x/],
    ['under a name that is no id', { name: 'precise.json' }, /precise\.json is not named for an image id/],
    ['under a name in capitals', { name: `${ID.toUpperCase()}.json` }, /UUID in lower case/],
    ['without bytes', { raw: null }, /\.raw is missing/],
    ['of no bytes', { raw: '' }, /\.raw is empty/],
    [
      'of a qcow2 file',
      { raw: Buffer.from('514649fb00000003', 'hex') },
      /is a qcow2 image.*qemu-img convert/,
    ],
    ['of a packed file', { raw: Buffer.from('1f8b0800', 'hex') }, /is compressed with gzip.*gunzip/],
  ])('refuses a description %s', async (_, files, says) => {
    const refused = opened(await folderWith(files));
    await expect(refused).rejects.toThrow(says);
    await expect(refused).rejects.toThrow(/^[^\n]*$/);
  });

  it('refuses an image that is larger than its minimum size', async () => {
    const folder = await folderWith();
    await truncate(join(folder, `${ID}.raw`), 1024 * MIB);
    expect((await opened(folder)).count).toBe(1);
    await truncate(join(folder, `${ID}.raw`), 1024 * MIB + 1);
    await expect(opened(folder)).rejects.toThrow(/minimumSize is 1, but .*\.raw needs 2 GB/);
  });

  it('refuses a folder that is none', async () => {
    await expect(opened(join(await newFolder(), 'none'))).rejects.toThrow(/no such file or directory/);
    const folder = await folderWith({ raw: null });
    await mkdir(join(folder, `${ID}.raw`));
    await expect(opened(folder)).rejects.toThrow(/\.raw is not a file/);
  });

  it('has images that are added while it is open, and no longer those that are removed or spoiled', async () => {
    const folder = await newFolder();
    const warnings: string[] = [];
    const images = await opened(folder, warnings);
    expect(await images.find(ID)).toBeUndefined();
    await writeFile(join(folder, `${ID}.raw`), 'bytes');
    expect(await images.find(ID)).toBeUndefined();
    await writeFile(join(folder, `${ID}.json`), JSON.stringify(described));
    expect(await images.find(ID)).toMatchObject(described);
    expect(warnings).toEqual([]);
    await rm(join(folder, `${ID}.raw`));
    expect(await images.find(ID)).toBeUndefined();
    expect(warnings).toEqual([expect.stringContaining(`${ID}.raw is missing`)]);
  });
});

describe('the bytes of an image', () => {
  it('are read in runs, with what is zero left out', async () => {
    const size = 5 * MIB + 12_345;
    const disk = Buffer.alloc(size);
    disk.fill('x', 100, 300);
    disk.fill('y', 2 * MIB - 10, 2 * MIB + 10);
    disk.fill('z', size - 1);
    const image = await imageIn(await folderWith({ raw: disk }));
    expect((await bytesOf(image, size)).equals(disk)).toBe(true);
    let read = 0;
    for await (const { bytes } of image.content?.read(running) ?? []) read += bytes.length;
    expect(read).toBeLessThan(5 * 64 * 1024);
  });

  it('stay as they are while somebody is busy with them, although more is read meanwhile', async () => {
    const disk = Buffer.concat(['a', 'b', 'c', 'd'].map((letter) => Buffer.alloc(MIB, letter)));
    const image = await imageIn(await folderWith({ raw: disk }));
    let read = '';
    for await (const { bytes } of image.content?.read(running) ?? []) {
      // Long enough for the next piece to come.
      await setTimeout(20);
      read += String.fromCharCode(bytes[0] ?? 0);
    }
    expect(read).toBe('abcd');
  });

  it('are read through the page cache when nothing is left to read past it with', async () => {
    const taken: DirectBuffers[] = [];
    for (let buffers = takeDirectBuffers(); buffers !== undefined; buffers = takeDirectBuffers()) {
      taken.push(buffers);
    }
    const disk = Buffer.alloc(3 * MIB + 1, 'x');
    const image = await imageIn(await folderWith({ raw: disk }));
    expect((await bytesOf(image, disk.length)).equals(disk)).toBe(true);
    for (const buffers of taken) giveDirectBuffers(buffers);
  });

  it('have another version when they were written over, cut off or replaced', async () => {
    const folder = await folderWith();
    const raw = join(folder, `${ID}.raw`);
    const versions = [(await imageIn(folder)).content?.version];
    await utimes(raw, 1, 1);
    versions.push((await imageIn(folder)).content?.version);
    await truncate(raw, 3);
    await utimes(raw, 1, 1);
    versions.push((await imageIn(folder)).content?.version);
    await writeFile(join(folder, 'new'), 'byt');
    await utimes(join(folder, 'new'), 1, 1);
    await rename(join(folder, 'new'), raw);
    versions.push((await imageIn(folder)).content?.version);
    expect(new Set(versions).size).toBe(versions.length);
  });

  const raw = Buffer.alloc(3 * MIB, 'x');

  it.each([
    ['is gone', (path: string) => rm(path), /no longer there/],
    [
      'was replaced',
      (path: string) => writeFile(`${path}.new`, raw).then(() => rename(`${path}.new`, path)),
      /changed/,
    ],
    ['was written to', (path: string) => appendFile(path, 'y'), /changed/],
  ])('are refused when the file %s since it was looked up', async (_, change, says) => {
    const folder = await folderWith({ raw });
    const image = await imageIn(folder);
    await change(join(folder, `${ID}.raw`));
    const reading = bytesOf(image, 4 * MIB);
    await expect(reading).rejects.toThrow(ImageUnusable);
    await expect(reading).rejects.toThrow(says);
  });

  it.each([
    ['cut off', (path: string) => truncate(path, MIB)],
    [
      'written over',
      async (path: string) => {
        const handle = await open(path, 'r+');
        await handle.write('y', 0);
        await handle.close();
        // The clock of a file system may stand still for longer than this takes.
        await utimes(path, 1, 1);
      },
    ],
  ])('are refused when the file is %s while it is read', async (_, change) => {
    const folder = await folderWith({ raw });
    const reading = (await imageIn(folder)).content?.read(running)[Symbol.asyncIterator]();
    await reading?.next();
    await change(join(folder, `${ID}.raw`));
    const rest = async () => {
      while (!(await reading?.next())?.done);
    };
    await expect(rest()).rejects.toThrow(/was changed while it was copied/);
  });

  it('are held against their digest, when there is one', async () => {
    const sha256 = createHash('sha256').update(raw).digest('hex');
    const good = await imageIn(await folderWith({ raw, json: JSON.stringify({ ...described, sha256 }) }));
    expect((await bytesOf(good, raw.length)).equals(raw)).toBe(true);
    const spoiled = Buffer.from(raw);
    spoiled[MIB] = 0;
    const bad = await imageIn(
      await folderWith({ raw: spoiled, json: JSON.stringify({ ...described, sha256 }) }),
    );
    await expect(bytesOf(bad, raw.length)).rejects.toThrow(/damaged/);
  });

  it('are no longer read when that is broken off', async () => {
    const image = await imageIn(await folderWith({ raw }));
    const abort = new AbortController();
    const read = async () => {
      for await (const { offset } of image.content?.read(abort.signal) ?? []) {
        expect(offset).toBe(0);
        abort.abort();
      }
    };
    await expect(read()).rejects.toThrow(/abort/i);
  });
});
