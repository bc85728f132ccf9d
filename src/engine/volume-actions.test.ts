import { describe, expect, it } from 'vitest';
import type { Caller } from './engine.ts';
import type { VolumeExports } from './exports.ts';
import {
  alice,
  availableVolume,
  createGate,
  faultKindOf,
  openTestEngine,
  type TestEngine,
  type TestEngineOptions,
} from './testing.ts';

const admin: Caller = { tenantId: 'operators', userName: 'ada', isAdministrator: true };
const SERVER = 'server-1';

/** Exports that are a matter of record, and fail when they are told to. */
function recordedExports() {
  const open = new Map<string, boolean>();
  const failing = { open: false, close: false };
  const closed: string[] = [];
  const exports: VolumeExports = {
    async open(id, { isReadOnly = false } = {}) {
      if (failing.open) throw new Error('no socket');
      if (!open.has(id)) open.set(id, isReadOnly);
    },
    async close(id) {
      if (failing.close) throw new Error('a client does not leave');
      open.delete(id);
      closed.push(id);
    },
    address: () => ({ host: '127.0.0.1', port: 10809, socket: undefined, tls: false }),
  };
  return { exports, open, closed, failing };
}

async function openRecorded(options: TestEngineOptions = {}) {
  const recorded = recordedExports();
  const engine = await openTestEngine({ exports: recorded.exports, ...options });
  return { engine, volumes: engine.volumes, ...recorded };
}

const statusOf = async (engine: TestEngine, id: string) => (await engine.volumes.get(alice, id)).status;
const usage = (engine: TestEngine) => engine.catalog.quotaUsage('alice');
const UNUSED = { volumes: 0, snapshots: 0, gigabytes: 0 };

/** Whatever was done: nobody works, and the volume is exported if and only if the catalog says so. */
async function expectSettled({ engine, open }: Awaited<ReturnType<typeof openRecorded>>, id: string) {
  await engine.jobs.idle();
  expect(await engine.catalog.claimableJobs(Number.MAX_SAFE_INTEGER, 10)).toEqual([]);
  expect(open.has(id)).toBe((await engine.catalog.volumeForJob(id))?.exported ?? false);
}

describe('connections', () => {
  it('are open from the call on, and closed by the end of the reservation under which they were made', async () => {
    const { engine, volumes, open } = await openRecorded();
    const id = await availableVolume(engine);
    await volumes.reserve(alice, id);
    expect(await volumes.initializeConnection(alice, id)).toEqual({
      volumeId: id,
      address: { host: '127.0.0.1', port: 10809, socket: undefined, tls: false },
      isReadOnly: false,
    });
    expect([...open.keys()]).toEqual([id]);
    await volumes.unreserve(alice, id);
    expect(open.size).toBe(0);
    expect(await statusOf(engine, id)).toBe('available');
  });

  it('are refused where none can be opened, and then the catalog has none', async () => {
    const world = await openRecorded();
    const { engine, volumes, failing } = world;
    const id = await availableVolume(engine);
    failing.open = true;
    expect(await faultKindOf(volumes.initializeConnection(alice, id))).toBe('exportFailed');
    await expectSettled(world, id);
    failing.open = false;
    await volumes.initializeConnection(alice, id);
    await expectSettled(world, id);
  });

  it('are 503 where volumes are not exported at all', async () => {
    const engine = await openTestEngine();
    const id = await availableVolume(engine);
    expect(await faultKindOf(engine.volumes.initializeConnection(alice, id))).toBe('exportsUnavailable');
  });

  it('end up as they were asked for last, however calls fall together', async () => {
    const world = await openRecorded();
    const { engine, volumes } = world;
    const id = await availableVolume(engine);
    for (let round = 0; round < 20; round += 1) {
      const calls = Array.from({ length: 8 }, (_, i) =>
        (i * 7 + round) % 3 === 0
          ? volumes.initializeConnection(alice, id)
          : volumes.terminateConnection(alice, id),
      );
      await Promise.all(calls);
      await expectSettled(world, id);
    }
  });

  it('are opened at the next start by a process that died before it could', async () => {
    const first = await openTestEngine();
    const id = await availableVolume(first);
    await first.jobs.stop();
    const gate = createGate();
    const { exports } = recordedExports();
    const second = await openTestEngine({
      folder: first.folder,
      exports: { ...exports, open: () => gate.pass() },
    });
    void second.volumes.initializeConnection(alice, id);
    await gate.arrived;
    const third = recordedExports();
    const engine = await openTestEngine({ folder: first.folder, exports: third.exports });
    await engine.jobs.idle();
    expect([...third.open.keys()]).toEqual([id]);
    gate.open();
  });

  it('to a volume that may only be read are for reading', async () => {
    const { engine, volumes, open } = await openRecorded();
    const id = await availableVolume(engine);
    await volumes.setReadOnly(alice, id, true);
    expect(await volumes.initializeConnection(alice, id)).toMatchObject({ isReadOnly: true });
    expect(open.get(id)).toBe(true);
    // What is open stays as it was opened.
    expect(await faultKindOf(volumes.setReadOnly(alice, id, false))).toBe('volumeConnected');
  });
});

