import { Socket } from 'node:net';

/** What reads from a socket, into memory of its own. */
export interface SocketReader {
  /** Where the next bytes go; never empty. */
  room(): Buffer;
  /** So many bytes have been put there. False stops reading until `resume`. */
  arrived(length: number): boolean;
}

/** A connection that is being read. */
export interface SocketSource {
  readonly socket: Socket;
  /** To be called some time after `arrived` has returned false. */
  resume(): void;
}

interface StreamHandle {
  readonly useUserBuffer?: unknown;
}

/**
 * Reads straight into the reader's memory. Node offers that for sockets that it connects, not for those that a server
 * accepts, so the accepted one is taken apart and comes back as another. Undefined, and the socket as it was, where
 * Node does not have what this needs.
 */
export function readDirectly(accepted: Socket, reader: SocketReader): SocketSource | undefined {
  // Neither `_handle` nor the option `handle` is documented; a test notices when they change.
  const holder = accepted as unknown as { _handle: StreamHandle | null };
  const handle = holder._handle;
  if (typeof handle?.useUserBuffer !== 'function') return undefined;
  holder._handle = null;
  accepted.destroy();
  const options = {
    handle,
    onread: { buffer: () => reader.room(), callback: (length: number) => reader.arrived(length) },
  };
  const socket = new Socket(options as unknown as ConstructorParameters<typeof Socket>[0]);
  return { socket, resume: () => void socket.resume() };
}

/** Copies what the socket reads: for sockets that are none of the system's, as those inside TLS. */
export function readCopying(socket: Socket, reader: SocketReader): SocketSource {
  /** Came in one piece with bytes after which the reader had enough. */
  let rest: Buffer | undefined;

  function feed(bytes: Buffer): boolean {
    rest = undefined;
    let fed = 0;
    while (fed < bytes.length) {
      const copied = bytes.copy(reader.room(), 0, fed);
      fed += copied;
      if (reader.arrived(copied)) continue;
      if (fed < bytes.length) rest = bytes.subarray(fed);
      return false;
    }
    return true;
  }

  socket.on('data', (bytes: Buffer) => {
    if (!feed(bytes)) socket.pause();
  });
  return {
    socket,
    resume() {
      if (rest === undefined || feed(rest)) socket.resume();
    },
  };
}
