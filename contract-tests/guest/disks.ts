import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { must } from '../nbd-clients/tools.ts';
import type { Kernel } from './kernel.ts';

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

/** Drivers for a virtio disk on PCI; a kernel may have them built in. */
const DRIVERS = ['virtio_pci', 'virtio_blk'];

async function pathOf(program: string): Promise<string> {
  return (await must('sh', '-c', 'PATH="$PATH:/usr/sbin:/sbin" command -v "$0"', program)).trim();
}

/** Copies a program with the libraries that it needs to where it looks for them. */
async function copyProgram(program: string, target: string): Promise<void> {
  const path = await pathOf(program);
  copyFileSync(path, join(target, 'sbin', basename(path)));
  const needs = (await must('ldd', path)).matchAll(/(\/\S+) \(0x/g);
  for (const [, library = ''] of needs) {
    mkdirSync(join(target, dirname(library)), { recursive: true });
    copyFileSync(library, join(target, library));
  }
}

async function copyBusybox(target: string): Promise<void> {
  mkdirSync(join(target, 'bin'), { recursive: true });
  copyFileSync(await pathOf('busybox'), join(target, 'bin/busybox'));
}

/** Copies the drivers with what they need, and lists them in the order in which they have to be loaded. */
async function copyDrivers({ modules }: Kernel, target: string): Promise<void> {
  const found = new Map(
    readdirSync(modules, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.ko(\.xz)?$/.test(path))
      .map((path) => [basename(path).replace(/\.ko.*$/, ''), join(modules, path)]),
  );
  mkdirSync(join(target, 'modules'));
  const order = new Set<string>();
  async function copyDriver(driver: string): Promise<void> {
    const path = found.get(driver);
    if (path === undefined || order.has(driver)) return;
    const copied = join(target, 'modules', `${driver}.ko`);
    copyFileSync(path, `${copied}${extname(path) === '.xz' ? '.xz' : ''}`);
    if (extname(path) === '.xz') await must('xz', '--decompress', `${copied}.xz`);
    const [, needed = ''] = /\0depends=([^\0]*)\0/.exec(readFileSync(copied, 'latin1')) ?? [];
    for (const other of needed.split(',')) await copyDriver(other);
    order.add(driver);
  }
  for (const driver of DRIVERS) await copyDriver(driver);
  writeFileSync(join(target, 'modules/order'), [...order].map((driver) => `${driver}\n`).join(''));
}

function copyInit(script: string, path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, readFileSync(here(script)), { mode: 0o755 });
}

/** The initial RAM disk: busybox, drivers, mke2fs and e2fsck, and a script that does what it is told. */
export async function makeInitrd(kernel: Kernel, folder: string): Promise<string> {
  const tree = join(folder, 'initrd');
  mkdirSync(join(tree, 'sbin'), { recursive: true });
  await copyBusybox(tree);
  await copyProgram('mke2fs', tree);
  await copyProgram('e2fsck', tree);
  await copyDrivers(kernel, tree);
  copyInit('init.sh', join(tree, 'init'));
  const path = join(folder, 'initrd.cpio');
  await must('sh', '-c', 'cd "$0" && find . | busybox cpio -o -H newc >"$1"', tree, path);
  return path;
}

/** A disk with a system that boots, in ext4; `release` is what it says of itself. */
export async function makeRootDisk(folder: string, path: string, release: string): Promise<void> {
  const tree = join(folder, 'root');
  for (const name of ['bin', 'dev', 'etc', 'proc', 'sbin', 'var'])
    mkdirSync(join(tree, name), { recursive: true });
  await copyBusybox(tree);
  copyInit('root-init.sh', join(tree, 'sbin/init'));
  writeFileSync(join(tree, 'etc/release'), `${release}\n`);
  await must(await pathOf('mke2fs'), '-q', '-t', 'ext4', '-d', tree, path, '64M');
}
