import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { atSite, type Site } from './site.ts';
import type { Step, Story } from './story.ts';
import { must, python, run } from './tools.ts';

const MIB = 2 ** 20;
const KIB = 1024;
const jobs = fileURLToPath(new URL('load.fio', import.meta.url));

/** What `load.fio` trims: the last 24 KiB of each 64 KiB, in 64 MiB from here. */
const TRIMMED = { from: 256 * MIB, grains: 1024, grain: 64 * KIB, offset: 40 * KIB, length: 24 * KIB };
const VERIFIED = ['mixed', 'odd', 'halves'] as const;

/** Runs the jobs of `load.fio`; fio ends with 1 when a byte is not what was written. */
async function fio(uri: string, ...options: readonly string[]): Promise<void> {
  const { code, stdout, stderr } = await run('fio', ['--eta=never', ...options, jobs], { URI: uri });
  const said = `${stdout}${stderr}`;
  // Some of its failures are told only.
  if (code !== 0 || /verify:|fatal|err= *[1-9]/.test(said)) throw new Error(said.slice(-2000));
}

const verifyOnly = (uri: string) =>
  fio(uri, '--verify_only=1', ...VERIFIED.map((section) => `--section=${section}`));

async function trimmedAreZeros(uri: string): Promise<void> {
  const { from, grains, grain, offset, length } = TRIMMED;
  const reads = Array.from({ length: grains }, (_, index) => [
    '-c',
    `read -q -P 0 ${from + index * grain + offset} ${length}`,
  ]);
  const said = await must('qemu-io', '-r', '-f', 'raw', ...reads.flat(), uri);
  if (said.includes('failed')) throw new Error(said.slice(-2000));
}

/** Takes snapshots of the volume and deletes them again until the work is over; gives how many there were. */
async function withSnapshots({ tenant }: Site, volume: string, work: Promise<void>): Promise<number> {
  let over = false;
  const ended = work.finally(() => {
    over = true;
  });
  let taken = 0;
  const taking = async () => {
    while (!over) {
      const snapshot = await tenant.createSnapshot(volume, { force: true });
      taken += 1;
      await tenant.deleteSnapshot(snapshot);
    }
  };
  await Promise.all([ended, taking()]);
  return taken;
}

/** What is left of the bytes in `file` where the volume, copied to `copy`, has others. */
function sameFrom(copy: string, from: number, file: string, length: number): void {
  const [left, right] = [openSync(copy, 'r'), openSync(file, 'r')];
  const [mine, theirs] = [Buffer.alloc(MIB), Buffer.alloc(MIB)];
  for (let at = 0; at < length; at += MIB) {
    readSync(left, mine, 0, MIB, from + at);
    readSync(right, theirs, 0, MIB, at);
    if (!mine.equals(theirs)) throw new Error(`the MiB at ${from + at} is not what was written there`);
  }
  closeSync(left);
  closeSync(right);
}

async function fioStory(site: Site, step: Step): Promise<void> {
  const { tenant, uri } = site;
  const volume = await step('create and attach a volume', async () => {
    const id = await tenant.createVolume({ size: 1 });
    await tenant.attach(id);
    return id;
  });
  await step('random writes of 512 bytes to 256 KiB, verified, with trims beside them', () =>
    fio(uri(volume)),
  );
  await step('what was trimmed reads as zeros', () => trimmedAreZeros(uri(volume)));
  await step('the same while snapshots are taken and deleted under it', async () => {
    const taken = await withSnapshots(site, volume, fio(uri(volume)));
    if (taken === 0) throw new Error('there was no snapshot meanwhile');
  });
  await step('what was trimmed reads as zeros again', () => trimmedAreZeros(uri(volume)));
  const restarted = await step('the server is started again, the volume still attached', () =>
    site.restart(),
  );
  await step('every write is there', () => verifyOnly(restarted.uri(volume)));
}

const SPAN = 64 * MIB;
const BASE = 300 * MIB + 100_000;

async function stormStory({ tenant, folder, uri }: Site, step: Step): Promise<void> {
  const path = (name: string) => join(folder, name);
  const volume = await step('create and attach a volume', async () => {
    const id = await tenant.createVolume({ size: 1 });
    await tenant.attach(id);
    return id;
  });
  const storm = (over: 'tcp' | 'unix', seed: number) =>
    must(...python('storm.py', uri(volume, over), `${seed}`, '12000', '4', `${BASE}`, path('model')));
  await step('12 000 writes, zeroes, trims, reads and more over four connections', () => storm('tcp', 1));
  await step('the same over a unix socket, on a snapshot', async () => {
    await tenant.createSnapshot(volume, { force: true });
    await storm('unix', 2);
  });
  await step('a clone has every byte of it', async () => {
    await tenant.detach(volume);
    const clone = await tenant.createVolume({ size: 1, source_volid: volume });
    await tenant.attach(clone);
    await must('nbdcopy', uri(clone), path('copy'));
    sameFrom(path('copy'), BASE, path('model'), SPAN);
  });
}

export const load: readonly Story[] = [
  {
    name: 'fio',
    title: 'fio, with verification',
    tell: (step) => atSite([], (site) => fioStory(site, step)),
  },
  {
    name: 'storm',
    title: 'requests of every kind at once, against a model in memory (libnbd)',
    tell: (step) => atSite(['--nbd-socket', '{folder}/nbd.sock'], (site) => stormStory(site, step)),
  },
];
