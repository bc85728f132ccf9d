import { describe, expect, it } from 'vitest';
import { VolumeNotFound } from '../blocks/block-store.ts';
import { realClock } from './clock.ts';
import { type Image, type ImageRun, type ImageSource, ImageUnusable } from './images.ts';
import { alice, createGate, openTestEngine, readBytes, replacing, type TestEngine } from './testing.ts';

const GIB = 2 ** 30;
const IMAGE = '62560ce2-ee31-4ee6-bc9b-81a98fd3d52b';

/** An image whose bytes are `text`, once at its start and once in its middle. */
function imageOf(text: string, fields: Partial<Image> = {}, size = 1000): Image {
  const bytes = Buffer.from(text);
  return {
    id: IMAGE,
    name: 'precise-server',
    minimumSize: 1,
    content: {
      size,
      version: Buffer.from(text).toString('hex'),
      async *read(): AsyncGenerator<ImageRun> {
        yield { offset: 0, bytes };
        yield { offset: 500, bytes };
      },
    },
    ...fields,
  };
}

/** A store with one image, which may be exchanged; it counts how often its bytes are read. */
function storeOf(first: Image | undefined) {
  const store = {
    image: first,
    readings: 0,
    async find(id: string): Promise<Image | undefined> {
      const { image } = store;
      if (id !== IMAGE || image?.content === undefined) return image;
      const { content } = image;
      const read = (signal: AbortSignal) => {
        store.readings += 1;
        return content.read(signal);
      };
      return { ...image, content: { ...content, read } };
    },
  };
  return store satisfies ImageSource;
}

/** The content with its second run behind something that has to happen first. */
const interrupted = (
  image: Image,
  meanwhile: (signal: AbortSignal) => Promise<unknown>,
  size = 1000,
): Image => ({
  ...image,
  content: {
    size,
    version: 'v',
    async *read(signal) {
      yield { offset: 0, bytes: Buffer.from('first') };
      await meanwhile(signal);
      signal.throwIfAborted();
      yield { offset: 500, bytes: Buffer.from('second') };
    },
  },
});

async function bootable(engine: TestEngine, size = 1): Promise<string> {
  const { id } = await engine.volumes.create(alice, { size, imageRef: IMAGE });
  await engine.jobs.idle();
  return id;
}

const statusOf = async (engine: TestEngine, id: string) => (await engine.volumes.get(alice, id)).status;
const textIn = async (engine: TestEngine, id: string, length: number) =>
  (await readBytes(engine.blocks, id, 0, length)).toString();
/** What is in the block store besides the tenants' volumes. */
const bases = (engine: TestEngine) => engine.blocks.find('image-');

describe('a volume from an image', () => {
  it('begins with the bytes of the image, and reads as zeros behind them', async () => {
    const engine = await openTestEngine({ images: storeOf(imageOf('boot')) });
    const id = await bootable(engine, 2);
    expect(await engine.volumes.get(alice, id)).toMatchObject({
      status: 'available',
      bootable: true,
      progress: 100,
    });
    const expected = Buffer.alloc(4096);
    for (const offset of [0, 500]) expected.write('boot', offset);
    expect(await readBytes(engine.blocks, id, 0, 4096)).toEqual(expected);
    expect(await readBytes(engine.blocks, id, 2 * GIB - 4096, 4096)).toEqual(Buffer.alloc(4096));
  });

  it('shows the properties of the image as well, none of which stands for its id or name', async () => {
    const properties = { os_type: 'linux', image_name: 'other', __proto__: 'x' };
    const engine = await openTestEngine({ images: storeOf(imageOf('boot', { properties })) });
    expect((await engine.volumes.get(alice, await bootable(engine))).imageMetadata).toEqual({
      os_type: 'linux',
      image_id: IMAGE,
      image_name: 'precise-server',
    });
  });

  it('is copied the first time alone, whatever the size and however many are made at once', async () => {
    const images = storeOf(imageOf('boot'));
    const engine = await openTestEngine({ images });
    const sizes = [3, 1, 2, 1, 1, 1];
    const made = await Promise.all(
      sizes.map((size) => engine.volumes.create(alice, { size, imageRef: IMAGE })),
    );
    await engine.jobs.idle();
    expect(images.readings).toBe(1);
    for (const { id } of made) {
      expect(await statusOf(engine, id)).toBe('available');
      expect(await textIn(engine, id, 4)).toBe('boot');
    }
    expect(await bases(engine)).toMatchObject({ volumes: [], snapshots: { length: 1 } });
  });

  it('is apart from the others of the image', async () => {
    const engine = await openTestEngine({ images: storeOf(imageOf('boot')) });
    const [one, other] = [await bootable(engine), await bootable(engine)];
    const device = await engine.blocks.openVolume(one);
    await device.write(0, Buffer.from('mine'));
    await device.close();
    expect(await textIn(engine, other, 4)).toBe('boot');
    expect(await textIn(engine, await bootable(engine), 4)).toBe('boot');
  });

  it('has the new bytes once the image has new ones, and keeps the old when it was made before', async () => {
    const images = storeOf(imageOf('old'));
    const engine = await openTestEngine({ images });
    const before = await bootable(engine);
    images.image = imageOf('new');
    const after = await bootable(engine);
    expect([await textIn(engine, before, 3), await textIn(engine, after, 3)]).toEqual(['old', 'new']);
    expect((await bases(engine)).snapshots).toEqual([
      expect.stringContaining(images.image.content?.version ?? ''),
    ]);
  });

  it('shows on the way how much is copied', async () => {
    const gate = createGate();
    let now = 0;
    const engine = await openTestEngine({
      images: storeOf(interrupted(imageOf(''), gate.pass, 10)),
      clock: { ...realClock(), now: () => (now += 1_000_000) },
    });
    const { id } = await engine.volumes.create(alice, { size: 1, imageRef: IMAGE });
    await gate.arrived;
    expect(await engine.volumes.get(alice, id)).toMatchObject({ status: 'downloading', progress: 50 });
    gate.open();
    await engine.jobs.idle();
    expect(await engine.volumes.get(alice, id)).toMatchObject({ status: 'available', progress: 100 });
  });
});

