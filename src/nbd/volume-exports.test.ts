import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { NbdRequestError, openNbd } from '../../contract-tests/support/nbd-client.ts';
import type { BlockStore, Borrower, VolumePlace } from '../blocks/block-store.ts';
import { type LayerStore, openLayerStore } from '../blocks/layer-store.ts';
import { faultyFiles } from '../blocks/testing.ts';
import type { ServerSettings } from './messages.ts';
import { type StartThread, startServerThread, ThreadLost } from './server-thread.ts';
import { createNbdExports } from './volume-exports.ts';

const SIZE = 4 * 1024 * 1024;

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cinderblock-exports-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Borrows a place to go on with, and does nothing there. */
const idle: Borrower = { pause: async () => undefined, resume: async () => undefined };

/** The text that the store has in a volume that nobody uses. */
async function stored(store: LayerStore, id: string, offset: number, length: number): Promise<string> {
  const device = await store.openVolume(id);
  const bytes = Buffer.alloc(length);
  await device.read(offset, bytes);
  await device.close();
  return bytes.toString();
}

/** Exports of two volumes, `one` and `two`, over a real store and a real thread, which can be made to fail. */
async function start(settings: Partial<ServerSettings> = {}) {
  const folder = await newFolder();
  /** Paths of files that the store itself has made durable. */
  const synced: string[] = [];
  const store = await openLayerStore(folder, {
    files: faultyFiles({ datasync: (path) => void synced.push(path) }),
  });
  for (const id of ['one', 'two']) await store.createVolume(id, SIZE);
  const loans = new Map<string, { borrower: Borrower; hasEnded: boolean }>();
  /** The first loan, told before who has borrowed hears of it. */
  const lent = Promise.withResolvers<{ readonly borrower: Borrower; readonly place: VolumePlace }>();
  const blocks: Pick<BlockStore, 'lend'> = {
    async lend(id, borrower) {
      const loan = await store.lend(id, borrower);
      const entry = { borrower, hasEnded: false };
      loans.set(id, entry);
      lent.resolve({ borrower, place: loan.place });
      return {
        ...loan,
        async end() {
          entry.hasEnded = true;
          await loan.end();
        },
      };
    },
  };

  const logged: string[] = [];
  const note = (fields: object, message: string) => {
    const volume = 'volume' in fields ? ` ${fields.volume}` : '';
    logged.push(message + volume);
    for (const listener of listeners) listener(message + volume);
  };
  const listeners = new Set<(message: string) => void>();
  const said = (message: string) =>
    new Promise<void>((resolve) => {
      listeners.add((said) => said === message && resolve());
    });

  let crash: () => Promise<void> = async () => undefined;
  const startThread: StartThread = (parts) => {
    const thread = startServerThread(parts);
    crash = async () => {
      await thread.kill();
      parts.lost(new Error('it was killed'));
    };
    return thread;
  };

  let port = 0;
  let listened = 0;
  const exports = createNbdExports({
    settings: { host: '127.0.0.1', port: 0, socket: undefined, tls: undefined, grace: 0, ...settings },
    blocks,
    log: { info: note, warn: note, error: note },
    listening(found) {
      port = found.port;
      listened += 1;
    },
    startThread,
  });
  onTestFinished(async () => {
    await exports.stop(5000);
    await store.close();
  });
  return {
    exports,
    store,
    synced,
    logged,
    said,
    loans,
    lent: lent.promise,
    crash: () => crash(),
    connect: (name: string) => openNbd({ port }, name),
    listened: () => listened,
    port: () => port,
  };
}

