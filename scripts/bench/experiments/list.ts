import type { Lab } from '../lab.ts';
import { type Row, ratiosOf, type Section } from '../report.ts';
import { inTurns } from '../rounds.ts';
import { type Server, sameOn, startBareKoa, tenants } from '../servers.ts';
import { getOf, listRoute, makeVolumes } from '../volumes.ts';

const VOLUMES = 100;

/** A hundred volumes in one answer, in both formats. */
export async function list(lab: Lab, server: Server): Promise<Section> {
  lab.progress(`making ${VOLUMES} volumes`);
  await makeVolumes(server, tenants.list, VOLUMES);
  const rows: Row[] = [];
  for (const format of ['json', 'xml'] as const) {
    const load = getOf(server, tenants.list, 'volumes', `application/${format}`);
    const bare = await startBareKoa(lab, listRoute, load);
    const [ours = [], bares = []] = await inTurns(
      lab,
      [
        { name: `list of ${VOLUMES}, ${format}`, pid: server.pid, load },
        { name: `bare Koa, ${format}`, pid: bare.pid, load: sameOn(bare, load) },
      ],
      lab.options.shownRounds,
    );
    await bare.stop();
    const name = format.toUpperCase();
    rows.push(
      {
        name: `cinderblock serve, ${name}`,
        rounds: ours,
        ratios: { to: 'bare Koa with the same bytes', ...ratiosOf(ours, bares) },
      },
      { name: `bare Koa + router, ${name}`, rounds: bares },
    );
  }
  return { title: `list of ${VOLUMES} volumes`, rows, figures: [], claims: [] };
}
