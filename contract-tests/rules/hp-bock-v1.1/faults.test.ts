import { describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/engine/engine.ts';
import type { TestEngine } from '../../../src/engine/testing.ts';
import { replacing } from '../../../src/engine/testing.ts';
import { serveEngine, serverInProcess } from '../../support/server-in-process.ts';
import { world } from '../world.ts';
import { attachmentsOf, BASE, bock, sample } from './bock.ts';

describe('more than the quota', () => {
  const dev = world('--quota-gigabytes', '3', '--quota-snapshots', '2', '--quota-volumes', '2');
  const api = bock((...request) => dev.ask(...request));

  it('[hp-bock-v1.1/4.4.2/quota-governs-size] [hp-bock-v1.1/4.4.2/quota-exceeded-413] is refused in the words of the document, with the size that was asked for', async () => {
    const { id: volume_id } = await api.volume({ size: 1 });
    const four = await api.createVolume({ size: 4 });
    expect(four.status).toBe(413);
    expect(four.headers.get('retry-after')).toBe('0');
    expect(JSON.parse(four.text.replace('4G', '1G'))).toEqual(sample('4.4.2/volume-quota-exceeded'));
    const { id } = await api.volume({ size: 2 });
    const one = await api.createVolume({ size: 1 });
    expect(one.json()).toEqual(sample('4.4.2/volume-quota-exceeded'));
    const snapshot = await api.createSnapshot({ volume_id });
    expect(snapshot.status).toBe(413);
    expect(snapshot.json().overLimit).toMatchObject({
      message: 'Volume quota exceeded. You cannot create a snapshot of size 1G',
      retryAfter: 0,
    });
    await api.removeVolume(id);
    expect((await api.createVolume({ size: 2 })).status).toBe(200);
  });
});

/** An engine that can do nothing. */
const broken = (): Engine => {
  const fail = () => Promise.reject(new Error('SQLITE_IOERR at /data/catalog.db'));
  const methods = new Proxy({}, { get: () => fail });
  // Whatever the handlers take from it, of whatever kind of resource, is such a method.
  return new Proxy({}, { get: () => methods }) as Engine;
};

describe('a server whose inside fails', () => {
  it.each([
    ['list-snapshots', 'GET', '/os-snapshots', undefined, '4.4.4.1/list-snapshots-error-500'],
    [
      'create-snapshot',
      'POST',
      '/os-snapshots',
      sample('4.4.4.2/create-snapshot-request'),
      '4.4.4.2/create-snapshot-error-500',
    ],
    [
      'get-snapshot-details',
      'GET',
      '/os-snapshots/4482',
      undefined,
      '4.4.4.3/get-snapshot-details-error-500',
    ],
    ['delete-snapshot', 'DELETE', '/os-snapshots/4482', undefined, '4.4.4.4/delete-snapshot-error-500'],
    ['list-volumes', 'GET', '/os-volumes', undefined, '4.4.4.1/list-snapshots-error-500'],
  ])(
    '[hp-bock-v1.1/4.4.4.1/error-500] [hp-bock-v1.1/4.4.4.2/error-500] [hp-bock-v1.1/4.4.4.3/error-500] [hp-bock-v1.1/4.4.4.4/error-500] says so in the words of the document in %s',
    async (_, method, path, body, name) => {
      const ask = await serveEngine(broken());
      const { status, json } = await ask(method, `${BASE}${path}`, { body });
      expect(status).toBe(500);
      expect(json()).toEqual(sample(name));
    },
  );
});

/** A server whose work is held until it is told to go on, with a volume of 1 GB. */
async function held(options?: Parameters<typeof serverInProcess>[0]) {
  const { ask, engine } = await serverInProcess(options);
  const api = bock(ask);
  const { id: volumeId } = await api.volume();
  engine.jobs.hold();
  return { ask, engine, api, volumeId };
}
type Held = Awaited<ReturnType<typeof held>>;

describe('what is under way', () => {
  it('[hp-bock-v1.1/4.4.2/volume-lifecycle-creating] [hp-bock-v1.1/4.4.3/attach-needs-available] [hp-bock-v1.1/4.4.3/lifecycle] a volume is creating, and cannot be attached before it is available', async () => {
    const { api, engine } = await held();
    const { id: volumeId } = (await api.createVolume({ size: 1 })).json().volume;
    expect((await api.showVolume(volumeId)).status).toBe('creating');
    const early = await api.attach(258315, { volumeId });
    expect(early.status).toBe(400);
    expect(early.json().badRequest.message).toContain('creating');
    await engine.jobs.advance();
    expect((await api.showVolume(volumeId)).status).toBe('available');
  });

  it('[hp-bock-v1.1/4.4.4/snapshot-creating-available] a snapshot is creating, and no volume can be made of it before it is available', async () => {
    const { api, engine, volumeId } = await held();
    const { id } = (await api.createSnapshot({ volume_id: volumeId })).json().snapshot;
    expect((await api.showSnapshot(id)).status).toBe('creating');
    const early = await api.createVolume({ size: 1, snapshot_id: id });
    expect(early.status).toBe(400);
    expect(early.json().badRequest.message).toContain('creating');
    await engine.jobs.advance();
    expect((await api.showSnapshot(id)).status).toBe('available');
  });

  it('[hp-bock-v1.1/4.4.3/detach-needs-in-use] [hp-bock-v1.1/4.4.3/attached-means-in-use] a volume that is being attached cannot be detached before it is in-use', async () => {
    const { ask, api, engine, volumeId } = await held();
    const attaching = api.attach(258315, { volumeId });
    await api.reachVolume(volumeId, 'attaching');
    const early = await api.detach(258315, volumeId);
    expect(early.status).toBe(400);
    expect(early.json().badRequest.message).toContain('attaching');
    await engine.jobs.advance();
    expect((await attaching).status).toBe(200);
    expect((await api.showVolume(volumeId)).status).toBe('in-use');
    const { volumeAttachments } = (await ask('GET', attachmentsOf(258315))).json();
    expect(volumeAttachments).toHaveLength(1);
  });
});

describe('what fails', () => {
  const failing = (name: 'createSnapshot' | 'deleteSnapshot') =>
    held({
      wrapBlocks: (store) => replacing(store, name, () => () => Promise.reject(new Error('EIO'))),
    });
  const settled = ({ engine }: { readonly engine: TestEngine }) => engine.jobs.idle();
  const remove = ({ ask }: Held, id: number) => ask('DELETE', `${BASE}/os-snapshots/${id}`);

  it('[hp-bock-v1.1/4.4.4/snapshot-status-error] a snapshot that could not be taken has the status error, and can be deleted', async () => {
    const server = await failing('createSnapshot');
    server.engine.jobs.resume();
    const { id } = (await server.api.createSnapshot({ volume_id: server.volumeId })).json().snapshot;
    await settled(server);
    expect((await server.api.showSnapshot(id)).status).toBe('error');
    expect((await remove(server, id)).status).toBe(202);
    await settled(server);
    expect((await server.ask('GET', `${BASE}/os-snapshots/${id}`)).status).toBe(404);
  });

  it('[hp-bock-v1.1/4.4.4/snapshot-status-error] one that could not be deleted says so, and can be deleted again', async () => {
    const server = await failing('deleteSnapshot');
    server.engine.jobs.resume();
    const { id } = await server.api.snapshot(server.volumeId);
    expect((await remove(server, id)).status).toBe(202);
    await settled(server);
    expect((await server.api.showSnapshot(id)).status).toBe('error_deleting');
    expect((await remove(server, id)).status).toBe(202);
  });
});
