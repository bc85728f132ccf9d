/**
 * `make generate`: from the contract in openapi/ to everything under generated/.
 *
 * The steps write to a staging folder; generated/ is wiped and replaced by the last one, so a contract that
 * cannot be generated leaves the old tree standing, and no stale file survives a new one.
 */

import { parseArgs } from 'node:util';
import { bundleContract } from './generate/bundle.ts';
import { writeConformance } from './generate/conformance.ts';
import { writeExtensions } from './generate/extensions.ts';
import { requireGenerator } from './generate/generator-jar.ts';
import { requireJava } from './generate/java.ts';
import { placesFor } from './generate/places.ts';
import { CannotGenerate, reporter } from './generate/report.ts';
import { writeServerAndClient } from './generate/server.ts';
import { clearStaging, replaceGenerated } from './generate/staging.ts';
import { writeTypes } from './generate/types.ts';

const { values: options } = parseArgs({
  options: {
    contract: { type: 'string', default: 'openapi/openapi.yaml' },
    out: { type: 'string', default: 'generated' },
  },
});

async function generate(): Promise<void> {
  const places = placesFor(options);
  const report = reporter(process.stdout);

  await report.step('java', () => requireJava());
  await report.step('generator', () => requireGenerator(places));
  await report.step('staging', () => clearStaging(places));
  const contract = await report.step('bundle', () => bundleContract(places));
  await report.step('types', () => writeTypes(places));
  await report.step('server', () => writeServerAndClient(contract, places));
  await report.step('extensions', () => writeExtensions(contract, places));
  await report.step('conformance', () => writeConformance(contract, places));
  await report.step('replace', () => replaceGenerated(places));
  report.total();
}

try {
  await generate();
} catch (error) {
  if (!(error instanceof CannotGenerate)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
