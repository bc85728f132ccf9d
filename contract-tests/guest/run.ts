/**
 * `make guest`: the real server, driven over HTTP as a tenant would, and virtual machines that have its volumes as
 * disks: QEMU, emulating, with a kernel of Debian's cloud images and a busybox. On loopback alone.
 *
 * `node contract-tests/guest/run.ts root` is for that story alone; `--fetch` only gets the kernel, 26 MB from Debian.
 */

import type { Story } from '../nbd-clients/story.ts';
import { endWith, requireCommands, tellAll } from '../nbd-clients/telling.ts';
import { CACHE, fetchKernel } from './kernel.ts';
import { disk, root } from './stories.ts';

const stories: readonly Story[] = [disk, root];

await endWith(async () => {
  const names = process.argv.slice(2);
  requireCommands(['qemu-system-x86_64', 'busybox', 'mke2fs', 'e2fsck', 'dpkg-deb', 'apt-get']);
  if (!names.includes('--fetch')) return tellAll(stories, names);
  await fetchKernel(CACHE);
  return true;
});
