import { describe, expect, it } from 'vitest';
import { virtualClock } from './clock.ts';
import type { Caller, PageRequest } from './engine.ts';
import { createQuotas } from './quotas.ts';
import { alice, availableVolume, bob, faultOf, openTestEngine, type TestEngine } from './testing.ts';

const D = 'os-bs-2011';
const NOBODY = '00000000-0000-4000-8000-000000000000';

const names = (found: readonly { readonly name: string | null }[]) => found.map(({ name }) => name);

/** Three of each kind for one tenant, named a, b and c in the order in which they were made. */
async function threeOfEach(engine: TestEngine, caller: Caller): Promise<string> {
  const volumeId = await availableVolume(engine, caller);
  for (const name of ['a', 'b', 'c']) {
    await engine.volumes.create(caller, { size: 1, name });
    await engine.snapshots.create(caller, { volumeId, name });
    await engine.backups.create(caller, { volumeId, name });
    await engine.jobs.idle();
  }
  return volumeId;
}

describe('a list', () => {
  it(`goes on behind its marker, in its own order [${D}/2.3.1.1.1/query-marker] [${D}/2.3.1.1.1/query-limit] [${D}/2.3.2.1.1/query-marker]`, async () => {
    const engine = await openTestEngine();
    const volumeId = await threeOfEach(engine, alice);
    for (const [list, expected] of [
      [(page: PageRequest) => engine.volumes.list(alice, {}, page), ['c', 'b', 'a', null]],
      [(page: PageRequest) => engine.snapshots.list(alice, { volumeId }, page), ['c', 'b', 'a']],
      [(page: PageRequest) => engine.backups.list(alice, {}, page), ['a', 'b', 'c']],
    ] as const) {
      const all = await list({});
      expect(names(all)).toEqual(expected);
      expect(names(await list({ marker: all[0]?.id }))).toEqual(expected.slice(1));
      expect(names(await list({ marker: all[0]?.id, limit: 1 }))).toEqual(expected.slice(1, 2));
      expect(names(await list({ marker: all.at(-1)?.id }))).toEqual([]);
      expect(names(await list({ marker: undefined, limit: 2 }))).toEqual(expected.slice(0, 2));
    }
  });

  it('goes on where it was when its marker has been deleted since', async () => {
    const engine = await openTestEngine();
    for (const name of ['a', 'b', 'c', 'd', 'e']) await engine.volumes.create(alice, { size: 1, name });
    await engine.jobs.idle();
    const page = await engine.volumes.list(alice, {}, { limit: 2 });
    expect(names(page)).toEqual(['e', 'd']);
    await engine.volumes.delete(alice, page[1]?.id ?? '');
    await engine.jobs.idle();
    // By offset, c would be passed over.
    expect(names(await engine.volumes.list(alice, {}, { marker: page.at(-1)?.id }))).toEqual(['c', 'b', 'a']);
  });

  it("refuses a marker that is no resource's of its kind and tenant", async () => {
    const engine = await openTestEngine();
    const volumeId = await threeOfEach(engine, alice);
    const [snapshot] = await engine.snapshots.list(alice);
    const refused = [
      engine.volumes.list(alice, {}, { marker: NOBODY }),
      engine.volumes.list(alice, {}, { marker: '' }),
      engine.volumes.list(alice, {}, { marker: snapshot?.id }),
      engine.volumes.list(bob, {}, { marker: volumeId }),
      engine.snapshots.list(bob, {}, { marker: snapshot?.id }),
      engine.backups.list(alice, {}, { marker: volumeId }),
    ];
    for (const call of refused)
      expect(await faultOf(call)).toMatchObject({ kind: 'markerNotFound', category: 'invalid' });
    const fault = await faultOf(engine.volumes.list(bob, {}, { marker: volumeId }));
    expect(fault.message).toBe(`marker [${volumeId}] not found`);
  });

  it(`has resources in any of several states [${D}/2.3.1.1.1/query-status] [${D}/2.3.2.1.1/query-status]`, async () => {
    const engine = await openTestEngine();
    await threeOfEach(engine, alice);
    engine.jobs.failNext('broken');
    await engine.volumes.create(alice, { size: 1, name: 'broken' });
    await engine.jobs.idle();
    engine.jobs.hold();
    await engine.volumes.create(alice, { size: 1, name: 'coming' });
    const list = async (...statuses: ('available' | 'error' | 'creating' | 'in-use')[]) =>
      names(await engine.volumes.list(alice, { statuses }));
    expect(await list('error', 'creating')).toEqual(['coming', 'broken']);
    expect(await list('in-use', 'available', 'error')).toEqual(['broken', 'c', 'b', 'a', null]);
    expect(await list()).toEqual([]);
  });

  it(`of what changed since a time has what was deleted since [${D}/2.3.1.1/changes-since-includes-deleted] [${D}/2.3.1.1.1/query-changes-since] [${D}/2.3.2.1.1/query-changes-since]`, async () => {
    const clock = virtualClock(1_000_000);
    const engine = await openTestEngine({ clock });
    const volumeId = await threeOfEach(engine, alice);
    clock.advance(1000);
    const since = clock.now();
    const changes = async () => [
      ...(await engine.volumes.list(alice, { changedSince: since })),
      ...(await engine.snapshots.list(alice, { changedSince: since })),
      ...(await engine.backups.list(alice, { changedSince: since })),
    ];
    expect(await changes()).toEqual([]);
    const [snapshot] = await engine.snapshots.list(alice);
    const [backup] = await engine.backups.list(alice);
    await engine.snapshots.delete(alice, snapshot?.id ?? '');
    await engine.backups.update(alice, backup?.id ?? '', { name: 'renamed' });
    await engine.volumes.delete(alice, volumeId);
    await engine.jobs.idle();
    expect((await changes()).map(({ name, status }) => [name, status])).toEqual([
      [null, 'deleted'],
      ['c', 'deleted'],
      ['renamed', 'available'],
    ]);
    clock.advance(1);
    expect(await engine.volumes.list(alice, { changedSince: clock.now() })).toEqual([]);
  });

  it(`is narrowed by size and by the backup that volumes are made from [${D}/2.3.1.1.1/query-size] [${D}/2.3.1.1.1/query-backup] [${D}/2.3.2.1.1/query-size]`, async () => {
    const engine = await openTestEngine();
    const volumeId = await threeOfEach(engine, alice);
    const [backup] = await engine.backups.list(alice, { size: 1, volumeId });
    await engine.volumes.create(alice, { backupId: backup?.id, size: 2, name: 'from a backup' });
    expect(names(await engine.volumes.list(alice, { backupId: backup?.id }))).toEqual(['from a backup']);
    expect(names(await engine.volumes.list(alice, { size: 2 }))).toEqual(['from a backup']);
    expect(await engine.snapshots.list(alice, { size: 2 })).toEqual([]);
    expect(await engine.backups.list(alice, { size: 2 })).toEqual([]);
  });
});

