import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newFolder, removeFolders } from '../support/folders.ts';
import { type NbdClient, NbdOptionError, openNbd } from '../support/nbd-client.ts';
import { type Ask, asker, availableVolume, volumeIn } from '../support/requests.ts';
import { type ServerProcess, startServer } from '../support/server.ts';
import { act, expectAccepted, expectRefused, formats, SERVER, UNKNOWN, volumeOf } from './acting.ts';

removeFolders();

const GB = 2 ** 30;
const CONNECTOR = { host: 'compute-1', ip: '10.0.0.11', initiator: 'iqn.1993-08.org.debian:01:9c1a' };
const initialize = { 'os-initialize_connection': { connector: CONNECTOR } };
const terminate = { 'os-terminate_connection': { connector: CONNECTOR } };
const attach = { 'os-attach': { instance_uuid: SERVER, mountpoint: '/dev/vdc' } };

interface Target {
  readonly host: string;
  readonly port: number;
  readonly name: string;
}

/** What a host does with the answer: it connects to what is in there, and to nothing else. */
const connect = ({ host, port, name }: Target): Promise<NbdClient> => openNbd({ host, port }, name);

async function initialized(ask: Ask, id: string): Promise<Target> {
  const answer = await act(ask, id, initialize);
  expect({ status: answer.status, text: answer.text }).toMatchObject({ status: 200 });
  return answer.json().connection_info.data;
}

async function expectGone(target: Target): Promise<void> {
  await expect(connect(target)).rejects.toThrow(NbdOptionError);
}

async function writeText(target: Target, offset: number, text: string): Promise<void> {
  const client = await connect(target);
  await client.write(offset, Buffer.from(text));
  await client.flush();
  await client.disconnect();
}

async function readText(target: Target, offset: number, length: number): Promise<string> {
  const client = await connect(target);
  const bytes = await client.read(offset, length);
  await client.disconnect();
  return bytes.toString();
}

