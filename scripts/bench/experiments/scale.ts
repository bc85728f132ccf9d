import { join } from 'node:path';
import { ask } from '../ask.ts';
import { fillCatalog } from '../fill-catalog.ts';
import type { Lab } from '../lab.ts';
import { ratiosOf, type Section } from '../report.ts';
import { type Contender, inTurns } from '../rounds.ts';
import { type Server, startCinderblock, tenants } from '../servers.ts';
import { getOf } from '../volumes.ts';

const OWN = 100;
const SMALL = 1000;
const MOST_TIMES_SLOWER = 1.3;

async function serverAmong(lab: Lab, others: number): Promise<{ server: Server; contender: Contender }> {
  const folder = `among-${others}`;
  lab.progress(`filling a catalog with ${others} volumes`);
  await fillCatalog(join(lab.folder, folder), { tenant: tenants.list, own: OWN, others });
  const server = await startCinderblock(lab, folder);
  const load = getOf(server, tenants.list, 'volumes');
  const { volumes }: { volumes: unknown[] } = JSON.parse(
    (await ask(load.url, { headers: load.headers })).body,
  );
  if (volumes.length !== OWN) throw new Error(`the list has ${volumes.length} volumes and not ${OWN}`);
  return { server, contender: { name: `list among ${others}`, pid: server.pid, load } };
}

/** A tenant's list must not get slower with what other tenants have. */
export async function scale(lab: Lab): Promise<Section> {
  const large = lab.options.volumes;
  const few = await serverAmong(lab, SMALL);
  const many = await serverAmong(lab, large);
  const [small = [], big = []] = await inTurns(lab, [few.contender, many.contender], lab.options.rounds);
  await Promise.all([few.server.stop(), many.server.stop()]);
  const ratios = ratiosOf(big, small);
  const timesSlower = 1 / ratios.rate;
  const amount = (count: number) => count.toLocaleString('en').replaceAll(',', ' ');
  return {
    title: `list of ${OWN} in a large catalog`,
    rows: [
      { name: `among ${amount(SMALL)} volumes of others`, rounds: small },
      {
        name: `among ${amount(large)}`,
        rounds: big,
        ratios: { to: `the list among ${amount(SMALL)}`, ...ratios },
      },
    ],
    figures: [],
    claims: [
      {
        text: `list of ${OWN} among ${amount(large)} volumes at most ${MOST_TIMES_SLOWER} times slower than among ${amount(SMALL)}`,
        measured: timesSlower.toFixed(2),
        holds: timesSlower <= MOST_TIMES_SLOWER,
      },
    ],
  };
}
