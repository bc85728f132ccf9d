import fc from 'fast-check';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { type NbdClient, NbdRequestError, openNbd } from '../../contract-tests/support/nbd-client.ts';
import { ConnectionEnded, negotiate } from '../../contract-tests/support/nbd-wire.ts';
import { Command, CommandFlag, MOST_PAYLOAD_BYTES, NbdError, Option, TransmissionFlag } from './protocol.ts';
import { openTestServer, TEST_VOLUME_BYTES as SIZE } from './testing.ts';

const MIB = 1024 * 1024;

async function start(size?: number) {
  const server = await openTestServer({}, size);
  const client = await openNbd({ port: server.port }, 'volume');
  return { ...server, client, connect: () => openNbd({ port: server.port }, 'volume') };
}

function pattern(length: number, seed = 1): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  for (let index = 0; index < length; index += 1)
    bytes[index] = (index * 31 + (index >> 8) * 7 + seed) & 0xff;
  return bytes;
}

async function expectError(request: Promise<unknown>, number: number): Promise<void> {
  await expect(request).rejects.toEqual(new NbdRequestError(number));
}

/** That requests and replies have not got out of step. */
async function expectAlive(client: NbdClient): Promise<void> {
  await client.write(100, Buffer.from('alive'));
  expect((await client.read(100, 5)).toString()).toBe('alive');
}

describe('requests that cannot be served', () => {
  it('outside of the volume are EINVAL, and ENOSPC where they would write', async () => {
    const { client } = await start();
    for (const [offset, length] of [
      [SIZE, 1],
      [SIZE - 1, 2],
      [0, SIZE + 1],
      [2 ** 52, 1],
    ] as const) {
      await expectError(client.read(offset, length), NbdError.EINVAL);
      await expectError(client.trim(offset, length), NbdError.EINVAL);
      await expectError(client.blockStatus(offset, length), NbdError.EINVAL);
      await expectError(client.zero(offset, length), NbdError.ENOSPC);
      if (length < 10) await expectError(client.write(offset, pattern(length)), NbdError.ENOSPC);
    }
    const last = (2n ** 64n - 1n).toString();
    expect((await client.request(Command.READ, BigInt(last), 1)).error).toBe(NbdError.EINVAL);
    expect((await client.request(Command.WRITE, BigInt(last), 1, 0, pattern(1))).error).toBe(NbdError.ENOSPC);
    await expectAlive(client);
  });

  it('that would change a volume that may only be read are EPERM, and their data are thrown away', async () => {
    const { server, port, device } = await openTestServer();
    server.open('read-only', { size: SIZE }, true);
    const client = await openNbd({ port }, 'read-only');
    expect(client.flags & TransmissionFlag.READ_ONLY).toBe(TransmissionFlag.READ_ONLY);
    const other = await openNbd({ port }, 'volume');
    expect(other.flags & TransmissionFlag.READ_ONLY).toBe(0);
    await expectError(client.write(0, pattern(5000)), NbdError.EPERM);
    await expectError(client.write(0, pattern(10), CommandFlag.FUA), NbdError.EPERM);
    await expectError(client.zero(0, 4096), NbdError.EPERM);
    await expectError(client.trim(0, 4096), NbdError.EPERM);
    expect(device.calls).toEqual([]);
    expect(await client.read(0, 10)).toEqual(Buffer.alloc(10));
    await client.flush();
  });

  it('of more than 32 MiB are EINVAL, and their data are thrown away', async () => {
    const { client, device } = await start(40 * MIB);
    await expectError(client.read(0, MOST_PAYLOAD_BYTES + 1), NbdError.EINVAL);
    await expectError(client.write(0, Buffer.alloc(MOST_PAYLOAD_BYTES + 1)), NbdError.EINVAL);
    expect(device.calls).toEqual([]);
    await expectAlive(client);
  });

  it('of no length do nothing, and for the status of nothing there is no answer', async () => {
    const { client, port } = await start();
    expect(await client.read(0, 0)).toHaveLength(0);
    await client.write(0, Buffer.alloc(0));
    await client.trim(SIZE, 0);
    await client.zero(0, 0, CommandFlag.FUA);
    await expectError(client.blockStatus(0, 0), NbdError.EINVAL);
    const simple = await openNbd({ port }, 'volume', { structured: false });
    expect((await simple.request(Command.READ, 0, 0)).error).toBe(0);
    await expectAlive(simple);
  });

  it.each([5, 8, 77, 65_535])('command %i is not known', async (command) => {
    const { client } = await start();
    expect((await client.request(command, 0, 0)).error).toBe(NbdError.EINVAL);
    await expectAlive(client);
  });

  it('flags that are not known are refused, with the data of a write thrown away', async () => {
    const { client } = await start();
    expect((await client.request(Command.READ, 0, 1, 1 << 9)).error).toBe(NbdError.EINVAL);
    expect((await client.request(Command.WRITE, 0, 5, 1 << 9, pattern(5))).error).toBe(NbdError.EINVAL);
    await expectAlive(client);
  });

  it('zeros that have to be fast are had as a hole, and not without one', async () => {
    const { client, device } = await start();
    await client.zero(0, 4096, CommandFlag.FAST_ZERO);
    expect(device.calls).toEqual(['zero 0 4096']);
    await expectError(client.zero(0, 4096, CommandFlag.FAST_ZERO | CommandFlag.NO_HOLE), NbdError.ENOTSUP);
  });

  it('for allocation nobody has asked before are EINVAL', async () => {
    const { port } = await start();
    const simple = await openNbd({ port }, 'volume', { structured: false });
    expect((await simple.request(Command.BLOCK_STATUS, 0, 100)).error).toBe(NbdError.EINVAL);
  });
});

