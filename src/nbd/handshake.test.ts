import { describe, expect, it } from 'vitest';
import {
  ConnectionEnded,
  exportRequest,
  metaContextQuery,
  type NbdNegotiation,
  negotiate,
  u32,
  u64,
} from '../../contract-tests/support/nbd-wire.ts';
import { Info, NO_ZEROES, Option, OptionReply, TransmissionFlag } from './protocol.ts';
import { openTestServer, TEST_VOLUME_BYTES } from './testing.ts';

const start = async (flags?: number) => negotiate({ port: (await openTestServer()).port }, flags);
const typesOf = async (answers: ReturnType<NbdNegotiation['option']>) =>
  (await answers).map(({ type }) => type);

/** Resolves when the server has closed the connection. */
const closing = async ({ reader }: NbdNegotiation): Promise<void> => {
  await expect(reader.take(1)).rejects.toThrow(ConnectionEnded);
};

/** That the server still listens to this connection. */
const expectAlive = async (client: NbdNegotiation): Promise<void> => {
  expect(await typesOf(client.option(Option.STRUCTURED_REPLY))).toEqual([OptionReply.ACK]);
};

describe('choosing a volume', () => {
  it('tells its size, what it can do, its name and its block sizes', async () => {
    const client = await start();
    const infos = [Info.NAME, Info.BLOCK_SIZE, 77];
    const answers = await client.option(Option.GO, exportRequest('volume', infos));
    const [info, name, sizes, ack] = answers.map(({ data }) => data);
    expect(answers.map(({ type }) => type)).toEqual([3, 3, 3, OptionReply.ACK]);
    expect(info?.readUInt16BE(0)).toBe(Info.EXPORT);
    expect(Number(info?.readBigUInt64BE(2))).toBe(TEST_VOLUME_BYTES);
    const flags = info?.readUInt16BE(10) ?? 0;
    expect(flags).toBe(
      TransmissionFlag.HAS_FLAGS |
        TransmissionFlag.SEND_FLUSH |
        TransmissionFlag.SEND_FUA |
        TransmissionFlag.SEND_TRIM |
        TransmissionFlag.SEND_WRITE_ZEROES |
        TransmissionFlag.SEND_FAST_ZERO |
        TransmissionFlag.CAN_MULTI_CONN,
    );
    expect(name?.toString('utf8', 2)).toBe('volume');
    expect([2, 6, 10].map((at) => sizes?.readUInt32BE(at))).toEqual([1, 4096, 32 * 1024 * 1024]);
    expect(ack).toHaveLength(0);
  });

  it('INFO tells the same and leaves the choice open', async () => {
    const client = await start();
    const ask = () => typesOf(client.option(Option.INFO, exportRequest('volume')));
    expect(await ask()).toEqual([OptionReply.INFO, OptionReply.ACK]);
    expect(await ask()).toEqual([OptionReply.INFO, OptionReply.ACK]);
    expect(await typesOf(client.option(Option.GO, exportRequest('volume')))).toContain(OptionReply.ACK);
  });

  it('says that reads can be had in one piece only to those with structured replies', async () => {
    const client = await start();
    await client.option(Option.STRUCTURED_REPLY);
    const [info] = await client.option(Option.GO, exportRequest('volume'));
    expect((info?.data.readUInt16BE(10) ?? 0) & TransmissionFlag.SEND_DF).toBe(TransmissionFlag.SEND_DF);
  });

  it.each(['', 'none', 'Volume', 'volume\0', '../volume', 'x'.repeat(4096)])(
    'refuses what is not exported: %j',
    async (name) => {
      const client = await start();
      for (const option of [Option.INFO, Option.GO]) {
        expect(await typesOf(client.option(option, exportRequest(name)))).toEqual([OptionReply.ERR_UNKNOWN]);
      }
      await expectAlive(client);
    },
  );

  it.each([
    ['no data', Buffer.alloc(0)],
    ['a name longer than the data', Buffer.concat([u32(100), Buffer.from('volume'), Buffer.alloc(2)])],
    ['a name of 4 GiB', u32(0xffff_ffff)],
    ['fewer kinds of information than it says', exportRequest('volume', [1, 2]).subarray(0, -1)],
    ['more data than it says', Buffer.concat([exportRequest('volume'), Buffer.alloc(1)])],
  ])('refuses a malformed request and goes on: %s', async (_, data) => {
    const client = await start();
    expect(await typesOf(client.option(Option.GO, data))).toEqual([OptionReply.ERR_INVALID]);
    await expectAlive(client);
  });

  it('the old way is answered with zeros behind, unless the client does without', async () => {
    for (const [flags, zeros] of [
      [1, 124],
      [1 | NO_ZEROES, 0],
    ] as const) {
      const client = await start(flags);
      client.sendOption(Option.EXPORT_NAME, Buffer.from('volume'));
      const answer = await client.reader.take(10 + zeros);
      expect(Number(answer.readBigUInt64BE(0))).toBe(TEST_VOLUME_BYTES);
      expect(answer.subarray(10)).toEqual(Buffer.alloc(zeros));
    }
  });

  it('the old way hangs up on an unknown name, as it has no words for it', async () => {
    const client = await start();
    client.sendOption(Option.EXPORT_NAME, Buffer.from('none'));
    await closing(client);
  });
});