describe('connections', () => {
  let server: ServerProcess;
  let ask: Ask;
  beforeAll(async () => {
    server = await startServer({ args: ['--nbd-grace', '0', '--quota-volumes', '-1'] });
    ask = asker(server.url);
  });
  afterAll(() => server.stop());

  it('os-initialize_connection: 200, with a network block device that can be read and written', async () => {
    const { id } = await availableVolume(ask);
    const { status, text } = await act(ask, id, initialize);
    expect(status).toBe(200);
    const { connection_info } = JSON.parse(text);
    const { port } = connection_info.data;
    expect(connection_info).toEqual({
      driver_volume_type: 'nbd',
      data: {
        volume_id: id,
        name: id,
        export: id,
        host: '127.0.0.1',
        port,
        hosts: ['127.0.0.1'],
        ports: [String(port)],
        socket: null,
        tls: false,
        uri: `nbd://127.0.0.1:${port}/${id}`,
        access_mode: 'rw',
        auth_enabled: false,
      },
    });
    const client = await connect(connection_info.data);
    expect(client.size).toBe(GB);
    await client.write(GB - 512, Buffer.alloc(512, 'x'));
    expect(await client.read(GB - 512, 512)).toEqual(Buffer.alloc(512, 'x'));
    await client.disconnect();
    expectAccepted(await act(ask, id, terminate));
  });

  it('os-initialize_connection says the same in XML', async () => {
    const { id } = await availableVolume(ask);
    const { status, text } = await act(ask, id, initialize, { format: 'xml' });
    expect(status).toBe(200);
    expect(text).toMatch(
      /^<\?xml version='1\.0' encoding='UTF-8'\?>\s*<connection_info driver_volume_type="nbd">/,
    );
    const [, port] = /<ports><port>(\d+)<\/port><\/ports>/.exec(text) ?? [];
    const target = { host: '127.0.0.1', port: Number(port), name: id };
    expect(text).toContain(`uri="nbd://127.0.0.1:${port}/${id}"`);
    await writeText(target, 0, 'by XML');
    expectAccepted(await act(ask, id, terminate, { format: 'xml' }));
    await expectGone(target);
  });

  it('reserve, connect, attach; detach backwards: what the server wrote is there the next time', async () => {
    const { id } = await availableVolume(ask);
    expectAccepted(await act(ask, id, { 'os-reserve': null }));
    const target = await initialized(ask, id);
    // The server has the volume before the compute service says that it has.
    const client = await connect(target);
    await client.write(4096, Buffer.from('first'));
    expectAccepted(await act(ask, id, attach));
    expect(await volumeOf(ask, id)).toMatchObject({ status: 'in-use' });
    await client.write(8192, Buffer.from('second'));
    await client.flush();
    expectAccepted(await act(ask, id, { 'os-begin_detaching': null }));
    expect((await client.read(8192, 6)).toString()).toBe('second');
    await client.disconnect();
    expectAccepted(await act(ask, id, terminate));
    await expectGone(target);
    expectAccepted(await act(ask, id, { 'os-detach': null }));
    expect(await volumeOf(ask, id)).toMatchObject({ status: 'available', attachments: [] });
    const again = await initialized(ask, id);
    expect(await readText(again, 4096, 5)).toBe('first');
    expect(await readText(again, 8192, 6)).toBe('second');
    expectAccepted(await act(ask, id, terminate));
  });

  it('os-unreserve and os-detach end the connection, too', async () => {
    const { id } = await availableVolume(ask);
    await act(ask, id, { 'os-reserve': null });
    const reserved = await initialized(ask, id);
    expectAccepted(await act(ask, id, { 'os-unreserve': null }));
    await expectGone(reserved);
    const target = await initialized(ask, id);
    expectAccepted(await act(ask, id, attach));
    await writeText(target, 0, 'attached');
    expectAccepted(await act(ask, id, { 'os-detach': null }));
    await expectGone(target);
  });

  it('os-terminate_connection leaves a volume reachable that a server has', async () => {
    const { id } = await availableVolume(ask);
    const target = await initialized(ask, id);
    expectAccepted(await act(ask, id, attach));
    expectAccepted(await act(ask, id, terminate));
    await writeText(target, 0, 'still here');
    expectAccepted(await act(ask, id, { 'os-detach': null }));
    await expectGone(target);
  });

  it('os-roll_detaching makes a volume reachable again whose connection was ended already', async () => {
    const { id } = await availableVolume(ask);
    const target = await initialized(ask, id);
    expectAccepted(await act(ask, id, attach));
    expectAccepted(await act(ask, id, { 'os-begin_detaching': null }));
    expectAccepted(await act(ask, id, terminate));
    await expectGone(target);
    expectAccepted(await act(ask, id, { 'os-roll_detaching': null }));
    await writeText(target, 0, 'back again');
    expectAccepted(await act(ask, id, { 'os-detach': null }));
  });

  it('os-initialize_connection of an unknown volume, and of one that is on its way: 404 and 400', async () => {
    expectRefused(await act(ask, UNKNOWN, initialize), 404, 'could not be found');
    const { id } = await availableVolume(ask);
    await act(ask, id, attach);
    await act(ask, id, { 'os-begin_detaching': null });
    expectRefused(await act(ask, id, initialize), 400, /^Invalid volume: /);
    await act(ask, id, { 'os-detach': null });
    expectRefused(await act(ask, id, { 'os-initialize_connection': {} }), 400, 'connector');
  });

  it('nobody copies over, or out of, a volume that is connected to', async () => {
    const { id } = await availableVolume(ask);
    await initialized(ask, id);
    const backup = await ask('POST', '/v1/dev/backups', { body: { backup: { volume_id: id } } });
    expectRefused(backup, 400, 'os-terminate_connection');
    expectRefused(await act(ask, id, { 'os-extend': { new_size: 2 } }), 400, 'os-terminate_connection');
    expect(await volumeOf(ask, id)).toMatchObject({ status: 'available', size: 1 });
    expectAccepted(await act(ask, id, terminate));
    expectAccepted(await act(ask, id, { 'os-extend': { new_size: 2 } }));
    await volumeIn(ask, id, 'available');
  });

  it('a volume that is connected to is deleted as any other', async () => {
    const { id } = await availableVolume(ask);
    const target = await initialized(ask, id);
    expect((await ask('DELETE', `/v1/dev/volumes/${id}`)).status).toBe(202);
    await expect.poll(async () => (await ask('GET', `/v1/dev/volumes/${id}`)).status).toBe(404);
    await expectGone(target);
  });

  it('what was extended has its new size, zeros behind the old end, and its old bytes', async () => {
    const { id } = await availableVolume(ask);
    const before = await initialized(ask, id);
    await writeText(before, GB - 5, 'bytes');
    expectAccepted(await act(ask, id, terminate));
    expectAccepted(await act(ask, id, { 'os-extend': { new_size: 3 } }));
    await volumeIn(ask, id, 'available');
    const after = await initialized(ask, id);
    const client = await connect(after);
    expect(client.size).toBe(3 * GB);
    expect((await client.read(GB - 5, 10)).toString()).toBe('bytes\0\0\0\0\0');
    await client.write(3 * GB - 3, Buffer.from('end'));
    expect((await client.read(3 * GB - 3, 3)).toString()).toBe('end');
    await client.disconnect();
    expectAccepted(await act(ask, id, terminate));
  });

  it('a volume that may only be read is exported so, and takes no writing', async () => {
    const { id } = await availableVolume(ask);
    await writeText(await initialized(ask, id), 0, 'as it was');
    expectAccepted(await act(ask, id, terminate));
    expectAccepted(await act(ask, id, { 'os-update_readonly_flag': { readonly: true } }));
    const answer = await act(ask, id, initialize);
    expect(answer.json().connection_info.data.access_mode).toBe('ro');
    const client = await connect(answer.json().connection_info.data);
    expect(client.flags & 2).toBe(2);
    await expect(client.write(0, Buffer.from('changed'))).rejects.toThrow();
    await expect(client.zero(0, 4096)).rejects.toThrow();
    await expect(client.trim(0, 4096)).rejects.toThrow();
    expect((await client.read(0, 9)).toString()).toBe('as it was');
    await client.disconnect();
  });

  it.each(formats)(
    'null for os-terminate_connection, and of what was never connected: 202 (%s)',
    async (format) => {
      const { id } = await availableVolume(ask);
      expectAccepted(await act(ask, id, { 'os-terminate_connection': null }, { format }));
      expectAccepted(await act(ask, id, terminate, { format }));
    },
  );
});

