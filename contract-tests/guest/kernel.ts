import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { must } from '../nbd-clients/tools.ts';

/** A kernel for virtual machines, unpacked and not installed. */
export interface Kernel {
  readonly image: string;
  /** Folder of the modules that belong to it. */
  readonly modules: string;
}

/** Where the kernel is kept, and the images that are made for the guests. */
export const CACHE = '.cache/guest';

const META = 'linux-image-cloud-amd64';

/** The package with the files; the one above depends on whatever is the newest. */
async function packageName(): Promise<string> {
  const depends = await must('apt-cache', 'depends', META);
  const [, name] = /Depends: (linux-image-\S+)/.exec(depends) ?? [];
  if (name === undefined) throw new Error(`apt-cache knows no ${META}`);
  return name;
}

async function download(folder: string): Promise<void> {
  const newest = async () => {
    // It writes to where it is started.
    await must('sh', '-c', 'cd "$0" && apt-get download -qq "$1"', folder, await packageName());
  };
  try {
    await newest();
  } catch {
    // The lists of packages are not there, or older than the archive.
    await must('apt-get', 'update', '-qq');
    await newest();
  }
}

/** Downloads the kernel of Debian's cloud images into the folder, unless it is there. */
export async function fetchKernel(folder: string): Promise<Kernel> {
  const unpacked = join(folder, 'kernel');
  if (!existsSync(unpacked)) {
    const fetching = join(folder, 'fetching');
    rmSync(fetching, { recursive: true, force: true });
    mkdirSync(fetching, { recursive: true });
    await download(fetching);
    const [archive = ''] = readdirSync(fetching).filter((name) => name.endsWith('.deb'));
    await must('dpkg-deb', '--extract', join(fetching, archive), join(fetching, 'files'));
    // Under its name once it is whole.
    renameSync(join(fetching, 'files'), unpacked);
    rmSync(fetching, { recursive: true });
  }
  const one = (parent: string, start: string): string => {
    const name = readdirSync(parent).find((entry) => entry.startsWith(start));
    if (name === undefined)
      throw new Error(`${parent} has no ${start}*: remove ${unpacked} to fetch it again`);
    return join(parent, name);
  };
  return { image: one(join(unpacked, 'boot'), 'vmlinuz'), modules: one(join(unpacked, 'lib/modules'), '') };
}
