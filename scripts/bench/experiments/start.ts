import { ask } from '../ask.ts';
import type { Lab } from '../lab.ts';
import { median } from '../median.ts';
import type { Section } from '../report.ts';
import { startCinderblock } from '../servers.ts';

const MOST_MILLISECONDS = 500;

/** From the start of the process to the end of its first answer. */
async function oneStart(lab: Lab): Promise<number> {
  const started = performance.now();
  const server = await startCinderblock(lab, 'start');
  const { status } = await ask(`${server.url}/healthz`);
  const took = performance.now() - started;
  await server.stop();
  if (status !== 200) throw new Error(`GET /healthz answered ${status}`);
  return took;
}

export async function start(lab: Lab): Promise<Section> {
  lab.progress('starting the server for the first time');
  const first = await oneStart(lab);
  const times: number[] = [];
  for (let turn = 1; turn <= lab.options.starts; turn += 1) {
    lab.progress(`start ${turn} of ${lab.options.starts}`);
    times.push(await oneStart(lab));
  }
  const milliseconds = (value: number): string => `${Math.round(value)} ms`;
  const middle = median(times);
  return {
    title: 'start to first answer',
    rows: [],
    figures: [
      { name: `median of ${times.length}`, value: milliseconds(middle) },
      { name: 'fastest', value: milliseconds(Math.min(...times)) },
      { name: 'slowest', value: milliseconds(Math.max(...times)) },
      { name: 'first, with an empty data folder', value: milliseconds(first) },
    ],
    claims: [
      {
        text: `first answer under ${MOST_MILLISECONDS} ms after the start`,
        measured: milliseconds(middle),
        holds: middle < MOST_MILLISECONDS,
      },
    ],
  };
}