describe('a device that fails', () => {
  const fault = (code: string) => Object.assign(new Error(code), { code });

  it('gives EIO, is told of once, and serves again when it can', async () => {
    const { client, device, faults } = await start();
    for (const name of ['read', 'write', 'zero', 'flush', 'extents'] as const)
      device.faults.set(name, fault('EIO'));
    await expectError(client.read(0, 10), NbdError.EIO);
    await expectError(client.read(0, MIB), NbdError.EIO);
    await expectError(client.write(0, pattern(10)), NbdError.EIO);
    await expectError(client.write(0, pattern(MIB)), NbdError.EIO);
    await expectError(client.zero(0, MIB), NbdError.EIO);
    await expectError(client.zero(0, MIB, CommandFlag.NO_HOLE), NbdError.EIO);
    await expectError(client.trim(0, 10), NbdError.EIO);
    await expectError(client.flush(), NbdError.EIO);
    await expectError(client.blockStatus(0, 10), NbdError.EIO);
    expect(faults).toEqual(['a request of a network block client failed: volume']);
    device.faults.clear();
    await expectAlive(client);
  });

  it('that is full gives ENOSPC', async () => {
    const { client, device } = await start();
    device.faults.set('write', fault('ENOSPC'));
    await expectError(client.write(0, pattern(300_000)), NbdError.ENOSPC);
    device.faults.set('write', fault('EDQUOT'));
    await expectError(client.write(0, pattern(1)), NbdError.ENOSPC);
  });

  it('a FUA write whose flush fails has failed', async () => {
    const { client, device } = await start();
    device.faults.set('flush', fault('EIO'));
    await expectError(client.write(0, pattern(10), CommandFlag.FUA), NbdError.EIO);
  });

  it('in the middle of a long read ends it with an error, or with the connection where it is too late', async () => {
    const { client, device, port } = await start();
    await client.write(0, pattern(MIB));
    const read = device.read;
    device.read = (offset, target) => {
      if (offset >= MIB / 2) throw fault('EIO');
      read(offset, target);
    };
    await expectError(client.read(0, MIB), NbdError.EIO);
    expect((await client.read(0, 10)).equals(pattern(10))).toBe(true);
    const simple = await openNbd({ port }, 'volume', { structured: false });
    await expect(simple.read(0, MIB)).rejects.toThrow('closed the connection');
  });
});

