import { statusOf } from './block-status.ts';
import { Command, CommandFlag, NbdError, REQUEST_BYTES, REQUEST_MAGIC } from './protocol.ts';
import { createReading } from './reading.ts';
import { createReplies } from './replies.ts';
import type { ReplyWriter } from './reply-writer.ts';
import { errorBefore, errorOf } from './request-errors.ts';
import type { ServedVolume } from './served-volume.ts';

/** The requests of one client, from the end of the handshake on. */
export interface Transmission {
  /**
   * Serves what is in `bytes[from, to)`, as far as it can, and returns the place of the first byte that it has
   * not taken. When it `waits`, more bytes are of no use; otherwise it wants more.
   */
  take(bytes: Buffer, from: number, to: number): number;
  /** For what the rest has to wait: the client, the volume or the disk, other clients' turns, or nothing. */
  readonly waits: 'no' | 'until-told' | 'for-its-turn';
  /** Set when there is nothing more to be served: by the client's wish, or because it makes no sense. */
  readonly end: 'disconnected' | 'unintelligible' | 'cut' | undefined;
}

export interface TransmissionParts {
  readonly volume: ServedVolume;
  readonly hasStructuredReplies: boolean;
  readonly hasAllocation: boolean;
  readonly out: ReplyWriter;
  /** Called when what `take` had to wait for may have come. */
  readonly proceed: () => void;
  /** Told of faults of the storage, of which the client sees a number only. */
  readonly fault: (error: unknown) => void;
}

/** What is under way between two calls of `take`. */
const Work = { NONE: 0, WRITE: 1, SKIP: 2, READ: 3, ZERO: 4, FILL: 5 } as const;

/** Requests that wait for the disk; the next ones wait for them. */
const MOST_PENDING = 64;
/** After so much one client's turn is over, and the others of the thread have theirs. */
const TURN_BYTES = 8 * 1024 * 1024;
const TURN_REQUESTS = 512;
/** Parts of large requests are cut here, so that the store sees whole clusters. */
const CUT_BYTES = 64 * 1024;
const ZERO_BYTES = 64 * 1024 * 1024;
const ZEROS = new Uint8Array(1024 * 1024);
/** What a request costs of a turn, besides its bytes. */
const REQUEST_COST = TURN_BYTES / TURN_REQUESTS;

