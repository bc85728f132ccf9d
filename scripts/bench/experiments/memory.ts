import type { Lab } from '../lab.ts';
import { residentBytes } from '../processor.ts';
import type { Section } from '../report.ts';
import { oneRound } from '../rounds.ts';
import { type Server, tenants } from '../servers.ts';
import { getOf, makeVolumes } from '../volumes.ts';

/** MB of 2^20 bytes, as the GB of the documents are 2^30. */
const MIB = 2 ** 20;
const MOST_MEGABYTES = 120;

/** What the server held after an experiment, and after all that went before it. */
export interface Sample {
  readonly after: string;
  /** Undefined without /proc. */
  readonly bytes: number | undefined;
}

export const sample = (after: string, server: Server): Sample => ({
  after,
  bytes: residentBytes(server.pid),
});

const megabytes = (bytes: number | undefined): string =>
  bytes === undefined ? 'unknown without /proc' : `${(bytes / MIB).toFixed(0)} MB`;

/** Reads one volume for as long as the other experiments would. */
async function load(lab: Lab, server: Server): Promise<Sample> {
  lab.progress('loading the server');
  const id = await makeVolumes(server, tenants.load, 1);
  const round = { name: 'cinderblock', pid: server.pid, load: getOf(server, tenants.load, `volumes/${id}`) };
  await oneRound(lab, round, lab.options.seconds * lab.options.rounds);
  return sample('get', server);
}

/**
 * What the server holds. The promise is about the run that reads one volume; lists of a hundred and creations
 * by the thousand leave more behind, most of it pages that V8 keeps for the next time, and are shown.
 */
export async function memory(lab: Lab, server: Server, before: readonly Sample[]): Promise<Section> {
  const samples = before.length > 0 ? before : [await load(lab, server)];
  const read = samples.find(({ after }) => after === 'get');
  return {
    title: 'memory after the run',
    rows: [],
    figures: [
      ...samples.map(({ after, bytes }) => ({ name: `resident after ${after}`, value: megabytes(bytes) })),
      { name: 'at its peak (VmHWM)', value: megabytes(residentBytes(server.pid, 'VmHWM')) },
    ],
    claims:
      read === undefined
        ? []
        : [
            {
              text: `under ${MOST_MEGABYTES} MB resident after reading one volume`,
              measured: megabytes(read.bytes),
              // What cannot be measured is not broken; the value says so.
              holds: read.bytes === undefined || read.bytes < MOST_MEGABYTES * MIB,
            },
          ],
  };
}
