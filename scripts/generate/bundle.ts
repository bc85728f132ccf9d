import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { profileNames } from '../../src/profile/profile.ts';
import { run, tail } from './command.ts';
import { type Contract, operationsOf } from './contract.ts';
import type { Places } from './places.ts';
import { contractFile, ofProfile } from './profiles.ts';
import { CannotGenerate, type Done } from './report.ts';

/** One file out of many, with all that is in any profile: what types are made from. Not kept. */
export const bundleOf = (places: Places): string => join(places.scratch, 'bundle.json');

/**
 * The contract of each profile: generated/openapi.json, which every step but that of types and everything else
 * reads, and those that a server reads in its place.
 */
export async function bundleContract(places: Places): Promise<Done<Contract>> {
  const bundled = bundleOf(places);
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
  const bundle: unknown = JSON.parse(await readFile(bundled, 'utf8'));
  for (const profile of profileNames) {
    const text = JSON.stringify(ofProfile(bundle, profile), null, 2);
    await writeFile(join(places.staging, contractFile(profile)), text);
  }
  const contract = ofProfile(bundle, 'documented') as Contract;
  const paths = Object.keys(contract.paths).length;
  const operations = operationsOf(contract).length;
  return {
    did: `${profileNames.map(contractFile).join(', ')}: ${paths} paths, ${operations} operations`,
    value: contract,
  };
}
