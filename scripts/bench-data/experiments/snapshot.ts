import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Borrower } from '../../../src/blocks/block-store.ts';
import { openDirectDevice } from '../../../src/blocks/direct-device.ts';
import { PAGE_SPAN } from '../../../src/blocks/layer-format.ts';
import { type LayerStore, openLayerStore } from '../../../src/blocks/layer-store.ts';
import { median } from '../../bench/median.ts';
import type { Lab } from '../lab.ts';
import { ratioOf, type Section } from '../report.ts';

const GIB = 2 ** 30;
const RUN = 4 * 2 ** 20;
const MOST = { times: 1.5, milliseconds: 10 };

// Nothing of the store changes while the volume is being filled.
const alone: Borrower = { pause: async () => {}, resume: async () => {} };

/** Volumes of one store. */
interface Filled {
  readonly id: string;
  readonly gibibytes: number;
}

/**
 * Writes a sixteenth of the volume, a run of 4 MiB in each 64 MiB, which is what a page of its map is about: none of
 * them stays empty. All of 100 GiB would say no more of the snapshot, which copies none of it, and does not fit on
 * the disk of every machine.
 */
async function fillVolume(lab: Lab, store: LayerStore, gibibytes: number): Promise<Filled> {
  const id = randomUUID();
  const size = gibibytes * GIB;
  await store.createVolume(id, size);
  const loan = await store.lend(id, alone);
  const device = openDirectDevice(loan.place);
  const bytes = Buffer.alloc(RUN, 0x5a);
  for (let page = 0; page < size / PAGE_SPAN; page += 1) {
    if (page % 160 === 0) lab.progress(`filling ${page / 16} of ${gibibytes} GiB`);
    // Another place in each.
    device.write(page * PAGE_SPAN + (page % (PAGE_SPAN / RUN)) * RUN, bytes);
  }
  lab.progress(`writing ${gibibytes} GiB to the disk`);
  await device.flush();
  device.close();
  await loan.end();
  return { id, gibibytes };
}

/** Milliseconds of one snapshot; afterwards it is gone again and the volume has one layer, as before. */
async function oneSnapshot(store: LayerStore, volume: Filled): Promise<number> {
  const snapshot = randomUUID();
  const began = performance.now();
  await store.createSnapshot(snapshot, volume.id);
  const took = performance.now() - began;
  await store.deleteSnapshot(snapshot);
  await store.mergeSettled();
  return took;
}

/** A snapshot takes the same time whatever the volume holds. */
export async function snapshot(lab: Lab): Promise<Section> {
  const { large, rounds } = lab.options;
  const folder = join(lab.folder, 'snapshots');
  const store = await openLayerStore(folder);
  try {
    const one = await fillVolume(lab, store, 1);
    const many = await fillVolume(lab, store, large);
    const times: { readonly one: number[]; readonly many: number[] } = { one: [], many: [] };
    for (let turn = 1; turn <= 4 * rounds; turn += 1) {
      lab.progress(`snapshot ${turn} of ${4 * rounds}`);
      times.one.push(await oneSnapshot(store, one));
      times.many.push(await oneSnapshot(store, many));
    }
    const timesSlower = ratioOf({ ours: times.many, theirs: times.one });
    const middle = median(times.many);
    const milliseconds = (value: number): string => `${value.toFixed(1)} ms`;
    return {
      title: 'snapshot, in the block store',
      comparisons: [],
      figures: [
        { name: 'of 1 GiB, median', value: milliseconds(median(times.one)) },
        { name: `of ${large} GiB, median`, value: milliseconds(middle) },
        { name: `of ${large} GiB, the first`, value: milliseconds(times.many[0] ?? Number.NaN) },
        { name: `of ${large} GiB, the slowest`, value: milliseconds(Math.max(...times.many)) },
      ],
      claims: [
        {
          text: `snapshot of ${large} GiB at most ${MOST.times} times slower than of 1 GiB`,
          measured: timesSlower.toFixed(2),
          holds: timesSlower <= MOST.times,
        },
        {
          text: `snapshot of ${large} GiB under ${MOST.milliseconds} ms`,
          measured: milliseconds(middle),
          holds: middle < MOST.milliseconds,
        },
      ],
    };
  } finally {
    lab.progress('removing what was written');
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
