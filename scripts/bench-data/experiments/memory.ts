import { rmSync } from 'node:fs';
import { residentBytes } from '../../bench/processor.ts';
import { startCinderblock } from '../contenders.ts';
import { fillRandom } from '../fio.ts';
import { type Lab, settle } from '../lab.ts';
import type { Section } from '../report.ts';

const MIB = 2 ** 20;
const MOST_MEGABYTES = 150;
const SAMPLE_EVERY_MS = 50;

/** What a backup of many GiB of random data holds in memory beyond what the server held before it. */
export async function memory(lab: Lab): Promise<Section> {
  const size = lab.options.memory;
  const server = await startCinderblock(lab, 'memory');
  const { tenant, pid, folder, uri } = server;
  try {
    const volume = await tenant.createVolume({ size });
    await tenant.attach(volume);
    lab.progress(`filling a volume with ${size} GiB of random data`);
    await fillRandom(lab, uri(volume), size);
    await tenant.detach(volume);
    settle(folder);
    const before = residentBytes(pid);
    const samples: number[] = [];
    const sampler = setInterval(() => samples.push(residentBytes(pid) ?? Number.NaN), SAMPLE_EVERY_MS);
    lab.progress(`backing ${size} GiB up`);
    const began = performance.now();
    await tenant.createBackup(volume);
    const took = (performance.now() - began) / 1000;
    clearInterval(sampler);
    const most = Math.max(...samples);
    const megabytes = (bytes: number): string => `${(bytes / MIB).toFixed(0)} MB`;
    const grown = before === undefined ? undefined : most - before;
    return {
      title: `memory during a backup of ${size} GiB`,
      comparisons: [],
      figures: [
        { name: 'resident before', value: before === undefined ? '-' : megabytes(before) },
        { name: `most of ${samples.length} samples`, value: megabytes(most) },
        { name: 'time', value: `${took.toFixed(1)} s` },
      ],
      claims: [
        {
          text: `memory grows by at most ${MOST_MEGABYTES} MB during a backup of ${size} GiB`,
          measured: grown === undefined ? 'unknown without /proc' : megabytes(grown),
          // What cannot be measured is not broken; the value says so.
          holds: grown === undefined || grown <= MOST_MEGABYTES * MIB,
        },
      ],
    };
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
