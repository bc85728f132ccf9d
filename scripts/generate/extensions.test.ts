import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { extensions } from '../../generated/server/extensions.ts';
import { type KnownExtension, membersOf, servedOf } from './extensions.ts';

const contract = JSON.parse(readFileSync(new URL('../../generated/openapi.json', import.meta.url), 'utf8'));
const known: readonly KnownExtension[] = contract['x-extensions'];
const extension = (alias: string, by: string): KnownExtension => ({
  ...{ alias, name: alias, namespace: 'urn:x', updated: '2013-01-01T00:00:00+00:00', description: 'X.' },
  'served-by': by,
});

describe('an extension is listed', () => {
  const aliases = (...rows: KnownExtension[]) => servedOf(contract, rows).map(({ alias }) => alias);

  it('where the contract has its operation', () => {
    const path = '/v1/{tenant_id}/types';
    expect(aliases(extension('b', `get ${path}`), extension('a', `post ${path}`))).toEqual(['a', 'b']);
    expect(aliases(extension('a', `put ${path}`), extension('b', 'get /v1/nowhere'))).toEqual([]);
  });

  it('where the contract has its member of a body', () => {
    expect(aliases(extension('a', 'volume_image_metadata'), extension('b', 'no_such_member'))).toEqual(['a']);
  });

  it('once', () => {
    expect(() => aliases(extension('a', 'x'), extension('a', 'y'))).toThrow('an alias twice');
  });
});

describe('the contract', () => {
  it('says what to list for each path that is named for an extension of Cinder', () => {
    const named = Object.keys(contract.paths).flatMap(
      (path) => /^\/v1\/[^/]+\/(os-[^/]+)/.exec(path)?.[1] ?? [],
    );
    expect(named).toContain('os-quota-sets');
    const aliases = extensions.map(({ alias }): string => alias);
    expect(aliases).toEqual(expect.arrayContaining(named));
  });

  it('says what to list for each member that carries the prefix of one', () => {
    const prefixes = [...membersOf(contract)].flatMap((name) => /^(os-[^:]+):/.exec(name)?.[1] ?? []);
    expect(prefixes).toContain('os-extended-snapshot-attributes');
    const aliases = extensions.map(({ alias }): string => alias);
    expect(aliases).toEqual(expect.arrayContaining(prefixes));
  });

  it('knows no extension twice', () => {
    expect(new Set(known.map(({ alias }) => alias)).size).toBe(known.length);
  });
});
