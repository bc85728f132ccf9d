import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Format } from '../../support/faults.ts';
import { serverInProcess } from '../../support/server-in-process.ts';
import { type Speak, speaking } from '../../support/speaking.ts';
import { world } from '../world.ts';
import { BASE, linksBelow, osBs, type Resource, SEEDED, TYPES } from './world.ts';

const FORMATS: Format[] = ['json', 'xml'];
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const dev = world('--seed', 'documents', '--quota-volumes', '-1', '--quota-gigabytes', '-1');
const blocks = osBs(dev);
const linksOf = (id: string) => linksBelow(dev.server().url, `OS-BS/volumes/${id}`);

describe.each(FORMATS)('looking at volumes in %s', (format) => {
  const speak: Speak = (...request) => speaking(dev.ask, format)(...request);
  const list = async (path: string): Promise<Resource[]> => {
    const { status, body } = await speak('GET', `${BASE}/${path}`);
    expect(status).toBe(200);
    expect(Object.keys(body)).toEqual(['OS-BS:volumes']);
    return body['OS-BS:volumes'];
  };

  it('[os-bs-2011/2.3.1.1.1/normal-200-203] [os-bs-2011/2.3.1.1.1/short-list-fields] [os-bs-2011/2.3.1.1.1/self-and-bookmark-links] [os-bs-2011/2.3.1.1.1/json-root-prefixed] lists each with id, name and links alone', async () => {
    const found = await list('volumes');
    expect(found).toContainEqual({ id: SEEDED.work, name: 'Work', links: linksOf(SEEDED.work) });
    for (const volume of found)
      expect(Object.keys(volume).filter((member) => !['id', 'name', 'links'].includes(member))).toEqual([]);
  });

  it('[os-bs-2011/2.3.1.1.2/normal-200-203] [os-bs-2011/2.3.1.1.2/detailed-list] [os-bs-2011/2.3.1.2/get-lists-details] [os-bs-2011/2.3.1.2.3/normal-200-203] [os-bs-2011/2.3.1.1.1/json-root-prefixed] lists each as it is shown alone, in the order of the short list', async () => {
    const detailed = await list('volumes/detail');
    for (const volume of detailed) {
      const { status, body } = await speak('GET', blocks.path('volume', volume.id));
      expect(status).toBe(200);
      expect(body).toEqual({ 'OS-BS:volume': volume });
    }
    const short = await list('volumes');
    expect(detailed.map(({ id }) => id)).toEqual(short.map(({ id }) => id));
  });

  it('[os-bs-2011/2.3.1.1.2/detail-fields] [os-bs-2011/2.3.1.1.2/attachments-are-servers] [os-bs-2011/2.3.1.1.1/self-and-bookmark-links] [os-bs-2011/2.3.1.1/status-attached] shows what is attached with its server, all as the examples have it', async () => {
    const { body } = await speak('GET', blocks.path('volume', SEEDED.work));
    expect(body['OS-BS:volume']).toEqual({
      id: SEEDED.work,
      name: 'Work',
      typeId: TYPES.SSD,
      created: '2011-09-09T00:00:00Z',
      attached: '2011-11-11T00:00:00Z',
      tenantId: 'dev',
      userId: 'joeuser',
      size: 1024,
      status: 'ATTACHED',
      attachments: [{ id: SEEDED.server, links: linksBelow(dev.server().url, `servers/${SEEDED.server}`) }],
      metadata: { Type: 'Work Directory', Owner: 'Joe User' },
      links: linksOf(SEEDED.work),
    });
  });

  it('[os-bs-2011/2.3.1.1.2/attached-time-only-when-attached] shows since when it is attached when it is, not while it is being attached', async () => {
    const found = await list('volumes/detail');
    const of = (id: string) => found.find((volume) => volume.id === id);
    expect(of(SEEDED.work)).toMatchObject({ status: 'ATTACHED', attached: '2011-11-11T00:00:00Z' });
    expect(of(SEEDED.home)).toMatchObject({ status: 'ATTACHING', attachments: [{ id: SEEDED.server }] });
    for (const id of [SEEDED.home, SEEDED.original]) expect(of(id)).not.toHaveProperty('attached');
    expect(of(SEEDED.original)).not.toHaveProperty('attachments');
  });

  it('[os-bs-2011/2.3.1.1/status-shows-state] [os-bs-2011/2.3.1.1/status-available] [os-bs-2011/2.3.1.1/status-attached] [os-bs-2011/2.3.1.1/status-other-values] shows each state in its word, by which lists have it', async () => {
    const { ask, engine } = await serverInProcess();
    const held = osBs({ ask });
    const { id } = await held.volume();
    const shown = async (word: string) => {
      const { body } = await speaking(ask, format)('GET', held.path('volume', id));
      expect(body['OS-BS:volume'].status).toBe(word);
      const listed = await speaking(ask, format)('GET', `${BASE}/volumes?status=${word}`);
      expect(listed.body['OS-BS:volumes'].map((each: Resource) => each.id)).toEqual([id]);
    };
    await shown('AVAILABLE');
    const states = [
      ['creating', 'CREATING'],
      ['downloading', 'CREATING'],
      ['attaching', 'ATTACHING'],
      ['in-use', 'ATTACHED'],
      ['detaching', 'DETACHING'],
      ['backing-up', 'UNKNOWN'],
      ['restoring-backup', 'UNKNOWN'],
      ['deleting', 'DELETING'],
      ['error', 'ERROR'],
      ['error_attaching', 'ERROR'],
      ['error_detaching', 'ERROR'],
      ['error_restoring', 'ERROR'],
      ['error_deleting', 'ERROR'],
    ] as const;
    const every = ['available', ...states.map(([state]) => state)] as const;
    for (const [state, word] of states) {
      await engine.catalog.transaction((tx) => tx.setVolumeStatus(id, every, state, 1));
      await shown(word);
    }
  });
});

