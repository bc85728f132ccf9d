import { eventually } from '../children.ts';
import type { Lab } from '../lab.ts';
import { processSeconds } from '../processor.ts';
import { ratiosOf, type Section } from '../report.ts';
import { oneRound, type Round } from '../rounds.ts';
import { type Server, sameOn, startBareKoa, tenants } from '../servers.ts';
import { creationOn, listRoute } from '../volumes.ts';

const QUIET_WITHIN_MS = 120_000;
const LOOK_EVERY_MS = 250;
const IDLE_SHARE = 0.05;

/**
 * Waits until the server has done the jobs of the volumes that were created: whoever is measured next
 * shares its core.
 */
async function quiet(server: Server): Promise<void> {
  let before = processSeconds(server.pid);
  if (before === undefined) return;
  let at = performance.now();
  await eventually('the jobs of the created volumes coming to an end', QUIET_WITHIN_MS, async () => {
    if (performance.now() - at < LOOK_EVERY_MS) return undefined;
    const now = processSeconds(server.pid) ?? 0;
    const share = (now - (before ?? 0)) / ((performance.now() - at) / 1000);
    before = now;
    at = performance.now();
    return share < IDLE_SHARE ? true : undefined;
  });
}

/** Volumes that survive a power cut, once they are answered. */
export async function create(lab: Lab, server: Server): Promise<Section> {
  const { seconds, warmUpSeconds, shownRounds } = lab.options;
  const load = creationOn(server, tenants.load);
  const contender = { name: 'create', pid: server.pid, load };
  const bareServer = await startBareKoa(lab, listRoute, load);
  const bare = { name: 'bare Koa', pid: bareServer.pid, load: sameOn(bareServer, load) };
  lab.progress('warming up create');
  await oneRound(lab, bare, warmUpSeconds);
  await oneRound(lab, contender, warmUpSeconds);
  const ours: Round[] = [];
  const bares: Round[] = [];
  for (let turn = 1; turn <= shownRounds; turn += 1) {
    lab.progress(`round ${turn} of ${shownRounds}: create`);
    await quiet(server);
    ours.push(await oneRound(lab, contender, seconds));
    lab.progress(`round ${turn} of ${shownRounds}: waiting for the jobs of the volumes`);
    await quiet(server);
    bares.push(await oneRound(lab, bare, seconds));
  }
  await bareServer.stop();
  return {
    title: 'create a volume, durable',
    rows: [
      {
        name: 'cinderblock serve',
        rounds: ours,
        ratios: { to: 'bare Koa with the same bytes', ...ratiosOf(ours, bares) },
      },
      { name: 'bare Koa + router', rounds: bares },
    ],
    figures: [],
    claims: [],
  };
}
