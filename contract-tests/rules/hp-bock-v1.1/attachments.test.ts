import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { world } from '../world.ts';
import { attachmentsOf, bock, sample } from './bock.ts';

const dev = world('--quota-volumes', '-1', '--quota-gigabytes', '-1');
const api = bock((...request) => dev.ask(...request));

let servers = 258_315;
/** The number of a server that has no volumes yet. */
const freshServer = (): number => ++servers;
const listed = async (serverId: number | string) =>
  (await dev.ask('GET', attachmentsOf(serverId))).json().volumeAttachments;

describe('attaching a volume', () => {
  it('[hp-bock-v1.1/4.4.3.2/attach-volume-in-body] [hp-bock-v1.1/4.4.2/volume-lifecycle-attach] [hp-bock-v1.1/4.4.3/lifecycle] [hp-bock-v1.1/4.4.3/attached-means-in-use] [hp-bock-v1.1/4.4.3.1/attachment-fields] [hp-bock-v1.1/4.4.2.1/integer-ids] makes it in-use, which the volume and the server show with numbers', async () => {
    const [serverId, { id, status }] = [freshServer(), await api.volume()];
    expect(status).toBe('available');
    expect((await api.attach(serverId, { volumeId: id, device: '/dev/vdf' })).status).toBe(200);
    const volume = await api.reachVolume(id, 'in-use');
    const attachment = { device: '/dev/vdf', serverId, id, volumeId: id };
    expect(volume.attachments).toEqual([attachment]);
    expect(await listed(serverId)).toEqual([attachment]);
    const [shown] = sample('4.4.3.1/list-attached-volumes-response').volumeAttachments;
    expect(Object.keys(attachment).sort()).toEqual(Object.keys(shown).sort());
  });

  it('[hp-bock-v1.1/4.4.3.2/attach-response-short] [hp-bock-v1.1/4.4.3.2/param-volume-id] answers with the volume alone, as a string where it came as one, and as a number where it came as one', async () => {
    for (const idOf of [String, Number]) {
      const volumeId = idOf((await api.volume()).id);
      const { status, json } = await api.attach(freshServer(), { volumeId, device: '/dev/sdf' });
      expect(status).toBe(200);
      expect(json()).toEqual({ volumeAttachment: { id: volumeId, volumeId } });
    }
  });

  it('[hp-bock-v1.1/4.4.3.2/param-volume-id] needs a volume that there is', async () => {
    const serverId = freshServer();
    for (const fields of [{}, { volumeId: null }, { volumeId: [1] }, { volumeId: true }, { volumeId: 1.5 }]) {
      const { status } = await api.attach(serverId, { device: '/dev/vdb', ...fields });
      expect(status, JSON.stringify(fields)).toBe(400);
    }
    for (const volumeId of [999_999, '999999', randomUUID(), 'none', '']) {
      const { status, json } = await api.attach(serverId, { volumeId, device: '/dev/vdb' });
      expect(status).toBe(404);
      expect(json().itemNotFound.message).toBe(`Volume ${volumeId} could not be found.`);
    }
    expect(await listed(serverId)).toEqual([]);
  });

  it('[hp-bock-v1.1/4.4.3.2/param-device] gives the device that is asked for, else the first that is free', async () => {
    const serverId = freshServer();
    for (const fields of [{ device: '/dev/vdc' }, {}, { device: null }, { device: 'auto' }]) {
      expect((await api.attach(serverId, { volumeId: (await api.volume()).id, ...fields })).status).toBe(200);
    }
    const devices = (await listed(serverId)).map(({ device }: { device: string }) => device);
    expect(devices).toEqual(['/dev/vdb', '/dev/vdc', '/dev/vdd', '/dev/vde']);
  });

  it('[hp-bock-v1.1/4.4.3/device-valid-and-unique] refuses a device that is none, and one that the server has', async () => {
    const serverId = freshServer();
    await api.attached(serverId, (await api.volume()).id, '/dev/vdf');
    const { id: volumeId } = await api.volume();
    for (const device of ['vdf', '/dev/', '/etc/passwd', '/dev/../x', 5]) {
      const { status, json } = await api.attach(serverId, { volumeId, device });
      expect(status, String(device)).toBe(400);
      expect(json().badRequest.message).toContain('device');
    }
    const again = await api.attach(serverId, { volumeId, device: '/dev/vdf' });
    expect(again.status).toBe(409);
    expect(again.json()).toEqual({
      inProgress: { code: 409, message: 'The supplied device path (/dev/vdf) is in use.' },
    });
    expect(await api.showVolume(volumeId)).toMatchObject({ status: 'available', attachments: [{}] });
    expect((await api.attach(freshServer(), { volumeId, device: '/dev/vdf' })).status).toBe(200);
  });

  it('[hp-bock-v1.1/4.4.3/one-server-per-volume] [hp-bock-v1.1/4.4.3/attach-needs-available] refuses a volume that a server has, be it this one or another', async () => {
    const [first, other] = [freshServer(), freshServer()];
    const { id: volumeId } = await api.volume();
    await api.attached(first, volumeId);
    for (const serverId of [first, other]) {
      const { status, json } = await api.attach(serverId, { volumeId });
      expect(status).toBe(400);
      expect(json().badRequest.message).toContain('in-use');
    }
    expect(await listed(other)).toEqual([]);
    expect((await api.detach(first, volumeId)).status).toBe(202);
    await api.reachVolume(volumeId, 'available');
    expect((await api.attach(other, { volumeId })).status).toBe(200);
  });

  it('[hp-bock-v1.1/4.4.3/many-volumes-per-server] [hp-bock-v1.1/4.4.3.1/lists-volumes-of-server] gives a server as many as it asks for, and shows it its own alone', async () => {
    const [one, two] = [freshServer(), freshServer()];
    const ids = [];
    for (let i = 0; i < 4; i++) ids.push((await api.volume()).id);
    for (const id of ids.slice(1)) await api.attached(one, id);
    await api.attached(two, ids[0] ?? 0);
    const volumesOf = async (serverId: number) =>
      (await listed(serverId)).map(({ volumeId }: { volumeId: number }) => volumeId);
    expect(await volumesOf(one)).toEqual(ids.slice(1));
    expect(await volumesOf(two)).toEqual([ids[0]]);
    expect(await volumesOf(freshServer())).toEqual([]);
    const page = await dev.ask('GET', `${attachmentsOf(one)}?limit=1&offset=1`);
    expect(page.json().volumeAttachments).toHaveLength(1);
  });

  it('gives back the id of a server as it is, a number or not', async () => {
    for (const serverId of ['258315', randomUUID(), '007', 'a-server', '9'.repeat(20)]) {
      const { id } = await api.volume();
      const { attachments } = await api.attached(serverId, id);
      const shown = serverId === '258315' ? 258_315 : serverId;
      expect(attachments).toEqual([expect.objectContaining({ serverId: shown })]);
      await api.detach(serverId, id);
    }
  });
});

