import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ask, asker, availableVolume, until, volumeIn } from '../support/requests.ts';
import { type ServerProcess, startServer } from '../support/server.ts';
import {
  act,
  attachedVolume,
  expectAccepted,
  expectRefused,
  formats,
  OTHER_SERVER,
  SERVER,
  UNKNOWN,
  volumeOf,
} from './acting.ts';

const attachTo = (instance_uuid: string, mountpoint = '/dev/vdc') => ({
  'os-attach': { instance_uuid, mountpoint },
});

describe('actions on volumes', () => {
  let server: ServerProcess;
  let ask: Ask;
  beforeAll(async () => {
    server = await startServer({
      args: ['--quota-volumes', '-1', '--quota-gigabytes', '-1', '--log-level', 'warn'],
    });
    ask = asker(server.url);
  });
  afterAll(() => server.stop());

  describe.each(formats)('in %s', (format) => {
    const perform = (id: string, action: object) => act(ask, id, action, { format });

    it('os-attach: 202, the volume is in use and shows the attachment; os-detach: 202, it is available', async () => {
      const { id } = await availableVolume(ask);
      expectAccepted(await perform(id, attachTo(SERVER, `/dev/v${format}`)));
      expect(await volumeOf(ask, id)).toMatchObject({
        status: 'in-use',
        attachments: [{ id, volume_id: id, server_id: SERVER, device: `/dev/v${format}` }],
      });
      expectAccepted(await perform(id, { 'os-detach': null }));
      expect(await volumeOf(ask, id)).toMatchObject({ status: 'available', attachments: [] });
    });

    it('os-attach of an unknown volume, and os-detach of one with the id xxx: 404', async () => {
      expectRefused(await perform(UNKNOWN, attachTo(SERVER)), 404, 'could not be found');
      expectRefused(await perform('xxx', { 'os-detach': null }), 404, 'could not be found');
    });

    it('os-attach of a volume in use: 400, Invalid volume', async () => {
      const id = await attachedVolume(ask, `/dev/w${format}`);
      expectRefused(await perform(id, attachTo(OTHER_SERVER)), 400, /^Invalid volume: .*in-use/);
      expectRefused(await perform(id, attachTo(SERVER)), 400, /^Invalid volume: .*in-use/);
      expectAccepted(await perform(id, { 'os-detach': null }));
    });

    it('os-reserve and os-unreserve: available, attaching and back', async () => {
      const { id } = await availableVolume(ask);
      expectAccepted(await perform(id, { 'os-reserve': null }));
      expect(await volumeOf(ask, id)).toMatchObject({ status: 'attaching', attachments: [] });
      expectRefused(
        await perform(id, { 'os-reserve': null }),
        400,
        /^Invalid volume: Volume status must be available to reserve/,
      );
      expectAccepted(await perform(id, { 'os-unreserve': null }));
      expect(await volumeOf(ask, id)).toMatchObject({ status: 'available' });
      // Who tidies up says so whether or not there is anything to tidy up.
      expectAccepted(await perform(id, { 'os-unreserve': null }));
      expect(await volumeOf(ask, id)).toMatchObject({ status: 'available' });
    });

    it('os-attach of a volume that was reserved', async () => {
      const { id } = await availableVolume(ask);
      await perform(id, { 'os-reserve': null });
      expectAccepted(await perform(id, attachTo(SERVER, `/dev/r${format}`)));
      expect(await volumeOf(ask, id)).toMatchObject({
        status: 'in-use',
        attachments: [{ server_id: SERVER }],
      });
      expectAccepted(await perform(id, { 'os-detach': null }));
    });

    it('os-detach of a volume that was reserved gives the reservation up', async () => {
      const { id } = await availableVolume(ask);
      await perform(id, { 'os-reserve': null });
      expectAccepted(await perform(id, { 'os-detach': null }));
      expect(await volumeOf(ask, id)).toMatchObject({ status: 'available' });
      expectRefused(await perform(id, { 'os-detach': null }), 400, /^Invalid volume: /);
    });

    it('os-begin_detaching and os-roll_detaching: in-use, detaching and back', async () => {
      const id = await attachedVolume(ask, `/dev/x${format}`);
      expectAccepted(await perform(id, { 'os-begin_detaching': null }));
      expect(await volumeOf(ask, id)).toMatchObject({
        status: 'detaching',
        attachments: [{ server_id: SERVER }],
      });
      expectRefused(await perform(id, { 'os-begin_detaching': null }), 400, /^Invalid volume: /);
      expectAccepted(await perform(id, { 'os-roll_detaching': null }));
      expect(await volumeOf(ask, id)).toMatchObject({ status: 'in-use' });
      expectAccepted(await perform(id, { 'os-roll_detaching': null }));
      expectAccepted(await perform(id, { 'os-begin_detaching': null }));
      expectAccepted(await perform(id, { 'os-detach': null }));
      expect(await volumeOf(ask, id)).toMatchObject({ status: 'available', attachments: [] });
    });

    it('os-extend: 202, extending, and then available with the new size', async () => {
      const { id } = await availableVolume(ask);
      expectAccepted(await perform(id, { 'os-extend': { new_size: 3 } }));
      expect(await volumeIn(ask, id, 'available')).toMatchObject({ size: 3 });
      expectAccepted(await perform(id, { 'os-extend': { new_size: '5' } }));
      expect(await volumeIn(ask, id, 'available')).toMatchObject({ size: 5 });
    });

    it('os-extend to the same size, to a smaller one and to none: 400', async () => {
      const { id } = await availableVolume(ask, { size: 2 });
      const extend = (new_size: unknown) => perform(id, { 'os-extend': { new_size } });
      const sentence = /^Invalid input received: New size for extend must be greater than current size/;
      expectRefused(await extend(2), 400, sentence);
      expectRefused(await extend(1), 400, sentence);
      for (const wrong of [0, -1, 'big', '1.5', 2048])
        expectRefused(await extend(wrong), 400, /^Invalid input/);
      expectRefused(await perform(id, { 'os-extend': {} }), 400, /^Invalid input received: .*new_size/);
      expect(await volumeOf(ask, id)).toMatchObject({ status: 'available', size: 2 });
    });

    it('os-extend of a volume in use, and of an unknown one: 400 and 404', async () => {
      const id = await attachedVolume(ask, `/dev/y${format}`);
      const extend = { 'os-extend': { new_size: 9 } };
      expectRefused(
        await perform(id, extend),
        400,
        /^Invalid volume: Volume status must be available to extend/,
      );
      expectRefused(await perform(UNKNOWN, extend), 404, 'could not be found');
      expectAccepted(await perform(id, { 'os-detach': null }));
    });

    it('os-update_readonly_flag: the volume says so, and is attached to be read', async () => {
      const { id } = await availableVolume(ask);
      const flag = (readonly: unknown) => perform(id, { 'os-update_readonly_flag': { readonly } });
      expectAccepted(await flag(true));
      expect((await volumeOf(ask, id)).metadata).toEqual({ readonly: 'True' });
      const attach = { instance_uuid: SERVER, mountpoint: `/dev/z${format}` };
      expectRefused(
        await perform(id, { 'os-attach': { ...attach, mode: 'rw' } }),
        400,
        /Invalid attaching mode 'rw'/,
      );
      expectAccepted(await perform(id, { 'os-attach': attach }));
      expect((await volumeOf(ask, id)).metadata).toEqual({ readonly: 'True', attached_mode: 'ro' });
      expectRefused(await flag(false), 400, /^Invalid volume: Volume status must be available/);
      expectAccepted(await perform(id, { 'os-detach': null }));
      expectAccepted(await flag('False'));
      expect((await volumeOf(ask, id)).metadata).toEqual({ readonly: 'False' });
      for (const wrong of ['maybe', '2']) expectRefused(await flag(wrong), 400, 'readonly');
      expectRefused(
        await perform(id, { 'os-update_readonly_flag': {} }),
        400,
        'Must specify readonly in request.',
      );
    });

    it('an unknown action: 400, There is no such action', async () => {
      const { id } = await availableVolume(ask);
      const sent =
        format === 'json'
          ? await act(ask, id, { 'os-dance': null })
          : await ask('POST', `/v1/dev/volumes/${id}/action`, {
              headers: { Accept: 'application/xml' },
              body: '<os-dance/>',
            });
      expectRefused(sent, 400, 'There is no such action: os-dance');
    });

    it('os-volume_upload_image without a name: 400', async () => {
      const { id } = await availableVolume(ask);
      expectRefused(
        await perform(id, { 'os-volume_upload_image': { force: false } }),
        400,
        'No image_name was specified in request.',
      );
    });
  });

  it('null, {} and text do for actions without parameters', async () => {
    const { id } = await availableVolume(ask);
    for (const nothing of [null, {}, '', { ignored: 1 }]) {
      expectAccepted(await act(ask, id, { 'os-reserve': nothing }));
      expectAccepted(await act(ask, id, { 'os-unreserve': nothing }));
    }
  });

  it('two actions in a body, none, and no object: 400, Malformed request body', async () => {
    const { id } = await availableVolume(ask);
    expectRefused(
      await act(ask, id, { 'os-reserve': null, 'os-detach': null }),
      400,
      /^Malformed request body/,
    );
    expectRefused(await act(ask, id, {}), 400, /^Malformed request body/);
    const plain = await ask('POST', `/v1/dev/volumes/${id}/action`, {
      headers: { 'Content-Type': 'application/json' },
      body: 'os-reserve',
    });
    expectRefused(plain, 400, /^Malformed request body/);
    expect(await volumeOf(ask, id)).toMatchObject({ status: 'available' });
  });

  it('a root element in a namespace, or with a prefix, is the action of its local name', async () => {
    const { id } = await availableVolume(ask);
    for (const body of [
      '<os-reserve xmlns="http://docs.openstack.org/compute/api/v1.1"/>',
      '<v:os-unreserve xmlns:v="http://docs.openstack.org/volume/api/v1"/>',
    ])
      expectAccepted(await ask('POST', `/v1/dev/volumes/${id}/action`, { body }));
    expect(await volumeOf(ask, id)).toMatchObject({ status: 'available' });
  });

  it('os-attach without a server: 400; with a device that the server has in use: 409', async () => {
    const { id } = await availableVolume(ask);
    expectRefused(await act(ask, id, { 'os-attach': { mountpoint: '/dev/vdc' } }), 400, 'instance_uuid');
    expectRefused(await act(ask, id, { 'os-attach': null }), 400, /^Invalid input received/);
    const first = await attachedVolume(ask, '/dev/vdq');
    expectRefused(await act(ask, id, attachTo(SERVER, '/dev/vdq')), 409, 'in use');
    expect(await volumeOf(ask, id)).toMatchObject({ status: 'available' });
    expectAccepted(await act(ask, id, { 'os-attach': { instance_uuid: SERVER } }));
    expectAccepted(await act(ask, id, { 'os-detach': null }));
    expectAccepted(await act(ask, first, { 'os-detach': null }));
  });

  it('another tenant finds no volume to act on', async () => {
    const { id } = await availableVolume(ask);
    const body = { 'os-reserve': null };
    const answer = await ask('POST', `/v1/demo/volumes/${id}/action`, { as: 'demo', body });
    expectRefused(answer, 404, `Volume ${id} could not be found.`);
    expect(await volumeOf(ask, id)).toMatchObject({ status: 'available' });
  });

  it('two hundred reserve a volume at once: one wins', async () => {
    const { id } = await availableVolume(ask);
    const answers = await Promise.all(
      Array.from({ length: 200 }, () => act(ask, id, { 'os-reserve': null })),
    );
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 400)).toHaveLength(199);
    expect(await volumeOf(ask, id)).toMatchObject({ status: 'attaching' });
  });

  it('two hundred servers attach a reserved volume at once: one wins, and has it', async () => {
    const { id } = await availableVolume(ask);
    await act(ask, id, { 'os-reserve': null });
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, i) => act(ask, id, attachTo(`server-${i}`))),
    );
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 400)).toHaveLength(199);
    const winner = answers.findIndex(({ status }) => status === 202);
    expect(await volumeOf(ask, id)).toMatchObject({ attachments: [{ server_id: `server-${winner}` }] });
  });

  it('a volume attached by an action is seen, and detached, as any other', async () => {
    const id = await attachedVolume(ask, '/dev/vdk');
    const attachments = `/v2/dev/servers/${SERVER}/os-volume_attachments`;
    expect((await ask('GET', `${attachments}/${id}`)).json()).toEqual({
      volumeAttachment: { id, volumeId: id, serverId: SERVER, device: '/dev/vdk' },
    });
    expect((await ask('DELETE', `${attachments}/${id}`)).status).toBe(202);
    expect(await volumeOf(ask, id)).toMatchObject({ status: 'available', attachments: [] });
  });

  it('the server has failed at nothing', () => expect(server.log()).toBe(''));
});