describe('attaching step by step', () => {
  it('twice to the same server is once', async () => {
    const { engine, volumes } = await openRecorded();
    const id = await availableVolume(engine);
    await volumes.reserve(alice, id);
    const attach = () => volumes.attach(alice, id, { serverId: SERVER, mountpoint: '/dev/vdc' });
    await Promise.all([attach(), attach()]);
    expect(await engine.volumes.get(alice, id)).toMatchObject({
      status: 'in-use',
      attachment: { serverId: SERVER, device: '/dev/vdc' },
    });
  });

  it('to another server while it is under way is refused, and so is to give it up', async () => {
    const gate = createGate();
    const { exports } = recordedExports();
    const engine = await openTestEngine({
      exports: {
        ...exports,
        open: async (id) => {
          await gate.pass();
          await exports.open(id);
        },
      },
    });
    const id = await availableVolume(engine);
    const attached = engine.volumes.attach(alice, id, { serverId: SERVER });
    await gate.arrived;
    expect(await statusOf(engine, id)).toBe('attaching');
    const other = engine.volumes.attach(alice, id, { serverId: 'server-2' });
    expect(await faultKindOf(other)).toBe('volumeBeingAttached');
    expect(await faultKindOf(engine.volumes.unreserve(alice, id))).toBe('volumeBeingAttached');
    gate.open();
    await attached;
    expect(await statusOf(engine, id)).toBe('in-use');
  });

  it('that fails leaves error_attaching, out of which an administrator leads', async () => {
    const world = await openRecorded();
    const { engine, volumes, failing } = world;
    const id = await availableVolume(engine);
    failing.open = true;
    expect(await faultKindOf(volumes.attach(alice, id, { serverId: SERVER }))).toBe('attachFailed');
    expect(await statusOf(engine, id)).toBe('error_attaching');
    failing.open = false;
    await volumes.resetStatus(admin, id, { status: 'available' });
    await expectSettled(world, id);
    await volumes.attach(alice, id, { serverId: SERVER });
    expect(await statusOf(engine, id)).toBe('in-use');
  });

  it.each(['in-use', 'available'] as const)(
    'backwards that fails leaves error_detaching, out of which an administrator leads: %s',
    async (status) => {
      const world = await openRecorded();
      const { engine, volumes, failing, open } = world;
      const id = await availableVolume(engine);
      await volumes.attach(alice, id, { serverId: SERVER });
      failing.close = true;
      expect(await faultKindOf(volumes.detach(alice, id))).toBe('detachFailed');
      expect(await engine.volumes.get(alice, id)).toMatchObject({
        status: 'error_detaching',
        attachment: { serverId: SERVER },
      });
      failing.close = false;
      await volumes.resetStatus(admin, id, { status });
      await expectSettled(world, id);
      expect(open.has(id)).toBe(status === 'in-use');
      expect((await volumes.get(alice, id)).attachment === null).toBe(status === 'available');
    },
  );

  it('backwards, taken back while it is under way, leaves the server what it had', async () => {
    const gate = createGate();
    const { exports, open } = recordedExports();
    const engine = await openTestEngine({
      exports: {
        ...exports,
        close: async (id) => {
          await gate.pass();
          await exports.close(id);
        },
      },
    });
    const id = await availableVolume(engine);
    await engine.volumes.attach(alice, id, { serverId: SERVER });
    const detached = engine.volumes.detach(alice, id);
    await gate.arrived;
    const rolled = engine.volumes.rollDetaching(alice, id);
    gate.open();
    await Promise.all([detached, rolled]);
    expect(await engine.volumes.get(alice, id)).toMatchObject({
      status: 'in-use',
      attachment: { serverId: SERVER },
    });
    expect(open.has(id)).toBe(true);
  });

  it('backwards, taken back before its turn has come, does not even cut the server off for a moment', async () => {
    const { engine, volumes, open, closed } = await openRecorded();
    const id = await availableVolume(engine);
    await volumes.attach(alice, id, { serverId: SERVER });
    engine.jobs.hold();
    await volumes.detach(alice, id);
    await volumes.rollDetaching(alice, id);
    engine.jobs.resume();
    await engine.jobs.idle();
    expect(closed).toEqual([]);
    expect(await volumes.get(alice, id)).toMatchObject({
      status: 'in-use',
      attachment: { serverId: SERVER },
    });
    expect(open.has(id)).toBe(true);
  });

  it('backwards twice takes nothing from who attaches next', async () => {
    const { engine, volumes } = await openRecorded();
    const id = await availableVolume(engine);
    await volumes.attach(alice, id, { serverId: SERVER });
    engine.jobs.hold();
    const calls = [volumes.detach(alice, id), volumes.detach(alice, id)];
    await Promise.all(calls);
    engine.jobs.resume();
    await engine.jobs.idle();
    await volumes.attach(alice, id, { serverId: 'server-2' });
    expect(await volumes.get(alice, id)).toMatchObject({
      status: 'in-use',
      attachment: { serverId: 'server-2' },
    });
  });
});

