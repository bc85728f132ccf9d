import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf } from './random-file.ts';
import { atSite, type Site } from './site.ts';
import { type Source, sources } from './sources.ts';
import type { Step, Story } from './story.ts';
import { must } from './tools.ts';

const GIB = 2 ** 30;

/** How bytes get into an export and out of it. */
interface Copier {
  copyIn(file: string, uri: string): Promise<unknown>;
  /** Into a file that is not there yet. */
  copyOut(uri: string, file: string): Promise<unknown>;
}

const equal = (what: string, found: string, wanted: string): void => {
  if (found !== wanted) throw new Error(`the SHA-256 of ${what} is ${found} and not ${wanted}`);
};

/** Attaches a volume for as long as the work takes. */
async function attached<Value>(
  { tenant, uri }: Site,
  volume: string,
  over: 'tcp' | 'unix',
  work: (uri: string) => Promise<Value>,
): Promise<Value> {
  await tenant.attach(volume);
  const value = await work(uri(volume, over));
  await tenant.detach(volume);
  return value;
}

/**
 * A GiB of random bytes goes into a volume, stays in a snapshot of it while the volume gets others, and comes
 * back from a volume made of the snapshot; the others come back from a backup when their volume is gone.
 */
async function roundTrip(
  site: Site,
  step: Step,
  over: 'tcp' | 'unix',
  { copyIn, copyOut }: Copier,
): Promise<void> {
  const { tenant, folder } = site;
  const path = (name: string) => join(folder, name);
  const { first, second } = await step('two files of 1 GiB of random data', async () => sources());
  const volume = await step('create a volume', () => tenant.createVolume({ size: 1 }));
  await step('attach, copy the first file in, detach', () =>
    attached(site, volume, over, (uri) => copyIn(first.path, uri)),
  );
  const snapshot = await step('snapshot', () => tenant.createSnapshot(volume));
  await step('attach, overwrite with the second file, detach', () =>
    attached(site, volume, over, (uri) => copyIn(second.path, uri)),
  );
  const early = await step('a larger volume from the snapshot', () =>
    tenant.createVolume({ size: 2, snapshot_id: snapshot }),
  );
  const readBack = async (id: string, { digest }: Source) => {
    await attached(site, id, over, (uri) => copyOut(uri, path('back')));
    equal('what came back', digestOf(path('back'), GIB), digest);
    rmSync(path('back'));
  };
  await step('attach, copy out: equal to the first file', () => readBack(early, first));
  const backup = await step('back the overwritten volume up', () => tenant.createBackup(volume));
  await step('delete snapshot and volume', async () => {
    await tenant.deleteSnapshot(snapshot);
    await tenant.deleteVolume(volume);
  });
  const restored = await step('restore the backup to a new volume', () => tenant.restoreBackup(backup));
  await step('attach, copy out: equal to the second file', () => readBack(restored, second));
  await step('the volume made of the deleted snapshot is still equal to the first', () =>
    readBack(early, first),
  );
}

const nbdcopy: Copier = {
  copyIn: (file, uri) => must('nbdcopy', '--flush', file, uri),
  copyOut: (uri, file) => must('nbdcopy', uri, file),
};

// Not into a raw file but into one of QEMU's format and from there, so that both directions change formats.
const qemu: Copier = {
  async copyIn(file, uri) {
    const image = `${file}.qcow2`;
    await must('qemu-img', 'create', '-q', '-f', 'qcow2', '-b', file, '-F', 'raw', image);
    await must('qemu-img', 'convert', '-n', '-f', 'qcow2', '-O', 'raw', image, uri);
    await must('qemu-img', 'compare', '-q', '-f', 'qcow2', '-F', 'raw', image, uri);
    rmSync(image);
  },
  copyOut: (uri, file) => must('qemu-img', 'convert', '-f', 'raw', '-O', 'raw', uri, file),
};

export const copies: readonly Story[] = [
  {
    name: 'nbdcopy',
    title: 'a round trip of 1 GiB with nbdcopy, over TCP',
    tell: (step) => atSite([], (site) => roundTrip(site, step, 'tcp', nbdcopy)),
  },
  {
    name: 'qemu-img',
    title: 'a round trip of 1 GiB with qemu-img, over a unix socket',
    tell: (step) =>
      atSite(['--nbd-socket', '{folder}/nbd.sock'], (site) => roundTrip(site, step, 'unix', qemu)),
  },
];
