/** Room for a piece of data and for the headers around it. */
const BUFFER_BYTES = 256 * 1024 + 4 * 1024;
/** Free ones that are kept; what a moment of many clients needed beyond them goes back to the system. */
const MOST_KEPT = 16;
/** A client that takes its replies slower than it asks gets no further ones while so many are on their way. */
const MOST_UNSENT = 8;

const kept: Buffer[] = [];

/** The part of a socket that replies go to. */
export interface ReplySink {
  write(bytes: Buffer, done: () => void): unknown;
}

/**
 * Gathers replies and hands them to the system together: a write to a socket costs more than most requests do.
 * Whoever has called `reserve` puts its bytes at `bytes[at]` and moves `at`.
 */
export interface ReplyWriter {
  bytes: Buffer;
  at: number;
  /** Makes room for that many bytes, `MOST_REPLY_BYTES` at the most. */
  reserve(length: number): void;
  /** Hands over what has been gathered. */
  send(): void;
  /** Whether the client is so far behind with reading that nothing more should be made for it. */
  isFull(): boolean;
}

export const MOST_REPLY_BYTES = BUFFER_BYTES;
const NONE = Buffer.alloc(0);

/** `drained` is called when replies may be made again after `isFull`. */
export function createReplyWriter(sink: ReplySink, drained: () => void): ReplyWriter {
  /** Handed to the system, which takes them in order. */
  const unsent: Buffer[] = [];

  function taken(): void {
    const buffer = unsent.shift();
    if (buffer !== undefined && kept.length < MOST_KEPT) kept.push(buffer);
    if (unsent.length === MOST_UNSENT - 1) drained();
  }

  const writer: ReplyWriter = {
    bytes: NONE,
    at: 0,
    reserve(length) {
      if (writer.bytes.length - writer.at >= length) return;
      writer.send();
      writer.bytes = kept.pop() ?? Buffer.allocUnsafeSlow(BUFFER_BYTES);
    },
    send() {
      if (writer.at === 0) return;
      const { bytes, at } = writer;
      unsent.push(bytes);
      writer.bytes = NONE;
      writer.at = 0;
      sink.write(bytes.subarray(0, at), taken);
    },
    isFull: () => unsent.length >= MOST_UNSENT,
  };
  return writer;
}
