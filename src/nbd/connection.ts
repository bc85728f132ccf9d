import type { Socket } from 'node:net';
import { createHandshake, type HandshakeParts, type Negotiated } from './handshake.ts';
import { createInbox } from './inbox.ts';
import { createReplyWriter, type ReplyWriter } from './reply-writer.ts';
import type { Client, ServedVolume } from './served-volume.ts';
import type { SocketReader, SocketSource } from './sockets.ts';
import { createTransmission, type Transmission } from './transmission.ts';

export interface ConnectionParts {
  readonly find: (name: string) => ServedVolume | undefined;
  readonly tls: HandshakeParts['tls'];
  /** Begins to read the socket for this connection. */
  readonly read: (reader: SocketReader) => SocketSource;
  /** Sent first. */
  readonly greeting: Buffer | undefined;
  /** Goes on with the socket, of which nobody here reads any more, inside TLS. */
  readonly beginTls: (socket: Socket) => void;
  /** Told of faults of the storage. */
  readonly fault: (volume: ServedVolume, error: unknown) => void;
  readonly closed: () => void;
}

/** A client that takes longer to choose its volume is only keeping a place. */
export const HANDSHAKE_MS = 10_000;
/** A client that does not take its last replies by then is cut off. */
const FAREWELL_MS = 5_000;
/** Finds out that a client is gone that never said so. */
const KEEP_ALIVE_MS = 30_000;

/** Serves one client from its first byte to its last. */
export function serveConnection(parts: ConnectionParts): Client {
  const inbox = createInbox();
  let transmission: Transmission | undefined;
  let volume: ServedVolume | undefined;
  let isEnding = false;
  let isReading = true;
  let isPumping = false;

  const handshake = createHandshake({ find: parts.find, tls: parts.tls, send: (bytes) => void send(bytes) });
  const source = parts.read({
    room: () => inbox.room(),
    arrived(length) {
      inbox.arrived(length);
      pump();
      return isReading;
    },
  });
  const { socket } = source;
  const out: ReplyWriter = createReplyWriter(
    { write: (bytes, done) => (isEnding ? done() : socket.write(bytes, done)) },
    proceed,
  );

  function send(bytes: Buffer): void {
    if (!isEnding) socket.write(bytes);
  }

  /** Lets the client have the replies that are on their way, then closes. */
  function finish(): void {
    if (isEnding) return;
    isEnding = true;
    isReading = false;
    clearTimeout(deadline);
    deadline = setTimeout(cut, FAREWELL_MS);
    socket.destroySoon();
  }

  function cut(): void {
    socket.destroy();
  }

  function enter(negotiated: Negotiated): void {
    clearTimeout(deadline);
    volume = negotiated.volume;
    volume.join(client);
    const fault = (error: unknown) => parts.fault(negotiated.volume, error);
    transmission = createTransmission({ ...negotiated, out, proceed, fault });
  }

  function shake(): void {
    const { taken, step } = handshake.take(inbox.bytes.subarray(inbox.from, inbox.to));
    inbox.from += taken;
    if (step === 'close') finish();
    else if (step === 'begin-tls') beginTls();
    else if (step !== 'more') enter(step);
  }

  function beginTls(): void {
    // What was sent before TLS and would be read inside it is somebody else's.
    if (inbox.from < inbox.to) {
      cut();
      return;
    }
    leave();
    parts.beginTls(socket);
  }

  function serve(transmission: Transmission): void {
    inbox.from = transmission.take(inbox.bytes, inbox.from, inbox.to);
    if (transmission.end === 'cut') cut();
    else if (transmission.end !== undefined) finish();
    else if (transmission.waits === 'for-its-turn') setImmediate(proceed);
    isReading = transmission.waits === 'no' && !isEnding;
  }

  function pump(): void {
    if (isEnding || isPumping || socket.destroyed) return;
    isPumping = true;
    try {
      if (transmission === undefined) shake();
      if (transmission !== undefined) serve(transmission);
    } finally {
      isPumping = false;
    }
  }

  function proceed(): void {
    const wasReading = isReading;
    pump();
    if (!wasReading && isReading && !socket.destroyed) source.resume();
  }

  /** Lets go of the socket without closing it. */
  function leave(): void {
    isEnding = true;
    clearTimeout(deadline);
    for (const event of ['data', 'error', 'close']) socket.removeAllListeners(event);
    inbox.release();
  }

  const client: Client = { proceed, cut };
  let deadline = setTimeout(cut, HANDSHAKE_MS);
  socket.setNoDelay(true);
  socket.setKeepAlive(true, KEEP_ALIVE_MS);
  // It is closed after an error, and who the client is that went away does not matter.
  socket.on('error', () => undefined);
  socket.once('close', () => {
    isEnding = true;
    clearTimeout(deadline);
    volume?.leave(client);
    inbox.release();
    parts.closed();
  });
  if (parts.greeting !== undefined) send(parts.greeting);
  socket.resume();
  return client;
}
