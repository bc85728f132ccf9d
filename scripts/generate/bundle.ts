import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run, tail } from './command.ts';
import { type Contract, operationsOf } from './contract.ts';
import type { Places } from './places.ts';
import { CannotGenerate, type Done } from './report.ts';

/** One file out of many: generated/openapi.json, which everything after this step and the server read. */
export async function bundleContract(places: Places): Promise<Done<Contract>> {
  const bundled = join(places.staging, 'openapi.json');
  const { code, output } = await run(
    join(places.root, 'node_modules/.bin/redocly'),
    ['bundle', places.contract, '--output', bundled],
    { cwd: places.root, env: { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' } },
  );
  if (code !== 0) {
    throw new CannotGenerate(
      `${places.shown(places.contract)} does not bundle. Redocly said:\n${tail(output, 40)}`,
    );
  }
  // Redocly has parsed it as OpenAPI; what generation relies on beyond that is checked by operationsOf.
  const contract = JSON.parse(await readFile(bundled, 'utf8')) as Contract;
  const paths = Object.keys(contract.paths).length;
  const operations = operationsOf(contract).length;
  return { did: `openapi.json: ${paths} paths, ${operations} operations`, value: contract };
}