describe.each(FORMATS)('updating the name of a volume in %s', (format) => {
  const speak: Speak = (...request) => speaking(dev.ask, format)(...request);
  const update = (id: string, volume: object) =>
    speak('PUT', blocks.path('volume', id), { body: { 'OS-BS:volume': volume } });

  it('[os-bs-2011/2.3.1.2.2/update-200] [os-bs-2011/2.3.1.2.2/available-available] [os-bs-2011/2.3.1.2.2/updated-attribute] changes the name, leaves it AVAILABLE, and shows when', async () => {
    const before = await blocks.volume({ name: 'old', metadata: { k: 'v' } });
    expect(before).not.toHaveProperty('updated');
    const { status, body } = await update(before.id, { name: 'New Work' });
    expect(status).toBe(200);
    const after = { ...before, name: 'New Work', updated: expect.stringMatching(TIME) };
    expect(body).toEqual({ 'OS-BS:volume': after });
    expect(await blocks.get('volume', before.id)).toEqual(after);
    expect(await blocks.ids('volumes?name=New%20Work')).toContain(before.id);
  });

  it('[os-bs-2011/2.3.1.2.2/available-available] leaves one that is attached ATTACHED, as the example has it', async () => {
    const before = await blocks.get('volume', SEEDED.work);
    const { status, body } = await update(SEEDED.work, { name: 'New Work' });
    expect(status).toBe(200);
    expect(body['OS-BS:volume']).toEqual({
      ...before,
      name: 'New Work',
      updated: expect.stringMatching(TIME),
    });
    expect((await update(SEEDED.work, { name: 'Work' })).body['OS-BS:volume'].name).toBe('Work');
  });

  it('[os-bs-2011/2.3.1.2.2/only-name-updateable] ignores everything else', async () => {
    const before = await blocks.volume({ name: 'old' });
    const others = {
      size: 7,
      typeId: TYPES.SSD,
      backupId: randomUUID(),
      metadata: { k: 'v' },
    };
    const without = await speaking(dev.ask, 'json')('PUT', blocks.path('volume', before.id), {
      body: { 'OS-BS:volume': { ...others, status: 'ERROR', id: randomUUID() } },
    });
    expect(without.body).toEqual({ 'OS-BS:volume': before });
    const { body } = await update(before.id, { ...others, name: 'new' });
    expect(body['OS-BS:volume']).toEqual({ ...before, name: 'new', updated: expect.stringMatching(TIME) });
  });

  it('[os-bs-2011/2.3.1.2.2/id-template] is of the one with this UUID', async () => {
    const [one, two] = [await blocks.volume(), await blocks.volume()];
    await update(one.id, { name: 'one' });
    expect((await blocks.get('volume', one.id)).name).toBe('one');
    expect(await blocks.get('volume', two.id)).toEqual(two);
    for (const id of [randomUUID(), 'one', '1', SEEDED.myBackup]) {
      expect((await update(id, { name: 'x' })).status, id).toBe(404);
      expect((await speak('GET', blocks.path('volume', id))).status, id).toBe(404);
      expect((await speak('DELETE', blocks.path('volume', id))).status, id).toBe(404);
    }
  });
});

describe.each(FORMATS)('deleting a volume, %s being asked for', (format) => {
  it('[os-bs-2011/2.3.1.2.4/delete-204] [os-bs-2011/2.3.1.2.4/no-bodies] [os-bs-2011/2.3.1.2.4/available-deleting-deleted] answers 204 without a body, shows it DELETING, and then no more', async () => {
    const { ask, engine } = await serverInProcess();
    const held = osBs({ ask });
    const { id } = await held.volume();
    engine.jobs.hold();
    const { status, text, headers } = await speaking(ask, format)('DELETE', held.path('volume', id));
    expect([status, text, headers.get('content-type')]).toEqual([204, '', null]);
    expect((await held.get('volume', id)).status).toBe('DELETING');
    await engine.jobs.advance();
    expect((await ask('GET', held.path('volume', id))).status).toBe(404);
    const since = await held.list('volumes/detail?changes-since=2011-01-01T00:00:00Z');
    expect(since).toEqual([expect.objectContaining({ id, status: 'DELETED' })]);
  });

  it('[os-bs-2011/2.3.1.2.4/available-deleting-error] [os-bs-2011/2.3.1.2.4/delete-precondition] shows it in ERROR when it fails, from where it can be tried again', async () => {
    const { ask, engine } = await serverInProcess();
    const held = osBs({ ask });
    const { id } = await held.volume();
    engine.jobs.hold();
    const remove = () => speaking(ask, format)('DELETE', held.path('volume', id));
    expect((await remove()).status).toBe(204);
    expect((await remove()).status).toBe(400);
    engine.jobs.failNext('the storage is away');
    await engine.jobs.advance();
    expect((await held.get('volume', id)).status).toBe('ERROR');
    expect((await remove()).status).toBe(204);
    await engine.jobs.advance();
    expect((await ask('GET', held.path('volume', id))).status).toBe(404);
  });

  it('[os-bs-2011/2.3.1.2.4/delete-precondition] is refused while it is attached, being attached or CREATING', async () => {
    for (const id of [SEEDED.work, SEEDED.home, SEEDED.creating]) {
      const before = await blocks.get('volume', id);
      const { status, body } = await speaking(dev.ask, format)('DELETE', blocks.path('volume', id));
      expect(status).toBe(400);
      expect(body.badRequest.message).toMatch(/must be available or error/);
      expect(await blocks.get('volume', id)).toEqual(before);
    }
  });
});
