import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { atSite, type Site } from '../nbd-clients/site.ts';
import type { Story } from '../nbd-clients/story.ts';
import { makeInitrd, makeRootDisk } from './disks.ts';
import { CACHE, fetchKernel, type Kernel } from './kernel.ts';
import { type ExportAddress, type Machine, withMachine } from './machine.ts';

const GIB = 2 ** 30;
const IMAGE = '6b1f8f0c-7c8e-4f44-9d0a-6a1e2f3b4c5d';

const equal = (what: string, found: string, wanted: string): void => {
  if (found !== wanted) throw new Error(`${what}: ${found} and not ${wanted}`);
};

/** What a story needs to boot guests on volumes of a server. */
interface Guests {
  /** Boots a guest with the volume as its disk, and resolves when it is off and `work` is done. */
  boot<Value>(
    task: string,
    volumeId: string | undefined,
    work: (machine: Machine) => Promise<Value>,
  ): Promise<Value>;
  addressOf(volumeId: string): ExportAddress;
}

async function guestsAt({ folder, uri }: Site, { image }: Kernel, initrd: string): Promise<Guests> {
  const addressOf = (volumeId: string): ExportAddress => {
    const { hostname, port, pathname } = new URL(uri(volumeId));
    return { host: hostname, port: Number(port), name: pathname.slice(1) };
  };
  return {
    addressOf,
    boot: (task, volumeId, work) =>
      withMachine(
        {
          kernel: image,
          initrd,
          task,
          folder,
          ...(volumeId === undefined ? {} : { disk: addressOf(volumeId) }),
        },
        async (machine) => {
          const value = await work(machine);
          await machine.off();
          return value;
        },
      ),
  };
}

export const disk: Story = {
  name: 'disk',
  title: 'a volume is the disk of a guest',
  tell: (step) =>
    atSite([], async (site) => {
      const { tenant } = site;
      const kernel = await step('a kernel', () => fetchKernel(CACHE));
      const initrd = await step('an initial RAM disk', () => makeInitrd(kernel, site.folder));
      const { boot, addressOf } = await guestsAt(site, kernel, initrd);
      const volume = await step('create and attach a volume', async () => {
        const id = await tenant.createVolume({ size: 1 });
        await tenant.attach(id);
        return id;
      });
      const digest = await step('a guest makes ext4 on it, writes a file, and its power goes', () =>
        boot('write_file', volume, async (guest) => {
          equal('the size of the disk', await guest.says('device'), String(GIB));
          return guest.says('wrote');
        }),
      );
      const snapshot = await step('detach, snapshot', async () => {
        await tenant.detach(volume);
        return tenant.createSnapshot(volume);
      });
      const copy = await step('a volume from the snapshot; delete the first one', async () => {
        const id = await tenant.createVolume({ size: 1, snapshot_id: snapshot });
        await tenant.deleteVolume(volume);
        return id;
      });
      await step(
        'another guest runs; attach, plug in: it finds the file, e2fsck no damage; unplug, detach',
        () =>
          boot('find_file', undefined, async (guest) => {
            await guest.says('ready');
            await tenant.attach(copy);
            await guest.plug(addressOf(copy));
            equal('the SHA-256 of the file', await guest.says('found'), digest);
            await guest.says('clean');
            await guest.unplug();
            await guest.says('unplugged');
            await tenant.detach(copy);
            await guest.pull();
          }),
      );
    }),
};

export const root: Story = {
  name: 'root',
  title: 'a bootable volume is the root of a guest',
  async tell(step) {
    const images = join(CACHE, 'images');
    rmSync(images, { recursive: true, force: true });
    mkdirSync(images, { recursive: true });
    await atSite(['--images', images], async (site) => {
      const { tenant } = site;
      const kernel = await fetchKernel(CACHE);
      const initrd = await makeInitrd(kernel, site.folder);
      const { boot } = await guestsAt(site, kernel, initrd);
      const release = `of ${new Date().toISOString()}`;
      await step('an image of a system, put among the images of the running server', async () => {
        await makeRootDisk(site.folder, join(images, `${IMAGE}.raw`), release);
        const description = { id: IMAGE, name: 'busybox', minimumSize: 1 };
        writeFileSync(join(images, `${IMAGE}.json`), JSON.stringify(description));
      });
      const boots = (volumeId: string): Promise<string> =>
        boot('boot_root', volumeId, async (guest) => {
          equal('the root', await guest.says('root'), '/dev/vda ext4');
          equal('the system', await guest.says('release'), release);
          return guest.says('boots');
        });
      const create = async (size: number) => {
        const id = await tenant.createVolume({ size, imageRef: IMAGE });
        await tenant.attach(id);
        return id;
      };
      const first = await step('create a volume from it, attach', () => create(1));
      await step('a guest boots from it', async () => equal('boots', await boots(first), '1'));
      await step('a guest after that one finds what it left', async () => {
        await tenant.detach(first);
        await tenant.attach(first);
        equal('boots', await boots(first), '2');
      });
      await step('a guest on another volume of the image finds a new system', async () =>
        equal('boots', await boots(await create(2)), '1'),
      );
    });
    rmSync(images, { recursive: true });
  },
};
