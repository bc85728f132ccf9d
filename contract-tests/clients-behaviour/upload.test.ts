import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { world } from '../rules/world.ts';
import { run } from '../support/command.ts';
import type { Format } from '../support/faults.ts';
import { openNbd } from '../support/nbd-client.ts';
import { type Ask, asker, availableVolume, until, volumeIn } from '../support/requests.ts';
import { startServer } from '../support/server.ts';
import { speaking } from '../support/speaking.ts';

vi.setConfig({ testTimeout: 120_000 });

const MIB = 2 ** 20;
const folder = mkdtempSync(join(tmpdir(), 'cinderblock-uploads-'));
const dev = world('--quota-volumes', '-1', '--images', folder);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const upload = (id: string, fields: object, ask: Ask = dev.ask) =>
  ask('POST', `/v1/dev/volumes/${id}/action`, { body: { 'os-volume_upload_image': fields } });

/** What a server that has the volume attached does with it, as a block device. */
async function onServer<Value>(
  volumeId: string,
  work: (disk: Awaited<ReturnType<typeof openNbd>>) => Promise<Value>,
  { ask, data }: { readonly ask: Ask; readonly data: string } = {
    ask: dev.ask,
    data: dev.server().folder,
  },
): Promise<Value> {
  const path = `/v2/dev/servers/${randomUUID()}/os-volume_attachments`;
  await ask('POST', path, { body: { volumeAttachment: { volumeId } } });
  await volumeIn(ask, volumeId, 'in-use');
  const disk = await openNbd(JSON.parse(readFileSync(join(data, 'nbd.json'), 'utf8')), volumeId);
  try {
    return await work(disk);
  } finally {
    await disk.disconnect();
    await ask('DELETE', `${path}/${volumeId}`);
    await volumeIn(ask, volumeId, 'available');
  }
}

const written = Buffer.from('written by a server');

