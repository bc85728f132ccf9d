import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import { bundleOf } from './bundle.ts';
import { HEADER } from './header.ts';
import type { Places } from './places.ts';
import type { Done } from './report.ts';

/** The contract's paths, operations and schemas as TypeScript types, whatever the profile: generated/types.ts. */
export async function writeTypes(places: Places): Promise<Done<void>> {
  const contract = await readFile(bundleOf(places), 'utf8');
  const types = astToString(await openapiTS(contract, { defaultNonNullable: false }));
  await writeFile(join(places.staging, 'types.ts'), `// ${HEADER}\n\n${types}`);
  return { did: `types.ts: ${types.split('\n').length} lines`, value: undefined };
}
