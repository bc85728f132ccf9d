import { describe, expect, it } from 'vitest';
import { CommandFlag } from '../../support/nbd-client.ts';
import { openAttached } from '../../support/nbd-exports.ts';
import { world } from '../world.ts';

const dev = world();
const GIB = 2 ** 30;

describe('an attached volume', () => {
  it('[hp-block-storage-v1/1/attached-volume-is-block-device] [hp-block-storage-v1/4.5.4/attached-volume-usable] is a block device of its size, which is written, flushed, trimmed and read at any block', async () => {
    const { id } = await dev.volume();
    const { serverId } = await dev.attach(id);
    const device = await openAttached(dev.server().folder, id);
    expect(device.size).toBe(GIB);
    // What a file system does when it is made and used: blocks here and there, to the last one, and barriers.
    const block = Buffer.alloc(4096, 'superblock');
    for (const offset of [0, 1024 * 4096, GIB / 2, GIB - 4096]) await device.write(offset, block);
    await device.flush();
    await device.write(4096, block, CommandFlag.FUA);
    await device.trim(GIB / 2, 4096);
    await device.zero(4096, 4096);
    for (const [offset, expected] of [
      [0, block],
      [4096, Buffer.alloc(4096)],
      [GIB / 2, Buffer.alloc(4096)],
      [GIB / 4, Buffer.alloc(4096)],
      [GIB - 4096, block],
    ] as const) {
      expect((await device.read(offset, 4096)).equals(expected)).toBe(true);
    }
    await device.disconnect();

    // The next server finds what the first one left.
    await dev.detach(id, serverId);
    await dev.attach(id);
    const again = await openAttached(dev.server().folder, id);
    expect((await again.read(GIB - 4096, 4096)).equals(block)).toBe(true);
    await again.disconnect();
  });
});
