import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Logger } from 'pino';
import type { BlockStore } from '../blocks/block-store.ts';
import { writeAddress } from '../nbd/address-file.ts';
import type { ServerSettings, TlsFiles } from '../nbd/messages.ts';
import { probePort, probeSocket } from '../nbd/probe.ts';
import { createNbdExports, type NbdExports } from '../nbd/volume-exports.ts';
import { isLoopback } from './loopback.ts';
import { type ServeSettings, SettingsError } from './settings.ts';

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function read(flag: 'cert' | 'key' | 'ca', path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new SettingsError(
      `CINDERBLOCK_NBD_TLS_${flag.toUpperCase()} (--nbd-tls-${flag}): ${wordsOf(error)}`,
    );
  }
}

/** Tries one of the files, so that the message can name the setting. */
function requireUsable(flag: 'cert' | 'key' | 'ca', attempt: () => unknown): void {
  try {
    attempt();
  } catch (error) {
    throw new SettingsError(
      `CINDERBLOCK_NBD_TLS_${flag.toUpperCase()} (--nbd-tls-${flag}) cannot be used: ${wordsOf(error)}`,
    );
  }
}

function tlsOf({ nbdTlsCert, nbdTlsKey, nbdTlsCa }: ServeSettings): TlsFiles | undefined {
  if (nbdTlsCert === undefined && nbdTlsKey === undefined) {
    if (nbdTlsCa === undefined) return undefined;
    throw new SettingsError(
      'CINDERBLOCK_NBD_TLS_CA (--nbd-tls-ca) is of use only with a certificate: set CINDERBLOCK_NBD_TLS_CERT (--nbd-tls-cert) and CINDERBLOCK_NBD_TLS_KEY (--nbd-tls-key) too',
    );
  }
  if (nbdTlsCert === undefined || nbdTlsKey === undefined) {
    throw new SettingsError(
      'CINDERBLOCK_NBD_TLS_CERT (--nbd-tls-cert) and CINDERBLOCK_NBD_TLS_KEY (--nbd-tls-key) are set together or not at all',
    );
  }
  const cert = read('cert', nbdTlsCert);
  requireUsable('cert', () => new X509Certificate(cert));
  const key = read('key', nbdTlsKey);
  // Not imported: TLS is a tenth of a start.
  const { createSecureContext } = process.getBuiltinModule('node:tls');
  requireUsable('key', () => createSecureContext({ cert, key }));
  const ca = nbdTlsCa === undefined ? undefined : read('ca', nbdTlsCa);
  if (ca !== undefined) requireUsable('ca', () => new X509Certificate(ca));
  return { cert, key, ca };
}

/** Where and how volumes are exported. Throws what an operator has to mend. */
export async function nbdSettings(settings: ServeSettings): Promise<ServerSettings> {
  const { nbdHost, nbdPort, nbdSocket, nbdGrace } = settings;
  const tls = tlsOf(settings);
  if (!isLoopback(nbdHost) && tls === undefined) {
    throw new SettingsError(
      `CINDERBLOCK_NBD_HOST (--nbd-host) is ${nbdHost}, but volumes are exported beyond this machine with TLS only; set CINDERBLOCK_NBD_TLS_CERT (--nbd-tls-cert) and CINDERBLOCK_NBD_TLS_KEY (--nbd-tls-key), or the host to 127.0.0.1`,
    );
  }
  // The thread that listens is started with the first attachment, which is late to hear of a busy port.
  await probePort(nbdHost, nbdPort).catch((error: unknown) => {
    throw new SettingsError(
      `CINDERBLOCK_NBD_HOST (--nbd-host) or CINDERBLOCK_NBD_PORT (--nbd-port): ${wordsOf(error)}`,
    );
  });
  if (nbdSocket !== undefined) {
    await probeSocket(nbdSocket).catch((error: unknown) => {
      throw new SettingsError(`CINDERBLOCK_NBD_SOCKET (--nbd-socket): ${wordsOf(error)}`);
    });
  }
  return { host: nbdHost, port: nbdPort, socket: nbdSocket, tls, grace: nbdGrace * 1000 };
}

/** Exports volumes, and leaves word of where in the data folder. */
export async function openNbdExports(
  settings: ServerSettings,
  data: string,
  blocks: BlockStore,
  log: Logger,
): Promise<NbdExports> {
  const { host, socket, tls } = settings;
  const leaveWord = (port: number) =>
    writeAddress(data, { host, port, ...(socket === undefined ? {} : { socket }), tls: tls !== undefined });
  // A free port is known only when it has been found.
  if (settings.port !== 0) await leaveWord(settings.port);
  return createNbdExports({
    settings,
    blocks,
    log,
    async listening({ port }) {
      await leaveWord(port);
      log.info(
        { host, port, socket, tls: tls !== undefined },
        `volumes are exported on ${host} port ${port}`,
      );
    },
  });
}

/** Where clients find volumes, for people. An address that stands for all of them is none that a client could use. */
export function nbdPlace({ host, port, socket, tls }: ServerSettings): string {
  const name = host === '0.0.0.0' || host === '::' ? 'HOST' : host.includes(':') ? `[${host}]` : host;
  const authority = `${name}:${port === 0 ? 'PORT' : port}`;
  const tcp = `${tls === undefined ? 'nbd' : 'nbds'}://${authority}/VOLUME`;
  return socket === undefined ? tcp : `${tcp} and nbd+unix:///VOLUME?socket=${socket}`;
}
