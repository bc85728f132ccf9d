import { describe, expect, it } from 'vitest';
import { noExports } from './exports.ts';
import { createQuotas } from './quotas.ts';
import {
  alice,
  availableVolume,
  bob,
  faultKindOf,
  faultOf,
  faultsOf,
  openTestEngine,
  readBytes,
  type TestEngine,
  writeBytes,
} from './testing.ts';

const D = 'hp-block-storage-v1';
const NOBODY = '00000000-0000-4000-8000-000000000000';
const unlimited = createQuotas({ defaults: { volumes: -1 } });

const statusOf = async (engine: TestEngine, id: string) => (await engine.volumes.get(alice, id)).status;

describe('attaching a volume', () => {
  it(`goes from available through attaching to in-use [${D}/4.5.1/status-available-attaching] [${D}/4.5.1/status-attaching-in-use] [${D}/4.5.4/status-available-attaching] [${D}/4.5.4/status-attaching-in-use] [${D}/4.5.4.2/attach-volume-to-server] [${D}/4.5.4.2/param-volume-id]`, async () => {
    const seen: string[] = [];
    const engine = await openTestEngine({
      exports: {
        ...noExports,
        open: async (id) => void seen.push(await statusOf(engine, id)),
        close: async () => undefined,
      },
    });
    const volumeId = await availableVolume(engine);
    const attachment = await engine.attachments.attach(alice, { serverId: 'server', volumeId });
    expect(seen).toEqual(['attaching']);
    expect(attachment).toMatchObject({ volumeId, serverId: 'server', device: '/dev/vdb', tenantId: 'alice' });
    expect(await engine.volumes.get(alice, volumeId)).toMatchObject({ status: 'in-use', attachment });
    expect(await engine.attachments.get(alice, 'server', volumeId)).toEqual(attachment);
  });

  it(`lets one of 200 that attach the same volume at the same time win [${D}/1/one-instance-at-a-time]`, async () => {
    const engine = await openTestEngine();
    const volumeId = await availableVolume(engine);
    const results = await Promise.allSettled(
      Array.from({ length: 200 }, (_, index) =>
        engine.attachments.attach(alice, { serverId: `server-${index}`, volumeId }),
      ),
    );
    const winners = results.filter((result) => result.status === 'fulfilled');
    expect(winners).toHaveLength(1);
    for (const result of results) {
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ kind: 'volumeNotAttachable' });
    }
    expect(await engine.volumes.get(alice, volumeId)).toMatchObject({
      status: 'in-use',
      attachment: winners[0]?.value,
    });
  });

  it(`gives the device that was asked for, and the next free one from /dev/vdb otherwise [${D}/4.5.4.2/param-device] [${D}/4.5.4.2/device-auto-open]`, async () => {
    const engine = await openTestEngine();
    const devices: string[] = [];
    for (const device of ['/dev/vdc', undefined, null, 'auto', '', '/dev/sda1']) {
      const volumeId = await availableVolume(engine);
      devices.push((await engine.attachments.attach(alice, { serverId: 'server', volumeId, device })).device);
    }
    expect(devices).toEqual(['/dev/vdc', '/dev/vdb', '/dev/vdd', '/dev/vde', '/dev/vdf', '/dev/sda1']);
    const listed = await engine.attachments.list(alice, 'server');
    expect(listed.map(({ device }) => device)).toEqual([...devices].sort());
  });

  it('refuses a device that is in use, or that is none, and leaves the volume available', async () => {
    const engine = await openTestEngine();
    const first = await availableVolume(engine);
    const second = await availableVolume(engine);
    await engine.attachments.attach(alice, { serverId: 'server', volumeId: first, device: '/dev/vdb' });
    const taken = await faultOf(
      engine.attachments.attach(alice, { serverId: 'server', volumeId: second, device: '/dev/vdb' }),
    );
    expect(taken).toMatchObject({
      category: 'conflict',
      message: 'The supplied device path (/dev/vdb) is in use.',
    });
    for (const device of [
      'vdb',
      '/dev/',
      '/dev/vdb/',
      '/dev/../vdb',
      '/etc/passwd',
      'AUTO',
      '/dev/v b',
      ' /dev/vdb',
    ]) {
      const fault = await faultOf(
        engine.attachments.attach(alice, { serverId: 'server', volumeId: second, device }),
      );
      expect(fault).toMatchObject({
        category: 'invalid',
        message: `The supplied device path (${device}) is invalid.`,
      });
    }
    expect(await statusOf(engine, second)).toBe('available');
    const elsewhere = { serverId: 'other', volumeId: second, device: '/dev/vdb' };
    expect((await engine.attachments.attach(alice, elsewhere)).device).toBe('/dev/vdb');
  });

  it('takes 26 volumes per server, each at a device of its own, however many are attached at once', async () => {
    const engine = await openTestEngine({ quotas: unlimited });
    const volumes = await Promise.all(
      Array.from({ length: 30 }, () => engine.volumes.create(alice, { size: 1 })),
    );
    await engine.jobs.idle();
    const results = await Promise.allSettled(
      volumes.map(({ id }) => engine.attachments.attach(alice, { serverId: 'server', volumeId: id })),
    );
    const devices = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value.device] : []));
    expect(new Set(devices).size).toBe(26);
    expect(devices).toContain('/dev/vdz');
    expect(devices).toContain('/dev/vdaa');
    const refused = results.find((result) => result.status === 'rejected');
    expect(refused?.reason).toMatchObject({ kind: 'serverFull', category: 'invalid' });
    const states = (await engine.volumes.list(alice)).map(({ status }) => status);
    expect(states.filter((status) => status === 'available')).toHaveLength(4);
  });

  it('refuses a volume that is attached already, not there, or not an id at all', async () => {
    const engine = await openTestEngine();
    const volumeId = await availableVolume(engine);
    await engine.attachments.attach(alice, { serverId: 'server', volumeId });
    const again = await faultOf(engine.attachments.attach(alice, { serverId: 'server', volumeId }));
    expect(again.message).toMatch(
      /^Invalid volume: status must be available, but it is in-use: .*already attached/,
    );
    expect(await faultKindOf(engine.attachments.attach(alice, { serverId: 's', volumeId: NOBODY }))).toBe(
      'volumeNotFound',
    );
    const malformed = await faultOf(engine.attachments.attach(alice, { serverId: 's', volumeId: 'x' }));
    expect(malformed.message).toBe('Bad volumeId format: volumeId is not in proper format (x)');
    for (const serverId of ['', ' ', 'a\0b', 'x'.repeat(256)]) {
      expect(await faultKindOf(engine.attachments.attach(alice, { serverId, volumeId }))).toBe(
        'serverNotFound',
      );
    }
  });

  it(`does not take a snapshot for a volume [${D}/2.2.2/snapshot-not-attachable]`, async () => {
    const engine = await openTestEngine();
    const { id } = await engine.snapshots.create(alice, { volumeId: await availableVolume(engine) });
    await engine.jobs.idle();
    const attaching = engine.attachments.attach(alice, { serverId: 'server', volumeId: id });
    expect(await faultKindOf(attaching)).toBe('volumeNotFound');
  });

  it(`ends in error_attaching, unattached, when the volume cannot be exported [${D}/4.5.1/status-error-attaching] [${D}/4.5.4/status-error-attaching]`, async () => {
    let opened = 0;
    const engine = await openTestEngine({
      exports: {
        ...noExports,
        open: async () => {
          opened += 1;
          throw new Error('no socket');
        },
        close: async () => undefined,
      },
    });
    const volumeId = await availableVolume(engine);
    const fault = await faultOf(engine.attachments.attach(alice, { serverId: 'server', volumeId }));
    expect(fault).toMatchObject({ kind: 'attachFailed', category: 'internal' });
    expect(opened).toBe(3);
    expect(await engine.volumes.get(alice, volumeId)).toMatchObject({
      status: 'error_attaching',
      attachment: null,
    });
    expect(await engine.attachments.list(alice, 'server')).toEqual([]);
  });

  it('answers attaching while jobs are held, instead of keeping the caller waiting', async () => {
    const engine = await openTestEngine();
    const volumeId = await availableVolume(engine);
    engine.jobs.hold();
    await engine.attachments.attach(alice, { serverId: 'server', volumeId });
    expect(await statusOf(engine, volumeId)).toBe('attaching');
    await engine.jobs.advance();
    expect(await statusOf(engine, volumeId)).toBe('in-use');
  });
});

