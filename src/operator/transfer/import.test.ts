import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type LayerStore, openLayerStore } from '../../blocks/layer-store.ts';
import { importVolume } from './import.ts';
import { type Piece, piecesOfStream } from './pieces.ts';

const SIZE = 2 ** 20;

let folder: string;
let store: LayerStore;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cinderblock-import-'));
  store = await openLayerStore(folder);
  await store.createVolume('v', SIZE);
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

async function* stream(...parts: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* parts;
}

const order = (pieces: AsyncIterable<Piece>, length?: number) => ({
  store,
  volumeId: 'v',
  size: SIZE,
  pieces,
  length,
  signal: new AbortController().signal,
  progress: () => undefined,
});

async function bytesOf(id: string): Promise<Buffer> {
  const device = await store.openVolume(id);
  const bytes = Buffer.alloc(SIZE);
  await device.read(0, bytes);
  await device.close();
  return bytes;
}

const first = randomBytes(SIZE);

it('the volume has the bytes of the source, and zeros behind them', async () => {
  await importVolume(order(piecesOfStream(stream(first))));
  const second = randomBytes(70_000);
  expect(await importVolume(order(piecesOfStream(stream(second))))).toMatchObject({ length: 70_000 });
  expect(await bytesOf('v')).toEqual(Buffer.concat([second, Buffer.alloc(SIZE - 70_000)]));
});

it.each([
  ['more bytes than fit', () => order(piecesOfStream(stream(first, Buffer.alloc(1)))), /more bytes than/],
  ['fewer than were announced', () => order(piecesOfStream(stream(first.subarray(1))), SIZE), /its length/],
  [
    'a source that fails',
    () =>
      order(
        (async function* () {
          yield { offset: 0, bytes: first.subarray(0, 4096) };
          throw new Error('the disk is broken');
        })(),
      ),
    /the disk is broken/,
  ],
])('%s leave the volume as it was, and nothing else behind', async (_, made, says) => {
  const before = randomBytes(SIZE);
  await importVolume(order(piecesOfStream(stream(before))));
  await expect(importVolume(made())).rejects.toThrow(says);
  expect(await bytesOf('v')).toEqual(before);
  expect((await store.find('')).volumes).toEqual(['v']);
});

it('what an import that was killed has left is not part of the next', async () => {
  await store.createVolume('import-v', SIZE);
  const left = await store.openVolume('import-v');
  await left.write(0, first);
  await left.close();
  await importVolume(order(piecesOfStream(stream(Buffer.alloc(10)))));
  expect(await bytesOf('v')).toEqual(Buffer.alloc(SIZE));
});
