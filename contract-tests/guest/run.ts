/**
 * `make guest`: the real server, driven over HTTP as a tenant would, and virtual machines that have its volumes as
 * disks: QEMU, emulating, with a kernel of Debian's cloud images and a busybox. On loopback alone.
 *
 * `node contract-tests/guest/run.ts root` is for that story alone; `--fetch` only gets the kernel, 26 MB from Debian.
 */

import { type Story, tell } from '../nbd-clients/story.ts';
import { missingPackages } from '../nbd-clients/tools.ts';
import { CACHE, fetchKernel } from './kernel.ts';
import { disk, root } from './stories.ts';

const stories: readonly Story[] = [disk, root];

async function main(names: readonly string[]): Promise<number> {
  const missing = missingPackages([
    'qemu-system-x86_64',
    'busybox',
    'mke2fs',
    'e2fsck',
    'dpkg-deb',
    'apt-get',
  ]);
  if (missing.length > 0) {
    process.stderr.write(`error: missing Debian packages: apt-get install ${missing.join(' ')}\n`);
    return 2;
  }
  if (names.includes('--fetch')) {
    await fetchKernel(CACHE);
    return 0;
  }
  const began = performance.now();
  let [passed, failed] = [0, 0];
  for (const story of stories) {
    if (names.length > 0 && !names.includes(story.name)) continue;
    const tally = await tell(story);
    passed += tally.passed;
    failed += tally.failed;
  }
  const took = Math.round((performance.now() - began) / 1000);
  process.stdout.write(`\n${passed} checks passed, ${failed} failed, in ${took} s\n`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`error: ${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 2;
}