describe('uploading a volume as an image', () => {
  it('answers 202, then the image is there, then the volume is available', async () => {
    const { id } = await dev.volume({ size: 2, display_description: 'golden' });
    await onServer(id, async (disk) => {
      await disk.write(0, written);
      await disk.write(disk.size - 512, Buffer.alloc(512, 7));
      await disk.flush();
    });
    const answer = await upload(id, {
      image_name: 'golden',
      force: false,
      container_format: 'bare',
      disk_format: 'raw',
    });
    expect(answer.status).toBe(202);
    const { 'os-volume_upload_image': image } = answer.json();
    expect(image).toMatchObject({
      ...{ id, status: 'uploading', size: 2, image_name: 'golden', display_description: 'golden' },
      ...{ container_format: 'bare', disk_format: 'raw', volume_type: 'None' },
      image_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    await dev.reach('volume', id, 'available');

    const booted = await dev.volume({ size: 2, imageRef: image.image_id });
    expect(booted).toMatchObject({
      bootable: 'true',
      volume_image_metadata: { image_id: image.image_id, image_name: 'golden' },
    });
    await onServer(booted.id, async (disk) => {
      expect(await disk.read(0, written.length)).toEqual(written);
      expect(await disk.read(MIB, MIB)).toEqual(Buffer.alloc(MIB));
      expect(await disk.read(disk.size - 512, 512)).toEqual(Buffer.alloc(512, 7));
    });
    // The file has the size of the volume, and takes up what is written of it.
    const raw = statSync(join(folder, `${image.image_id}.raw`));
    expect(raw.size).toBe(2 * 2 ** 30);
    expect(raw.blocks * 512).toBeLessThan(16 * MIB);
    expect(await run(['check', '--data', dev.server().folder])).toMatchObject({ code: 0 });
  });

  it('of a volume in use takes force, while the server goes on with it', async () => {
    const { id } = await dev.volume();
    const { serverId } = await dev.attach(id);
    const refused = await upload(id, { image_name: 'live' });
    expect([refused.status, refused.json().badRequest.message]).toEqual([
      400,
      expect.stringMatching(/^Invalid volume: Volume status is in-use/),
    ]);
    const address = JSON.parse(readFileSync(join(dev.server().folder, 'nbd.json'), 'utf8'));
    const disk = await openNbd(address, id);
    await disk.write(0, written);
    await disk.flush();
    const answer = await upload(id, { image_name: 'live', force: 'True' });
    expect(answer.status).toBe(202);
    await disk.write(0, Buffer.from('and written later'));
    await disk.flush();
    await dev.reach('volume', id, 'in-use');
    await disk.disconnect();
    await dev.detach(id, serverId);
    const { image_id } = answer.json()['os-volume_upload_image'];
    expect((await dev.volume({ imageRef: image_id })).status).toBe('available');
  });

  it.each<[object, string]>([
    [{}, 'No image_name was specified in request.'],
    [{ image_name: null }, 'No image_name was specified in request.'],
    [{ image_name: '' }, 'No image_name was specified in request.'],
    [{ image_name: 'x', disk_format: 'qcow2' }, 'ask for raw'],
    [{ image_name: 'x', container_format: 'ovf' }, 'ask for bare'],
    [{ image_name: 'x', force: 'perhaps' }, 'for force'],
    [{ image_name: 'two\nlines' }, 'must be on one line'],
  ])('is 400 for %j, and nothing is begun', async (fields, says) => {
    const { id } = await dev.volume();
    const answer = await upload(id, fields);
    expect([answer.status, answer.json().badRequest.message]).toEqual([400, expect.stringContaining(says)]);
    expect((await dev.get('volume', id)).status).toBe('available');
  });

  it('is 404 of an unknown volume, and of another tenant’s', async () => {
    const { id } = await dev.volume();
    for (const volume of [randomUUID(), 'xxx'])
      expect((await upload(volume, { image_name: 'x' })).status).toBe(404);
    const theirs = await dev.ask('POST', `/v1/demo/volumes/${id}/action`, {
      as: 'demo',
      body: { 'os-volume_upload_image': { image_name: 'x' } },
    });
    expect(theirs.status).toBe(404);
  });

  it.each<Format>(['json', 'xml'])('is spoken in %s', async (format) => {
    const { id } = await dev.volume();
    const { status, body } = await speaking(dev.ask, format)('POST', `/v1/dev/volumes/${id}/action`, {
      body: { 'os-volume_upload_image': { image_name: 'spoken' } },
    });
    expect([status, body['os-volume_upload_image']]).toEqual([
      202,
      expect.objectContaining({ id, image_name: 'spoken', status: 'uploading', size: 1 }),
    ]);
    await dev.reach('volume', id, 'available');
  });
});

it('an image that is begun when the server is killed is made by the next one, whole and once', async () => {
  const images = mkdtempSync(join(tmpdir(), 'cinderblock-uploads-'));
  const data = mkdtempSync(join(tmpdir(), 'cinderblock-uploads-data-'));
  const options = { args: ['--images', images], folder: data };
  let server = await startServer(options);
  let ask = asker(server.url);
  const { id } = await availableVolume(ask);
  const { id: other } = await availableVolume(ask);
  const bytes = randomBytes(MIB);
  // Enough for the kill to come before its end.
  const most = 128;
  await onServer(
    id,
    async (disk) => {
      for (let at = 0; at < most; at += 1) await disk.write(at * MIB, bytes);
      await disk.flush();
    },
    { ask, data },
  );
  const ids: string[] = [];
  for (const volume of [id, other]) {
    const answer = await upload(volume, { image_name: 'killed' }, ask);
    expect(answer.status).toBe(202);
    ids.push(answer.json()['os-volume_upload_image'].image_id);
  }
  await server.kill();
  server = await startServer(options);
  ask = asker(server.url);
  for (const volume of [id, other]) await volumeIn(ask, volume, 'available');
  const files = () => readdirSync(images).sort();
  expect(files()).toEqual(ids.flatMap((image) => [`${image}.json`, `${image}.raw`]).sort());
  const raw = await open(join(images, `${ids[0]}.raw`));
  for (let at = 0; at < most; at += 1) {
    const { buffer } = await raw.read(Buffer.alloc(MIB), 0, MIB, at * MIB);
    expect(buffer.equals(bytes)).toBe(true);
  }
  await raw.close();
  for (const imageRef of ids) expect((await availableVolume(ask, { imageRef })).bootable).toBe('true');
  await server.stop();
  for (const made of [images, data]) rmSync(made, { recursive: true, force: true });
});

it('without a folder of images the image is in that of the data, and any other id is one without bytes', async () => {
  const server = await startServer();
  const ask = asker(server.url);
  const { id } = await availableVolume(ask);
  const answer = await upload(id, { image_name: 'in the sandbox' }, ask);
  expect(answer.status).toBe(202);
  const { image_id: imageRef } = answer.json()['os-volume_upload_image'];
  await volumeIn(ask, id, 'available');
  const booted = await availableVolume(ask, { imageRef });
  expect(booted.volume_image_metadata).toMatchObject({ image_name: 'in the sandbox' });
  expect(readdirSync(join(server.folder, 'images'))).toContain(`${imageRef}.raw`);
  const unknown = await availableVolume(ask, { imageRef: randomUUID() });
  expect(unknown.bootable).toBe('true');
  expect(await run(['check', '--data', server.folder])).toMatchObject({ code: 0 });
  await server.stop();
});

it('an image that cannot be kept leaves the volume as it was, and the log says why', async () => {
  const images = mkdtempSync(join(tmpdir(), 'cinderblock-uploads-'));
  const server = await startServer({ args: ['--images', images] });
  const ask = asker(server.url);
  const { id } = await availableVolume(ask);
  // Where the folder was there is a file now: nobody, whatever the rights, can write into it.
  rmSync(images, { recursive: true });
  writeFileSync(images, '');
  expect((await upload(id, { image_name: 'x' }, ask)).status).toBe(202);
  await until(
    async () => (await ask('GET', `/v1/dev/volumes/${id}`)).json().volume,
    ({ status }) => status === 'available',
    60_000,
  );
  await until(
    async () => server.log(),
    (log) => log.includes('"kind":"upload-volume"') && log.includes('job failed for good'),
  );
  await server.stop();
  rmSync(images);
});
