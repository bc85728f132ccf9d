import type { PutOptions } from './object-store.ts';

/** A body on its way into a store. */
export interface WatchedBody {
  readonly parts: AsyncIterable<Uint8Array>;
  /** Bytes given so far. */
  length(): number;
  /** Rethrows what ended the body, which is no fault of the store; nothing when the body is well. */
  throwIfBroken(): void;
}

/**
 * Gives the parts of a body on and keeps watch: it ends with an error when the signal is aborted, or when it
 * is not as long as promised, so that a store that streams never takes a part of it for the whole.
 */
export function watchBody(
  body: AsyncIterable<Uint8Array>,
  { length: promised, signal }: PutOptions = {},
): WatchedBody {
  let length = 0;
  let broken: { readonly error: unknown } | undefined;

  async function* parts(): AsyncGenerator<Uint8Array> {
    try {
      for await (const part of body) {
        signal?.throwIfAborted();
        length += part.length;
        if (promised !== undefined && length > promised) break;
        if (part.length > 0) yield part;
      }
      signal?.throwIfAborted();
      if (promised !== undefined && length !== promised) {
        throw new RangeError(`the body has ${length} bytes or more, and ${promised} were promised`);
      }
    } catch (error) {
      broken = { error };
      throw error;
    }
  }

  return {
    parts: parts(),
    length: () => length,
    throwIfBroken() {
      if (broken !== undefined) throw broken.error;
    },
  };
}
