import { onTestFinished } from 'vitest';
import type { Extent } from '../blocks/block-store.ts';
import type { DirectDevice } from '../blocks/direct-device.ts';
import type { ServerSettings } from './messages.ts';
import { createNbdServer, type NbdServer } from './server.ts';

const BLOCK = 4096;

/** A device in memory that remembers what it was asked for, and fails when it is told to. */
export interface MemoryDevice extends DirectDevice {
  readonly bytes: Buffer;
  readonly calls: string[];
  /** Thrown by the next call of that name, and by those after it. */
  readonly faults: Map<keyof DirectDevice, Error>;
  /** Awaited by a flush before it ends. */
  flushing: Promise<void>;
}

export function memoryDevice(size: number, bytes = Buffer.alloc(size)): MemoryDevice {
  const written = new Set<number>();
  const blocksOf = (offset: number, length: number) =>
    Array.from(
      { length: Math.ceil((offset + length) / BLOCK) - Math.floor(offset / BLOCK) },
      (_, index) => Math.floor(offset / BLOCK) + index,
    );

  function begin(name: keyof DirectDevice, ...args: number[]): void {
    device.calls.push([name, ...args].join(' '));
    const fault = device.faults.get(name);
    if (fault !== undefined) throw fault;
  }

  const device: MemoryDevice = {
    size,
    bytes,
    calls: [],
    faults: new Map(),
    flushing: Promise.resolve(),
    read(offset, target) {
      begin('read', offset, target.length);
      target.set(bytes.subarray(offset, offset + target.length));
    },
    write(offset, source) {
      begin('write', offset, source.length);
      bytes.set(source, offset);
      for (const block of blocksOf(offset, source.length)) written.add(block);
    },
    zero(offset, length) {
      begin('zero', offset, length);
      bytes.fill(0, offset, offset + length);
      for (const block of blocksOf(offset, length)) {
        if (bytes.subarray(block * BLOCK, (block + 1) * BLOCK).every((byte) => byte === 0))
          written.delete(block);
      }
    },
    async flush() {
      begin('flush');
      await device.flushing;
    },
    extents(offset, length) {
      begin('extents', offset, length);
      const extents: { -readonly [Key in keyof Extent]: Extent[Key] }[] = [];
      for (const block of blocksOf(offset, length)) {
        const from = Math.max(offset, block * BLOCK);
        const zero = !written.has(block);
        const covered = Math.min(offset + length, (block + 1) * BLOCK) - from;
        const last = extents.at(-1);
        if (last?.zero === zero) last.length += covered;
        else extents.push({ offset: from, length: covered, zero });
      }
      return extents;
    },
    close: () => begin('close'),
  };
  return device;
}

export interface TestServer {
  readonly server: NbdServer;
  readonly port: number;
  /** What an operator would have been told. */
  readonly faults: string[];
  /** The device of the volume `volume`, which is open from the start. */
  readonly device: MemoryDevice;
}

export const TEST_VOLUME_BYTES = 4 * 1024 * 1024;

/** A server in this thread, on a free port, with one volume in memory; until the test is finished. */
export async function openTestServer(
  settings: Partial<ServerSettings> = {},
  size = TEST_VOLUME_BYTES,
): Promise<TestServer> {
  const faults: string[] = [];
  const device = memoryDevice(size);
  const server = createNbdServer(
    { host: '127.0.0.1', port: 0, socket: undefined, tls: undefined, grace: 0, ...settings },
    (message, volumeId) => faults.push(`${message}: ${volumeId}`),
    () => device,
  );
  const { port } = await server.listen();
  server.open('volume', { size });
  onTestFinished(() => server.stop().catch(() => undefined));
  return { server, port, faults, device };
}
