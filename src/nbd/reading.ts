import { CHUNK_HEADER_BYTES, ReplyType, SIMPLE_REPLY_BYTES } from './protocol.ts';
import type { Cookie, Replies } from './replies.ts';
import type { ReplyWriter } from './reply-writer.ts';
import type { ServedVolume } from './served-volume.ts';

/** How much of a read is in memory at a time. */
const PIECE_BYTES = 256 * 1024;
/** Smaller reads are answered with data without asking where the holes are. */
const LEAST_WITH_HOLES = 32 * 1024;
/** Where data and holes alternate that often, it is cheaper to send the zeros. */
const MOST_EXTENTS = 16;
const OFFSET_BYTES = 8;

/** Answers one read after the other, piece by piece. */
export interface Reading {
  begin(offset: number, length: number, isWhole: boolean): void;
  /** Puts the next piece into the writer. `cut`: it failed in the middle of data that had been announced. */
  step(): 'more' | 'done' | 'cut';
  /** How many bytes the last step was about. */
  stepBytes(): number;
  /** Ends the read with an error; false when it is too late for one. */
  fail(error: number): boolean;
  /** Whether nothing but the rest of the data may be sent now. */
  isInsideChunk(): boolean;
}

export interface ReadingParts {
  readonly volume: ServedVolume;
  readonly hasStructuredReplies: boolean;
  /** Of the request under way; changes with it. */
  readonly cookie: Cookie;
  readonly out: ReplyWriter;
  readonly replies: Replies;
  /** The number for a fault of the storage. */
  readonly failed: (cause: unknown) => number;
}

export function createReading({ volume, cookie, out, replies, failed, ...parts }: ReadingParts): Reading {
  const { hasStructuredReplies } = parts;
  let offset = 0;
  let left = 0;
  /** The data are announced in one go, before all of them are there. */
  let isWhole = false;
  let isInside = false;
  let piece = 0;

  /** Reads behind the place where the header goes. */
  function fill(at: number, length: number): void {
    volume.device?.read(offset, out.bytes.subarray(at, at + length));
  }

  function dataChunk(length: number, isLast: boolean): void {
    out.reserve(CHUNK_HEADER_BYTES + OFFSET_BYTES + length);
    // First the data: when they cannot be had, an error goes where they would have been.
    fill(out.at + CHUNK_HEADER_BYTES + OFFSET_BYTES, length);
    announce(length, isLast);
    out.at += length;
    advance(length);
  }

  /** The header of a chunk of data. */
  function announce(length: number, isLast: boolean): void {
    replies.chunk(cookie, ReplyType.OFFSET_DATA, isLast, OFFSET_BYTES + length, OFFSET_BYTES);
    out.bytes.writeUInt32BE(Math.floor(offset / 2 ** 32), out.at);
    out.bytes.writeUInt32BE(offset >>> 0, out.at + 4);
    out.at += OFFSET_BYTES;
  }

  function advance(length: number): void {
    offset += length;
    left -= length;
  }

  function extentsOf(length: number) {
    if (length < LEAST_WITH_HOLES) return undefined;
    const extents = volume.device?.extents(offset, length);
    return extents === undefined || extents.length > MOST_EXTENTS ? undefined : extents;
  }

  function chunks(): void {
    const extents = extentsOf(piece);
    if (extents === undefined) {
      dataChunk(piece, left === piece);
      return;
    }
    for (const { length, zero } of extents) {
      if (zero) {
        replies.hole(cookie, left === length, offset, length);
        advance(length);
      } else {
        dataChunk(length, left === length);
      }
    }
  }

  /** The first piece of data that come in one go, behind the header for all of them. */
  function firstOfWhole(): void {
    const header = hasStructuredReplies ? CHUNK_HEADER_BYTES + OFFSET_BYTES : SIMPLE_REPLY_BYTES;
    out.reserve(header + piece);
    fill(out.at + header, piece);
    if (hasStructuredReplies) announce(left, true);
    else replies.simple(cookie, 0);
    out.at += piece;
    advance(piece);
    isInside = left > 0;
  }

  function restOfWhole(): void {
    out.reserve(piece);
    fill(out.at, piece);
    out.at += piece;
    advance(piece);
    isInside = left > 0;
  }

  function fail(error: number): boolean {
    if (isInside) return false;
    if (hasStructuredReplies) replies.error(cookie, error);
    else replies.simple(cookie, error);
    return true;
  }

  return {
    begin(from, length, mustBeWhole) {
      offset = from;
      left = length;
      isWhole = mustBeWhole || !hasStructuredReplies;
      isInside = false;
    },
    step() {
      piece = Math.min(left, PIECE_BYTES - (offset % PIECE_BYTES));
      try {
        if (left === 0 && hasStructuredReplies) replies.chunk(cookie, ReplyType.NONE, true, 0);
        else if (isInside) restOfWhole();
        else if (isWhole) firstOfWhole();
        else chunks();
      } catch (cause) {
        return fail(failed(cause)) ? 'done' : 'cut';
      }
      return left > 0 ? 'more' : 'done';
    },
    stepBytes: () => piece,
    fail,
    isInsideChunk: () => isInside,
  };
}