describe('clients that are slow, many or malicious', () => {
  it('who does not take replies gets no further ones made, and all of them later', async () => {
    const { client, device, connect } = await start();
    await client.write(0, pattern(MIB));
    device.calls.length = 0;
    client.socket.pause();
    const asked = Array.from({ length: 100 }, () => client.read(0, MIB, CommandFlag.DF));
    const other = await connect();
    // The other one is served all the while; when nothing is read any more, the first one has been stopped.
    let before = -1;
    let count = 0;
    while (before !== count || count === 0) {
      before = count;
      for (let index = 0; index < 50; index += 1) await other.read(0, 1);
      count = device.calls.filter((call) => call.endsWith(' 262144')).length;
    }
    expect(count).toBeLessThan(100 * 4);
    client.socket.resume();
    const expected = pattern(MIB);
    for (const bytes of await Promise.all(asked)) expect(bytes.equals(expected)).toBe(true);
  });

  it('who does not choose a volume in ten seconds is hung up on; who has chosen may be idle', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const { client, port } = await start();
    const idle = await negotiate({ port });
    await idle.option(Option.STRUCTURED_REPLY);
    vi.advanceTimersByTime(10_001);
    await expect(idle.reader.take(1)).rejects.toThrow(ConnectionEnded);
    await expectAlive(client);
  });

  it('who sends half a request keeps nobody waiting', async () => {
    const { connect, port } = await start();
    const half = await connect();
    void half.request(Command.WRITE, 0, MIB, 0, pattern(100_000)).catch(() => undefined);
    const other = await openNbd({ port }, 'volume');
    await expectAlive(other);
    half.socket.destroy();
    await expectAlive(other);
  });

  it('who sends a request that begins as none does is hung up on', async () => {
    const { client, connect } = await start();
    client.socket.write(Buffer.alloc(28, 1));
    await client.closed;
    await expectAlive(await connect());
  });

  it('who says goodbye gets the replies that were on their way', async () => {
    const { client, device } = await start();
    pattern(SIZE).copy(device.bytes);
    const last = client.read(0, MIB, CommandFlag.DF);
    await client.disconnect();
    expect((await last).equals(pattern(MIB))).toBe(true);
  });

  it('random bytes at any time harm nobody else', async () => {
    const { client, port, connect } = await start();
    await fc.assert(
      fc.asyncProperty(
        fc.boolean(),
        fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 5 }),
        async (late, chunks) => {
          const { socket } = late ? await connect() : await negotiate({ port });
          for (const chunk of chunks) socket.write(chunk);
          socket.end();
          await expectAlive(client);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('requests with random fields are answered or hung up on, and harm nobody else', async () => {
    const { client, connect } = await start();
    const request = fc.record({
      command: fc.nat(10),
      flags: fc.nat(63),
      offset: fc.oneof(fc.nat(SIZE), fc.bigInt(0n, 2n ** 64n - 1n).map(Number)),
      length: fc.oneof(fc.nat(10_000), fc.nat(2 ** 32 - 1)),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(request, { maxLength: 8 }), async (requests) => {
        const wild = await connect();
        // A write is followed by its data, of which there may be 4 GiB.
        const asked = requests
          .filter(({ command, length }) => command !== Command.WRITE || length <= 10_000)
          .map(({ command, flags, offset, length }) => {
            const data = command === Command.WRITE ? pattern(length) : undefined;
            return wild.request(command, BigInt(Math.min(offset, 2 ** 63)), length, flags, data);
          });
        await Promise.race([Promise.allSettled(asked), wild.closed]);
        wild.socket.destroy();
        await client.read(0, 1);
      }),
      { numRuns: 100 },
    );
    await expectAlive(client);
  });
});
