/**
 * `make nbd-clients`: the real server, driven over HTTP as a tenant would, and the NBD clients that people have:
 * nbdcopy, nbdinfo, nbdsh, nbdkit, qemu-img, qemu-io and fio, from Debian.
 *
 * `node contract-tests/nbd-clients/run.ts nbdcopy fio` is for these stories alone.
 */

import { copies } from './copies.ts';
import { facts } from './facts.ts';
import { holes } from './holes.ts';
import { load } from './load.ts';
import { nbdkit } from './nbdkit.ts';
import { refusals } from './refusals.ts';
import { type Story, tell } from './story.ts';
import { tls } from './tls.ts';
import { missingPackages } from './tools.ts';

const stories: readonly Story[] = [facts, refusals, holes, ...load, nbdkit, tls, ...copies];

function chosen(names: readonly string[]): readonly Story[] {
  const unknown = names.filter((name) => !stories.some((story) => story.name === name));
  if (unknown.length > 0)
    throw new Error(
      `there is no story ${unknown.join(', ')}, only ${stories.map(({ name }) => name).join(', ')}`,
    );
  return names.length === 0 ? stories : stories.filter(({ name }) => names.includes(name));
}

async function main(names: readonly string[]): Promise<number> {
  const missing = missingPackages([
    'fio',
    'nbdcopy',
    'nbdinfo',
    'nbdkit',
    'nbdsh',
    'openssl',
    'qemu-img',
    'qemu-io',
    'qemu-nbd',
  ]);
  if (missing.length > 0) {
    process.stderr.write(`error: missing Debian packages: apt-get install ${missing.join(' ')}\n`);
    return 2;
  }
  const began = performance.now();
  let [passed, failed] = [0, 0];
  for (const story of chosen(names)) {
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
