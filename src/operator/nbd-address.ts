import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the server of a data folder exports attached volumes. */
export interface NbdAddress {
  /** The address of one volume, as clients of network block devices take it. */
  uriOf(volumeId: string): string;
}

interface NbdFile {
  readonly host?: unknown;
  readonly port?: unknown;
  readonly socket?: unknown;
  readonly tls?: unknown;
}

/**
 * What the running server has written of itself; undefined when it exports nothing. A server that was killed leaves
 * the file behind, so it says nothing without a server.
 */
export function nbdAddressOf(folder: string): NbdAddress | undefined {
  let file: NbdFile | null;
  try {
    // Every member is looked at before it is used.
    file = JSON.parse(readFileSync(join(folder, 'nbd.json'), 'utf8')) as NbdFile | null;
  } catch {
    return undefined;
  }
  const { host, port, socket, tls } = file ?? {};
  const scheme = tls === true || (typeof tls === 'object' && tls !== null) ? 'nbds' : 'nbd';
  if (typeof host === 'string' && typeof port === 'number') {
    const authority = `${host.includes(':') ? `[${host}]` : host}:${port}`;
    return { uriOf: (volumeId) => `${scheme}://${authority}/${volumeId}` };
  }
  if (typeof socket === 'string') {
    return { uriOf: (volumeId) => `${scheme}+unix:///${volumeId}?socket=${encodeURIComponent(socket)}` };
  }
  return undefined;
}
