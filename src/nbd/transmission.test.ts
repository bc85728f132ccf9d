import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type NbdClient, NbdRequestError, openNbd } from '../../contract-tests/support/nbd-client.ts';
import { negotiate } from '../../contract-tests/support/nbd-wire.ts';
import { Command, CommandFlag, MOST_PAYLOAD_BYTES, NbdError } from './protocol.ts';
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

describe('reading and writing', () => {
  it.each([true, false])(
    'gives back what was written, of any length (structured: %s)',
    async (structured) => {
      const { port } = await openTestServer();
      const client = await openNbd({ port }, 'volume', { structured });
      let offset = 0;
      for (const length of [1, 511, 4096, 65_536, 100_003, MIB, MIB + 1]) {
        const bytes = pattern(length, length);
        await client.write(offset, bytes);
        expect((await client.read(offset, length)).equals(bytes)).toBe(true);
        offset += length;
      }
    },
  );

  it('takes and gives 32 MiB at a time, without holding them', async () => {
    const { client, device } = await start(40 * MIB);
    const bytes = pattern(MOST_PAYLOAD_BYTES);
    await client.write(MIB + 1, bytes);
    expect((await client.read(MIB + 1, bytes.length)).equals(bytes)).toBe(true);
    const sizes = device.calls
      .filter((call) => /read|write/.test(call))
      .map((call) => Number(call.split(' ')[2]));
    expect(Math.max(...sizes)).toBeLessThanOrEqual(256 * 1024);
  });

  it('writes large requests in parts that end where clusters do', async () => {
    const { client, device } = await start();
    await client.write(1000, pattern(MIB));
    const ends = device.calls
      .filter((call) => call.startsWith('write'))
      .map((call) =>
        call
          .split(' ')
          .slice(1)
          .reduce((sum, number) => sum + Number(number), 0),
      );
    expect(ends.at(-1)).toBe(1000 + MIB);
    for (const end of ends.slice(0, -1)) expect(end % 65_536).toBe(0);
  });

  it('answers many requests at once, each with its own', async () => {
    const { client, device } = await start();
    pattern(SIZE).copy(device.bytes);
    const offsets = Array.from({ length: 2000 }, (_, index) => (index * 7919) % (SIZE - 100));
    const read = await Promise.all(offsets.map((offset) => client.read(offset, 100)));
    for (const [index, bytes] of read.entries()) {
      const offset = offsets[index] ?? 0;
      expect(bytes.equals(device.bytes.subarray(offset, offset + 100))).toBe(true);
    }
  });

  it('keeps what several connections do to one volume together', async () => {
    const { client, connect } = await start();
    const other = await connect();
    await client.write(0, Buffer.from('from one'));
    expect((await other.read(0, 8)).toString()).toBe('from one');
    await other.zero(0, 4);
    expect((await client.read(0, 8)).toString()).toBe('\0\0\0\0 one');
  });

  it('does as a model does, whatever the requests', async () => {
    const { client } = await start();
    const model = Buffer.alloc(SIZE);
    const range = fc
      .tuple(fc.nat(SIZE - 1), fc.oneof(fc.nat(5000), fc.nat(400_000)))
      .map(([offset, length]) => [offset, Math.min(length, SIZE - offset)] as const);
    const commands = fc.array(
      fc.tuple(fc.constantFrom('write', 'zero', 'fill', 'trim', 'read'), range, fc.nat(255)),
      { maxLength: 20 },
    );
    await fc.assert(
      fc.asyncProperty(commands, async (list) => {
        const replies = list.map(async ([kind, [offset, length], seed]) => {
          const expected = kind === 'read' ? Buffer.from(model.subarray(offset, offset + length)) : undefined;
          if (kind === 'write') {
            const bytes = pattern(length, seed);
            bytes.copy(model, offset);
            return client.write(offset, bytes);
          }
          if (expected !== undefined) {
            const bytes = await client.read(offset, length);
            expect(bytes.equals(expected)).toBe(true);
            return;
          }
          model.fill(0, offset, offset + length);
          if (kind === 'trim') return client.trim(offset, length);
          return client.zero(offset, length, kind === 'fill' ? CommandFlag.NO_HOLE : 0);
        });
        await Promise.all(replies);
        expect((await client.read(0, SIZE)).equals(model)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });
});

describe('holes', () => {
  it('are sent as holes when they are known, in reads that are worth it', async () => {
    const { client } = await start();
    await client.write(64 * 1024, pattern(4096));
    expect(await client.readParts(0, 128 * 1024)).toEqual([
      { offset: 0, length: 65_536, isHole: true },
      { offset: 65_536, length: 4096, isHole: false },
      { offset: 69_632, length: 61_440, isHole: true },
    ]);
    expect(
      (await client.read(65_000, 40_000)).equals(
        Buffer.concat([Buffer.alloc(536), pattern(4096), Buffer.alloc(35_368)]),
      ),
    ).toBe(true);
    expect(await client.readParts(0, 4096)).toEqual([{ offset: 0, length: 4096, isHole: false }]);
  });

  it('are sent as zeros where they are many', async () => {
    const { client } = await start();
    for (let block = 0; block < 64; block += 2) await client.write(block * 4096, pattern(4096));
    expect(await client.readParts(0, 256 * 1024)).toHaveLength(1);
  });

  it('are sent as zeros to who wants all in one piece, or has no structured replies', async () => {
    const { client, port } = await start();
    expect(await client.readParts(0, MIB, CommandFlag.DF)).toEqual([
      { offset: 0, length: MIB, isHole: false },
    ]);
    const simple = await openNbd({ port }, 'volume', { structured: false });
    expect(await simple.readParts(0, MIB)).toEqual([{ offset: 0, length: MIB, isHole: false }]);
  });

  it('are told of without reading', async () => {
    const { client, device } = await start();
    await client.write(MIB, pattern(8192));
    expect(await client.blockStatus(0, SIZE)).toEqual([
      { length: MIB, flags: 3 },
      { length: 8192, flags: 0 },
      { length: SIZE - MIB - 8192, flags: 3 },
    ]);
    expect(await client.blockStatus(MIB + 1, 100)).toEqual([{ length: 100, flags: 0 }]);
    expect(await client.blockStatus(0, SIZE, CommandFlag.REQ_ONE)).toEqual([{ length: MIB, flags: 3 }]);
    expect(device.calls.filter((call) => call.startsWith('read'))).toEqual([]);
  });

  it('are told of in part when they are very many, and from there on when asked again', async () => {
    const { client } = await start(16 * MIB);
    for (let block = 0; block < 4096; block += 2) void client.write(block * 4096, Buffer.alloc(4096, 1));
    const runs = await client.blockStatus(0, 16 * MIB);
    expect(runs).toHaveLength(1024);
    expect(runs.slice(0, 2)).toEqual([
      { length: 4096, flags: 0 },
      { length: 4096, flags: 3 },
    ]);
  });

  it('are made by zeroes and trims, and not when the client wants room on the disk', async () => {
    const { client, device } = await start();
    await client.write(0, pattern(MIB));
    await client.zero(0, 65_536);
    await client.trim(65_536, 65_536);
    device.calls.length = 0;
    await client.zero(131_072, 65_536, CommandFlag.NO_HOLE);
    expect(device.calls).toEqual(['write 131072 65536']);
    expect(await client.blockStatus(0, MIB)).toEqual([
      { length: 131_072, flags: 3 },
      { length: MIB - 131_072, flags: 0 },
    ]);
    expect((await client.read(0, 196_608)).equals(Buffer.alloc(196_608))).toBe(true);
  });
});

describe('durability', () => {
  const flushesOf = (calls: readonly string[]) => calls.filter((call) => call === 'flush').length;

  it('a flush answers when the device has flushed, and so does what is sent with FUA', async () => {
    const { client, device } = await start();
    let flushed: () => void = () => undefined;
    device.flushing = new Promise((resolve) => {
      flushed = resolve;
    });
    const answered: string[] = [];
    const requests = [
      client.flush().then(() => answered.push('flush')),
      client.write(0, pattern(10), CommandFlag.FUA).then(() => answered.push('write')),
      client.trim(0, 5, CommandFlag.FUA).then(() => answered.push('trim')),
      client.zero(5, 5, CommandFlag.FUA).then(() => answered.push('zero')),
    ];
    // Sent behind them, and not held up.
    await client.write(100, pattern(10));
    expect((await client.read(100, 10)).equals(pattern(10))).toBe(true);
    expect(answered).toEqual([]);
    flushed();
    await Promise.all(requests);
    expect(answered.toSorted()).toEqual(['flush', 'trim', 'write', 'zero']);
  });

  it('a write that came while the device was flushing gets a flush that began after it', async () => {
    const { client, device } = await start();
    let flushed: () => void = () => undefined;
    device.flushing = new Promise((resolve) => {
      flushed = resolve;
    });
    const first = client.flush();
    const second = client.write(0, pattern(10), CommandFlag.FUA);
    await client.read(0, 1);
    expect(device.calls).toEqual(['flush', 'write 0 10', 'read 0 1']);
    device.flushing = Promise.resolve();
    flushed();
    await Promise.all([first, second]);
    expect(device.calls).toEqual(['flush', 'write 0 10', 'read 0 1', 'flush']);
  });

  it('many that wait for the disk share their flushes', async () => {
    const { client, device } = await start();
    await Promise.all(
      Array.from({ length: 500 }, (_, index) => client.write(index * 10, pattern(10), CommandFlag.FUA)),
    );
    expect(flushesOf(device.calls)).toBeGreaterThan(0);
    expect(flushesOf(device.calls)).toBeLessThan(100);
  });
});

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
