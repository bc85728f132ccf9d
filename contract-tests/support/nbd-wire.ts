import { connect, type Socket } from 'node:net';
import { type ConnectionOptions, connect as connectTls } from 'node:tls';
import { FIXED_NEWSTYLE, NO_ZEROES, OPTION_MAGIC, Option, OptionReply } from '../../src/nbd/protocol.ts';

/** Where a server of network block devices listens: a port of this machine, or a unix socket. */
export type NbdAddress = { readonly port: number; readonly host?: string } | { readonly path: string };

export interface OptionAnswer {
  readonly type: number;
  readonly data: Buffer;
}

/** The bytes of a socket, to be had in the amounts that the protocol wants. Rejects once the socket has closed. */
export interface ByteReader {
  take(length: number): Promise<Buffer>;
}

/** The server has closed the connection, with this much of what was waited for still missing. */
export class ConnectionEnded extends Error {
  constructor() {
    super('the server has closed the connection');
    this.name = 'ConnectionEnded';
  }
}

export function readerOf(socket: Socket): ByteReader {
  const chunks: Buffer[] = [];
  let held = 0;
  let hasEnded = false;
  let wake: () => void = () => undefined;
  socket.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    held += chunk.length;
    wake();
  });
  socket.on('error', () => undefined);
  socket.on('close', () => {
    hasEnded = true;
    wake();
  });

  return {
    async take(length) {
      while (held < length) {
        if (hasEnded) throw new ConnectionEnded();
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      const parts: Buffer[] = [];
      for (let missing = length; missing > 0; ) {
        const first = chunks.shift() ?? Buffer.alloc(0);
        parts.push(first.subarray(0, missing));
        if (first.length > missing) chunks.unshift(first.subarray(missing));
        missing -= Math.min(first.length, missing);
      }
      held -= length;
      return Buffer.concat(parts, length);
    },
  };
}

export function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}

export function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

export function u64(value: number | bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(value));
  return bytes;
}

const textWithLength = (text: string): Buffer =>
  Buffer.concat([u32(Buffer.byteLength(text)), Buffer.from(text)]);

/** The data of INFO and GO. */
export const exportRequest = (name: string, infos: readonly number[] = []): Buffer =>
  Buffer.concat([textWithLength(name), u16(infos.length), ...infos.map(u16)]);

/** The data of LIST_META_CONTEXT and SET_META_CONTEXT. */
export const metaContextQuery = (name: string, queries: readonly string[]): Buffer =>
  Buffer.concat([textWithLength(name), u32(queries.length), ...queries.map(textWithLength)]);

/** A connection that is still about what to do with it. */
export interface NbdNegotiation {
  readonly socket: Socket;
  readonly reader: ByteReader;
  /** The server's flags. */
  readonly flags: number;
  /** Sends an option without waiting for an answer. */
  sendOption(option: number, data?: Buffer): void;
  /** Sends an option; resolves with all that the server says to it, the last of which ends it. */
  option(option: number, data?: Buffer): Promise<OptionAnswer[]>;
  /** Begins TLS; the negotiation goes on with what is given back. */
  startTls(options: ConnectionOptions): Promise<NbdNegotiation>;
}

function negotiation(socket: Socket, reader: ByteReader, flags: number): NbdNegotiation {
  function sendOption(option: number, data: Buffer = Buffer.alloc(0)): void {
    socket.write(Buffer.concat([u64(OPTION_MAGIC), u32(option), u32(data.length), data]));
  }

  async function option(option: number, data?: Buffer): Promise<OptionAnswer[]> {
    sendOption(option, data);
    const answers: OptionAnswer[] = [];
    for (;;) {
      const header = await reader.take(20);
      const type = header.readUInt32BE(12);
      answers.push({ type, data: await reader.take(header.readUInt32BE(16)) });
      if (header.readUInt32BE(8) !== option) throw new Error('the answer is to another option');
      if (type === OptionReply.ACK || type >= 0x8000_0000) return answers;
    }
  }

  return {
    socket,
    reader,
    flags,
    sendOption,
    option,
    async startTls(options) {
      const [answer] = await option(Option.STARTTLS);
      if (answer?.type !== OptionReply.ACK) throw new Error(`TLS was refused: ${answer?.data}`);
      for (const event of ['data', 'close']) socket.removeAllListeners(event);
      const secure = connectTls({ ...options, socket });
      await new Promise<void>((resolve, reject) => {
        secure.once('secureConnect', resolve);
        secure.once('error', reject);
      });
      return negotiation(secure, readerOf(secure), flags);
    },
  };
}

/** Connects and exchanges greetings. */
export async function negotiate(
  address: NbdAddress,
  flags = FIXED_NEWSTYLE | NO_ZEROES,
): Promise<NbdNegotiation> {
  const socket =
    'path' in address ? connect(address.path) : connect(address.port, address.host ?? '127.0.0.1');
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('error', reject);
  });
  const reader = readerOf(socket);
  const greeting = await reader.take(18);
  if (greeting.toString('latin1', 0, 16) !== 'NBDMAGICIHAVEOPT') throw new Error('this is no NBD server');
  socket.write(u32(flags));
  return negotiation(socket, reader, greeting.readUInt16BE(16));
}
