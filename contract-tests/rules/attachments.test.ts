import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Format } from '../support/faults.ts';
import { openAttached } from '../support/nbd-exports.ts';
import { type Speak, speaking } from '../support/speaking.ts';
import { world } from './world.ts';

const FORMATS: Format[] = ['json', 'xml'];
const dev = world('--quota-volumes', '-1', '--quota-snapshots', '-1', '--quota-gigabytes', '-1');

const pathOf = (serverId: string, volumeId?: string) =>
  `/v2/dev/servers/${serverId}/os-volume_attachments${volumeId === undefined ? '' : `/${volumeId}`}`;
const attach = (speak: Speak, serverId: string, volumeAttachment: object) =>
  speak('POST', pathOf(serverId), { body: { volumeAttachment } });

describe.each(FORMATS)('attaching in %s', (format) => {
  const speak: Speak = (...request) => speaking(dev.ask, format)(...request);

  it('[hp-block-storage-v1/4.5.4.2/attach-volume-to-server] [hp-block-storage-v1/4.5.4/status-attaching-in-use] [hp-block-storage-v1/4.5.1/status-attaching-in-use] [hp-block-storage-v1/4.5.4.1/attachment-fields] [hp-block-storage-v1/4.5.1.1/attachment-fields] attaches the volume to the server, which both show', async () => {
    const [serverId, { id: volumeId }] = [randomUUID(), await dev.volume()];
    const { status, body } = await attach(speak, serverId, { volumeId, device: '/dev/vdf' });
    expect(status).toBe(200);
    const attachment = { device: '/dev/vdf', id: volumeId, serverId, volumeId };
    expect(body).toEqual({ volumeAttachment: attachment });
    const attached = await dev.reach('volume', volumeId, 'in-use');
    expect(attached.attachments).toEqual([
      { device: '/dev/vdf', id: volumeId, server_id: serverId, volume_id: volumeId },
    ]);
    expect((await speak('GET', pathOf(serverId))).body).toEqual({ volumeAttachments: [attachment] });
  });

  it('[hp-block-storage-v1/4.5.4.2/param-volume-id] takes volumeId and volume_id, of which volumeId counts, and needs one', async () => {
    const serverId = randomUUID();
    const [one, two] = [await dev.volume(), await dev.volume()];
    const either = await attach(speak, serverId, { volume_id: one.id });
    expect(either.body.volumeAttachment.volumeId).toBe(one.id);
    const both = await attach(speak, serverId, { volumeId: two.id, volume_id: one.id });
    expect(both.body.volumeAttachment.volumeId).toBe(two.id);
    expect((await attach(speak, serverId, { device: '/dev/vdb' })).status).toBe(400);
    expect((await attach(speak, serverId, { volumeId: randomUUID() })).status).toBe(404);
  });

  it('[hp-block-storage-v1/4.5.4.2/param-device] [hp-block-storage-v1/4.5.4.2/device-auto-open] gives the device that is asked for, else the first that is free', async () => {
    const serverId = randomUUID();
    const devices: string[] = [];
    for (const device of [{ device: '/dev/vdc' }, {}, { device: null }, { device: 'auto' }]) {
      const { id: volumeId } = await dev.volume();
      devices.push((await attach(speak, serverId, { volumeId, ...device })).body.volumeAttachment.device);
    }
    expect(devices).toEqual(['/dev/vdc', '/dev/vdb', '/dev/vdd', '/dev/vde']);
  });

  it('[hp-block-storage-v1/1/one-instance-at-a-time] attaches a volume to one server at a time', async () => {
    const { id: volumeId } = await dev.volume();
    const first = await dev.attach(volumeId);
    const other = randomUUID();
    for (const serverId of [other, first.serverId]) {
      const { status, body } = await attach(speak, serverId, { volumeId });
      expect(status).toBe(400);
      expect(body.badRequest.message).toContain('in-use');
    }
    expect((await speak('GET', pathOf(other))).body).toEqual({ volumeAttachments: [] });
    expect((await dev.get('volume', volumeId)).attachments).toHaveLength(1);
    await dev.detach(volumeId, first.serverId);
    expect((await attach(speak, other, { volumeId })).status).toBe(200);
  });
});

