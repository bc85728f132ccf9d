import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { profilesMarkdown, withProfiles } from '../scripts/profiles/markdown.ts';
import { backupsHandlers } from '../src/api/hp-block-storage-v1/backups.ts';
import { readContract } from '../src/cli/contract.ts';
import { createQuotas } from '../src/engine/quotas.ts';
import { openTestEngine } from '../src/engine/testing.ts';
import { canonicalXml } from '../src/http/xml/canonical.ts';
import { xmlCodec } from '../src/http/xml/codec.ts';
import { type DifferenceId, differences } from '../src/profile/differences.ts';
import { profileNames, profileOf } from '../src/profile/profile.ts';
import { newBackup, seen } from './support/seen-differences.ts';
import { serveEngine, serverInProcess } from './support/server-in-process.ts';

const few = createQuotas({ defaults: { volumes: -1, snapshots: -1, gigabytes: 1 } });
const enough = createQuotas({ defaults: { volumes: -1, snapshots: -1, gigabytes: -1 } });

// Keys of a table that is declared `as const`.
const ids = Object.keys(differences) as DifferenceId[];

describe.each(profileNames)('the profile %s', (name) => {
  it.each(ids)('answers as its side of the difference: %s', async (id) => {
    const quotas = id === 'gigabytesExceeded' ? few : enough;
    const { ask } = await serverInProcess({ profile: profileOf(name), quotas });
    expect(await seen[id](ask)).toEqual(differences[id][name]);
  });

  it('has a contract that forbids the answers of the other', async () => {
    const profile = profileOf(name);
    const [other = name] = profileNames.filter((each) => each !== name);
    const engine = await openTestEngine({ profile });
    const ask = await serveEngine(
      engine,
      { hpBlockStorageV1Backups: backupsHandlers(engine, profileOf(other)) },
      profile,
    );
    expect((await newBackup(ask)).made.status).toBe(500);
    expect((await ask('GET', '/v1/dev/backups')).status).toBe(500);
  });
});

describe('the contract of the profile released', () => {
  const contract = readContract('released');
  const codec = xmlCodec(contract);
  interface Body {
    readonly content?: Readonly<
      Record<string, { readonly examples: Readonly<Record<string, { value: never }>> }>
    >;
  }
  interface Operation {
    readonly operationId: string;
    readonly responses: Readonly<Record<string, Body>>;
  }
  // The contract is linted: these are its path items.
  const examples = Object.values(contract.paths as Record<string, Record<string, Operation>>)
    .flatMap((item) => Object.values(item))
    .flatMap(({ operationId, responses = {} }) =>
      Object.entries(responses).flatMap(([status, { content }]) =>
        Object.entries(content?.['application/json']?.examples ?? {}).map(([id, { value }]) => ({
          id,
          operationId,
          status: Number(status),
          value,
          xml: content?.['application/xml']?.examples[id.replace('.json', '.xml')]?.value,
        })),
      ),
    )
    .filter(({ id }) => /^cinder-v1\/.*backup.*(accepted|released)/.test(id));

  it.each(examples)('shows the same in JSON and XML: $id', ({ operationId, status, value, xml = '' }) => {
    expect(canonicalXml(codec.encodeResponse(operationId, status, value))).toBe(canonicalXml(xml));
  });

  it('shows each of its answers on backups', () => {
    expect(examples.map(({ operationId }) => operationId)).toHaveLength(5);
  });
});

describe('the table of differences', () => {
  it('has two sides in every row', () => {
    for (const { documented, released } of Object.values(differences))
      expect(documented).not.toEqual(released);
  });

  it('is in docs/DEVIATIONS.md, row by row; `node scripts/profiles.ts` writes it', () => {
    const page = readFileSync(new URL('../docs/DEVIATIONS.md', import.meta.url), 'utf8');
    expect(page).toContain(profilesMarkdown());
    expect(withProfiles(page)).toBe(page);
  });
});