describe('an image that is not what it was', () => {
  it.each([
    ['is gone', undefined],
    ['has grown', imageOf('boot', { minimumSize: 2 })],
    [
      'turns out to be changed',
      interrupted(imageOf(''), () => Promise.reject(new ImageUnusable('image was changed'))),
    ],
  ])('ends in an error when it %s, and leaves nothing behind', async (_, later) => {
    const images = storeOf(imageOf('boot'));
    const errors: unknown[] = [];
    const log = { info() {}, warn() {}, error: (fields: object) => void errors.push(fields) };
    const engine = await openTestEngine({ images, log });
    engine.jobs.hold();
    const { id } = await engine.volumes.create(alice, { size: 1, imageRef: IMAGE });
    images.image = later;
    engine.jobs.resume();
    await engine.jobs.idle();
    expect(await statusOf(engine, id)).toBe('error');
    // What trying again cannot mend is tried once.
    expect(images.readings).toBeLessThan(2);
    expect(errors).toEqual([
      expect.objectContaining({
        err: expect.objectContaining({ message: expect.stringMatching(/^image /) }),
      }),
    ]);
    expect(await bases(engine)).toEqual({ volumes: [], snapshots: [] });
    await expect(engine.blocks.openVolume(id)).rejects.toThrow(VolumeNotFound);
    await engine.volumes.delete(alice, id);
    images.image = imageOf('boot');
    expect(await textIn(engine, await bootable(engine), 4)).toBe('boot');
  });

  it('is copied again when the storage failed in the middle', async () => {
    let failures = 2;
    const images = storeOf(
      interrupted(imageOf(''), async () => {
        failures -= 1;
        if (failures >= 0) throw Object.assign(new Error('read error'), { code: 'EIO' });
      }),
    );
    const engine = await openTestEngine({ images });
    const id = await bootable(engine);
    expect(await statusOf(engine, id)).toBe('available');
    expect(images.readings).toBe(3);
    expect((await readBytes(engine.blocks, id, 500, 6)).toString()).toBe('second');
  });

  it('is copied again when the server was stopped in the middle', async () => {
    const reached = Promise.withResolvers<void>();
    const stopped = interrupted(imageOf(''), (signal) => {
      reached.resolve();
      return new Promise((resolve) => signal.addEventListener('abort', resolve));
    });
    const first = await openTestEngine({ images: storeOf(stopped) });
    const { id } = await first.volumes.create(alice, { size: 1, imageRef: IMAGE });
    await reached.promise;
    await first.jobs.stop(0);
    expect(await statusOf(first, id)).toBe('downloading');
    const second = await openTestEngine({ folder: first.folder, images: storeOf(imageOf('boot')) });
    await second.jobs.idle();
    expect(await statusOf(second, id)).toBe('available');
    expect(await textIn(second, id, 5)).toBe('boot\0');
  });
});

describe('at the next start', () => {
  it('keeps the base of an image that is there, and removes that of one that changed or went', async () => {
    const first = await openTestEngine({ images: storeOf(imageOf('boot')) });
    const id = await bootable(first);
    await first.blocks.createVolume(`image-${IMAGE}-broken-off`, GIB);
    const images = storeOf(imageOf('boot'));
    const second = await openTestEngine({ folder: first.folder, images }, false);
    await second.sweepImages();
    expect(await bases(second)).toMatchObject({ volumes: [], snapshots: { length: 1 } });

    images.image = imageOf('changed');
    await second.sweepImages();
    expect(await bases(second)).toEqual({ volumes: [], snapshots: [] });
    expect(await textIn(second, id, 4)).toBe('boot');
  });

  it('removes nothing of the tenants', async () => {
    const engine = await openTestEngine({ images: storeOf(imageOf('boot')) });
    const id = await bootable(engine);
    const { id: snapshotId } = await engine.snapshots.create(alice, { volumeId: id });
    await engine.jobs.idle();
    const another = await openTestEngine({ folder: engine.folder });
    await another.sweepImages();
    expect(await bases(another)).toEqual({ volumes: [], snapshots: [] });
    expect(await another.blocks.find('')).toEqual({ volumes: [id], snapshots: [snapshotId] });
  });
});

it('a volume that was begun of one version is made anew of the next', async () => {
  const images = storeOf(imageOf('old'));
  let failures = 1;
  const engine = await openTestEngine({
    images,
    wrapBlocks: (store) =>
      replacing(store, 'createVolumeFromSnapshot', (make) => async (...args) => {
        await make(...args);
        failures -= 1;
        if (failures < 0) return;
        images.image = imageOf('new');
        throw new Error('no answer');
      }),
  });
  expect(await textIn(engine, await bootable(engine), 3)).toBe('new');
});
