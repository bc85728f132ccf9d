import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newAuthority } from './support/certificates.ts';
import { newFolder, removeFolders } from './support/folders.ts';
import { type NbdClient, NbdOptionError, openExport, openNbd } from './support/nbd-client.ts';
import { nbdAddress, nbdFile, openAttached } from './support/nbd-exports.ts';
import { negotiate } from './support/nbd-wire.ts';
import { type Ask, asker, availableVolume, until, volumeIn } from './support/requests.ts';
import { type ServerProcess, startServer } from './support/server.ts';

removeFolders();

const SERVER_ID = 'bb6a4f73-c851-4d62-8ef4-56c9b6c12df1';
const attachments = `/v2/dev/servers/${SERVER_ID}/os-volume_attachments`;

const attach = async (ask: Ask, volumeId: string) => {
  const { status, text } = await ask('POST', attachments, { body: { volumeAttachment: { volumeId } } });
  if (status !== 200) throw new Error(`not attached: ${status} ${text}`);
};
const detach = (ask: Ask, volumeId: string) => ask('DELETE', `${attachments}/${volumeId}`);

async function attachedVolume(ask: Ask): Promise<string> {
  const { id } = await availableVolume(ask);
  await attach(ask, id);
  return id;
}

const isGone = (folder: string, volumeId: string) =>
  openAttached(folder, volumeId).then(
    () => false,
    (error) => {
      expect(error).toBeInstanceOf(NbdOptionError);
      return true;
    },
  );

/** Writes blocks with rising numbers, as a program does that keeps a log. */
function writer(client: NbdClient) {
  let isOver = false;
  let written = 0;
  const over = (async () => {
    while (!isOver) {
      const block = Buffer.alloc(4096);
      block.writeUInt32BE(written + 1);
      await client.write((written % 1000) * 4096, block);
      written += 1;
    }
  })();
  return {
    written: () => written,
    async stop() {
      isOver = true;
      await over;
    },
  };
}

describe('a volume of a server', () => {
  let server: ServerProcess;
  let ask: Ask;
  beforeAll(async () => {
    server = await startServer({ args: ['--nbd-grace', '6'] });
    ask = asker(server.url);
  });
  afterAll(() => server.stop());

  it('can be reached when the attachment answers, and no longer when the detachment does', async ({
    expect,
  }) => {
    const { id } = await availableVolume(ask);
    await attach(ask, id);
    expect(nbdFile(server.folder)).toMatchObject({ host: '127.0.0.1', tls: false });
    const client = await openAttached(server.folder, id);
    expect(client.size).toBe(2 ** 30);
    await client.write(5000, Buffer.from('kept'));
    await client.disconnect();
    expect((await detach(ask, id)).status).toBe(202);
    expect(await isGone(server.folder, id)).toBe(true);
    await volumeIn(ask, id, 'available');
    await attach(ask, id);
    const again = await openAttached(server.folder, id);
    expect((await again.read(5000, 4)).toString()).toBe('kept');
  });

  it('is not there under any other name, nor while it is not attached', async () => {
    const attached = await attachedVolume(ask);
    const { id: available } = await availableVolume(ask);
    for (const name of ['', available, attached.toUpperCase(), `${attached} `, '../catalog.db', '1']) {
      await expect(openNbd(nbdAddress(server.folder), name), name).rejects.toThrow(
        'no volume is exported as that',
      );
    }
  });

  it('stays for its clients while it is being detached, then refuses them', async ({ expect }) => {
    const id = await attachedVolume(ask);
    const client = await openAttached(server.folder, id);
    const detached = detach(ask, id);
    await volumeIn(ask, id, 'detaching');
    await until(() => isGone(server.folder, id), Boolean);
    await client.write(0, Buffer.from('at the last moment'));
    expect((await detached).status).toBe(202);
    await expect(client.write(0, Buffer.from('too late'))).rejects.toThrow();
    client.socket.destroy();
    await volumeIn(ask, id, 'available');
    await attach(ask, id);
    const again = await openAttached(server.folder, id);
    expect((await again.read(0, 18)).toString()).toBe('at the last moment');
  });

  it('gets a snapshot while it is written to, which holds one moment of it', async () => {
    const id = await attachedVolume(ask);
    const client = await openAttached(server.folder, id);
    const log = writer(client);
    await until(
      async () => log.written(),
      (written) => written > 100,
    );
    const before = log.written();
    const { json } = await ask('POST', '/v1/dev/snapshots', {
      body: { snapshot: { volume_id: id, force: true } },
    });
    const { id: snapshot_id } = json().snapshot;
    await until(
      async () => (await ask('GET', `/v1/dev/snapshots/${snapshot_id}`)).json().snapshot,
      ({ status }) => status === 'available',
    );
    const after = log.written();
    await until(
      async () => log.written(),
      (written) => written > after + 2000,
    );
    await log.stop();

    const { id: copy } = await availableVolume(ask, { snapshot_id });
    await attach(ask, copy);
    const frozen = await openAttached(server.folder, copy);
    const bytes = await frozen.read(0, 1000 * 4096);
    const numbers = Array.from({ length: 1000 }, (_, index) => bytes.readUInt32BE(index * 4096));
    const last = Math.max(...numbers);
    expect(last).toBeGreaterThanOrEqual(before);
    expect(last).toBeLessThanOrEqual(after + 1);
    // All that was written before the last one is there, and nothing after it.
    for (const [index, number] of numbers.entries()) {
      const expected = last - ((((last - 1 - index) % 1000) + 1000) % 1000);
      expect(number).toBe(Math.max(0, expected));
    }
  });
});

