import {
  Allocation,
  BASE_ALLOCATION_ID,
  CHUNK_HEADER_BYTES,
  REPLY_DONE,
  ReplyType,
  SIMPLE_REPLY_BYTES,
  SIMPLE_REPLY_MAGIC,
  STRUCTURED_REPLY_MAGIC,
} from './protocol.ts';
import type { ReplyWriter } from './reply-writer.ts';

/** The client's number for a request, which its reply carries: 64 bits, in two halves that are cheap to handle. */
export interface Cookie {
  high: number;
  low: number;
}

/** A run of bytes as `NBD_CMD_BLOCK_STATUS` tells of it. */
export interface Status {
  length: number;
  zero: boolean;
}

/** Puts replies into the writer, which the caller sends. */
export interface Replies {
  /** `error` is 0 for success. */
  simple(cookie: Cookie, error: number): void;
  /** The header of a chunk, with room for `room` bytes behind it, of which `length` follow. */
  chunk(cookie: Cookie, type: number, isLast: boolean, length: number, room?: number): void;
  error(cookie: Cookie, error: number): void;
  hole(cookie: Cookie, isLast: boolean, offset: number, length: number): void;
  status(cookie: Cookie, runs: readonly Status[]): void;
}

export function createReplies(out: ReplyWriter): Replies {
  function u32(value: number): void {
    out.bytes.writeUInt32BE(value, out.at);
    out.at += 4;
  }

  function u64(value: number): void {
    u32(Math.floor(value / 2 ** 32));
    u32(value >>> 0);
  }

  function chunk(cookie: Cookie, type: number, isLast: boolean, length: number, room = length): void {
    out.reserve(CHUNK_HEADER_BYTES + room);
    u32(STRUCTURED_REPLY_MAGIC);
    out.bytes.writeUInt16BE(isLast ? REPLY_DONE : 0, out.at);
    out.bytes.writeUInt16BE(type, out.at + 2);
    out.at += 4;
    u32(cookie.high);
    u32(cookie.low);
    u32(length);
  }

  return {
    simple(cookie, error) {
      out.reserve(SIMPLE_REPLY_BYTES);
      u32(SIMPLE_REPLY_MAGIC);
      u32(error);
      u32(cookie.high);
      u32(cookie.low);
    },
    chunk,
    error(cookie, error) {
      chunk(cookie, ReplyType.ERROR, true, 6);
      u32(error);
      // Without words: clients know the numbers.
      out.bytes.writeUInt16BE(0, out.at);
      out.at += 2;
    },
    hole(cookie, isLast, offset, length) {
      chunk(cookie, ReplyType.OFFSET_HOLE, isLast, 12);
      u64(offset);
      u32(length);
    },
    status(cookie, runs) {
      chunk(cookie, ReplyType.BLOCK_STATUS, true, 4 + 8 * runs.length);
      u32(BASE_ALLOCATION_ID);
      for (const { length, zero } of runs) {
        u32(length);
        u32(zero ? Allocation.HOLE | Allocation.ZERO : 0);
      }
    },
  };
}
