/** `make clients`: clients of the time, as their registries have them, from login to clean-up. */

import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { styleFor } from '../../src/terminal/style.ts';
import { type Client, clients, requireInstalled } from './clients.ts';
import { isAsPromised } from './judge.ts';
import { tryPage } from './page-blocks.ts';
import { PAGES, pageUrl, readPage, withTables } from './pages.ts';
import { jsonOf, tableOf } from './report.ts';
import type { Profile } from './row.ts';
import { labelOf, type Run, runAll } from './runs.ts';

const HELP = `Runs clients that were written for the real services against the server, never patched, from login
to clean-up, and holds what they do against what docs/clients/ promises.

usage: make clients [ARGS='...']

  --only NAME     only cinder, python-cinderclient or pkgcloud, or one version: cinder-4.3.0; may be repeated
  --profile NAME  only the server's profile documented or released; both when it is left out
  --pages         only write the tables of docs/clients/ anew from the promises
  --json          an object a line in place of tables
  --help          this

Exit code: 0 when every promised call works and nothing else does, 1 when not, 2 when it could not be tried.
`;

const PROFILES: readonly Profile[] = ['documented', 'released'];
const versioned = ({ name, version }: Client) => `${name}-${version}`;

function chosenRuns(only: readonly string[], profile: string | undefined): Run[] {
  const names = [...new Set(clients.flatMap((client) => [client.name, versioned(client)]))];
  for (const name of only) {
    if (!names.includes(name)) throw new Error(`--only ${name}: there are ${names.join(', ')}`);
  }
  const profiles = PROFILES.filter((name) => profile === undefined || name === profile);
  if (profiles.length === 0) throw new Error(`--profile ${profile}: there are ${PROFILES.join(', ')}`);
  const wanted = clients.filter(
    (client) => only.length === 0 || only.includes(client.name) || only.includes(versioned(client)),
  );
  return profiles.flatMap((name) => wanted.map((client) => ({ client, profile: name })));
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', multiple: true, default: [] },
      profile: { type: 'string' },
      pages: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const { stdout } = process;
  if (values.help) {
    stdout.write(HELP);
    return 0;
  }
  if (values.pages) {
    for (const page of PAGES) writeFileSync(pageUrl(page), withTables(readPage(page)));
    return 0;
  }
  const runs = chosenRuns(values.only, values.profile);
  requireInstalled(runs.map(({ client }) => client));
  const style = styleFor(stdout.isTTY === true, process.env);
  const began = performance.now();
  let [kept, broken] = [0, 0];
  await runAll(runs, (run, judged, seconds) => {
    const good = judged.filter(isAsPromised).length;
    kept += good;
    broken += judged.length - good;
    if (values.json) {
      for (const judgement of judged) stdout.write(`${jsonOf(judgement)}\n`);
      return;
    }
    const verdict = good === judged.length ? style.green('as promised') : style.red('NOT as promised');
    stdout.write(`\n${style.bold(labelOf(run))}: ${verdict}, ${seconds.toFixed(1)} s\n`);
    for (const line of tableOf(run, judged, { style, width: stdout.columns })) stdout.write(`${line}\n`);
  });
  for (const page of values.only.length === 0 ? PAGES : []) {
    const wrong = await tryPage(page);
    const call = `docs/clients/${page}.md: what it tells to do`;
    if (wrong === undefined) kept += 1;
    else broken += 1;
    if (values.json)
      stdout.write(`${JSON.stringify({ client: page, call, ok: wrong === undefined, detail: wrong })}\n`);
    else stdout.write(`\n${call}: ${wrong === undefined ? style.green('works') : style.red(wrong)}\n`);
  }
  const took = Math.round((performance.now() - began) / 1000);
  const sum = `${kept} calls as promised, ${broken} not, in ${took} s\n`;
  (values.json ? process.stderr : stdout).write(values.json ? sum : `\n${sum}`);
  return broken === 0 && kept > 0 ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`error: ${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 2;
}
