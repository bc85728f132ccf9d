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
import type { Story } from './story.ts';
import { endWith, requireCommands, tellAll } from './telling.ts';
import { tls } from './tls.ts';

const stories: readonly Story[] = [facts, refusals, holes, ...load, nbdkit, tls, ...copies];

await endWith(async () => {
  requireCommands([
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
  return tellAll(stories, process.argv.slice(2));
});
