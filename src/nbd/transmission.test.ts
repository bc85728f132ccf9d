import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openNbd } from '../../contract-tests/support/nbd-client.ts';
import { CommandFlag, MOST_PAYLOAD_BYTES } from './protocol.ts';
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

  it('a flush that ends while data go out in one piece is answered behind them', async () => {
    const { client, device, port } = await start(40 * MIB);
    let flushed: () => void = () => undefined;
    device.flushing = new Promise((resolve) => {
      flushed = resolve;
    });
    pattern(32 * MIB).copy(device.bytes);
    const simple = await openNbd({ port }, 'volume', { structured: false });
    simple.socket.pause();
    const flush = simple.flush();
    const read = simple.read(0, 32 * MIB);
    // The read has begun, and cannot end before somebody takes what there is of it.
    while (!device.calls.some((call) => call.startsWith('read'))) await client.trim(0, 0);
    flushed();
    for (let turn = 0; turn < 10; turn += 1) await client.trim(0, 0);
    simple.socket.resume();
    await flush;
    expect((await read).equals(pattern(32 * MIB))).toBe(true);
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
