import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openControl } from './control.ts';

/** The export of a volume, as QEMU is told about it. */
export interface ExportAddress {
  readonly host: string;
  readonly port: number;
  readonly name: string;
}

export interface Machine {
  /** What the guest says behind this word; the lines before are passed over. Rejects when it fails or ends first. */
  says(word: string): Promise<string>;
  /** Plugs the volume in, as a disk. */
  plug(volume: ExportAddress): Promise<void>;
  /** Has the guest let go of the disk, and hangs up. */
  unplug(): Promise<void>;
  /** Pulls the power plug. */
  pull(): Promise<void>;
  /** Resolves when the machine is off. */
  off(): Promise<void>;
}

export interface MachineOptions {
  readonly kernel: string;
  readonly initrd: string;
  /** What the guest's init shall do. */
  readonly task: string;
  /** Where the socket of its console goes. */
  readonly folder: string;
  /** The volume that is there from the start. */
  readonly disk?: ExportAddress;
}

// A boot takes three seconds on a quiet machine.
const WITHIN_MS = 150_000;
const REMEMBERED = 4_000;

const blockdevOf = ({ host, port, name }: ExportAddress) => ({
  driver: 'nbd',
  'node-name': 'volume',
  server: { type: 'inet', host, port: String(port) },
  export: name,
  discard: 'unmap',
});
const DEVICE = { driver: 'virtio-blk-pci', id: 'disk', drive: 'volume' };

// Emulated, as virtual machines rarely may be accelerated inside of others; and without a network.
const MACHINE =
  '-machine pc -accel tcg -m 160 -nodefaults -no-reboot -display none -nic none -qmp stdio'.split(' ');

/** Connects the machine's console to us; resolves when the machine has been started on it. */
async function listenForConsole(path: string) {
  rmSync(path, { force: true });
  const server = createServer().listen(path);
  await once(server, 'listening');
  return { server, connected: once(server, 'connection').then(([socket]) => socket as Socket) };
}

/** Boots a machine, lets `work` happen and sees to it that the machine is gone afterwards. */
export async function withMachine<Value>(
  { kernel, initrd, task, folder, disk }: MachineOptions,
  work: (machine: Machine) => Promise<Value>,
): Promise<Value> {
  const path = join(folder, 'console');
  const { server, connected } = await listenForConsole(path);
  const child = spawn(
    'qemu-system-x86_64',
    [
      ...MACHINE,
      ...['-kernel', kernel, '-initrd', initrd, '-append', `console=ttyS0 quiet panic=-1 guest.do=${task}`],
      ...['-chardev', `socket,id=console,path=${path}`, '-serial', 'chardev:console'],
      ...(disk === undefined ? [] : ['-blockdev', JSON.stringify(blockdevOf(disk))]),
      ...(disk === undefined ? [] : ['-device', JSON.stringify(DEVICE)]),
    ],
    { stdio: 'pipe', timeout: WITHIN_MS, killSignal: 'SIGKILL' },
  );
  let said = '';
  const remember = (text: string): void => {
    said = (said + text).slice(-REMEMBERED);
  };
  child.stderr.setEncoding('utf8').on('data', remember);
  const exited = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  const gone = exited.then((code): never => {
    throw new Error(`the machine has ended with ${code ?? 'a kill'}; it said last:\n${said.trim()}`);
  });
  // It is awaited where somebody waits for the machine.
  gone.catch(() => undefined);

  try {
    const console_ = await Promise.race([connected, gone]);
    const lines = createInterface({ input: console_ })[Symbol.asyncIterator]();
    const control = await openControl(child.stdin, child.stdout, gone);
    const nextLine = async (): Promise<string> => {
      const { value, done } = await lines.next();
      if (done) return gone;
      remember(`${value}\n`);
      return value.trim();
    };
    return await work({
      async says(word) {
        for (;;) {
          const [, spoken, rest = ''] = /^GUEST (\S+) ?(.*)$/.exec(await nextLine()) ?? [];
          if (spoken === word) return rest;
          if (spoken === 'failed') throw new Error(`the guest failed: ${rest}\n${said.trim()}`);
        }
      },
      async plug(volume) {
        await control.command('blockdev-add', blockdevOf(volume));
        await control.command('device_add', DEVICE);
      },
      async unplug() {
        await control.command('device_del', { id: DEVICE.id });
        await control.event('DEVICE_DELETED');
        await control.command('blockdev-del', { 'node-name': DEVICE.drive });
      },
      async pull() {
        // It may be gone before it has answered.
        await Promise.race([control.command('quit'), exited]);
      },
      async off() {
        const code = await exited;
        if (code !== 0) await gone;
      },
    });
  } finally {
    child.kill('SIGKILL');
    await exited.catch(() => undefined);
    server.close();
  }
}
