import type { Cookie, Replies } from './replies.ts';
import type { ReplyWriter } from './reply-writer.ts';
import type { ServedVolume } from './served-volume.ts';

/** Replies that wait for the disk, while other requests go on. */
export interface LateReplies {
  /** Answers the request once everything written before is durable. */
  flush(cookie: Cookie): void;
  /** How many are waited for. */
  pending(): number;
  /** Gives the replies that came while nothing could be put between the data of another. */
  catchUp(): void;
}

export interface LateRepliesParts {
  readonly volume: Pick<ServedVolume, 'flush'>;
  readonly out: ReplyWriter;
  readonly replies: Replies;
  /** Called when there may be room for further requests. */
  readonly proceed: () => void;
  /** The number for a fault of the storage. */
  readonly failed: (cause: unknown) => number;
  /** Whether nothing but the rest of the data may be sent now. */
  readonly isInsideChunk: () => boolean;
}

export function createLateReplies(parts: LateRepliesParts): LateReplies {
  const { volume, out, replies, proceed, failed, isInsideChunk } = parts;
  const deferred: { readonly cookie: Cookie; readonly error: number }[] = [];
  let pending = 0;
  let isSendPlanned = false;

  function send(): void {
    isSendPlanned = false;
    if (!isInsideChunk()) out.send();
    proceed();
  }

  function reply(cookie: Cookie, error: number): void {
    pending -= 1;
    if (isInsideChunk()) deferred.push({ cookie, error });
    else replies.simple(cookie, error);
    if (isSendPlanned) return;
    isSendPlanned = true;
    // Those that the same flush was for come right after this one.
    queueMicrotask(send);
  }

  return {
    flush({ high, low }) {
      // The caller's cookie is that of its next request by then.
      const cookie = { high, low };
      pending += 1;
      volume.flush().then(
        () => reply(cookie, 0),
        (cause) => reply(cookie, failed(cause)),
      );
    },
    pending: () => pending,
    catchUp() {
      for (const { cookie, error } of deferred.splice(0)) replies.simple(cookie, error);
    },
  };
}