describe('exports', () => {
  it('open when somebody can connect, and close when nobody can and what was written is in the store', async () => {
    const { exports, connect, store, loans } = await start();
    await exports.open('one');
    await exports.open('one');
    const client = await connect('one');
    await client.write(1000, Buffer.from('kept'));
    await client.disconnect();
    await exports.close('one');
    await exports.close('one');
    await expect(connect('one')).rejects.toThrow('no volume is exported as that');
    expect(loans.get('one')?.hasEnded).toBe(true);
    expect(await stored(store, 'one', 1000, 4)).toBe('kept');
  });

  it('for reading alone stay so when the store has asked for the volume, and when the thread has failed', async () => {
    const { exports, connect, store, crash, said } = await start();
    await exports.open('one', { isReadOnly: true });
    const expectReadOnly = async () => {
      const client = await connect('one');
      await expect(client.write(0, Buffer.from('x'))).rejects.toEqual(new NbdRequestError(1));
      await client.disconnect();
    };
    await expectReadOnly();
    await store.createSnapshot('snapshot', 'one');
    await expectReadOnly();
    crash();
    await said('volumes are exported again');
    await expectReadOnly();
  });

  it('tell where clients connect as soon as that is known', async () => {
    const { exports, port } = await start();
    expect(exports.address()).toBeUndefined();
    await exports.open('one');
    expect(exports.address()).toEqual({ host: '127.0.0.1', port: port(), socket: undefined, tls: false });
  });

  it('of several volumes are in one thread, which is started for the first', async () => {
    const { exports, connect, listened } = await start();
    expect(listened()).toBe(0);
    await Promise.all([exports.open('one'), exports.open('two'), exports.open('one')]);
    expect(listened()).toBe(1);
    const [one, two] = [await connect('one'), await connect('two')];
    await one.write(0, Buffer.from('1'));
    await two.write(0, Buffer.from('2'));
    expect((await one.read(0, 1)).toString()).toBe('1');
    await exports.close('one');
    expect((await two.read(0, 1)).toString()).toBe('2');
  });

  it('of what the store does not have fail, and can be tried again', async () => {
    const { exports, connect, store } = await start();
    await expect(exports.open('three')).rejects.toThrow('three');
    await store.createVolume('three', SIZE);
    await exports.open('three');
    expect((await connect('three')).size).toBe(SIZE);
  });

  it('that cannot listen fail, with the code that says why, and keep no volume', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void taken.close());
    const address = taken.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const { exports, loans } = await start({ port });
    await expect(exports.open('one')).rejects.toMatchObject({ code: 'EADDRINUSE' });
    expect(loans.size).toBe(0);
    await new Promise((resolve) => taken.close(resolve));
    await exports.open('one');
  });

  it('cannot be opened once they have been stopped, and those that were open are closed', async () => {
    const { exports, connect, loans } = await start({ grace: 3_600_000 });
    await exports.open('one');
    const client = await connect('one');
    await exports.stop(5000);
    await client.closed;
    expect(loans.get('one')?.hasEnded).toBe(true);
    await expect(exports.open('two')).rejects.toThrow('the server is stopping');
    await exports.close('one');
  });
});

describe('a store that needs a volume for a moment', () => {
  it('has it flushed and to itself, while requests wait', async () => {
    const { exports, connect, loans, store } = await start();
    await exports.open('one');
    const client = await connect('one');
    await client.write(0, Buffer.from('before'));
    const borrower = loans.get('one')?.borrower;
    await borrower?.pause();
    const write = client.write(0, Buffer.from('after!'));
    const { place, end } = await store.lend('two', idle);
    // What it goes on with may be another place altogether.
    await borrower?.resume(place);
    await write;
    expect((await client.read(0, 6)).toString()).toBe('after!');
    await exports.close('one');
    await end();
    expect(await stored(store, 'one', 0, 6)).toBe('before');
  });

  it('has it also when it asks before the server has it, which then never sees the place from before', async () => {
    const { exports, connect, store, lent } = await start();
    const paused = lent.then(({ borrower }) => borrower.pause());
    let isOpen = false;
    const opened = exports.open('one').then(() => {
      isOpen = true;
    });
    await paused;
    await exports.open('two');
    expect(isOpen).toBe(false);
    await store.createVolume('other', SIZE);
    const { place, end } = await store.lend('other', idle);
    await (await lent).borrower.resume(place);
    await opened;
    const client = await connect('one');
    await client.write(0, Buffer.from('other'));
    await client.disconnect();
    await exports.close('one');
    await end();
    expect(await stored(store, 'other', 0, 5)).toBe('other');
  });

  it('does not open it again when it is detached meanwhile', async () => {
    const { exports, connect, lent } = await start();
    await exports.open('one');
    const { borrower, place } = await lent;
    const paused = borrower.pause();
    const closed = exports.close('one');
    await paused;
    await borrower.resume(place);
    await closed;
    await expect(connect('one')).rejects.toThrow('no volume is exported as that');
  });

  it('leaves it open, and in doubt for the next thread, when it could not be flushed', async () => {
    const store = await openLayerStore(await newFolder());
    onTestFinished(() => store.close());
    await store.createVolume('one', SIZE);
    const orders: object[] = [];
    let lose: () => void = () => undefined;
    const startThread: StartThread = ({ lost }) => {
      lose = () => lost(new Error('it was killed'));
      return {
        async ask(order) {
          orders.push(order);
          if (order.kind === 'hold') throw Object.assign(new Error('EIO'), { code: 'EIO' });
          return { port: 1 };
        },
        kill: async () => undefined,
      };
    };
    const exports = createNbdExports({
      settings: { host: '127.0.0.1', port: 0, socket: undefined, tls: undefined, grace: 0 },
      blocks: store,
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
      startThread,
    });
    await exports.open('one');
    await expect(store.createSnapshot('snapshot', 'one')).rejects.toThrow('EIO');
    expect(orders.slice(1)).toMatchObject([{ kind: 'open', place: { isDurable: true } }, { kind: 'hold' }]);
    lose();
    await vi.waitFor(() =>
      expect(orders.slice(3)).toMatchObject([
        { kind: 'listen' },
        { kind: 'open', place: { isDurable: false } },
      ]),
    );
    await exports.close('one');
  });

  it('gives it back before a detachment ends', async () => {
    const { exports, loans } = await start();
    await exports.open('one');
    const loan = loans.get('one');
    await loan?.borrower.pause();
    const closed = exports.close('one');
    await exports.open('two');
    expect(loan?.hasEnded).toBe(false);
    await loan?.borrower.resume({ size: SIZE });
    await closed;
    expect(loan?.hasEnded).toBe(true);
  });

  it('has it also when the thread has failed', async () => {
    const { exports, connect, loans, crash, said, store } = await start();
    await exports.open('one');
    const again = said('volumes are exported again');
    const crashed = crash();
    const borrower = loans.get('one')?.borrower;
    await borrower?.pause();
    await crashed;
    await again;
    await expect(connect('one')).rejects.toThrow('no volume is exported as that');
    const { place, end } = await store.lend('two', idle);
    await borrower?.resume(place);
    expect((await connect('one')).size).toBe(SIZE);
    await exports.close('one');
    await end();
  });
});