describe('a quota of gigabytes', () => {
  let server: ServerProcess;
  let ask: Ask;
  beforeAll(async () => {
    server = await startServer({ args: ['--quota-gigabytes', '4'] });
    ask = asker(server.url);
  });
  afterAll(() => server.stop());

  it('counts what a volume is extended by: over it 413, and nothing is changed', async () => {
    const { id } = await availableVolume(ask);
    const extend = (new_size: number) => act(ask, id, { 'os-extend': { new_size } });
    const refused = await extend(5);
    expectRefused(refused, 413, 'VolumeSizeExceedsAvailableQuota');
    expect(refused.headers.get('retry-after')).toBe('0');
    expect(await volumeOf(ask, id)).toMatchObject({ status: 'available', size: 1 });
    expectAccepted(await extend(4));
    await volumeIn(ask, id, 'available');
    const another = () => ask('POST', '/v1/dev/volumes', { body: { volume: { size: 1 } } });
    expect((await another()).status).toBe(413);
    expect((await ask('DELETE', `/v1/dev/volumes/${id}`)).status).toBe(202);
    await until(
      () => ask('GET', `/v1/dev/volumes/${id}`),
      ({ status }) => status === 404,
    );
    expect((await ask('POST', '/v1/dev/volumes', { body: { volume: { size: 4 } } })).status).toBe(200);
  });
});