describe('a bootable volume', () => {
  it(`serves as root of one server after another and keeps its contents [${D}/2.2.1/bootable-volume-as-root] [${D}/2.2.1/instance-end-keeps-volume] [${D}/2.2.1/new-instance-from-same-volume]`, async () => {
    const engine = await openTestEngine();
    const imageRef = '62560ce2-ee31-4ee6-bc9b-81a98fd3d52b';
    const { id: volumeId } = await engine.volumes.create(alice, { size: 1, imageRef });
    await engine.jobs.idle();
    const root = { volumeId, device: '/dev/vda' };
    expect((await engine.attachments.attach(alice, { ...root, serverId: 'first' })).device).toBe('/dev/vda');
    await writeBytes(engine.blocks, volumeId, 0, Buffer.from('installed'));
    await engine.attachments.detach(alice, 'first', volumeId);
    await engine.attachments.attach(alice, { ...root, serverId: 'second' });
    expect(await engine.volumes.get(alice, volumeId)).toMatchObject({
      status: 'in-use',
      bootable: true,
      attachment: { serverId: 'second', device: '/dev/vda' },
    });
    expect((await readBytes(engine.blocks, volumeId, 0, 9)).toString()).toBe('installed');
  });
});

describe('detaching a volume', () => {
  it(`goes from in-use through detaching to available [${D}/4.5.1/status-in-use-detaching] [${D}/4.5.1/status-detaching-available] [${D}/4.5.4/status-in-use-detaching] [${D}/4.5.4/status-detaching-available] [${D}/4.5.4.3/detach-volume-from-server]`, async () => {
    const seen: string[] = [];
    const engine = await openTestEngine({
      exports: {
        ...noExports,
        open: async () => undefined,
        close: async (id) => void seen.push(await statusOf(engine, id)),
      },
    });
    const volumeId = await availableVolume(engine);
    await engine.attachments.attach(alice, { serverId: 'server', volumeId });
    await engine.attachments.detach(alice, 'server', volumeId);
    expect(seen).toEqual(['detaching']);
    expect(await engine.volumes.get(alice, volumeId)).toMatchObject({
      status: 'available',
      attachment: null,
    });
    expect(await faultKindOf(engine.attachments.get(alice, 'server', volumeId))).toBe('notAttached');
    await engine.attachments.attach(alice, { serverId: 'another', volumeId });
    expect(await statusOf(engine, volumeId)).toBe('in-use');
  });

  it('needs the server that it is attached to', async () => {
    const engine = await openTestEngine();
    const volumeId = await availableVolume(engine);
    await engine.attachments.attach(alice, { serverId: 'server', volumeId });
    const faults = await faultsOf([
      engine.attachments.detach(alice, 'other', volumeId),
      engine.attachments.get(alice, 'other', volumeId),
      engine.attachments.detach(bob, 'server', volumeId),
      engine.attachments.get(bob, 'server', volumeId),
      engine.attachments.detach(alice, 'server', NOBODY),
    ]);
    for (const fault of faults) expect(fault).toMatchObject({ kind: 'notAttached', category: 'notFound' });
    expect(await statusOf(engine, volumeId)).toBe('in-use');
  });

  it('happens once, however many ask for it', async () => {
    const engine = await openTestEngine();
    const volumeId = await availableVolume(engine);
    await engine.attachments.attach(alice, { serverId: 'server', volumeId });
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, () => engine.attachments.detach(alice, 'server', volumeId)),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it(`ends in error_detaching, still attached, when the export cannot be closed [${D}/4.5.1/status-error-detaching] [${D}/4.5.4/status-error-detaching]`, async () => {
    const engine = await openTestEngine();
    const volumeId = await availableVolume(engine);
    const attachment = await engine.attachments.attach(alice, { serverId: 'server', volumeId });
    engine.jobs.failNext('in use by the kernel');
    const fault = await faultOf(engine.attachments.detach(alice, 'server', volumeId));
    expect(fault).toMatchObject({ kind: 'detachFailed', category: 'internal' });
    expect(await engine.volumes.get(alice, volumeId)).toMatchObject({
      status: 'error_detaching',
      attachment,
    });
  });
});

describe('listing attachments', () => {
  it(`shows those of the server and the tenant, page by page [${D}/4.5.4.1/lists-volumes-of-server] [${D}/4.5.4.4/get-attachment]`, async () => {
    const engine = await openTestEngine();
    const ids: string[] = [];
    for (let index = 0; index < 3; index += 1) {
      const volumeId = await availableVolume(engine);
      ids.push(volumeId);
      await engine.attachments.attach(alice, { serverId: 'server', volumeId });
    }
    const bobs = await availableVolume(engine, bob);
    await engine.attachments.attach(bob, { serverId: 'server', volumeId: bobs });
    const listed = async (page?: { limit?: number; offset?: number }) =>
      (await engine.attachments.list(alice, 'server', page)).map(({ volumeId }) => volumeId);
    expect(await listed()).toEqual(ids);
    expect(await listed({ limit: 1, offset: 1 })).toEqual([ids[1]]);
    expect(await engine.attachments.list(alice, 'unknown')).toEqual([]);
    // The same device of the same server id, because servers of different tenants are different servers.
    expect((await engine.attachments.get(bob, 'server', bobs)).device).toBe('/dev/vdb');
  });
});