describe('a thread that fails', () => {
  it('is started again, on the same port and unix socket, with the volumes that were attached', async () => {
    const path = join(await newFolder(), 'nbd.sock');
    const { exports, connect, crash, said, logged, port, listened } = await start({ socket: path });
    await exports.open('one');
    await exports.open('two');
    const before = port();
    const client = await connect('one');
    await client.write(0, Buffer.from('flushed'));
    await client.flush();
    const again = said('volumes are exported again');
    await crash();
    await again;
    await client.closed;
    expect(port()).toBe(before);
    expect(listened()).toBe(2);
    expect((await (await connect('one')).read(0, 7)).toString()).toBe('flushed');
    expect((await openNbd({ path }, 'two')).size).toBe(SIZE);
    expect(logged).toContain('the thread of the network block devices has failed');
  });

  it('leaves in doubt what it had not flushed, which a snapshot makes durable before it is one', async () => {
    const { exports, connect, crash, said, store, synced } = await start();
    await exports.open('one');
    const client = await connect('one');
    await client.write(0, Buffer.from('flushed'));
    await client.flush();
    await client.write(0, Buffer.from('written'));
    const again = said('volumes are exported again');
    await crash();
    await again;
    expect(synced).toEqual([]);
    await store.createSnapshot('snapshot', 'one');
    expect(synced).toContainEqual(expect.stringMatching(/\.data$/));
    expect(synced).toContainEqual(expect.stringMatching(/\.map$/));
  });

  it('leaves it in doubt also when its volume is detached before the next one is there', async () => {
    const { exports, connect, crash, store, synced } = await start();
    await exports.open('one');
    const client = await connect('one');
    await client.write(0, Buffer.from('flushed'));
    await client.flush();
    await client.write(0, Buffer.from('written'));
    const crashed = crash();
    await exports.close('one');
    await crashed;
    await store.createSnapshot('snapshot', 'one');
    expect(synced).toContainEqual(expect.stringMatching(/\.data$/));
  });

  it('leaves closed what cannot be opened again, until somebody asks for it', async () => {
    const store = await openLayerStore(await newFolder());
    onTestFinished(() => store.close());
    await store.createVolume('one', SIZE);
    const failures = [undefined, Object.assign(new Error('EMFILE'), { code: 'EMFILE' }), undefined];
    let opened = 0;
    let lose: () => void = () => undefined;
    const startThread: StartThread = ({ lost }) => {
      lose = () => lost(new Error('it was killed'));
      return {
        async ask(order) {
          if (order.kind !== 'open') return { port: 1 };
          const failure = failures.shift();
          if (failure !== undefined) throw failure;
          opened += 1;
          return undefined;
        },
        kill: async () => undefined,
      };
    };
    const again = Promise.withResolvers<void>();
    const exports = createNbdExports({
      settings: { host: '127.0.0.1', port: 0, socket: undefined, tls: undefined, grace: 0 },
      blocks: store,
      log: { info: () => again.resolve(), warn: () => undefined, error: () => undefined },
      startThread,
    });
    await exports.open('one');
    lose();
    await again.promise;
    expect(opened).toBe(1);
    await exports.open('one');
    expect(opened).toBe(2);
    await exports.close('one');
  });

  it('does not keep volumes from being detached, or others from being attached', async () => {
    const { exports, connect, crash, loans } = await start();
    await exports.open('one');
    const crashed = crash();
    const closed = exports.close('one');
    const opened = exports.open('two').catch(() => exports.open('two'));
    await Promise.all([crashed, closed, opened]);
    expect(loans.get('one')?.hasEnded).toBe(true);
    expect((await connect('two')).size).toBe(SIZE);
    await expect(connect('one')).rejects.toThrow('no volume is exported as that');
  });

  it('by itself, as on a certificate that is none, fails what was asked of it with its reason', async () => {
    const { exports, loans, logged } = await start({ tls: { cert: 'none', key: 'none', ca: undefined } });
    const error = await exports.open('one').catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ThreadLost);
    expect(error).toMatchObject({ cause: { message: expect.stringContaining('PEM') } });
    expect(loans.size).toBe(0);
    expect(logged).toContain('the thread of the network block devices has failed');
  });
});
