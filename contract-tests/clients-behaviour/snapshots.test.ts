import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { world } from '../rules/world.ts';
import type { Format } from '../support/faults.ts';
import { availableCopy, availableVolume } from '../support/requests.ts';
import { speaking } from '../support/speaking.ts';

const FORMATS: readonly Format[] = ['json', 'xml'];
const S = '/v1/dev/snapshots';
const dev = world('--response-checks', 'always', '--quota-volumes', '-1', '--quota-snapshots', '-1');
const query = (given: Readonly<Record<string, string>>) => `?${new URLSearchParams(given)}`;

let volumeId: string;
let others: string;
beforeAll(async () => {
  volumeId = (await dev.volume()).id;
  const { id: volume_id } = await availableVolume(dev.ask, {}, 'demo');
  others = (await availableCopy(dev.ask, 'snapshot', { volume_id, display_name: 'of demo' }, 'demo')).id;
});

describe.each(FORMATS)('a snapshot, in %s', (format) => {
  const speak = (...[method, path, options]: Parameters<ReturnType<typeof speaking>>) =>
    speaking(dev.ask, format)(method, path, options);
  const create = (fields: object) =>
    speak('POST', S, { body: { snapshot: { volume_id: volumeId, ...fields } } });

  it('is made, shown, listed, renamed and deleted', async () => {
    const created = await create({ display_name: 'first', force: true });
    expect(created).toMatchObject({ status: 200, body: { snapshot: { display_name: 'first' } } });
    const { id } = created.body.snapshot;
    const path = `${S}/${id}`;
    await dev.reach('snapshot', id, 'available');
    const shown = (await speak('GET', path)).body.snapshot;
    expect(shown).toMatchObject({ id, volume_id: volumeId, display_name: 'first', size: 1 });
    const listed = (await speak('GET', S)).body.snapshots;
    expect(listed).toContainEqual(expect.objectContaining({ id, display_name: 'first' }));

    const names = { display_name: 'second', display_description: 'no longer the first' };
    const updated = await speak('PUT', path, { body: { snapshot: names } });
    expect(updated.status).toBe(200);
    expect(updated.body.snapshot).toMatchObject({ id, volume_id: volumeId, ...names });
    expect((await speak('GET', path)).body.snapshot).toEqual({ ...shown, ...names });

    expect(await speak('DELETE', path)).toMatchObject({ status: 202, text: '' });
    await dev.gone('snapshot', id);
    expect((await speak('GET', path)).status).toBe(404);
    expect((await speak('DELETE', path)).status).toBe(404);
  });

  it('is named as later versions say it, where nothing else is said', async () => {
    const { body } = await create({ name: 'n', description: 'd' });
    expect(body.snapshot).toMatchObject({ display_name: 'n', display_description: 'd' });
    const both = await create({ name: 'n', display_name: 'counts' });
    expect(both.body.snapshot).toMatchObject({ display_name: 'counts' });
  });

  it('of an attached volume needs force', async () => {
    const { id } = await dev.volume();
    await dev.attach(id);
    const refused = await create({ volume_id: id });
    expect(refused.status).toBe(400);
    expect(Object.values<{ message: string }>(refused.body)[0]?.message).toMatch(
      /Invalid volume: must be available/,
    );
    for (const force of ['true', 'Yes', 'y', '1'])
      expect((await create({ volume_id: id, force })).status).toBe(200);
    for (const force of ['false', 'No', 'n', '0'])
      expect((await create({ volume_id: id, force })).status).toBe(400);
  });

  it('is refused where force is neither', async () => {
    const { status, body } = await create({ force: '**&&^^%%$$##@@' });
    expect(status).toBe(400);
    expect(body.badRequest.message).toContain("Invalid value '**&&^^%%$$##@@' for force.");
  });

  it('is refused of a volume that is not there, and not found under such an id', async () => {
    expect((await create({ volume_id: randomUUID() })).status).toBe(404);
    for (const id of [randomUUID(), 'xxx', encodeURIComponent('#$%%&^&^'), others]) {
      expect((await speak('GET', `${S}/${id}`)).status, id).toBe(404);
      expect((await speak('PUT', `${S}/${id}`, { body: { snapshot: {} } })).status, id).toBe(404);
      expect((await speak('DELETE', `${S}/${id}`)).status, id).toBe(404);
    }
  });

  it("of any tenant is an administrator's to look at and rename", async () => {
    const as = 'admin';
    expect((await speak('GET', `${S}/${others}`, { as })).body.snapshot).toMatchObject({
      id: others,
      'os-extended-snapshot-attributes:project_id': 'demo',
    });
    const body = { snapshot: { display_name: 'of demo' } };
    expect((await speak('PUT', `${S}/${others}`, { as, body })).status).toBe(200);
  });
});

