import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startServer } from '../../contract-tests/support/server.ts';
import { type Tenant, tenantAt } from '../../contract-tests/support/tenant.ts';
import { eventually } from '../bench/children.ts';
import { freePort } from '../bench/servers.ts';
import { type Lab, must } from './lab.ts';

/** A program that exports a device. */
export interface Contender {
  readonly name: string;
  readonly pid: number;
  /** Where its bytes are. */
  readonly folder: string;
  readonly uri: string;
}

export interface Cinderblock {
  readonly pid: number;
  readonly folder: string;
  readonly tenant: Tenant;
  uri(volumeId: string): string;
  stop(): Promise<void>;
}

/** Settings of a server in production; whoever stores gigabytes has a higher quota. */
const SERVE = [
  ...['--response-checks', 'off', '--log-level', 'warn'],
  ...['--quota-volumes', '-1', '--quota-snapshots', '-1', '--quota-gigabytes', '-1'],
];

export async function startCinderblock(lab: Lab, name: string): Promise<Cinderblock> {
  const folder = join(lab.folder, name);
  const socket = join(lab.folder, `${name}.sock`);
  const server = await startServer({
    args: [...SERVE, '--nbd-port', '0', '--nbd-socket', socket],
    folder,
  });
  return {
    pid: server.pid,
    folder,
    tenant: tenantAt(server.url),
    uri(volumeId) {
      if (lab.options.over === 'unix') return `nbd+unix:///${volumeId}?socket=${socket}`;
      const { host, port }: { host: string; port: number } = JSON.parse(
        readFileSync(join(folder, 'nbd.json'), 'utf8'),
      );
      return `nbd://${host}:${port}/${volumeId}`;
    },
    async stop() {
      await server.stop();
    },
  };
}

/** qemu-nbd on a qcow2 overlay over the file `backing`. */
export async function startQemu(lab: Lab, backing: string): Promise<Contender & { stop(): Promise<void> }> {
  const folder = join(lab.folder, 'qemu-nbd');
  mkdirSync(folder, { recursive: true });
  const image = join(folder, 'overlay.qcow2');
  await must(lab, 'qemu-img', 'create', '-q', '-f', 'qcow2', '-b', backing, '-F', 'raw', image);
  const socket = join(lab.folder, 'qemu-nbd.sock');
  const port = await freePort();
  const { over } = lab.options;
  const address = over === 'unix' ? ['--socket', socket] : ['--bind', '127.0.0.1', '--port', String(port)];
  const options = ['--persistent', '--cache=writeback', '--discard=unmap', '--format=qcow2'];
  const child = lab.children.start('qemu-nbd', [...address, ...options, image], { core: undefined });
  const uri = over === 'unix' ? `nbd+unix:///?socket=${socket}` : `nbd://127.0.0.1:${port}`;
  await eventually('the first answer of qemu-nbd', 20_000, async () => {
    if (child.process.exitCode !== null) throw new Error(`qemu-nbd ended: ${child.errors()}`);
    if (over === 'unix' && !existsSync(socket)) return undefined;
    return must(lab, 'nbdinfo', '--size', uri).catch(() => undefined);
  });
  return { name: 'qemu-nbd', pid: child.pid, folder, uri, stop: () => child.stop() };
}
