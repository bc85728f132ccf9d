import { mkdtemp, open, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { imagesIn } from '../images/directory.ts';
import type { ImageSource } from './images.ts';
import {
  alice,
  availableVolume,
  bob,
  createGate,
  faultOf,
  faultsOf,
  openTestEngine,
  readBytes,
  type TestEngine,
  writeBytes,
} from './testing.ts';

const MIB = 2 ** 20;
const SERVER = 'd0a2a3c4-0000-4000-8000-000000000001';

/** Images in a folder of their own, which goes with the test. */
async function imageFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'cinderblock-upload-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const problems: string[] = [];
  const images = imagesIn(folder, (problem) => problems.push(problem));
  return { folder, images, problems };
}

const statusOf = async (engine: TestEngine, id: string) => (await engine.volumes.get(alice, id)).status;

/** The images with something that has to happen before the last of the bytes are taken. */
const interrupted = (
  images: Required<ImageSource>,
  meanwhile: (signal: AbortSignal) => Promise<unknown>,
): ImageSource => ({
  ...images,
  keep: (image, signal) =>
    images.keep(
      {
        ...image,
        async *read(aborted) {
          yield* image.read(aborted);
          await meanwhile(aborted);
          aborted.throwIfAborted();
        },
      },
      signal,
    ),
});

const failing = (code: string) => async () => {
  throw Object.assign(new Error(code), { code });
};