describe('an update', () => {
  it('is taken without a wrapper, as pkgcloud sends it', async () => {
    const { id } = await dev.snapshot(volumeId, { display_name: 'old' });
    const rename = async (body: unknown) => (await dev.ask('PUT', `${S}/${id}`, { body })).json().snapshot;
    expect(await rename({ name: 'new', description: 'anew' })).toMatchObject({
      display_name: 'new',
      display_description: 'anew',
    });
    expect(
      await rename({ snapshot: { name: 'newer', display_description: null, metadata: { a: 'b' } } }),
    ).toMatchObject({
      display_name: 'newer',
      display_description: null,
    });
  });

  it('is refused without a wrapper or an object in it', async () => {
    const { id } = await dev.snapshot(volumeId);
    for (const body of ['{}', '{"foo":{}}', '{"snapshot":"string"}', '{"snapshot":null}', '[]', '{"name":5}'])
      expect((await dev.ask('PUT', `${S}/${id}`, { body })).status, body).toBe(400);
    for (const body of ['{}', '{"foo":{}}', '{"snapshot":"string"}', '{"snapshot":null}', '{"snapshot":{}}'])
      expect((await dev.ask('POST', S, { body })).status, body).toBe(400);
    const headers = { 'Content-Type': 'application/json' };
    expect((await dev.ask('PUT', `${S}/${id}`, { headers })).status).toBe(400);
    expect((await dev.ask('POST', S, { headers })).status).toBe(400);
  });
});

describe('the lists', () => {
  const own: string[] = [];
  let second: string;
  beforeAll(async () => {
    await dev.removeAll('snapshot');
    second = (await dev.volume()).id;
    for (const [display_name, of] of [
      ['listed 1', volumeId],
      ['listed 2', second],
      ['listed 3', second],
    ] as const)
      own.unshift((await dev.snapshot(of, { display_name })).id);
  }, 60_000);

  describe.each(['', '/detail', '/details'])('snapshots%s', (kind) => {
    it.each(FORMATS)('are narrowed and cut into pages, in %s', async (format) => {
      const ids = async (given: Readonly<Record<string, string>> = {}, as = 'dev'): Promise<string[]> => {
        const { status, body } = await speaking(dev.ask, format)('GET', S + kind + query(given), { as });
        expect(status).toBe(200);
        return body.snapshots.map(({ id }: { id: string }) => id);
      };
      expect(await ids()).toEqual(own);
      expect(await ids({ display_name: 'listed 2' })).toEqual([own[1]]);
      expect(await ids({ status: 'available' })).toEqual(own);
      expect(await ids({ status: 'error' })).toEqual([]);
      expect(await ids({ volume_id: second })).toEqual([own[0], own[1]]);
      expect(await ids({ volume_id: second, display_name: 'listed 3', status: 'available' })).toEqual([
        own[0],
      ]);
      expect(await ids({ limit: '1', offset: '1' })).toEqual([own[1]]);
      expect(await ids({ volume_id: second, limit: '1', offset: '1' })).toEqual([own[1]]);
      for (const unknown of [
        'all_tenants',
        'project_id',
        'id',
        'volume_size',
        'user_id',
        'display_description',
      ])
        expect(await ids({ [unknown]: '1' }), unknown).toEqual(own);

      expect(await ids({}, 'admin')).toEqual(own);
      expect(await ids({ all_tenants: '0' }, 'admin')).toEqual(own);
      expect(await ids({ all_tenants: '1' }, 'admin')).toEqual([...own, others]);
      expect(await ids({ all_tenants: '1', display_name: 'of demo' }, 'admin')).toEqual([others]);
      expect(await ids({ all_tenants: '1', volume_id: second }, 'admin')).toEqual([own[0], own[1]]);
      expect(await ids({ all_tenants: '1', project_id: 'demo' }, 'admin')).toEqual([others]);
      expect(await ids({ all_tenants: '1', limit: '2', offset: '2' }, 'admin')).toEqual([own[2], others]);
      expect(await ids({ id: own[2] ?? '', volume_size: '1' }, 'admin')).toEqual([own[2]]);
      for (const column of ['volume_size', 'user_id', 'display_description'])
        expect(await ids({ [column]: 'none of it' }, 'admin'), column).toEqual([]);
    });
  });

  it("of backups have all tenants' for an administrator who says so", async () => {
    const own = await dev.backup(volumeId);
    const { id: volume_id } = await availableVolume(dev.ask, {}, 'demo');
    const { id: backup } = await availableCopy(dev.ask, 'backup', { volume_id }, 'demo');
    for (const kind of ['', '/detail']) {
      const ids = async (given: Readonly<Record<string, string>>, as: string) => {
        const { backups } = (await dev.ask('GET', `/v1/dev/backups${kind}${query(given)}`, { as })).json();
        return backups.map(({ id }: { id: number }) => id);
      };
      expect(await ids({ all_tenants: '1' }, 'dev')).toEqual([own.id]);
      expect(await ids({}, 'admin')).toEqual([own.id]);
      expect(await ids({ all_tenants: '1' }, 'admin')).toEqual([own.id, backup]);
      expect(await ids({ all_tenants: '1', project_id: 'demo' }, 'admin')).toEqual([backup]);
      expect(await ids({ all_tenants: '1', limit: '1', offset: '1' }, 'admin')).toEqual([backup]);
    }
    expect((await dev.ask('GET', `/v1/dev/backups/${backup}`, { as: 'admin' })).status).toBe(200);
    expect((await dev.ask('GET', `/v1/dev/backups/${backup}`)).status).toBe(404);
  });
});
