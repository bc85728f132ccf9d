import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NbdOptionError, openNbd } from '../support/nbd-client.ts';
import { type Ask, asker, availableCopy, availableVolume, until } from '../support/requests.ts';
import { type ServerProcess, startServer } from '../support/server.ts';
import {
  type ActOptions,
  act,
  attachedVolume,
  expectAccepted,
  expectRefused,
  formats,
  SERVER,
  UNKNOWN,
  volumeOf,
} from './acting.ts';

const reset = (status: unknown, attach_status?: string) => ({ 'os-reset_status': { status, attach_status } });
const forceDelete = { 'os-force_delete': null };
const forceDetach = { 'os-force_detach': null };
const connect = { 'os-initialize_connection': { connector: { host: 'compute-1' } } };
const admin = { as: 'admin' } as const;

describe('what administrators do', () => {
  let server: ServerProcess;
  let ask: Ask;
  beforeAll(async () => {
    server = await startServer({
      args: [
        '--nbd-grace',
        '0',
        '--quota-volumes',
        '-1',
        '--quota-snapshots',
        '-1',
        '--quota-gigabytes',
        '-1',
      ],
    });
    ask = asker(server.url);
  });
  afterAll(() => server.stop());

  const gone = (id: string, kind = 'volumes') =>
    until(
      () => ask('GET', `/v1/dev/${kind}/${id}`),
      ({ status }) => status === 404,
    );
  const snapshot = async () =>
    String((await availableCopy(ask, 'snapshot', { volume_id: (await availableVolume(ask)).id })).id);

  describe.each(formats)('in %s', (format) => {
    const perform = (id: string, action: object, options: ActOptions = admin) =>
      act(ask, id, action, { format, ...options });

    it('os-reset_status of a volume: 202, and it has that status', async () => {
      const { id } = await availableVolume(ask);
      for (const status of ['error', 'error_deleting', 'creating', 'deleting', 'attaching', 'available']) {
        expectAccepted(await perform(id, reset(status)));
        expect((await volumeOf(ask, id)).status).toBe(status);
      }
    });

    it('os-reset_status of a volume of another tenant: 202', async () => {
      const { id } = await availableVolume(ask, {}, 'demo');
      const body = format === 'json' ? reset('error') : '<os-reset_status status="error"/>';
      expectAccepted(await ask('POST', `/v1/dev/volumes/${id}/action`, { as: 'admin', body }));
      const { status } = (await ask('GET', `/v1/demo/volumes/${id}`, { as: 'demo' })).json().volume;
      expect(status).toBe('error');
    });

    it('os-reset_status to what is no status, or to nothing: 400', async () => {
      const { id } = await availableVolume(ask);
      for (const status of ['invalid', 'deleted', 'ATTACHED'])
        expectRefused(await perform(id, reset(status)), 400, /^Must specify a valid status/);
      expectRefused(await perform(id, { 'os-reset_status': {} }), 400, "Must specify 'status'");
      expectRefused(
        await perform(id, { 'os-reset_status': { 'x-status': 'bad' } }),
        400,
        "Must specify 'status'",
      );
      expectRefused(
        await perform(id, reset('available', 'bogus')),
        400,
        /^Must specify a valid attach status/,
      );
      expect((await volumeOf(ask, id)).status).toBe('available');
    });

    it('os-reset_status of a volume that is not there: 404', async () => {
      expectRefused(await perform(UNKNOWN, reset('error')), 404, 'could not be found');
    });

    it('os-reset_status of a snapshot: 202; to a status of volumes: 400; of none: 404', async () => {
      const id = await snapshot();
      const options = { ...admin, kind: 'snapshots' } as const;
      expectAccepted(await perform(id, reset('error'), options));
      const { status } = (await ask('GET', `/v1/dev/snapshots/${id}`)).json().snapshot;
      expect(status).toBe('error');
      expectRefused(await perform(id, reset('attaching'), options), 400, /^Must specify a valid status/);
      expectRefused(await perform(id, { 'os-reset_status': {} }, options), 400, "Must specify 'status'");
      expectRefused(await perform(UNKNOWN, reset('error'), options), 404, 'could not be found');
    });

    it.each(['creating', 'attaching', 'error', 'in-use', 'backing-up'])(
      'os-force_delete of a volume that is %s: 202, and it is gone',
      async (status) => {
        const id =
          status === 'in-use'
            ? await attachedVolume(ask, `/dev/f${format}`)
            : (await availableVolume(ask)).id;
        if (status !== 'in-use') expectAccepted(await perform(id, reset(status)));
        expectAccepted(await perform(id, forceDelete));
        await gone(id);
      },
    );

    it('os-force_delete of a snapshot that is being made for ever: 202, and it is gone', async () => {
      const id = await snapshot();
      const options = { ...admin, kind: 'snapshots' } as const;
      expectAccepted(await perform(id, reset('creating'), options));
      expectAccepted(await perform(id, forceDelete, options));
      await gone(id, 'snapshots');
      expectRefused(await perform(id, forceDelete, options), 404, 'could not be found');
    });

    it('os-force_detach: 202, and the volume is available', async () => {
      const id = await attachedVolume(ask, `/dev/g${format}`);
      expectAccepted(await perform(id, forceDetach));
      expect(await volumeOf(ask, id)).toMatchObject({ status: 'available', attachments: [] });
      expectRefused(await perform(id, forceDetach), 400, /^Invalid volume: /);
    });

    it('are refused to everybody else: 403', async () => {
      const { id } = await availableVolume(ask);
      for (const action of [reset('error'), forceDelete, forceDetach]) {
        const answer = await perform(id, action, { as: 'dev' });
        expectRefused(answer, 403, 'Policy');
      }
      expect(await volumeOf(ask, id)).toMatchObject({ status: 'available' });
      const copy = await snapshot();
      for (const action of [reset('error'), forceDelete])
        expectRefused(await perform(copy, action, { as: 'dev', kind: 'snapshots' }), 403, 'Policy');
    });
  });

  it('a reset to available takes the attachment and the connection away', async () => {
    const { id } = await availableVolume(ask);
    const target = (await act(ask, id, connect)).json().connection_info.data;
    expectAccepted(await act(ask, id, { 'os-attach': { instance_uuid: SERVER, mountpoint: '/dev/vdx' } }));
    expectAccepted(await act(ask, id, reset('available', 'detached'), admin));
    expect(await volumeOf(ask, id)).toMatchObject({ status: 'available', attachments: [] });
    await expect(openNbd(target, id)).rejects.toThrow(NbdOptionError);
    // The device is free, and the volume is as any other.
    expectAccepted(await act(ask, id, { 'os-attach': { instance_uuid: SERVER, mountpoint: '/dev/vdx' } }));
    expectAccepted(await act(ask, id, { 'os-detach': null }));
    expect((await ask('DELETE', `/v1/dev/volumes/${id}`)).status).toBe(202);
    await gone(id);
  });

  it('a reset to in-use leaves what a server has as it is, and makes nothing of what none has', async () => {
    const id = await attachedVolume(ask, '/dev/vdy');
    const target = (await act(ask, id, connect)).json().connection_info.data;
    expectAccepted(await act(ask, id, { 'os-begin_detaching': null }));
    expectAccepted(await act(ask, id, { 'os-terminate_connection': null }));
    expectAccepted(await act(ask, id, reset('in-use', 'attached'), admin));
    expect(await volumeOf(ask, id)).toMatchObject({ status: 'in-use', attachments: [{ server_id: SERVER }] });
    await (await openNbd(target, id)).disconnect();
    const { id: free } = await availableVolume(ask);
    expectRefused(await act(ask, free, reset('in-use'), admin), 400, 'attached to no server');
    expectRefused(await act(ask, free, reset('available', 'attached'), admin), 400, 'available and attached');
    expectRefused(await act(ask, id, reset('in-use', 'detached'), admin), 400, 'in-use and detached');
    expectAccepted(await act(ask, id, { 'os-detach': null }));
  });
});