describe('an image of a volume', () => {
  it('has the bytes of the volume, and of it a volume can be made at once', async () => {
    const { images, folder } = await imageFolder();
    const engine = await openTestEngine({ images });
    const id = await availableVolume(engine, alice, 2);
    await writeBytes(engine.blocks, id, 3 * MIB + 5, Buffer.from('in the middle'));
    await writeBytes(engine.blocks, id, 2 * 1024 * MIB - 7, Buffer.from('the end'));

    engine.jobs.hold();
    const upload = await engine.volumes.uploadImage(alice, id, { imageName: 'golden' });
    expect(upload).toMatchObject({
      ...{ imageName: 'golden', containerFormat: 'bare', diskFormat: 'raw' },
      volume: { id, status: 'uploading', size: 2 },
    });
    engine.jobs.resume();
    await engine.jobs.idle();
    expect(await statusOf(engine, id)).toBe('available');
    expect(await images.find(upload.imageId)).toMatchObject({ name: 'golden', minimumSize: 2 });
    expect((await readdir(folder)).sort()).toEqual([`${upload.imageId}.json`, `${upload.imageId}.raw`]);

    const copy = await engine.volumes.create(alice, { size: 2, imageRef: upload.imageId });
    await engine.jobs.idle();
    expect(await engine.volumes.get(alice, copy.id)).toMatchObject({ status: 'available', bootable: true });
    expect(`${await readBytes(engine.blocks, copy.id, 3 * MIB + 5, 13)}`).toBe('in the middle');
    expect(`${await readBytes(engine.blocks, copy.id, 2 * 1024 * MIB - 7, 7)}`).toBe('the end');
    // The copy that it was made of is gone; what is left is the base of the new volume.
    expect((await engine.blocks.find('image-')).volumes).toEqual([]);
  });

  it('knows of the system on it what the volume knew', async () => {
    const { images } = await imageFolder();
    const engine = await openTestEngine({ images });
    const first = await availableVolume(engine);
    const { imageId } = await engine.volumes.uploadImage(alice, first, { imageName: 'one' });
    await engine.jobs.idle();
    const known: ImageSource = {
      ...images,
      find: async (id) => {
        const image = await images.find(id);
        return image === undefined ? undefined : { ...image, properties: { os_type: 'linux' } };
      },
    };
    const second = await openTestEngine({ folder: engine.folder, images: known });
    const booted = await second.volumes.create(alice, { size: 1, imageRef: imageId });
    await second.jobs.idle();
    const again = await second.volumes.uploadImage(alice, booted.id, { imageName: 'two' });
    await second.jobs.idle();
    expect(await images.find(again.imageId)).toMatchObject({
      name: 'two',
      properties: { os_type: 'linux' },
    });
  });

  it('is one whatever the volume begins with', async () => {
    const { images, problems } = await imageFolder();
    const engine = await openTestEngine({ images });
    const id = await availableVolume(engine);
    await writeBytes(engine.blocks, id, 0, Buffer.from('514649fb00000003', 'hex'));
    const { imageId } = await engine.volumes.uploadImage(alice, id, { imageName: 'qcow2 within' });
    await engine.jobs.idle();
    expect(await images.find(imageId)).toBeDefined();
    expect(problems).toEqual([]);
  });

  it('of a volume in use takes force, and leaves it in use', async () => {
    const { images } = await imageFolder();
    const engine = await openTestEngine({ images });
    const volumeId = await availableVolume(engine);
    await writeBytes(engine.blocks, volumeId, 0, Buffer.from('live'));
    await engine.attachments.attach(alice, { serverId: SERVER, volumeId });

    const refused = await faultOf(engine.volumes.uploadImage(alice, volumeId, { imageName: 'x' }));
    expect(refused).toMatchObject({ kind: 'volumeNotForImage', params: { status: 'in-use' } });
    const upload = await engine.volumes.uploadImage(alice, volumeId, { imageName: 'x', force: 'True' });
    await engine.jobs.idle();
    expect(await statusOf(engine, volumeId)).toBe('in-use');
    expect(await images.find(upload.imageId)).toBeDefined();
    await engine.attachments.detach(alice, SERVER, volumeId);
    expect(await statusOf(engine, volumeId)).toBe('available');
  });

  it('keeps others from the volume while it is made', async () => {
    const gate = createGate();
    const { images } = await imageFolder();
    const engine = await openTestEngine({ images: interrupted(images, gate.pass) });
    const volumeId = await availableVolume(engine);
    await engine.volumes.uploadImage(alice, volumeId, { imageName: 'x' });
    await gate.arrived;
    for (const refused of await faultsOf([
      engine.volumes.uploadImage(alice, volumeId, { imageName: 'y', force: true }),
      engine.volumes.delete(alice, volumeId),
      engine.attachments.attach(alice, { serverId: SERVER, volumeId }),
      engine.backups.create(alice, { volumeId }),
    ])) {
      expect(refused).toMatchObject({ category: 'invalid', params: { status: 'uploading' } });
    }
    await engine.volumes.update(alice, volumeId, { name: 'renamed' });
    gate.open();
    await engine.jobs.idle();
    expect(await engine.volumes.get(alice, volumeId)).toMatchObject({ status: 'available', name: 'renamed' });
  });

  it.each([
    [{}, 'imageNameMissing'],
    [{ imageName: '' }, 'imageNameMissing'],
    [{ imageName: 'two\nlines' }, 'textInvalid'],
    [{ imageName: 'x'.repeat(256) }, 'textInvalid'],
    [{ imageName: 'x', diskFormat: 'qcow2' }, 'imageFormatUnknown'],
    [{ imageName: 'x', containerFormat: 'ovf' }, 'imageFormatUnknown'],
    [{ imageName: 'x', force: 'perhaps' }, 'forceInvalid'],
  ])('is not begun for %j', async (request, kind) => {
    const { images, folder } = await imageFolder();
    const engine = await openTestEngine({ images });
    const id = await availableVolume(engine);
    expect((await faultOf(engine.volumes.uploadImage(alice, id, request))).kind).toBe(kind);
    expect(await statusOf(engine, id)).toBe('available');
    expect(await readdir(folder)).toEqual([]);
  });

  it('is not begun of the volume of another tenant, nor where no images are kept', async () => {
    const engine = await openTestEngine();
    const id = await availableVolume(engine);
    const request = { imageName: 'x', diskFormat: null, containerFormat: null, force: null };
    expect((await faultOf(engine.volumes.uploadImage(alice, id, request))).kind).toBe('imagesNotKept');
    const { images } = await imageFolder();
    const keeping = await openTestEngine({ images });
    const other = await availableVolume(keeping);
    expect((await faultOf(keeping.volumes.uploadImage(bob, other, request))).kind).toBe('volumeNotFound');
  });
});

