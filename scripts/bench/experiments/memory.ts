import type { Lab } from '../lab.ts';
import { residentBytes } from '../processor.ts';
import type { Section } from '../report.ts';
import { oneRound } from '../rounds.ts';
import { type Server, tenants } from '../servers.ts';
import { getOf, makeVolumes } from '../volumes.ts';

const MOST_MEGABYTES = 120;

const megabytes = (bytes: number | undefined): string =>
  bytes === undefined ? 'unknown without /proc' : `${(bytes / 1e6).toFixed(0)} MB`;

/** What the server holds after everything that it was asked before. */
export async function memory(lab: Lab, server: Server): Promise<Section> {
  if (lab.options.only.length === 1) {
    // Asked for by itself: without load it would say nothing.
    lab.progress('loading the server');
    const id = await makeVolumes(server, tenants.load, 1);
    const load = getOf(server, tenants.load, `volumes/${id}`);
    await oneRound(
      lab,
      { name: 'cinderblock', pid: server.pid, load },
      lab.options.seconds * lab.options.rounds,
    );
  }
  const resident = residentBytes(server.pid);
  return {
    title: 'memory after the run',
    rows: [],
    figures: [
      { name: 'resident (VmRSS)', value: megabytes(resident) },
      { name: 'at its peak (VmHWM)', value: megabytes(residentBytes(server.pid, 'VmHWM')) },
    ],
    claims: [
      {
        text: `under ${MOST_MEGABYTES} MB resident after the run`,
        measured: megabytes(resident),
        // What cannot be measured is not broken; the value says so.
        holds: resident === undefined || resident < MOST_MEGABYTES * 1e6,
      },
    ],
  };
}
