/** Holds the largest part of a request that cannot be served before more of it arrives, several times over. */
const INBOX_BYTES = 256 * 1024;
/** With less room than this behind what has arrived, it is worth moving that to the front. */
const LEAST_ROOM = 128 * 1024;
const OVERFLOW_BYTES = 64 * 1024;
const MOST_KEPT = 16;

const kept: Buffer[] = [];

/** Bytes of a client that have arrived and not been taken yet: `bytes[from, to)`. */
export interface Inbox {
  readonly bytes: Buffer;
  from: number;
  to: number;
  /**
   * Where the next bytes that arrive are to be put; never empty. What is put there counts once `arrived` is told.
   * Nobody may let more than one `room` fill up while nothing is taken.
   */
  room(): Buffer;
  arrived(length: number): void;
  /** Gives the memory back. */
  release(): void;
}

export function createInbox(): Inbox {
  const bytes = kept.pop() ?? Buffer.allocUnsafeSlow(INBOX_BYTES);
  let overflow: Buffer | undefined;
  let isOverflowing = false;
  let isReleased = false;

  /** Moves what is there to the front where that is cheap or there is little room left. */
  function settle(): void {
    if (inbox.from === inbox.to) {
      inbox.from = 0;
      inbox.to = 0;
    } else if (inbox.from > 0 && bytes.length - inbox.to < LEAST_ROOM) {
      bytes.copyWithin(0, inbox.from, inbox.to);
      inbox.to -= inbox.from;
      inbox.from = 0;
    }
  }

  const inbox: Inbox = {
    bytes,
    from: 0,
    to: 0,
    room() {
      settle();
      isOverflowing = inbox.to === bytes.length;
      if (!isOverflowing) return inbox.to === 0 ? bytes : bytes.subarray(inbox.to);
      // A socket that has stopped reading keeps the room that it was given last for when it goes on.
      overflow ??= Buffer.allocUnsafeSlow(OVERFLOW_BYTES);
      return overflow;
    },
    arrived(length) {
      if (isOverflowing && overflow !== undefined) {
        settle();
        overflow.copy(bytes, inbox.to, 0, length);
        isOverflowing = false;
      }
      inbox.to += length;
    },
    release() {
      if (isReleased) return;
      isReleased = true;
      if (kept.length < MOST_KEPT) kept.push(bytes);
    },
  };
  return inbox;
}