describe('detaching a volume', () => {
  it('[hp-bock-v1.1/4.4.3.3/detach-from-server] [hp-bock-v1.1/4.4.3.3/detach-202] [hp-bock-v1.1/4.4.3.3/detach-no-body] [hp-bock-v1.1/4.4.2/volume-lifecycle-detach] [hp-bock-v1.1/4.4.3/lifecycle] answers 202 without a body, and this volume alone is available again', async () => {
    const serverId = freshServer();
    const [kept, lost] = [await api.volume(), await api.volume()];
    for (const { id } of [kept, lost]) await api.attached(serverId, id);
    const { status, text, headers } = await api.detach(serverId, lost.id);
    expect(status).toBe(202);
    expect(text).toBe('');
    expect(headers.get('content-type')).toBeNull();
    expect((await api.reachVolume(lost.id, 'available')).attachments).toEqual([{}]);
    expect(await api.showVolume(kept.id)).toMatchObject({ status: 'in-use' });
    expect((await listed(serverId)).map(({ id }: { id: number }) => id)).toEqual([kept.id]);
  });

  it('[hp-bock-v1.1/4.4.3/detach-needs-in-use] refuses what the server does not have', async () => {
    const [serverId, other] = [freshServer(), freshServer()];
    const { id } = await api.volume();
    const missing = await api.detach(serverId, id);
    expect(missing.status).toBe(404);
    expect(missing.json().itemNotFound.message).toBe('The volume is not attached to this server.');
    await api.attached(serverId, id);
    expect((await api.detach(other, id)).status).toBe(404);
    expect((await api.detach(serverId, 999_999)).json().itemNotFound.message).toBe(
      'Volume 999999 could not be found.',
    );
    expect(await api.showVolume(id)).toMatchObject({ status: 'in-use' });
  });
});

it('an attachment is shown by itself too, for clients of the service that the document describes', async () => {
  const [serverId, { id }] = [freshServer(), await api.volume()];
  await api.attached(serverId, id, '/dev/vdf');
  const path = `${attachmentsOf(serverId)}/${id}`;
  expect((await dev.ask('GET', path)).json()).toEqual({
    volumeAttachment: { device: '/dev/vdf', serverId, id, volumeId: id },
  });
  expect((await dev.ask('GET', `${attachmentsOf(serverId)}/999999`)).status).toBe(404);
});
