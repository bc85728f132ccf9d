import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeRandomFile } from '../../../contract-tests/nbd-clients/random-file.ts';
import { median } from '../../bench/median.ts';
import { processSeconds } from '../../bench/processor.ts';
import { type Cinderblock, startCinderblock } from '../contenders.ts';
import { type Lab, must, settle } from '../lab.ts';
import { atLeast, type Comparison, type Section } from '../report.ts';

const GIB = 2 ** 30;
const MIB_OF_VOLUME = 1024;
const LEAST = 0.5;
const MOST_EMPTY_MILLISECONDS = 1000;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Seconds of processor time that the server takes for the work. */
async function spent(pid: number, work: () => Promise<unknown>): Promise<number> {
  const before = processSeconds(pid) ?? Number.NaN;
  await work();
  return (processSeconds(pid) ?? Number.NaN) - before;
}

/** Milliseconds of `cp`, and the same with the wait until the copy is on the disk. */
async function copy(lab: Lab, from: string, durable: boolean): Promise<number> {
  const to = join(lab.folder, 'copy');
  const took = await timed(async () => {
    await must(lab, 'cp', from, to);
    if (durable) await must(lab, 'sync', '-d', to);
  });
  rmSync(to);
  settle(lab.folder);
  return took;
}

/** Milliseconds of each in one turn; everything that was made is removed again, outside of what is measured. */
async function turn(lab: Lab, { tenant, folder, pid }: Cinderblock, file: string, volume: string) {
  const plain = await copy(lab, file, false);
  const durable = await copy(lab, file, true);
  let id = '';
  let backup = 0;
  const backupSpent = await spent(pid, async () => {
    backup = await timed(async () => {
      id = await tenant.createBackup(volume);
    });
  });
  settle(folder);
  let restored = '';
  let restore = 0;
  const restoreSpent = await spent(pid, async () => {
    restore = await timed(async () => {
      restored = await tenant.restoreBackup(id);
    });
  });
  settle(folder);
  await tenant.deleteVolume(restored);
  await tenant.deleteBackup(id);
  settle(folder);
  return { plain, durable, backup, restore, backupSpent, restoreSpent };
}

async function emptyBackup({ tenant }: Cinderblock): Promise<number> {
  const volume = await tenant.createVolume({ size: 1 });
  let id = '';
  const took = await timed(async () => {
    id = await tenant.createBackup(volume);
  });
  await tenant.deleteBackup(id);
  await tenant.deleteVolume(volume);
  return took;
}

/** Backup and restore over HTTP, from the request to the state `available`, against `cp` of the same bytes. */
export async function backup(lab: Lab): Promise<Section> {
  const file = join(lab.folder, 'random');
  lab.progress('filling a volume with 1 GiB of random data');
  writeRandomFile(file, 'backup', GIB);
  const server = await startCinderblock(lab, 'backups');
  const { tenant, uri, folder } = server;
  try {
    const volume = await tenant.createVolume({ size: 1 });
    await tenant.attach(volume);
    await must(lab, 'nbdcopy', '--flush', file, uri(volume));
    await tenant.detach(volume);
    settle(folder);
    await turn(lab, server, file, volume);
    const turns: Awaited<ReturnType<typeof turn>>[] = [];
    const empty: number[] = [];
    for (let round = 1; round <= lab.options.rounds; round += 1) {
      lab.progress(`backup and restore, round ${round} of ${lab.options.rounds}`);
      turns.push(await turn(lab, server, file, volume));
      empty.push(await emptyBackup(server));
    }
    const rates = (name: 'plain' | 'durable' | 'backup' | 'restore') =>
      turns.map((times) => MIB_OF_VOLUME / (times[name] / 1000));
    const against = (name: string, ours: 'backup' | 'restore', theirs: 'plain' | 'durable'): Comparison => ({
      name,
      unit: 'MiB/s',
      ours: rates(ours),
      theirs: rates(theirs),
    });
    const seconds = (name: 'backupSpent' | 'restoreSpent'): string =>
      `${median(turns.map((times) => times[name])).toFixed(2)} s`;
    const promised = [against('backup', 'backup', 'plain'), against('restore', 'restore', 'plain')];
    const middle = median(empty);
    const milliseconds = `${Math.round(middle)} ms`;
    return {
      title: 'backup of 1 GiB to a directory',
      against: 'cp',
      comparisons: [
        ...promised,
        against('backup, and cp to the disk', 'backup', 'durable'),
        against('restore, and cp to the disk', 'restore', 'durable'),
      ],
      figures: [
        { name: 'processor time of a backup', value: seconds('backupSpent') },
        { name: 'processor time of a restore', value: seconds('restoreSpent') },
        { name: 'backup of an empty volume of 1 GiB', value: milliseconds },
      ],
      claims: [
        ...promised.map((comparison) =>
          atLeast(comparison, LEAST, `${comparison.name} of 1 GiB of random data against cp`),
        ),
        {
          text: `backup of an empty volume of 1 GiB under ${MOST_EMPTY_MILLISECONDS / 1000} s`,
          measured: milliseconds,
          holds: middle < MOST_EMPTY_MILLISECONDS,
        },
      ],
    };
  } finally {
    await server.stop();
    for (const path of [file, folder]) rmSync(path, { recursive: true, force: true });
  }
}
