import { createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, type Server as TlsServer } from 'node:tls';
import type { VolumePlace } from '../blocks/block-store.ts';
import { type DirectDevice, openDirectDevice } from '../blocks/direct-device.ts';
import { HANDSHAKE_MS, serveConnection } from './connection.ts';
import type { Listening, ServerSettings, TlsFiles } from './messages.ts';
import { greeting } from './offer.ts';
import { type ServedVolume, serveVolume } from './served-volume.ts';
import { readCopying, readDirectly, type SocketReader } from './sockets.ts';

/** Volumes for network block clients; all in the thread that this is called in. */
export interface NbdServer {
  /** Rejects when an address cannot be had. */
  listen(): Promise<Listening>;
  open(id: string, place: VolumePlace, isReadOnly?: boolean): void;
  hold(id: string): Promise<void>;
  /** Goes on with a volume that was held; of one that is not here any more it does nothing. */
  resume(id: string, place: VolumePlace): void;
  /** Nobody can connect any more at once; resolves when the volume is closed, after the grace period at the latest. */
  close(id: string): Promise<void>;
  /** Closes everything, without grace. */
  stop(): Promise<void>;
}

export type LogFault = (message: string, volumeId: string, error: unknown) => void;

/** Beyond it connections are refused: each takes memory. */
const MOST_CONNECTIONS = 256;
/** A disk that fails, fails often. */
const FAULT_LOG_MS = 10_000;

function listenAt(server: Server, where: { host: string; port: number } | { path: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(where, () => {
      server.off('error', reject);
      // An accept that fails, as when there are too many files open, concerns that client alone.
      server.on('error', () => undefined);
      resolve();
    });
  });
}

function tlsServerOf({ cert, key, ca }: TlsFiles): TlsServer {
  return createTlsServer({
    cert,
    key,
    handshakeTimeout: HANDSHAKE_MS,
    ...(ca === undefined ? {} : { ca, requestCert: true, rejectUnauthorized: true }),
  });
}

export function createNbdServer(
  settings: ServerSettings,
  log: LogFault,
  openDevice: (place: VolumePlace) => DirectDevice = openDirectDevice,
): NbdServer {
  const volumes = new Map<string, ServedVolume>();
  const sockets = new Set<Socket>();
  const servers: Server[] = [];
  const lastFaults = new Map<string, number>();
  /** Being detached: whoever is there may go on for a while, nobody else comes. */
  const leaving = new Set<string>();
  const find = (name: string) => (leaving.has(name) ? undefined : volumes.get(name));

  function fault({ id }: ServedVolume, error: unknown): void {
    const now = Date.now();
    if (now - (lastFaults.get(id) ?? 0) < FAULT_LOG_MS) return;
    lastFaults.set(id, now);
    log('a request of a network block client failed', id, error);
  }

  /** `begun`: the socket is one inside TLS. */
  function serve(socket: Socket, tls: 'off' | 'required' | 'begun'): void {
    const read = (reader: SocketReader) => {
      const source =
        (tls === 'off' ? readDirectly(socket, reader) : undefined) ?? readCopying(socket, reader);
      sockets.add(source.socket);
      source.socket.once('close', () => sockets.delete(source.socket));
      return source;
    };
    serveConnection({
      find,
      tls,
      read,
      greeting: tls === 'begun' ? undefined : greeting(),
      beginTls: (plain) => tlsServer?.emit('connection', plain),
      fault,
      closed: () => undefined,
    });
  }

  const tlsServer = settings.tls === undefined ? undefined : tlsServerOf(settings.tls);
  tlsServer?.on('secureConnection', (socket) => serve(socket, 'begun'));
  tlsServer?.on('tlsClientError', (_error, socket) => socket.destroy());

  function listener(tls: 'off' | 'required'): Server {
    const server = createServer({ pauseOnConnect: true }, (socket) => {
      if (sockets.size < MOST_CONNECTIONS) serve(socket, tls);
      else socket.destroy();
    });
    servers.push(server);
    return server;
  }

  async function end(volume: ServedVolume, grace: number): Promise<void> {
    leaving.add(volume.id);
    await volume.untilLeft(grace);
    try {
      await volume.end();
    } finally {
      volumes.delete(volume.id);
      leaving.delete(volume.id);
      lastFaults.delete(volume.id);
      // Who is still there is told that the volume is gone for as long as it had time to leave, then cut off.
      void volume.untilLeft(grace).then(() => volume.cutClients());
    }
  }

  return {
    async listen() {
      const tcp = listener(tlsServer === undefined ? 'off' : 'required');
      await listenAt(tcp, { host: settings.host, port: settings.port });
      if (settings.socket !== undefined) await listenAt(listener('off'), { path: settings.socket });
      const address = tcp.address();
      if (address === null || typeof address === 'string') throw new Error('there is no port');
      return { port: address.port };
    },
    open(id, place, isReadOnly) {
      volumes.set(id, serveVolume(id, openDevice, place, isReadOnly));
    },
    // A volume that is not here is touched by nobody, which is all that is asked for.
    hold: async (id) => volumes.get(id)?.hold(),
    // It may have been detached meanwhile.
    resume: (id, place) => volumes.get(id)?.resume(place),
    async close(id) {
      const volume = volumes.get(id);
      if (volume !== undefined) await end(volume, settings.grace);
    },
    async stop() {
      for (const server of servers) server.close();
      const ended = await Promise.allSettled([...volumes.values()].map((volume) => end(volume, 0)));
      for (const socket of sockets) socket.destroy();
      for (const result of ended) if (result.status === 'rejected') throw result.reason;
    },
  };
}