describe('extending', () => {
  it('counts against the quota from the call on, and no more once it has failed', async () => {
    const { engine, volumes } = await openRecorded();
    const id = await availableVolume(engine);
    engine.jobs.hold();
    await volumes.extend(alice, id, 5);
    expect(await volumes.get(alice, id)).toMatchObject({ status: 'extending', size: 1, newSize: 5 });
    expect(await usage(engine)).toMatchObject({ gigabytes: 5 });
    engine.jobs.failNext('no room');
    engine.jobs.resume();
    await engine.jobs.idle();
    expect(await volumes.get(alice, id)).toMatchObject({
      status: 'error_extending',
      size: 1,
      newSize: null,
    });
    expect(await usage(engine)).toMatchObject({ gigabytes: 1 });
    await volumes.delete(alice, id);
    await engine.jobs.idle();
    expect(await usage(engine)).toEqual(UNUSED);
  });

  it('over the quota is refused and leaves the volume as it was', async () => {
    const { engine, volumes } = await openRecorded();
    const id = await availableVolume(engine);
    expect(await faultKindOf(volumes.extend(alice, id, 1001))).toBe('volumeSizeExceedsQuota');
    expect(await volumes.get(alice, id)).toMatchObject({ status: 'available', size: 1, newSize: null });
    expect(await usage(engine)).toMatchObject({ gigabytes: 1 });
  });
});

