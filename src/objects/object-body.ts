import type { PutOptions } from './object-store.ts';

/** A body on its way into a store. */
export interface WatchedBody {
  readonly parts: AsyncIterable<Uint8Array>;
  /** Rethrows what ended the body, which is no fault of the store; nothing when the body is well. */
  throwIfBroken(): void;
}

/**
 * Gives the parts of a body on and keeps watch: it ends with an error when the signal is aborted, or when it
 * is not as long as promised. The part that makes the promised length full is given when the body has ended
 * there: a server takes the object for whole at that very byte.
 */
export function watchBody(
  body: AsyncIterable<Uint8Array>,
  { length: promised, signal }: PutOptions = {},
): WatchedBody {
  let length = 0;
  let broken: { readonly error: unknown } | undefined;

  async function* parts(): AsyncGenerator<Uint8Array> {
    let last: Uint8Array | undefined;
    try {
      for await (const part of body) {
        signal?.throwIfAborted();
        length += part.length;
        if (promised !== undefined && length > promised) break;
        if (part.length === 0) continue;
        if (length === promised) last = part;
        else yield part;
      }
      signal?.throwIfAborted();
      if (promised !== undefined && length !== promised) {
        throw new RangeError(`the body has ${length} bytes or more, and ${promised} were promised`);
      }
      if (last !== undefined) yield last;
    } catch (error) {
      broken = { error };
      throw error;
    }
  }

  return {
    parts: parts(),
    throwIfBroken() {
      if (broken !== undefined) throw broken.error;
    },
  };
}

/** All of a small body. */
export async function whole(parts: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const held: Uint8Array[] = [];
  for await (const part of parts) held.push(part);
  return Buffer.concat(held);
}
