import { expect } from 'vitest';
import type { DifferenceId } from '../../src/profile/differences.ts';
import { type Answer, type Ask, availableCopy, availableVolume, until, volumeIn } from './requests.ts';
import { SERVER_PATH } from './resources.ts';

const IMAGE = '62560ce2-ee31-4ee6-bc9b-81a98fd3d52b';
const SSD_ID = '35e1c8d2-e477-11e0-93ed-4f2505dfa32e';
const xml = { headers: { Accept: 'application/xml' } };
const messageOf = (answer: Answer): string => answer.json().overLimit.message;

export async function newBackup(ask: Ask) {
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
export const seen: {
  readonly [Id in DifferenceId]: (ask: Ask) => Promise<unknown>;
} = {
  backupCreated: async (ask) => (await newBackup(ask)).made.status,

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
    const { made } = await newBackup(ask);
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
    await newBackup(ask);
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
