import { join } from 'node:path';
import { writeRandomFile } from '../../../contract-tests/nbd-clients/random-file.ts';
import { median } from '../../bench/median.ts';
import { processSeconds } from '../../bench/processor.ts';
import { type Cinderblock, type Contender, startCinderblock, startQemu } from '../contenders.ts';
import { fillRandom, oneRound, scatter, type Workload, workloads } from '../fio.ts';
import { type Lab, must, settle } from '../lab.ts';
import { atLeast, type Comparison, type Section } from '../report.ts';

const GIB = 2 ** 30;
const LEAST = { once: 0.8, afterSnapshots: 0.7 };
const SNAPSHOTS = 10;
/** Blocks of 4 KiB that are written between two snapshots: 16 MiB. */
const BETWEEN = 4096;

interface Measured {
  readonly figure: number;
  /** Seconds of processor time for an operation. */
  readonly cpu: number;
}

async function measure(
  lab: Lab,
  { pid, uri, folder }: Contender,
  workload: Workload,
  seconds: number,
): Promise<Measured> {
  const before = processSeconds(pid) ?? Number.NaN;
  const { figure, operations } = await oneRound(lab, uri, workload, seconds);
  const cpu = ((processSeconds(pid) ?? Number.NaN) - before) / operations;
  settle(folder);
  return { figure, cpu };
}

/** One workload on both in turns: ours, theirs, ours, theirs. */
async function compare(
  lab: Lab,
  ours: Contender,
  theirs: Contender,
  workload: Workload,
): Promise<Comparison> {
  const { rounds, seconds, quick } = lab.options;
  const contenders = [ours, theirs];
  const results: Measured[][] = [[], []];
  if (!quick) for (const contender of contenders) await measure(lab, contender, workload, 1);
  for (let turn = 1; turn <= rounds; turn += 1) {
    for (const [index, contender] of contenders.entries()) {
      lab.progress(`${workload.name}, round ${turn} of ${rounds}: ${contender.name}`);
      results[index]?.push(await measure(lab, contender, workload, seconds));
    }
  }
  const [mine = [], other = []] = results;
  const cpu = median(mine.map((measured, turn) => measured.cpu / (other[turn]?.cpu ?? Number.NaN)));
  const figures = (measured: readonly Measured[]) => measured.map(({ figure }) => figure);
  return {
    name: workload.name,
    unit: workload.unit,
    ours: figures(mine),
    theirs: figures(other),
    ...(Number.isFinite(cpu) && { cpu }),
  };
}

async function section(
  lab: Lab,
  title: string,
  least: number,
  ours: Contender,
  theirs: Contender,
): Promise<Section> {
  const comparisons: Comparison[] = [];
  for (const workload of workloads) comparisons.push(await compare(lab, ours, theirs, workload));
  const claims = comparisons.map((comparison) =>
    atLeast(comparison, least, `${comparison.name}, ${title}, against qemu-nbd`),
  );
  return { title, against: theirs.name, comparisons, figures: [], claims };
}

/** A volume as the overlay is: full of random bytes, with a snapshot between them and what is written now. */
async function overlayVolume(lab: Lab, { tenant, uri }: Cinderblock, backing: string): Promise<string> {
  const id = await tenant.createVolume({ size: 1 });
  await tenant.attach(id);
  await must(lab, 'nbdcopy', '--flush', backing, uri(id));
  await tenant.detach(id);
  await tenant.createSnapshot(id);
  await tenant.attach(id);
  return id;
}

/** A network block device of 1 GiB against qemu-nbd on a qcow2 overlay that was written in the same way. */
export async function nbd(lab: Lab): Promise<Section[]> {
  lab.progress('filling the volume and the file behind the overlay');
  const backing = join(lab.folder, 'backing.raw');
  writeRandomFile(backing, 'backing', GIB);
  const theirs = await startQemu(lab, backing);
  const server = await startCinderblock(lab, 'exports');
  try {
    const id = await overlayVolume(lab, server, backing);
    const { pid, folder } = server;
    const ours: Contender = { name: 'cinderblock', pid, folder, uri: server.uri(id) };
    for (const contender of [ours, theirs]) {
      lab.progress(`writing all of the overlay: ${contender.name}`);
      await fillRandom(lab, contender.uri);
      settle(contender.folder);
    }
    const once = await section(lab, 'a written overlay', LEAST.once, ours, theirs);
    for (let turn = 1; turn <= SNAPSHOTS; turn += 1) {
      lab.progress(`snapshot ${turn} of ${SNAPSHOTS}`);
      await server.tenant.createSnapshot(id, { force: true });
      await scatter(lab, ours.uri, BETWEEN, turn);
    }
    settle(ours.folder);
    const title = `after ${SNAPSHOTS} snapshots`;
    return [once, await section(lab, title, LEAST.afterSnapshots, ours, theirs)];
  } finally {
    await Promise.all([server.stop(), theirs.stop()]);
  }
}
