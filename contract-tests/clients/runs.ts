import { asker } from '../support/requests.ts';
import { type ServerProcess, startServer } from '../support/server.ts';
import type { Client } from './clients.ts';
import { type Judgement, judge } from './judge.ts';
import { promisesOf } from './promises.ts';
import type { Profile, Row } from './row.ts';

/** One client against one server. */
export interface Run {
  readonly client: Client;
  readonly profile: Profile;
}

export const labelOf = ({ client, profile }: Run): string => `${client.name} ${client.version}, ${profile}`;

/** What a client left at the server, as `demo: volume 1234`. */
async function leftAt(url: string): Promise<string[]> {
  const ask = asker(url);
  const left: string[] = [];
  for (const tenant of ['dev', 'demo'] as const) {
    for (const kind of ['volumes', 'snapshots', 'backups']) {
      const answer = await ask('GET', `/v1/${tenant}/${kind}`, { as: tenant });
      for (const { id, status } of answer.json()[kind]) left.push(`${tenant}: ${kind} ${id} (${status})`);
    }
  }
  return left;
}

const settingsOf = (profile: Profile): readonly string[] =>
  profile === 'documented' ? [] : ['--profile', profile];

/** Starts a server as `make run` does, on a free port and new data, lets the client at it and judges its rows. */
export async function runClient({ client, profile }: Run): Promise<readonly Judgement[]> {
  const where = { client: client.name, version: client.version, profile };
  const rows: Row[] = [];
  let server: ServerProcess | undefined;
  try {
    server = await startServer({ args: settingsOf(profile) });
    await client.run(server.url, profile, (told) => rows.push({ ...where, ...told }));
    const left = await leftAt(server.url);
    rows.push({
      ...where,
      call: 'nothing is left at the server',
      ok: left.length === 0,
      ms: 0,
      ...(left.length === 0 ? {} : { detail: left.join(', ') }),
    });
  } catch (error) {
    rows.push({ ...where, call: 'the script runs to its end', ok: false, ms: 0, detail: String(error) });
  } finally {
    await server?.stop();
  }
  return judge(where, rows, promisesOf(client.name));
}

/** Runs them two at a time, as a small machine has two cores, and tells of each when it is over. */
export async function runAll(
  runs: readonly Run[],
  over: (run: Run, judged: readonly Judgement[], seconds: number) => void,
): Promise<void> {
  const waiting = [...runs];
  const lane = async () => {
    for (let run = waiting.shift(); run !== undefined; run = waiting.shift()) {
      const began = performance.now();
      over(run, await runClient(run), (performance.now() - began) / 1000);
    }
  };
  await Promise.all([lane(), lane()]);
}