describe('an image that cannot be made', () => {
  it.each(['ENOSPC', 'EROFS'])('leaves the volume and the folder as they were (%s)', async (code) => {
    const { images, folder } = await imageFolder();
    const errors: object[] = [];
    const log = { info() {}, warn() {}, error: (fields: object) => void errors.push(fields) };
    const engine = await openTestEngine({ images: interrupted(images, failing(code)), log });
    const id = await availableVolume(engine);
    await writeBytes(engine.blocks, id, 0, Buffer.from('bytes'));
    const { imageId } = await engine.volumes.uploadImage(alice, id, { imageName: 'x' });
    await engine.jobs.idle();
    expect(await statusOf(engine, id)).toBe('available');
    expect(await images.find(imageId)).toBeUndefined();
    expect(await readdir(folder)).toEqual([]);
    expect(await engine.blocks.find('image-')).toEqual({ volumes: [], snapshots: [] });
    expect(errors).toEqual([expect.objectContaining({ kind: 'upload-volume' })]);
  });

  it('is begun again after a failure that passes', async () => {
    let failures = 1;
    const { images } = await imageFolder();
    const engine = await openTestEngine({
      images: interrupted(images, async () => {
        failures -= 1;
        if (failures >= 0) await failing('EIO')();
      }),
    });
    const id = await availableVolume(engine);
    const { imageId } = await engine.volumes.uploadImage(alice, id, { imageName: 'x' });
    await engine.jobs.idle();
    expect(await images.find(imageId)).toBeDefined();
    expect(failures).toBe(-1);
  });
});

describe('an image that was begun before the server ended', () => {
  it('is made at the next start, and once', async () => {
    const reached = Promise.withResolvers<void>();
    const { images, folder } = await imageFolder();
    const first = await openTestEngine({
      images: interrupted(images, (signal) => {
        reached.resolve();
        return new Promise((resolve) => signal.addEventListener('abort', resolve));
      }),
    });
    const id = await availableVolume(first);
    await writeBytes(first.blocks, id, MIB, Buffer.from('kept'));
    const { imageId } = await first.volumes.uploadImage(alice, id, { imageName: 'x' });
    await reached.promise;
    await first.jobs.stop(0);
    expect(await statusOf(first, id)).toBe('uploading');
    expect(await images.find(imageId)).toBeUndefined();

    const second = await openTestEngine({ folder: first.folder, images });
    await second.jobs.idle();
    expect(await statusOf(second, id)).toBe('available');
    expect((await readdir(folder)).sort()).toEqual([`${imageId}.json`, `${imageId}.raw`]);
    const raw = await open(join(folder, `${imageId}.raw`));
    const { buffer } = await raw.read(Buffer.alloc(4), 0, 4, MIB).finally(() => raw.close());
    expect(`${buffer}`).toBe('kept');
  });

  it('is left as it is where only the end was not written', async () => {
    const { images } = await imageFolder();
    let keepings = 0;
    const engine = await openTestEngine({
      images: {
        ...images,
        async keep(image, signal) {
          keepings += 1;
          await images.keep(image, signal);
          throw Object.assign(new Error('no answer'), { code: 'EIO' });
        },
      },
    });
    const id = await availableVolume(engine);
    const { imageId } = await engine.volumes.uploadImage(alice, id, { imageName: 'x' });
    await engine.jobs.idle();
    expect(keepings).toBe(1);
    expect(await images.find(imageId)).toBeDefined();
    expect(await statusOf(engine, id)).toBe('available');
  });
});
