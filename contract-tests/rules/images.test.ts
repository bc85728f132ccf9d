import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Format } from '../support/faults.ts';
import { type NbdClient, openNbd } from '../support/nbd-client.ts';
import { until } from '../support/requests.ts';
import { speaking } from '../support/speaking.ts';
import { world } from './world.ts';

vi.setConfig({ testTimeout: 60_000 });

const D = 'hp-block-storage-v1';
const FORMATS: Format[] = ['json', 'xml'];
const MIB = 2 ** 20;
const folder = mkdtempSync(join(tmpdir(), 'cinderblock-images-'));
const dev = world('--quota-volumes', '-1', '--images', folder);

/** Adds an image to those of the server, whether it runs or not; its id. */
function addImage(raw: Uint8Array, fields: object = {}): string {
  const id = randomUUID();
  writeFileSync(join(folder, `${id}.raw`), raw);
  const description = { id, name: `image of ${raw.length} bytes`, minimumSize: 1, ...fields };
  writeFileSync(join(folder, `${id}.json`), JSON.stringify(description));
  return id;
}

// A system has its loader at the beginning, something at the very end, and nothing for long stretches between.
const system = Buffer.alloc(9 * MIB + 1000);
for (const offset of [0, 3 * MIB + 77, system.length - 600]) {
  system.set(
    Uint8Array.from({ length: 500 }, (_, index) => (offset + 7 * index) & 0xff),
    offset,
  );
}
const image = addImage(system, { name: 'precise-server', properties: { os_type: 'linux' } });
afterAll(() => rmSync(folder, { recursive: true }));

/** Log lines are gathered before they are written. */
const logged = (text: string) =>
  until(
    async () => dev.server().log(),
    (log) => log.includes(text),
  );

/** What a server that has the volume attached does with it, as a block device. */
async function onServer<Value>(volumeId: string, work: (disk: NbdClient) => Promise<Value>): Promise<Value> {
  const { serverId } = await dev.attach(volumeId);
  const address = JSON.parse(readFileSync(join(dev.server().folder, 'nbd.json'), 'utf8'));
  const disk = await openNbd(address, volumeId);
  try {
    return await work(disk);
  } finally {
    await disk.disconnect();
    await dev.detach(volumeId, serverId);
  }
}

describe('a bootable volume', () => {
  let volumeId: string;
  beforeAll(async () => {
    volumeId = (await dev.volume({ imageRef: image, size: 2 })).id;
  });

  it(`[${D}/2.2.1/bootable-volume-as-root] [${D}/1/bootable-volumes-supported] holds what its image holds, and nothing behind that, for the server that it is attached to`, async () => {
    await onServer(volumeId, async (disk) => {
      expect(disk.size).toBe(2 * 1024 * MIB);
      expect((await disk.read(0, system.length)).equals(system)).toBe(true);
      expect((await disk.read(system.length, MIB)).equals(Buffer.alloc(MIB))).toBe(true);
      expect((await disk.read(disk.size - MIB, MIB)).equals(Buffer.alloc(MIB))).toBe(true);
    });
  });

  it(`[${D}/2.2.1/bootable-volume-as-root] [${D}/2.2.1/instance-end-keeps-volume] [${D}/2.2.1/new-instance-from-same-volume] is written to by its server, keeps that for the next one, and changes no other volume of the image`, async () => {
    await onServer(volumeId, async (disk) => {
      await disk.write(3 * MIB, Buffer.from('installed'));
      await disk.flush();
    });
    const changed = Buffer.from(system);
    changed.write('installed', 3 * MIB);
    await onServer(volumeId, async (disk) => {
      expect((await disk.read(0, system.length)).equals(changed)).toBe(true);
    });
    const other = await dev.volume({ imageRef: image });
    await onServer(other.id, async (disk) => {
      expect((await disk.read(0, system.length)).equals(system)).toBe(true);
    });
  });

  it(`[${D}/2.2.1/bootable-volume-as-root] hands its system on to snapshots and clones`, async () => {
    const { id: snapshot_id } = await dev.snapshot(volumeId);
    for (const source of [
      { snapshot_id, size: 3 },
      { source_volid: volumeId, size: 2 },
    ]) {
      const copy = await dev.volume(source);
      expect(copy).toMatchObject({ bootable: 'true', volume_image_metadata: { image_id: image } });
      await onServer(copy.id, async (disk) => {
        expect((await disk.read(0, 500)).equals(system.subarray(0, 500))).toBe(true);
      });
    }
  });
});

describe.each(FORMATS)('an image in %s', (format) => {
  const create = (fields: object) =>
    speaking(dev.ask, format)('POST', '/v1/dev/volumes', { body: { volume: { size: 1, ...fields } } });

  it(`[${D}/4.5.1.2/image-metadata-in-detail] [${D}/2.2.1/bootable-by-image] shows on the volume, by id, name and what is known of it besides`, async () => {
    const { body } = await create({ imageRef: `http://glance.example:9292/v1/images/${image}` });
    await dev.reach('volume', body.volume.id, 'available');
    const detail = await speaking(dev.ask, format)('GET', '/v1/dev/volumes/detail');
    const found = detail.body.volumes.find(({ id }: { id: string }) => id === body.volume.id);
    expect(found.volume_image_metadata).toEqual({
      image_id: image,
      image_name: 'precise-server',
      os_type: 'linux',
    });
  });

  it(`[${D}/2.2.1/image-must-be-suitable] is refused when there is none of that id, or it does not fit, or is spoiled`, async () => {
    const large = addImage(Buffer.from('x'), { minimumSize: 3 });
    const compressed = addImage(Buffer.from('514649fb00000003', 'hex'));
    const missing = randomUUID();
    for (const [imageRef, says] of [
      [missing, `Image ${missing} could not be found.`],
      [compressed, `Image ${compressed} could not be found.`],
      [large, 'ask for at least 3 GB'],
    ] as const) {
      const { status, body } = await create({ imageRef });
      expect(status).toBe(400);
      expect(body.badRequest.message).toContain(says);
    }
    await logged('is a qcow2 image, not the bytes of a disk');
    const { status } = await create({ imageRef: large, size: 3 });
    expect(status).toBe(200);
  });

  it('can be added, exchanged and removed while the server runs', async () => {
    const id = addImage(Buffer.from('first'));
    const contents = async () => {
      const { body } = await create({ imageRef: id });
      await dev.reach('volume', body.volume.id, 'available');
      return onServer(body.volume.id, async (disk) => (await disk.read(0, 8)).toString());
    };
    expect(await contents()).toBe('first\0\0\0');
    writeFileSync(join(folder, `${id}.raw`), 'second');
    expect(await contents()).toBe('second\0\0');
    rmSync(join(folder, `${id}.json`));
    expect((await create({ imageRef: id })).status).toBe(400);
  });
});

it(`[${D}/4.5.1/status-error] a volume whose image is damaged ends in error, and the log says why`, async () => {
  const id = addImage(Buffer.from('whole'), { sha256: '0'.repeat(64) });
  const created = await dev.ask('POST', '/v1/dev/volumes', { body: { volume: { size: 1, imageRef: id } } });
  await dev.reach('volume', created.json().volume.id, 'error');
  await logged(`image ${id} is damaged`);
});
