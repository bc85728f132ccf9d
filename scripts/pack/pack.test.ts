import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { packed } from '../../bin/packed.js';
import { pack } from './pack.ts';

const YESTERDAY = new Date(Date.now() - 24 * 3600 * 1000);

let root: string;

function write(path: string, text: string): void {
  writeFileSync(join(root, path), text);
  // What is written while it is packed is refused, and this has been written a moment ago.
  utimesSync(join(root, path), YESTERDAY, YESTERDAY);
}

const packAll = () => pack({ root, entries: [{ name: 'thread', module: 'src/a.ts' }], external: ['left'] });

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'pack-'));
  mkdirSync(join(root, 'src'));
  mkdirSync(join(root, 'node_modules'));
  write('node_modules/.package-lock.json', '{}');
  write('src/a.ts', `import { b } from './b.ts'; export const a: string = b + 'a';`);
  write('src/b.ts', `export const b = 'b';`);
  return () => rmSync(root, { recursive: true });
});

describe('a packed thread', () => {
  it('is one file with all that it imports', async () => {
    await packAll();
    rmSync(join(root, 'src/b.ts'));
    expect(await import(join(root, 'node_modules/.packed/thread.mjs'))).toMatchObject({ a: 'ba' });
  });

  it('is in ASCII, whatever its modules are in', async () => {
    write('src/b.ts', `export const b = 'é😀' + /[😀]/u.test('😀') + '';`);
    await packAll();
    const path = join(root, 'node_modules/.packed/thread.mjs');
    expect(readFileSync(path, 'latin1')).not.toMatch(/[^\0-\x7f]/);
    expect(await import(path)).toMatchObject({ a: 'é😀truea' });
  });

  it('is found while what it was made of is as it was', async () => {
    expect(packed('thread', root)).toBeUndefined();
    await packAll();
    expect(packed('thread', root)).toBe(`file://${root}/node_modules/.packed/thread.mjs`);
  });

  it.each([
    ['a module has changed', () => write('src/b.ts', `export const b = 'another';`)],
    ['a module was written anew', () => utimesSync(join(root, 'src/b.ts'), new Date(), new Date())],
    ['a module is gone', () => rmSync(join(root, 'src/b.ts'))],
    ['packages were installed', () => write('node_modules/.package-lock.json', '{ }')],
  ])('is not found when %s', async (_what, happens) => {
    await packAll();
    happens();
    expect(packed('thread', root)).toBeUndefined();
  });

  it('is not made of what changes meanwhile', async () => {
    utimesSync(join(root, 'src/b.ts'), new Date(), new Date(Date.now() + 1000));
    await expect(packAll()).rejects.toThrow('src/b.ts has changed meanwhile');
    expect(packed('thread', root)).toBeUndefined();
  });
});