describe('a server that starts', () => {
  it('exports what is attached again, after a kill -9 with what was flushed', {
    timeout: 60_000,
  }, async () => {
    const folder = newFolder();
    const first = await startServer({ folder });
    const id = await attachedVolume(asker(first.url));
    const client = await openAttached(folder, id);
    await client.write(0, Buffer.from('flushed'));
    await client.flush();
    await first.kill();
    const second = await startServer({ folder });
    const again = await openAttached(folder, id);
    expect((await again.read(0, 7)).toString()).toBe('flushed');
    await again.write(100, Buffer.from('stopped'));
    expect(await second.stop()).toBe(0);
    const third = await startServer({ folder });
    const last = await openAttached(folder, id);
    expect((await last.read(100, 7)).toString()).toBe('stopped');
    expect((await detach(asker(third.url), id)).status).toBe(202);
    await third.stop();
    expect(nbdFile(folder)).toBeUndefined();
  });

  it('attaches to no port that somebody has taken since: error_attaching, and the log says why', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    // A server that listens on a port has an address with one.
    const { port } = taken.address() as AddressInfo;
    await new Promise((resolve) => taken.close(resolve));
    const server = await startServer({ args: ['--nbd-port', `${port}`] });
    expect(nbdFile(server.folder)).toMatchObject({ port });
    const ask = asker(server.url);
    const { id } = await availableVolume(ask);
    const thief = createServer().listen(port, '127.0.0.1');
    await once(thief, 'listening');
    expect((await ask('POST', attachments, { body: { volumeAttachment: { volumeId: id } } })).status).toBe(
      500,
    );
    await volumeIn(ask, id, 'error_attaching');
    expect(server.log()).toContain('EADDRINUSE');
    thief.close();
    await server.stop();
  });
});

describe('settings of the exports', () => {
  const pki = () => {
    const folder = newFolder();
    const authority = newAuthority();
    const save = (name: string, text: string) => {
      const path = join(folder, name);
      writeFileSync(path, text);
      return path;
    };
    const { cert, key } = authority.issue('server');
    return {
      authority,
      args: ['--nbd-tls-cert', save('cert.pem', cert), '--nbd-tls-key', save('key.pem', key)],
      ca: save('ca.pem', authority.cert),
    };
  };
  const secure = async (server: ServerProcess, id: string, options: object) =>
    openExport(await (await negotiate(nbdAddress(server.folder))).startTls(options), id);

  it('with a certificate serve TLS alone, off loopback too', async () => {
    const { args, authority } = pki();
    const server = await startServer({ args: [...args, '--nbd-host', '0.0.0.0'] });
    const id = await attachedVolume(asker(server.url));
    expect(nbdFile(server.folder)).toMatchObject({ host: '0.0.0.0', tls: true });
    await expect(openAttached(server.folder, id)).rejects.toThrow('begin TLS first');
    const client = await secure(server, id, { ca: authority.cert, servername: 'localhost' });
    await client.write(0, Buffer.from('secret'));
    expect((await client.read(0, 6)).toString()).toBe('secret');
    await server.stop();
  });

  it('with an authority serve clients with a certificate of it', async () => {
    const { args, authority, ca } = pki();
    const server = await startServer({ args: [...args, '--nbd-tls-ca', ca] });
    const id = await attachedVolume(asker(server.url));
    const trusting = { ca: authority.cert, servername: 'localhost' };
    const { cert, key } = authority.issue('client');
    expect((await secure(server, id, { ...trusting, cert, key })).size).toBe(2 ** 30);
    await expect(secure(server, id, trusting)).rejects.toThrow();
    await server.stop();
  });

  it('with a unix socket serve that as well, and take the place of one that a killed server left', async ({
    expect,
  }) => {
    const folder = newFolder();
    const path = join(folder, 'nbd.sock');
    const args = ['--nbd-socket', path];
    const first = await startServer({ folder, args });
    const id = await attachedVolume(asker(first.url));
    await (await openNbd({ path }, id)).disconnect();
    await first.kill();
    const second = await startServer({ folder, args });
    expect(nbdFile(folder)).toMatchObject({ socket: path });
    await (await openNbd({ path }, id)).disconnect();
    await second.stop();
  });
});
