import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Contract } from './contract.ts';
import { HEADER } from './header.ts';
import type { Places } from './places.ts';
import { CannotGenerate, type Done } from './report.ts';

/** An entry of `x-extensions`. */
export interface KnownExtension {
  readonly alias: string;
  readonly name: string;
  readonly namespace: string;
  readonly updated: string;
  readonly description: string;
  /** `get /v1/{tenant_id}/backups`, or the name of a member of a body: it is served where the contract has that. */
  readonly 'served-by': string;
}

interface WithExtensions extends Contract {
  readonly 'x-extensions'?: readonly KnownExtension[];
}

/** Those extensions that the contract has something of: generated/server/extensions.ts. */
export async function writeExtensions(contract: WithExtensions, places: Places): Promise<Done<void>> {
  const known = contract['x-extensions'] ?? [];
  const served = servedOf(contract, known).map(({ 'served-by': _, ...extension }) => extension);
  const rows = served.map((extension) => `  ${JSON.stringify(extension)},\n`).join('');
  await writeFile(
    join(places.staging, 'server/extensions.ts'),
    `// ${HEADER}\n\n/** The extensions of the volume API that the contract has, in the order of their aliases. */\n` +
      `export const extensions = [\n${rows}] as const;\n`,
  );
  return { did: `server/extensions.ts: ${served.length} of ${known.length}`, value: undefined };
}

/** @throws CannotGenerate when two have one alias */
export function servedOf(contract: Contract, known: readonly KnownExtension[]): KnownExtension[] {
  const members = membersOf(contract);
  const byAlias = new Map(known.map((extension) => [extension.alias, extension]));
  if (byAlias.size < known.length) throw new CannotGenerate('x-extensions has an alias twice.');
  const isServed = ({ 'served-by': by }: KnownExtension): boolean => {
    const [method = '', path] = by.split(' ');
    return path === undefined ? members.has(by) : method in (contract.paths[path] ?? {});
  };
  return [...byAlias.values()].filter(isServed).sort((a, b) => (a.alias < b.alias ? -1 : 1));
}

/** The names of all members of all bodies. */
export function membersOf(contract: object): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      // What an example has is data: it may call its members anything.
      if (key === 'examples' || key === 'example') continue;
      if (key === 'properties') for (const name of Object.keys(value)) names.add(name);
      visit(value);
    }
  };
  visit(contract);
  return names;
}
