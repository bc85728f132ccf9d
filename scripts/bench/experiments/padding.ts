import type { Lab } from '../lab.ts';
import { ratiosOf, type Section } from '../report.ts';
import { inTurns } from '../rounds.ts';
import { startPadded, tenants } from '../servers.ts';
import { getOf, makeVolumes } from '../volumes.ts';

/** The documents have 66, the services that they describe as many again: half as many more than all of them. */
const OPERATIONS = 210;
const LEAST_RATIO = 0.9;

/** The cost of a request must not grow with the number of operations of the contract. */
export async function padding(lab: Lab): Promise<Section> {
  lab.progress('starting the server over a padded contract');
  const servers = [await startPadded(lab, 0), await startPadded(lab, OPERATIONS)] as const;
  const contenders = [];
  for (const [index, server] of servers.entries()) {
    const id = await makeVolumes(server, tenants.load, 1);
    const name = index === 0 ? 'the contract as it is' : `padded to ${OPERATIONS} operations`;
    contenders.push({ name, pid: server.pid, load: getOf(server, tenants.load, `volumes/${id}`) });
  }
  const [plain = [], padded = []] = await inTurns(lab, contenders, lab.options.rounds);
  await Promise.all(servers.map((server) => server.stop()));
  const ratios = ratiosOf(padded, plain);
  return {
    title: 'get one volume, contract padded',
    rows: [
      { name: 'contract as it is', rounds: plain },
      {
        name: `padded to ${OPERATIONS} operations`,
        rounds: padded,
        ratios: { to: 'the contract as it is', ...ratios },
      },
    ],
    figures: [],
    claims: [
      {
        text: `get one volume with ${OPERATIONS} operations in the contract at ${LEAST_RATIO} of what it is without, or more`,
        measured: ratios.rate.toFixed(2),
        holds: ratios.rate >= LEAST_RATIO,
      },
    ],
  };
}
