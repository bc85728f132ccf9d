import type { Socket } from 'node:net';
import {
  BASE_ALLOCATION,
  Command,
  CommandFlag,
  Info,
  Option,
  OptionReply,
  REQUEST_MAGIC,
} from '../../src/nbd/protocol.ts';
import { NbdOptionError, NbdRequestError } from './nbd-errors.ts';
import { type AllocationRun, type Asked, type Reply, takeReplies } from './nbd-replies.ts';
import {
  ConnectionEnded,
  exportRequest,
  metaContextQuery,
  type NbdAddress,
  type NbdNegotiation,
  negotiate,
  u16,
  u32,
  u64,
} from './nbd-wire.ts';

/** A part of the reply to a read, as it came. */
export interface ReadPart {
  readonly offset: number;
  readonly length: number;
  readonly isHole: boolean;
}

/**
 * A client of one export. Calls may be made without waiting for those before: requests go out in the order of the
 * calls, replies are taken in any. A request that fails rejects with `NbdRequestError`, and all that are under way
 * with `ConnectionEnded` when the connection closes.
 */
export interface NbdClient {
  readonly size: number;
  /** Transmission flags. */
  readonly flags: number;
  readonly socket: Socket;
  /** Resolves when the connection has closed. */
  readonly closed: Promise<void>;
  read(offset: number, length: number, flags?: number): Promise<Buffer>;
  /** The parts in which the reply comes, with structured replies. */
  readParts(offset: number, length: number, flags?: number): Promise<ReadPart[]>;
  write(offset: number, bytes: Uint8Array, flags?: number): Promise<void>;
  flush(): Promise<void>;
  trim(offset: number, length: number, flags?: number): Promise<void>;
  zero(offset: number, length: number, flags?: number): Promise<void>;
  blockStatus(offset: number, length: number, flags?: number): Promise<AllocationRun[]>;
  /** Any request, for what the others would not send. */
  request(
    command: number,
    offset: number | bigint,
    length: number,
    flags?: number,
    data?: Uint8Array,
  ): Promise<Reply>;
  /** Says goodbye; resolves when the connection has closed. */
  disconnect(): Promise<void>;
}

export interface NbdClientOptions {
  /** Structured replies and `base:allocation`, which go together here; true when left out. */
  readonly structured?: boolean;
}

/** Connects to an address and opens the export. */
export const openNbd = async (
  address: NbdAddress,
  name: string,
  options?: NbdClientOptions,
): Promise<NbdClient> => openExport(await negotiate(address), name, options);

/** Opens the export on a connection that is there already. */
export async function openExport(
  negotiation: NbdNegotiation,
  name: string,
  { structured = true }: NbdClientOptions = {},
): Promise<NbdClient> {
  const ask = async (option: number, data?: Buffer) => {
    const answers = await negotiation.option(option, data);
    const last = answers.at(-1);
    if (last?.type === OptionReply.ACK) return answers;
    negotiation.socket.destroy();
    throw new NbdOptionError(last?.type ?? 0, String(last?.data));
  };
  if (structured) {
    await ask(Option.STRUCTURED_REPLY);
    await ask(Option.SET_META_CONTEXT, metaContextQuery(name, [BASE_ALLOCATION]));
  }
  const infos = await ask(Option.GO, exportRequest(name, [Info.BLOCK_SIZE]));
  const info = infos.find(
    ({ type, data }) => type === OptionReply.INFO && data.readUInt16BE(0) === Info.EXPORT,
  );
  if (info === undefined) throw new Error('the server did not tell of the export');
  return transmit(negotiation, Number(info.data.readBigUInt64BE(2)), info.data.readUInt16BE(10));
}

/** Requests on a connection whose negotiation is over. */
export function transmit({ socket, reader }: NbdNegotiation, size: number, flags: number): NbdClient {
  const waiting = new Map<bigint, Asked>();
  let lastCookie = 0n;
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));

  takeReplies(reader, waiting).catch((error) => {
    socket.destroy();
    for (const { end } of waiting.values()) end(error);
    waiting.clear();
  });

  const send: NbdClient['request'] = (command, offset, length, requestFlags = 0, data) =>
    new Promise((resolve, reject) => {
      if (socket.destroyed) return reject(new ConnectionEnded());
      lastCookie += 1n;
      const reply: Reply = { error: 0, data: [], runs: [] };
      const end = (error?: Error) => (error === undefined ? resolve(reply) : reject(error));
      waiting.set(lastCookie, { reply, length, command, end });
      socket.write(
        Buffer.concat([
          u32(REQUEST_MAGIC),
          u16(requestFlags),
          u16(command),
          u64(lastCookie),
          u64(offset),
          u32(length),
          ...(data === undefined ? [] : [data]),
        ]),
      );
    });

  const succeed: NbdClient['request'] = async (...request) => {
    const reply = await send(...request);
    if (reply.error !== 0) throw new NbdRequestError(reply.error);
    return reply;
  };

  /** The parts of a read in order; a reply that leaves out or repeats a byte is none. */
  async function parts(offset: number, length: number, requestFlags = 0) {
    const { data } = await succeed(Command.READ, offset, length, requestFlags);
    const [first] = data;
    if (data.length === 1 && first !== undefined && first.offset === 0) first.offset = offset;
    data.sort((a, b) => a.offset - b.offset);
    let next = offset;
    for (const part of data) {
      if (part.offset !== next) throw new Error(`a reply with nothing, or something twice, at ${next}`);
      next += typeof part.bytes === 'number' ? part.bytes : part.bytes.length;
    }
    if (next !== offset + length) throw new Error(`a reply that ends at ${next}`);
    return data;
  }

  return {
    size,
    flags,
    socket,
    closed,
    request: send,
    async read(offset, length, requestFlags) {
      const data = await parts(offset, length, requestFlags);
      return Buffer.concat(
        data.map(({ bytes }) => (typeof bytes === 'number' ? Buffer.alloc(bytes) : bytes)),
      );
    },
    async readParts(offset, length, requestFlags) {
      const data = await parts(offset, length, requestFlags);
      return data.map(({ offset, bytes }) =>
        typeof bytes === 'number'
          ? { offset, length: bytes, isHole: true }
          : { offset, length: bytes.length, isHole: false },
      );
    },
    async write(offset, bytes, requestFlags) {
      await succeed(Command.WRITE, offset, bytes.length, requestFlags, bytes);
    },
    async flush() {
      await succeed(Command.FLUSH, 0, 0);
    },
    async trim(offset, length, requestFlags) {
      await succeed(Command.TRIM, offset, length, requestFlags);
    },
    async zero(offset, length, requestFlags) {
      await succeed(Command.WRITE_ZEROES, offset, length, requestFlags);
    },
    async blockStatus(offset, length, requestFlags) {
      return (await succeed(Command.BLOCK_STATUS, offset, length, requestFlags)).runs;
    },
    async disconnect() {
      if (!socket.destroyed) {
        socket.write(Buffer.concat([u32(REQUEST_MAGIC), u16(0), u16(Command.DISC), u64(0), u64(0), u32(0)]));
      }
      await closed;
    },
  };
}

export { CommandFlag, NbdOptionError, NbdRequestError };