describe.each(FORMATS)('detaching, %s being asked for', (format) => {
  it('[hp-block-storage-v1/4.5.4.3/detach-volume-from-server] [hp-block-storage-v1/4.5.4.3/detach-202] [hp-block-storage-v1/4.5.4.3/detach-no-body] [hp-block-storage-v1/4.5.4/status-detaching-available] [hp-block-storage-v1/4.5.1/status-detaching-available] answers 202 without a body, and this volume alone is available again', async () => {
    const speak = speaking(dev.ask, format);
    const serverId = randomUUID();
    const [kept, gone] = [await dev.volume(), await dev.volume()];
    for (const { id } of [kept, gone]) await dev.attach(id, serverId);
    const { status, text, headers } = await speak('DELETE', pathOf(serverId, gone.id));
    expect(status).toBe(202);
    expect(text).toBe('');
    expect(headers.get('content-type')).toBeNull();
    expect((await dev.reach('volume', gone.id, 'available')).attachments).toEqual([]);
    const { body } = await speak('GET', pathOf(serverId));
    expect(body.volumeAttachments.map(({ id }: { id: string }) => id)).toEqual([kept.id]);
    expect((await speak('GET', pathOf(serverId, gone.id))).status).toBe(404);
    expect((await speak('DELETE', pathOf(serverId, gone.id))).status).toBe(404);
  });
});

describe('looking at attachments', () => {
  it('[hp-block-storage-v1/4.5.4.1/lists-volumes-of-server] lists those of the server', async () => {
    const [server, other] = [randomUUID(), randomUUID()];
    const [a, b, c] = [await dev.volume(), await dev.volume(), await dev.volume()];
    const attachments = [await dev.attach(a.id, server), await dev.attach(b.id, server)];
    const elsewhere = await dev.attach(c.id, other);
    expect((await dev.ask('GET', pathOf(server))).json()).toEqual({ volumeAttachments: attachments });
    expect((await dev.ask('GET', pathOf(other))).json()).toEqual({ volumeAttachments: [elsewhere] });
    expect((await dev.ask('GET', pathOf(randomUUID()))).json()).toEqual({ volumeAttachments: [] });
  });

  it('[hp-block-storage-v1/4.5.4.4/get-attachment] shows the one of a volume to its server', async () => {
    const server = randomUUID();
    const [a, b] = [await dev.volume(), await dev.volume()];
    const attachment = await dev.attach(a.id, server);
    await dev.attach(b.id, server);
    expect((await dev.ask('GET', pathOf(server, a.id))).json()).toEqual({ volumeAttachment: attachment });
    expect((await dev.ask('GET', pathOf(randomUUID(), a.id))).status).toBe(404);
    expect((await dev.ask('GET', pathOf(server, randomUUID()))).status).toBe(404);
  });
});

describe('a bootable volume', () => {
  it('[hp-block-storage-v1/2.2.1/instance-end-keeps-volume] [hp-block-storage-v1/2.2.1/new-instance-from-same-volume] outlasts its instance with its contents, and a new instance can have it', async () => {
    const made = await dev.volume({ imageRef: randomUUID() });
    const { serverId } = await dev.attach(made.id);
    const disk = await openAttached(dev.server().folder, made.id);
    await disk.write(512, Buffer.from('what the instance wrote'));
    await disk.disconnect();
    // An instance that ends is detached from its volumes, which is all that this service sees of it.
    await dev.detach(made.id, serverId);
    expect(await dev.get('volume', made.id)).toEqual(made);
    expect(made.bootable).toBe('true');
    const next = await dev.attach(made.id);
    expect(next.serverId).not.toBe(serverId);
    const again = await openAttached(dev.server().folder, made.id);
    expect((await again.read(512, 23)).toString()).toBe('what the instance wrote');
    await again.disconnect();
  });
});