describe('an administrator', () => {
  /** What may be under way when somebody has had enough of it. */
  const underWay: Readonly<Record<string, (engine: TestEngine, id: string) => Promise<unknown>>> = {
    nothing: async () => undefined,
    'a backup': (engine, volumeId) => engine.backups.create(alice, { volumeId }),
    'an attachment': async (engine, volumeId) =>
      void engine.attachments.attach(alice, { serverId: SERVER, volumeId }).catch(() => undefined),
    'an extension': (engine, id) => engine.volumes.extend(alice, id, 3),
    'a deletion': (engine, id) => engine.volumes.delete(alice, id),
    'a snapshot': (engine, volumeId) => engine.snapshots.create(alice, { volumeId }),
  };

  it.each(Object.keys(underWay))(
    'deletes a volume with %s under way, and nothing of it is left',
    async (what) => {
      const world = await openRecorded();
      const { engine, volumes, open } = world;
      const id = await availableVolume(engine);
      engine.jobs.hold();
      await underWay[what]?.(engine, id);
      await volumes.forceDelete(admin, id);
      expect(await statusOf(engine, id)).toBe('deleting');
      engine.jobs.resume();
      await engine.jobs.idle();
      expect(await faultKindOf(volumes.get(alice, id))).toBe('volumeNotFound');
      await expect(engine.blocks.openVolume(id)).rejects.toThrow();
      expect(open.has(id)).toBe(false);
      expect(await engine.attachments.list(alice, SERVER)).toEqual([]);
      for (const snapshot of await engine.snapshots.list(alice))
        await engine.snapshots.delete(alice, snapshot.id);
      await engine.jobs.idle();
      expect(await usage(engine)).toEqual(UNUSED);
      expect((await engine.backups.list(alice)).map(({ status }) => status)).not.toContain('creating');
    },
  );

  it('deletes a volume that a server has, whose device is free again', async () => {
    const { engine, volumes, open } = await openRecorded();
    const id = await availableVolume(engine);
    await volumes.attach(alice, id, { serverId: SERVER, mountpoint: '/dev/vdb' });
    expect(open.has(id)).toBe(true);
    await volumes.forceDelete(admin, id);
    await engine.jobs.idle();
    expect(open.has(id)).toBe(false);
    const other = await availableVolume(engine);
    await volumes.attach(alice, other, { serverId: SERVER, mountpoint: '/dev/vdb' });
  });

  it('deletes a volume that is still being made, and one that is being restored', async () => {
    const { engine, volumes } = await openRecorded();
    const source = await availableVolume(engine);
    const { id: backupId } = await engine.backups.create(alice, { volumeId: source });
    await engine.jobs.idle();
    engine.jobs.hold();
    const { id: made } = await volumes.create(alice, { size: 1 });
    await engine.backups.restore(alice, { backupId, volumeId: source });
    for (const id of [made, source]) await volumes.forceDelete(admin, id);
    engine.jobs.resume();
    await engine.jobs.idle();
    expect(await volumes.list(alice)).toEqual([]);
    expect(await usage(engine)).toEqual(UNUSED);
    expect((await engine.backups.get(alice, backupId)).status).toBe('available');
    for (const id of [made, source]) await expect(engine.blocks.openVolume(id)).rejects.toThrow();
  });

  it('takes a volume from a server while it is being attached', async () => {
    const world = await openRecorded();
    const { engine, volumes } = world;
    const id = await availableVolume(engine);
    engine.jobs.hold();
    void volumes.attach(alice, id, { serverId: SERVER }).catch(() => undefined);
    await expect.poll(() => statusOf(engine, id)).toBe('attaching');
    void volumes.forceDetach(admin, id);
    await expect.poll(() => statusOf(engine, id)).toBe('detaching');
    engine.jobs.resume();
    await expectSettled(world, id);
    expect(await volumes.get(alice, id)).toMatchObject({ status: 'available', attachment: null });
  });

  it('resets no status while a job works on the volume, which would go on with what it does', async () => {
    const { engine, volumes } = await openRecorded();
    const id = await availableVolume(engine);
    engine.jobs.hold();
    await engine.backups.create(alice, { volumeId: id });
    const reset = () => volumes.resetStatus(admin, id, { status: 'available' });
    expect(await faultKindOf(reset())).toBe('workUnderWay');
    expect(await statusOf(engine, id)).toBe('backing-up');
    engine.jobs.resume();
    await engine.jobs.idle();
    await reset();
    expect(await statusOf(engine, id)).toBe('available');
  });

  it('resets no status of a snapshot that is being taken', async () => {
    const { engine } = await openRecorded();
    const volumeId = await availableVolume(engine);
    engine.jobs.hold();
    const { id } = await engine.snapshots.create(alice, { volumeId });
    const reset = () => engine.snapshots.resetStatus(admin, id, { status: 'error' });
    expect(await faultKindOf(reset())).toBe('workUnderWay');
    await engine.snapshots.forceDelete(admin, id);
    engine.jobs.resume();
    await engine.jobs.idle();
    expect(await engine.snapshots.list(alice)).toEqual([]);
    expect(await usage(engine)).toMatchObject({ snapshots: 0, gigabytes: 1 });
  });
});