describe('after a restart', () => {
  it('what was connected to, attached and being detached is reachable, and nothing else is', async () => {
    const folder = newFolder();
    const start = (...args: string[]) => startServer({ folder, args: ['--nbd-grace', '0', ...args] });
    let server = await start();
    let ask = asker(server.url);
    const ids: string[] = [];
    for (let i = 0; i < 4; i += 1) ids.push((await availableVolume(ask)).id);
    const [connected = '', attached = '', detaching = '', ended = ''] = ids;
    const target = await initialized(ask, connected);
    await writeText(target, 0, 'kept');
    expectAccepted(await act(ask, attached, attach));
    expectAccepted(
      await act(ask, detaching, { 'os-attach': { instance_uuid: SERVER, mountpoint: '/dev/vdd' } }),
    );
    expectAccepted(await act(ask, detaching, { 'os-begin_detaching': null }));
    await initialized(ask, ended);
    expectAccepted(await act(ask, ended, terminate));
    await server.kill();

    server = await start('--nbd-port', String(target.port));
    ask = asker(server.url);
    try {
      expect(await readText(target, 0, 4)).toBe('kept');
      await writeText({ ...target, name: attached }, 0, 'x');
      await writeText({ ...target, name: detaching }, 0, 'x');
      await expectGone({ ...target, name: ended });
      expectAccepted(await act(ask, connected, terminate));
      await expectGone(target);
    } finally {
      await server.stop();
    }
  });
});

describe('a server that listens on every address', () => {
  it('names the host under which its API was called', async () => {
    const server = await startServer({
      args: ['--nbd-socket', `${newFolder()}/nbd.sock`, '--nbd-grace', '0'],
    });
    const ask = asker(server.url);
    try {
      const { id } = await availableVolume(ask);
      const { socket, host } = (await act(ask, id, initialize)).json().connection_info.data;
      expect(host).toBe('127.0.0.1');
      expect(socket).toMatch(/nbd\.sock$/);
      await (await openNbd({ path: socket }, id)).disconnect();
    } finally {
      await server.stop();
    }
  });
});