describe('two tenants', () => {
  it('never see each other, by any filter, page, id or serial', async () => {
    const engine = await openTestEngine({ quotas: createQuotas({ defaults: { volumes: -1 } }) });
    const callers = [alice, bob] as const;
    for (const caller of callers) await threeOfEach(engine, caller);
    const [backups] = await Promise.all([Promise.all(callers.map((caller) => engine.backups.list(caller)))]);
    for (const [index, caller] of callers.entries())
      await engine.volumes.create(caller, { backupId: backups[index]?.[0]?.id });
    await engine.jobs.idle();
    const statuses = ['available', 'creating', 'error', 'deleted'] as const;
    for (const [index, caller] of callers.entries()) {
      const other = callers[1 - index] ?? alice;
      const theirs = await engine.volumes.list(other);
      const backupId = backups[1 - index]?.[0]?.id;
      const found = [
        ...(await engine.volumes.list(caller, { statuses })),
        ...(await engine.volumes.list(caller, { size: 1 })),
        ...(await engine.volumes.list(caller, { typeId: theirs[0]?.typeId })),
        ...(await engine.volumes.list(caller, { backupId })),
        ...(await engine.volumes.list(caller, { changedSince: 0, statuses })),
        ...(await engine.snapshots.list(caller, { changedSince: 0 })),
        ...(await engine.snapshots.list(caller, { statuses: ['available'], size: 1 })),
        ...(await engine.backups.list(caller, { changedSince: 0 })),
        ...(await engine.backups.list(caller, { statuses: ['available'], size: 1 })),
      ];
      expect(found.length).toBeGreaterThan(20);
      for (const { tenantId } of found) expect(tenantId).toBe(caller.tenantId);
      expect(await engine.volumes.list(caller, { backupId })).toEqual([]);
      for (const [service, resources] of [
        [engine.volumes, theirs],
        [engine.snapshots, await engine.snapshots.list(other)],
        [engine.backups, await engine.backups.list(other)],
      ] as const)
        for (const resource of resources) {
          expect(await service.get(other, resource.serial)).toEqual(resource);
          for (const name of [resource.id, resource.serial]) {
            const fault = await faultOf(service.get(caller, name));
            expect(fault.category).toBe('notFound');
            expect(fault.message).toContain(` ${name} could not be found.`);
          }
          expect(await faultOf(service.list(caller, {}, { marker: resource.id }))).toMatchObject({
            kind: 'markerNotFound',
          });
        }
    }
  });
});

describe('who made it', () => {
  it('is remembered with volumes, snapshots and backups, restored ones too', async () => {
    const engine = await openTestEngine();
    const zoe: Caller = { tenantId: 'alice', userName: 'zoë' };
    const volumeId = await availableVolume(engine, zoe);
    const snapshot = await engine.snapshots.create(zoe, { volumeId });
    await engine.jobs.idle();
    const backup = await engine.backups.create(zoe, { volumeId });
    await engine.jobs.idle();
    const { volume } = await engine.backups.restore(zoe, { backupId: backup.id });
    for (const { userName } of [await engine.volumes.get(alice, volumeId), snapshot, backup, volume])
      expect(userName).toBe('zoë');
  });
});