describe('other options', () => {
  it('does not list volumes, whose ids are nobody else’s business', async () => {
    const client = await start();
    const [answer, ...others] = await client.option(Option.LIST);
    expect(answer?.type).toBe(OptionReply.ERR_POLICY);
    expect(others).toEqual([]);
    await expectAlive(client);
  });

  it('says goodbye to a client that gives up', async () => {
    const client = await start();
    expect(await typesOf(client.option(Option.ABORT))).toEqual([OptionReply.ACK]);
    await closing(client);
  });

  it('does not know TLS when it is not set up, nor what is not invented yet', async () => {
    const client = await start();
    for (const option of [Option.STARTTLS, 4, 11, 12, 0, 0xffff_ffff]) {
      expect(await typesOf(client.option(option))).toEqual([OptionReply.ERR_UNSUP]);
    }
    await expectAlive(client);
  });

  it('refuses data where there can be none', async () => {
    const client = await start();
    expect(await typesOf(client.option(Option.STRUCTURED_REPLY, Buffer.alloc(1)))).toEqual([
      OptionReply.ERR_INVALID,
    ]);
    await expectAlive(client);
  });

  it('throws away an option that is too long, says so, and goes on', async () => {
    const client = await start();
    const answer = client.option(Option.INFO, Buffer.alloc(3 * 1024 * 1024));
    expect(await typesOf(answer)).toEqual([OptionReply.ERR_TOO_BIG]);
    await expectAlive(client);
  });

  it('understands options that arrive byte by byte', async () => {
    const client = await start();
    const data = exportRequest('volume');
    const bytes = Buffer.concat([Buffer.from('IHAVEOPT'), u32(Option.INFO), u32(data.length), data]);
    for (const byte of bytes) {
      client.socket.write(Uint8Array.of(byte));
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect((await client.reader.take(20)).readUInt32BE(12)).toBe(OptionReply.INFO);
  });

  it('and several that arrive at once', async () => {
    const client = await start();
    client.sendOption(Option.STRUCTURED_REPLY);
    client.sendOption(Option.LIST);
    expect((await client.reader.take(20)).readUInt32BE(12)).toBe(OptionReply.ACK);
    expect((await client.reader.take(20)).readUInt32BE(12)).toBe(OptionReply.ERR_POLICY);
  });
});

describe('a client that makes no sense', () => {
  it('is hung up on when it agrees to what was not offered', async () => {
    await closing(await start(1 | 4));
  });

  it('is hung up on when no option begins as options do', async () => {
    const client = await start();
    client.socket.write(Buffer.concat([u64(1), u32(Option.GO), u32(0)]));
    await closing(client);
  });
});

describe('base:allocation', () => {
  const list = (queries: readonly string[], name = 'volume') => metaContextQuery(name, queries);
  async function structured(): Promise<NbdNegotiation> {
    const client = await start();
    await client.option(Option.STRUCTURED_REPLY);
    return client;
  }

  it('is listed when everything, its namespace or itself is asked for', async () => {
    const client = await structured();
    for (const queries of [[], ['base:'], ['base:allocation'], ['other:thing', 'base:allocation']]) {
      const [context, ack] = await client.option(Option.LIST_META_CONTEXT, list(queries));
      expect(context?.type).toBe(OptionReply.META_CONTEXT);
      expect(context?.data.toString('utf8', 4)).toBe('base:allocation');
      expect(ack?.type).toBe(OptionReply.ACK);
    }
    for (const queries of [['other:'], ['base:other'], ['base:allocation2']]) {
      expect(await typesOf(client.option(Option.LIST_META_CONTEXT, list(queries)))).toEqual([
        OptionReply.ACK,
      ]);
    }
  });

  it('is set when it is named, and only then', async () => {
    const client = await structured();
    const [context] = await client.option(Option.SET_META_CONTEXT, list(['base:allocation']));
    expect(context?.data.toString('utf8', 4)).toBe('base:allocation');
    for (const queries of [[], ['base:'], ['qemu:dirty-bitmap:x']]) {
      expect(await typesOf(client.option(Option.SET_META_CONTEXT, list(queries)))).toEqual([OptionReply.ACK]);
    }
  });

  it('wants structured replies first, a name that is exported and data that are whole', async () => {
    const plain = await start();
    const ask = (client: NbdNegotiation, data: Buffer) =>
      typesOf(client.option(Option.SET_META_CONTEXT, data));
    expect(await ask(plain, list([]))).toEqual([OptionReply.ERR_INVALID]);
    const client = await structured();
    expect(await ask(client, list([], 'none'))).toEqual([OptionReply.ERR_UNKNOWN]);
    expect(await ask(client, list(['base:allocation']).subarray(0, -1))).toEqual([OptionReply.ERR_INVALID]);
    expect(await ask(client, Buffer.concat([list([]), Buffer.alloc(1)]))).toEqual([OptionReply.ERR_INVALID]);
    expect(await ask(client, Buffer.concat([list([]).subarray(0, -4), u32(0xffff_ffff)]))).toEqual([
      OptionReply.ERR_INVALID,
    ]);
    await expectAlive(client);
  });
});
