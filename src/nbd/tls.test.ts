import { describe, expect, it } from 'vitest';
import { newAuthority } from '../../contract-tests/support/certificates.ts';
import { openExport, openNbd } from '../../contract-tests/support/nbd-client.ts';
import { ConnectionEnded, exportRequest, negotiate, u32 } from '../../contract-tests/support/nbd-wire.ts';
import { Option, OptionReply } from './protocol.ts';
import { openTestServer } from './testing.ts';

const authority = newAuthority();
const server = authority.issue('server');

const startWith = (ca?: string) => openTestServer({ tls: { cert: server.cert, key: server.key, ca } });
const trusting = { ca: authority.cert, servername: 'localhost' };

describe('a server with a certificate', () => {
  it('speaks of nothing but TLS before it has begun', async () => {
    const client = await negotiate({ port: (await startWith()).port });
    for (const [option, data] of [
      [Option.GO, exportRequest('volume')],
      [Option.INFO, exportRequest('none')],
      [Option.LIST, Buffer.alloc(0)],
      [Option.STRUCTURED_REPLY, Buffer.alloc(0)],
      [77, Buffer.alloc(0)],
    ] as const) {
      expect((await client.option(option, data))[0]?.type).toBe(OptionReply.ERR_TLS_REQD);
    }
    client.sendOption(Option.EXPORT_NAME, Buffer.from('volume'));
    await expect(client.reader.take(1)).rejects.toThrow(ConnectionEnded);
  });

  it('serves what is inside TLS, and does not begin it twice', async () => {
    const { port } = await startWith();
    const inside = await (await negotiate({ port })).startTls(trusting);
    expect((await inside.option(Option.STARTTLS))[0]?.type).toBe(OptionReply.ERR_INVALID);
    const client = await openExport(inside, 'volume');
    const bytes = Buffer.alloc(1_000_000, 'secret');
    await client.write(12_345, bytes);
    expect((await client.read(12_345, bytes.length)).equals(bytes)).toBe(true);
    const many = await Promise.all(
      Array.from({ length: 200 }, (_, index) => client.read(12_345 + index, 5000)),
    );
    expect(many[1]?.equals(bytes.subarray(1, 5001))).toBe(true);
    await client.disconnect();
  });

  it('refuses data with the option, and goes on', async () => {
    const client = await negotiate({ port: (await startWith()).port });
    expect((await client.option(Option.STARTTLS, Buffer.alloc(1)))[0]?.type).toBe(OptionReply.ERR_INVALID);
    await client.startTls(trusting);
  });

  it('hangs up on who slips something in that would be read inside TLS', async () => {
    const client = await negotiate({ port: (await startWith()).port });
    const option = (number: number) => Buffer.concat([Buffer.from('IHAVEOPT'), u32(number), u32(0)]);
    client.socket.write(Buffer.concat([option(Option.STARTTLS), option(Option.LIST)]));
    await expect(client.reader.take(1000)).rejects.toThrow(ConnectionEnded);
  });

  it('survives who sends anything else than TLS after having asked for it', async () => {
    const { port } = await startWith();
    const client = await negotiate({ port });
    expect((await client.option(Option.STARTTLS))[0]?.type).toBe(OptionReply.ACK);
    client.socket.write(Buffer.alloc(1000, 7));
    await expect(client.reader.take(100_000)).rejects.toThrow(ConnectionEnded);
    await (await negotiate({ port })).startTls(trusting);
  });
});

describe('a server that wants certificates of its clients', () => {
  it('serves who has one of the authority, and nobody else', async () => {
    const { port } = await startWith(authority.cert);
    const attempt = async (own: object) => {
      const inside = await (await negotiate({ port })).startTls({ ...trusting, ...own });
      const client = await openExport(inside, 'volume');
      return client.read(0, 10);
    };
    const { cert, key } = authority.issue('client');
    expect(await attempt({ cert, key })).toEqual(Buffer.alloc(10));
    const stranger = newAuthority('another authority').issue('client');
    await expect(attempt({ cert: stranger.cert, key: stranger.key })).rejects.toThrow();
    await expect(attempt({})).rejects.toThrow();
  });
});

it('a client without TLS is not served where there is a certificate', async () => {
  await expect(openNbd({ port: (await startWith()).port }, 'volume')).rejects.toThrow('begin TLS first');
});
