import type { Lab } from '../lab.ts';
import { ratiosOf, type Section } from '../report.ts';
import { inTurns } from '../rounds.ts';
import { type Server, sameOn, startBareKoa, startPrism, tenants } from '../servers.ts';
import { getOf, getRoute, makeVolumes } from '../volumes.ts';

const LEAST_RATIO = 0.5;

/** One volume: token, contract, catalog, JSON. */
export async function get(lab: Lab, server: Server): Promise<Section> {
  const id = await makeVolumes(server, tenants.load, 1);
  const load = getOf(server, tenants.load, `volumes/${id}`);
  lab.progress('starting bare Koa and Prism');
  const bare = await startBareKoa(lab, getRoute, load);
  const prism = await startPrism(lab, load);
  const [ours = [], bares = [], prisms = []] = await inTurns(
    lab,
    [
      { name: 'cinderblock', pid: server.pid, load },
      { name: 'bare Koa', pid: bare.pid, load: sameOn(bare, load) },
      { name: 'Prism', pid: prism.pid, load: sameOn(prism, load) },
    ],
    lab.options.rounds,
  );
  await Promise.all([bare.stop(), prism.stop()]);
  const ratios = ratiosOf(ours, bares);
  return {
    title: 'get one volume',
    rows: [
      { name: 'cinderblock serve', rounds: ours, ratios: { to: 'bare Koa', ...ratios } },
      { name: 'bare Koa + router', rounds: bares },
      { name: 'Prism mock', rounds: prisms, ratios: { to: 'bare Koa', ...ratiosOf(prisms, bares) } },
    ],
    figures: [],
    claims: [
      {
        text: `get one volume at ${LEAST_RATIO} of bare Koa + router, or more`,
        measured: ratios.rate.toFixed(2),
        holds: ratios.rate >= LEAST_RATIO,
      },
    ],
  };
}
