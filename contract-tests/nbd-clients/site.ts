import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ServerProcess, startServer } from '../support/server.ts';
import { type Tenant, tenantAt } from '../support/tenant.ts';

/** Where a story takes place: the real server, a tenant of it, and a folder for the clients' files. */
export interface Site {
  readonly server: ServerProcess;
  readonly tenant: Tenant;
  readonly folder: string;
  /** The address of a volume's export; there is something behind it while the volume is attached. */
  uri(volumeId: string, over?: 'tcp' | 'unix'): string;
  /** Stops the server and starts it again on the same data. */
  restart(): Promise<Site>;
}

/** What the running server says of its exports, in a file of its data folder. */
interface Announced {
  readonly host: string;
  readonly port: number;
  readonly tls: boolean;
  readonly socket?: string;
}

const UNLIMITED = ['--quota-volumes', '-1', '--quota-snapshots', '-1', '--quota-gigabytes', '-1'];

/** The disk of the folder for temporary files has to hold a few GB. */
export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'cinderblock-clients-'));

async function open(folder: string, args: readonly string[]): Promise<Site> {
  const data = join(folder, 'data');
  const server = await startServer({
    args: [...UNLIMITED, '--nbd-port', '0', '--log-level', 'warn', ...args],
    folder: data,
  });
  const announced = (): Announced => JSON.parse(readFileSync(join(data, 'nbd.json'), 'utf8'));
  return {
    server,
    folder,
    tenant: tenantAt(server.url),
    uri(volumeId, over = 'tcp') {
      const { host, port, socket = '', tls } = announced();
      const scheme = tls ? 'nbds' : 'nbd';
      return over === 'unix'
        ? `${scheme}+unix:///${volumeId}?socket=${socket}`
        : `${scheme}://${host}:${port}/${volumeId}`;
    },
    async restart() {
      await server.stop();
      return open(folder, args);
    },
  };
}

/** Starts a server, lets `work` happen and removes everything that was written. */
export async function atSite(args: readonly string[], work: (site: Site) => Promise<void>): Promise<void> {
  const folder = newFolder();
  let site: Site | undefined;
  try {
    site = await open(
      folder,
      args.map((arg) => arg.replaceAll('{folder}', folder)),
    );
    const { restart } = site;
    await work({
      ...site,
      async restart() {
        site = await restart();
        return site;
      },
    });
  } finally {
    await site?.server.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
