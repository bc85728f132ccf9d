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
import {
  type Answer,
  type Ask,
  availableCopy,
  availableVolume,
  until,
  volumeIn,
} from './support/requests.ts';
import { SERVER_PATH } from './support/resources.ts';
import { serveEngine, serverInProcess } from './support/server-in-process.ts';

const IMAGE = '62560ce2-ee31-4ee6-bc9b-81a98fd3d52b';
const SSD_ID = '35e1c8d2-e477-11e0-93ed-4f2505dfa32e';
const xml = { headers: { Accept: 'application/xml' } };
const messageOf = (answer: Answer): string => answer.json().overLimit.message;

async function backup(ask: Ask) {
  const { id: volume_id } = await availableVolume(ask);
  const fields = { volume_id, display_name: 'nightly' };
  const made = await ask('POST', '/v1/dev/backups', { body: { backup: fields } });
  return { made, volume_id };
}

const kindOfId = (id: unknown) => (typeof id === 'number' ? 'integer' : 'uuid');

/**
 * What is asked to see on which side of a difference a server is: the value of the table that it serves. A
 * difference without an entry does not compile.
 */
const seen: {
  readonly [Id in DifferenceId]: (ask: Ask) => Promise<unknown>;
} = {
  backupCreated: async (ask) => (await backup(ask)).made.status,

  async backupRestored(ask) {
    const { id } = await availableCopy(ask, 'backup', { volume_id: (await availableVolume(ask)).id });
    return (await ask('POST', `/v1/dev/backups/${id}/restore`, { body: { restore: {} } })).status;
  },

  async backupIds(ask) {
    const { id: volume_id } = await availableVolume(ask);
    const { id } = await availableCopy(ask, 'backup', { volume_id });
    const restored = await ask('POST', `/v1/dev/backups/${id}/restore`, { body: { restore: { volume_id } } });
    expect(restored.json().restore.backup_id).toEqual(id);
    for (const path of ['backups', 'backups/detail'])
      expect((await ask('GET', `/v1/dev/${path}`)).json().backups[0].id).toEqual(id);
    expect((await ask('GET', `/v1/dev/backups/${id}`)).json().backup.id).toEqual(id);
    // Numbers are still taken.
    expect((await ask('GET', '/v1/dev/backups/1')).json().backup.id).toEqual(id);
    return kindOfId(id);
  },

  async backupNames(ask) {
    const { made } = await backup(ask);
    const { id } = made.json().backup;
    const { backup: whole } = (await ask('GET', `/v1/dev/backups/${id}`)).json();
    const [summary] = (await ask('GET', '/v1/dev/backups')).json().backups;
    expect(whole.display_name).toBe('nightly');
    expect(Object.keys(summary)).toEqual(expect.arrayContaining(['id', 'status']));
    const named = [made.json().backup, whole, summary].filter(({ name }) => name === 'nightly');
    const linked = [whole, summary].filter(({ links = [] }) =>
      links.some(({ rel, href }: Record<string, string>) => rel === 'self' && href?.endsWith(id)),
    );
    if (named.length === 0 && linked.length === 0 && !('description' in whole)) return 'display_name';
    expect([named.length, linked.length, whole.description]).toEqual([3, 2, null]);
    return 'display_name and name';
  },

  async backupNamespace(ask) {
    await backup(ask);
    const texts = await Promise.all(
      ['backups', 'backups/detail', 'backups/1'].map(async (path) => ask('GET', `/v1/dev/${path}`, xml)),
    );
    const namespaces = texts.map(({ text }) => /xmlns:backups="([^"]*)"/.exec(text)?.[1]);
    expect(new Set(namespaces).size).toBe(1);
    return namespaces[0];
  },

  async snapshotsPinVolumes(ask) {
    const { id } = await availableVolume(ask);
    const snapshot = await availableCopy(ask, 'snapshot', { volume_id: id });
    const remove = () => ask('DELETE', `/v1/dev/volumes/${id}`);
    const refused = await remove();
    if (refused.status === 202) return false;
    const body = { 'os-force_delete': null };
    const forced = await ask('POST', `/v1/dev/volumes/${id}/action`, { as: 'admin', body });
    for (const answer of [refused, forced])
      expect(answer.json()).toEqual({
        badRequest: { code: 400, message: 'Invalid volume: Volume still has 1 dependent snapshots' },
      });
    expect((await volumeIn(ask, id, 'available')).id).toBe(id);
    await ask('DELETE', `/v1/dev/snapshots/${snapshot.id}`);
    expect((await until(remove, ({ status }) => status !== 400)).status).toBe(202);
    return true;
  },

  async snapshotMetadata(ask) {
    const { id } = await availableCopy(ask, 'snapshot', { volume_id: (await availableVolume(ask)).id });
    const one = (await ask('GET', `/v1/dev/snapshots/${id}`)).json().snapshot;
    const [plain] = (await ask('GET', '/v1/dev/snapshots')).json().snapshots;
    const { text } = await ask('GET', '/v1/dev/snapshots', xml);
    expect('metadata' in plain).toBe('metadata' in one);
    expect(text.includes('<metadata/>')).toBe('metadata' in one);
    return 'metadata' in one;
  },

  async volumeTypes(ask) {
    const create = (volume_type: string) =>
      ask('POST', '/v1/dev/volumes', { body: { volume: { size: 1, volume_type } } });
    const [none, named, byId] = [await create('gold'), await create('SSD'), await create(SSD_ID)];
    expect((await create('')).json().volume.volume_type).toBe('None');
    const types = [named, byId].map((answer) => answer.json().volume.volume_type);
    if (none.status === 200 && types.every((type) => type === 'None')) return 'ignored';
    expect(none.status).toBe(404);
    expect(none.json()).toEqual({ itemNotFound: { code: 404, message: 'Volume type not found.' } });
    expect(types).toEqual(['SSD', 'SSD']);
    return 'taken';
  },

  async volumeImageId(ask) {
    const body = { volume: { size: 1, imageRef: `http://images/v1/${IMAGE}` } };
    const created = (await ask('POST', '/v1/dev/volumes', { body })).json().volume;
    const [listed] = (await ask('GET', '/v1/dev/volumes')).json().volumes;
    const empty = (await ask('POST', '/v1/dev/volumes', { body: { volume: { size: 1 } } })).json().volume;
    expect([listed, empty].filter((volume) => 'image_id' in volume)).toEqual([]);
    if (!('image_id' in created)) return false;
    expect(created.image_id).toBe(IMAGE);
    return true;
  },

  async volumeBootableInXml(ask) {
    const { id } = await availableVolume(ask);
    const { text } = await ask('GET', `/v1/dev/volumes/${id}`, xml);
    return /<volume [^>]*bootable="false"/.test(text);
  },

  async unprocessable(ask) {
    const volumes = [
      '/v1/dev/volumes',
      '/v1/dev/snapshots',
      `/v2/dev/${SERVER_PATH}`,
      '/v1.1/dev/os-volumes',
    ];
    const bodies = [undefined, {}, { foo: {} }, { volume: 'text', snapshot: [], volumeAttachment: null }];
    const statuses = await Promise.all(
      volumes.flatMap((path) => bodies.map(async (body) => (await ask('POST', path, { body })).status)),
    );
    expect(new Set(statuses).size).toBe(1);
    return statuses[0];
  },

  async unreadableBody(ask) {
    const body = '{"volume": {"size": 1}}';
    const headers = { 'Content-Type': 'text/plain' };
    return (await ask('POST', '/v1/dev/volumes', { body, headers })).status;
  },

  async gigabytesExceeded(ask) {
    const volume = await ask('POST', '/v1/dev/volumes', { body: { volume: { size: 2 } } });
    const { id: volume_id } = await availableVolume(ask);
    const snapshot = await ask('POST', '/v1/dev/snapshots', { body: { snapshot: { volume_id } } });
    return { volume: messageOf(volume), snapshot: messageOf(snapshot) };
  },
};

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
    expect((await backup(ask)).made.status).toBe(500);
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
