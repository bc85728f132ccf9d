import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { NbdRequestError, openNbd } from '../../contract-tests/support/nbd-client.ts';
import { ConnectionEnded, negotiate } from '../../contract-tests/support/nbd-wire.ts';
import { NbdError } from './protocol.ts';
import { readDirectly } from './sockets.ts';
import { openTestServer, TEST_VOLUME_BYTES as SIZE } from './testing.ts';

const place = { size: SIZE };

describe('a volume that is being detached', () => {
  it('is gone at once when nobody is connected', async () => {
    const { server, port, device } = await openTestServer({ grace: 3_600_000 });
    await server.close('volume');
    expect(device.calls).toEqual(['flush', 'close']);
    await expect(openNbd({ port }, 'volume')).rejects.toThrow('no volume is exported as that');
    await server.close('volume');
  });

  it('takes nobody new, lets who is there go on, and is gone when they have left', async () => {
    const { server, port, device } = await openTestServer({ grace: 3_600_000 });
    const first = await openNbd({ port }, 'volume');
    const second = await openNbd({ port }, 'volume');
    let isClosed = false;
    const closed = server.close('volume').then(() => {
      isClosed = true;
    });
    await expect(openNbd({ port }, 'volume')).rejects.toThrow('no volume is exported as that');
    await first.write(0, Buffer.from('last'));
    await first.disconnect();
    expect((await second.read(0, 4)).toString()).toBe('last');
    expect(isClosed).toBe(false);
    await second.disconnect();
    await closed;
    expect(device.calls.slice(-2)).toEqual(['flush', 'close']);
  });

  it('is gone after the grace period; who stays is told so with ESHUTDOWN, then cut off', async () => {
    const { server, port, device } = await openTestServer({ grace: 300 });
    const client = await openNbd({ port }, 'volume');
    await server.close('volume');
    const calls = device.calls.length;
    const requests = [
      client.read(0, 10),
      client.write(0, Buffer.alloc(100_000)),
      client.flush(),
      client.trim(0, 10),
      client.blockStatus(0, 10),
    ];
    for (const result of await Promise.allSettled(requests)) {
      // On a machine that is very busy the time may be over already.
      const reason = result.status === 'rejected' ? result.reason : undefined;
      if (!(reason instanceof ConnectionEnded))
        expect(reason).toEqual(new NbdRequestError(NbdError.ESHUTDOWN));
    }
    expect(device.calls).toHaveLength(calls);
    await client.closed;
  });

  it('is gone also for who is in the middle of a write', async () => {
    const { server, port } = await openTestServer({ grace: 300 });
    const client = await openNbd({ port }, 'volume');
    const half = client.request(1, 0, 200_000, 0, Buffer.alloc(100_000));
    await server.close('volume');
    client.socket.write(Buffer.alloc(100_000));
    const error = await half.then(
      (reply) => reply.error,
      () => NbdError.ESHUTDOWN,
    );
    expect(error).toBe(NbdError.ESHUTDOWN);
    await client.closed;
  });

  it('is to be had by the store only once it is closed', async () => {
    const { server, device } = await openTestServer();
    const flushing = Promise.withResolvers<void>();
    device.flushing = flushing.promise;
    const closed = server.close('volume');
    await vi.waitFor(() => expect(device.calls).toEqual(['flush']));
    const held = server.hold('volume').then(() => device.calls.slice());
    flushing.resolve();
    await closed;
    expect(await held).toEqual(['flush', 'close']);
    server.resume('volume', place);
  });

  it('is not opened again by a store that has had it for a moment', async () => {
    const { server, port } = await openTestServer();
    const held = server.hold('volume');
    const closed = server.close('volume');
    await Promise.all([held, closed]);
    server.resume('volume', place);
    await expect(openNbd({ port }, 'volume')).rejects.toThrow('no volume is exported as that');
  });

  it('is closed although the disk fails, and says so', async () => {
    const { server, port, device } = await openTestServer();
    device.faults.set('flush', Object.assign(new Error('EIO'), { code: 'EIO' }));
    await expect(server.close('volume')).rejects.toThrow('EIO');
    expect(device.calls).toEqual(['flush', 'close']);
    await expect(openNbd({ port }, 'volume')).rejects.toThrow('no volume is exported as that');
  });

  it('can be attached again while somebody from before is still there', async () => {
    const { server, port } = await openTestServer({ grace: 300 });
    const before = await openNbd({ port }, 'volume');
    await server.close('volume');
    server.open('volume', place);
    const after = await openNbd({ port }, 'volume');
    await after.write(0, Buffer.from('new'));
    await expect(before.write(0, Buffer.from('old'))).rejects.toThrow();
    await before.closed;
    expect((await after.read(0, 3)).toString()).toBe('new');
  });
});

