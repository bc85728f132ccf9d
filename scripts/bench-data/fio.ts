import { type Lab, must } from './lab.ts';

/** What is done to a device, and in what it is counted. */
export interface Workload {
  readonly name: string;
  readonly rw: 'randread' | 'randwrite' | 'read' | 'write';
  readonly block: '4k' | '1M';
  readonly unit: 'ops/s' | 'MiB/s';
}

export const workloads: readonly Workload[] = [
  { name: '4 KiB random read', rw: 'randread', block: '4k', unit: 'ops/s' },
  { name: '4 KiB random write', rw: 'randwrite', block: '4k', unit: 'ops/s' },
  { name: '1 MiB sequential read', rw: 'read', block: '1M', unit: 'MiB/s' },
  { name: '1 MiB sequential write', rw: 'write', block: '1M', unit: 'MiB/s' },
];

const IN_FLIGHT = 16;

/** The part of fio's JSON that is read. */
interface Output {
  readonly jobs: readonly Readonly<Record<'read' | 'write', Figures>>[];
}
interface Figures {
  readonly iops: number;
  readonly bw_bytes: number;
  readonly total_ios: number;
}

const job = (uri: string, rw: string, block: string, gibibytes = 1): string[] => [
  '--name=bench',
  '--ioengine=nbd',
  `--uri=${uri}`,
  `--rw=${rw}`,
  `--bs=${block}`,
  `--iodepth=${IN_FLIGHT}`,
  `--size=${gibibytes}G`,
  '--eta=never',
];

/** Loads an export for some seconds. */
export async function oneRound(
  lab: Lab,
  uri: string,
  { rw, block, unit }: Workload,
  seconds: number,
): Promise<{ readonly figure: number; readonly operations: number }> {
  const timed = ['--time_based', `--runtime=${seconds}`, '--norandommap', '--randrepeat=0'];
  const output = await must(lab, 'fio', ...job(uri, rw, block), ...timed, '--output-format=json');
  // Notes on the connection stand before it.
  const { jobs }: Output = JSON.parse(output.slice(output.indexOf('{')));
  const figures = jobs[0]?.[rw.endsWith('read') ? 'read' : 'write'];
  if (figures === undefined || figures.total_ios === 0) throw new Error(`fio did nothing: ${output}`);
  return {
    figure: unit === 'ops/s' ? figures.iops : figures.bw_bytes / 2 ** 20,
    operations: figures.total_ios,
  };
}

/** Writes every byte of the first `gibibytes`, once, with what does not compress. */
export const fillRandom = (lab: Lab, uri: string, gibibytes = 1): Promise<string> =>
  must(lab, 'fio', ...job(uri, 'write', '1M', gibibytes), '--refill_buffers');

/** Writes so many blocks of 4 KiB here and there. */
export const scatter = (lab: Lab, uri: string, blocks: number, seed: number): Promise<string> =>
  must(lab, 'fio', ...job(uri, 'randwrite', '4k'), `--number_ios=${blocks}`, `--randseed=${seed}`);
