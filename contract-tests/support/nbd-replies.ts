import {
  Command,
  REPLY_DONE,
  ReplyType,
  SIMPLE_REPLY_MAGIC,
  STRUCTURED_REPLY_MAGIC,
} from '../../src/nbd/protocol.ts';
import type { ByteReader } from './nbd-wire.ts';

/** A run of bytes of which the server has told the flags of `base:allocation`. */
export interface AllocationRun {
  readonly length: number;
  readonly flags: number;
}

/** What came as the reply to a request. */
export interface Reply {
  error: number;
  data: { offset: number; bytes: Buffer | number }[];
  runs: AllocationRun[];
}

/** A request that has been sent. */
export interface Asked {
  readonly reply: Reply;
  readonly length: number;
  readonly command: number;
  readonly end: (error?: Error) => void;
}

/** Takes replies, by cookie, to requests of which `waiting` knows; ends with an error when there is none to take. */
export async function takeReplies(reader: ByteReader, waiting: Map<bigint, Asked>): Promise<never> {
  async function takeSimple(): Promise<void> {
    const rest = await reader.take(12);
    const cookie = rest.readBigUInt64BE(4);
    const asked = waiting.get(cookie);
    if (asked === undefined) throw new Error('a reply to no request');
    asked.reply.error = rest.readUInt32BE(0);
    if (asked.command === Command.READ && asked.reply.error === 0) {
      asked.reply.data.push({ offset: 0, bytes: await reader.take(asked.length) });
    }
    waiting.delete(cookie);
    asked.end();
  }

  async function takeChunk(): Promise<void> {
    const rest = await reader.take(16);
    const cookie = rest.readBigUInt64BE(4);
    const asked = waiting.get(cookie);
    if (asked === undefined) throw new Error('a chunk of a reply to no request');
    const body = await reader.take(rest.readUInt32BE(12));
    const type = rest.readUInt16BE(2);
    const { reply } = asked;
    if (type === ReplyType.OFFSET_DATA) {
      reply.data.push({ offset: Number(body.readBigUInt64BE(0)), bytes: body.subarray(8) });
    } else if (type === ReplyType.OFFSET_HOLE) {
      reply.data.push({ offset: Number(body.readBigUInt64BE(0)), bytes: body.readUInt32BE(8) });
    } else if (type === ReplyType.BLOCK_STATUS) {
      for (let at = 4; at < body.length; at += 8) {
        reply.runs.push({ length: body.readUInt32BE(at), flags: body.readUInt32BE(at + 4) });
      }
    } else if (type === ReplyType.ERROR) reply.error = body.readUInt32BE(0);
    else if (type !== ReplyType.NONE) throw new Error(`a chunk of type ${type}`);
    if ((rest.readUInt16BE(0) & REPLY_DONE) === 0) return;
    waiting.delete(cookie);
    asked.end();
  }

  for (;;) {
    const magic = (await reader.take(4)).readUInt32BE(0);
    if (magic === SIMPLE_REPLY_MAGIC) await takeSimple();
    else if (magic === STRUCTURED_REPLY_MAGIC) await takeChunk();
    else throw new Error('neither a simple reply nor a chunk of a structured one');
  }
}