export function createTransmission(parts: TransmissionParts): Transmission {
  const { volume, hasStructuredReplies, out, proceed } = parts;
  const replies = createReplies(out);

  // The request under way, in numbers: nothing is made for a request that would have to be thrown away after it.
  let work: (typeof Work)[keyof typeof Work] = Work.NONE;
  const cookie = { high: 0, low: 0 };
  let offset = 0;
  let left = 0;
  let isFua = false;
  let error = 0;

  let pending = 0;
  let budget = 0;
  let waits: Transmission['waits'] = 'no';
  let end: Transmission['end'];
  let isSendPlanned = false;
  /** Replies that came while the data of another were going out. */
  const deferred: { high: number; low: number; error: number }[] = [];

  function failed(cause: unknown): number {
    parts.fault(cause);
    return errorOf(cause);
  }

  const reading = createReading({ volume, hasStructuredReplies, cookie, out, replies, failed });

  function replyLater(to: { high: number; low: number }, number: number): void {
    pending -= 1;
    if (work === Work.READ && reading.isInsideChunk()) deferred.push({ ...to, error: number });
    else replies.simple(to, number);
    // Those that the same flush was for come right after this one.
    if (!isSendPlanned) {
      isSendPlanned = true;
      queueMicrotask(() => {
        isSendPlanned = false;
        if (!(work === Work.READ && reading.isInsideChunk())) out.send();
        proceed();
      });
    }
  }

  function flushThenReply(): void {
    const to = { high: cookie.high, low: cookie.low };
    pending += 1;
    volume.flush().then(
      () => replyLater(to, 0),
      (cause) => replyLater(to, failed(cause)),
    );
  }

  /** The end of a request that changes something. */
  function finish(): void {
    work = Work.NONE;
    if (error === 0 && isFua) flushThenReply();
    else replies.simple(cookie, error);
  }

  function refuse(command: number, number: number): void {
    const isRead = command === Command.READ || command === Command.BLOCK_STATUS;
    if (isRead && hasStructuredReplies) replies.error(cookie, number);
    else replies.simple(cookie, number);
  }

  function begin(command: number, flags: number, length: number): void {
    error = errorBefore(parts, command, flags, offset, length);
    left = length;
    isFua = (flags & CommandFlag.FUA) !== 0;
    if (command === Command.WRITE) {
      // The data come whatever the answer will be.
      work = error === 0 ? Work.WRITE : Work.SKIP;
    } else if (error !== 0) {
      refuse(command, error);
    } else if (command === Command.READ) {
      work = Work.READ;
      reading.begin(offset, length, (flags & CommandFlag.DF) !== 0);
    } else if (command === Command.FLUSH) {
      flushThenReply();
    } else if (command === Command.BLOCK_STATUS) {
      replyWithStatus((flags & CommandFlag.REQ_ONE) !== 0);
    } else {
      // Without a hole, room on the disk is to be had for it.
      const fills = command === Command.WRITE_ZEROES && (flags & CommandFlag.NO_HOLE) !== 0;
      work = fills ? Work.FILL : Work.ZERO;
    }
  }

  function replyWithStatus(isOne: boolean): void {
    try {
      // The check has seen that it is open.
      if (volume.device !== undefined) replies.status(cookie, statusOf(volume.device, offset, left, isOne));
    } catch (cause) {
      replies.error(cookie, failed(cause));
    }
  }

  /** Writes what has arrived of the data; false when more has to arrive before anything can be done. */
  function write(bytes: Buffer, from: number, to: number): number {
    let length = Math.min(left, to - from);
    if (length < left) length -= (offset + length) % CUT_BYTES;
    if (length <= 0 && left > 0) return 0;
    try {
      if (length > 0) volume.device?.write(offset, bytes.subarray(from, from + length));
    } catch (cause) {
      error = failed(cause);
      work = Work.SKIP;
    }
    offset += length;
    left -= length;
    budget -= length;
    return length;
  }

  function skip(from: number, to: number): number {
    const length = Math.min(left, to - from);
    left -= length;
    return length;
  }

  function zero(): void {
    const most = work === Work.FILL ? ZEROS.length : ZERO_BYTES;
    const length = Math.min(left, most - (offset % most));
    try {
      if (work === Work.ZERO) volume.device?.zero(offset, length);
      else volume.device?.write(offset, ZEROS.subarray(0, length));
    } catch (cause) {
      error = failed(cause);
      left = length;
    }
    offset += length;
    left -= length;
    budget -= work === Work.FILL ? length : REQUEST_COST;
  }

  function read(): void {
    const state = reading.step();
    budget -= reading.stepBytes();
    if (state === 'more') return;
    work = Work.NONE;
    if (state === 'cut') end = 'cut';
    for (const reply of deferred.splice(0)) replies.simple(reply, reply.error);
  }

  /** A volume that went while a request was under way. */
  function leave(): void {
    if (work === Work.READ) {
      if (!reading.fail(NbdError.ESHUTDOWN)) end = 'cut';
      work = Work.NONE;
    } else {
      error = volume.state === 'gone' ? NbdError.ESHUTDOWN : NbdError.EIO;
      if (work === Work.WRITE) work = Work.SKIP;
      else left = 0;
    }
  }

  /** Whether something other than more bytes is missing before the next step. */
  function mustWait(): boolean {
    if (volume.state === 'held' || pending >= MOST_PENDING || out.isFull()) waits = 'until-told';
    else if (budget <= 0) waits = 'for-its-turn';
    else return false;
    return true;
  }

  /** Goes on with the request under way; returns the bytes taken, or -1 when it needs more than there are. */
  function goOn(bytes: Buffer, from: number, to: number): number {
    if (volume.device === undefined && work !== Work.SKIP) leave();
    let taken = 0;
    if (work === Work.WRITE) taken = write(bytes, from, to);
    else if (work === Work.SKIP) taken = skip(from, to);
    else if (work === Work.READ) read();
    else if (left > 0) zero();
    if (work === Work.NONE || work === Work.READ) return taken;
    if (left === 0) finish();
    else if (taken === 0 && (work === Work.WRITE || work === Work.SKIP)) return -1;
    return taken;
  }

  function take(bytes: Buffer, from: number, to: number): number {
    let at = from;
    waits = 'no';
    budget = TURN_BYTES;
    while (end === undefined && !mustWait()) {
      if (work !== Work.NONE) {
        const taken = goOn(bytes, at, to);
        if (taken < 0) break;
        at += taken;
        continue;
      }
      if (to - at < REQUEST_BYTES) break;
      if (bytes.readUInt32BE(at) !== REQUEST_MAGIC) {
        end = 'unintelligible';
        break;
      }
      const flags = bytes.readUInt16BE(at + 4);
      const command = bytes.readUInt16BE(at + 6);
      cookie.high = bytes.readUInt32BE(at + 8);
      cookie.low = bytes.readUInt32BE(at + 12);
      // Beyond 2^53 it is rounded, and outside of every volume all the same.
      offset = bytes.readUInt32BE(at + 16) * 2 ** 32 + bytes.readUInt32BE(at + 20);
      const length = bytes.readUInt32BE(at + 24);
      at += REQUEST_BYTES;
      budget -= REQUEST_COST;
      if (command === Command.DISC) end = 'disconnected';
      else begin(command, flags, length);
    }
    out.send();
    return at;
  }

  return {
    take,
    get waits() {
      return waits;
    },
    get end() {
      return end;
    },
  };
}