describe('a volume that is held', () => {
  it('keeps requests until it goes on, and loses none', async () => {
    const { server, port, device } = await openTestServer();
    const client = await openNbd({ port }, 'volume');
    const other = await openNbd({ port }, 'volume');
    let answered = 0;
    const write = (index: number) =>
      client.write(index * 10_000, Buffer.alloc(9_000, index + 1)).then(() => {
        answered += 1;
      });
    const early = Array.from({ length: 100 }, (_, index) => write(index));
    await server.hold('volume');
    expect(device.calls.slice(-2)).toEqual(['flush', 'close']);
    const calls = device.calls.length;
    const answeredBefore = answered;
    const late = Array.from({ length: 100 }, (_, index) => write(100 + index));
    const flush = other.flush();
    // Somebody can still come, and waits like the others.
    const newcomer = await openNbd({ port }, 'volume');
    const read = newcomer.read(0, 1);
    expect(device.calls).toHaveLength(calls);
    expect(answered).toBeGreaterThanOrEqual(answeredBefore);
    server.resume('volume', place);
    await Promise.all([...early, ...late, flush, read]);
    for (let index = 0; index < 200; index += 1) {
      expect(device.bytes.subarray(index * 10_000, index * 10_000 + 9_000)).toEqual(
        Buffer.alloc(9_000, index + 1),
      );
    }
  });

  it('stays open when the store cannot have it for want of room, and loses nothing', async () => {
    const { server, port, device } = await openTestServer();
    const client = await openNbd({ port }, 'volume');
    await client.write(0, Buffer.from('kept'));
    device.faults.set('flush', Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' }));
    await expect(server.hold('volume')).rejects.toThrow('ENOSPC');
    device.faults.delete('flush');
    expect((await client.read(0, 4)).toString()).toBe('kept');
    expect(device.calls).not.toContain('close');
    await server.hold('volume');
    expect(device.calls.slice(-2)).toEqual(['flush', 'close']);
    server.resume('volume', place);
  });

  it('can be detached', async () => {
    const { server, port } = await openTestServer({ grace: 300 });
    const client = await openNbd({ port }, 'volume');
    await server.hold('volume');
    const write = client.write(0, Buffer.alloc(10));
    const refused = expect(write).rejects.toThrow();
    await server.close('volume');
    await refused;
  });

  it('fails requests when it cannot be opened again', async () => {
    const { server, port, device } = await openTestServer();
    const client = await openNbd({ port }, 'volume');
    await server.hold('volume');
    const read = client.read(0, 1);
    Object.defineProperty(device, 'size', {
      get: () => {
        throw new Error('gone');
      },
    });
    expect(() => server.resume('volume', place)).toThrow('gone');
    await expect(read).rejects.toEqual(new NbdRequestError(NbdError.EIO));
    await expect(client.flush()).rejects.toEqual(new NbdRequestError(NbdError.EIO));
  });
});

describe('connections', () => {
  it('are taken on a unix socket too', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'cinderblock-nbd-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const path = join(folder, 'nbd.sock');
    const { port } = await openTestServer({ socket: path });
    const near = await openNbd({ path }, 'volume');
    const far = await openNbd({ port }, 'volume');
    await near.write(0, Buffer.alloc(1_000_000, 'a'));
    expect((await far.read(0, 1_000_000)).equals(Buffer.alloc(1_000_000, 'a'))).toBe(true);
  });

  it('beyond 256 are refused, and there is room again when one has gone', async () => {
    const { port } = await openTestServer();
    const clients = await Promise.all(Array.from({ length: 256 }, () => negotiate({ port })));
    await expect(negotiate({ port })).rejects.toThrow(ConnectionEnded);
    const gone = clients[0]?.socket;
    gone?.destroy();
    for (;;) {
      const client = await negotiate({ port }).catch(() => undefined);
      if (client !== undefined) break;
    }
    for (const { socket } of clients) socket.destroy();
  });

  it('end when the server stops, and so does listening', async () => {
    const { server, port, device } = await openTestServer({ grace: 3_600_000 });
    const client = await openNbd({ port }, 'volume');
    await client.write(0, Buffer.alloc(10));
    await server.stop();
    await client.closed;
    expect(device.calls.slice(-2)).toEqual(['flush', 'close']);
    await expect(negotiate({ port })).rejects.toThrow('ECONNREFUSED');
  });

  it('are read without a copy, for which this Node has to be as the others were', async () => {
    const received = new Promise<string>((resolve) => {
      const room = Buffer.alloc(100);
      const server = createServer({ pauseOnConnect: true }, (accepted) => {
        const source = readDirectly(accepted, {
          room: () => room,
          arrived(length) {
            resolve(room.toString('utf8', 0, length));
            return true;
          },
        });
        expect(source).toBeDefined();
        source?.socket.end();
      });
      server.listen(0, '127.0.0.1', () => {
        const address = server.address();
        const socket = connect(typeof address === 'object' && address !== null ? address.port : 0);
        socket.end('without a copy');
      });
      onTestFinished(() => void server.close());
    });
    expect(await received).toBe('without a copy');
  });
});
