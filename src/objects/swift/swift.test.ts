import { createServer } from 'node:net';
import { setImmediate, setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { type ObjectStore, ObjectStoreRefused, ObjectStoreUnavailable } from '../object-store.ts';
import { openSwiftStore, type SwiftOptions } from './swift.ts';
import { answering, type FakeSwift, silent, startFakeSwift } from './testing.ts';

const MIB = 1024 * 1024;

let swift: FakeSwift;
let store: ObjectStore;

function open(options: Partial<SwiftOptions> = {}): ObjectStore {
  const opened = openSwiftStore({
    authUrl: `${swift.origin}/auth/v1.0`,
    authVersion: '1',
    user: 'test:tester',
    key: 'testing',
    domain: 'Default',
    container: '{container}',
    silence: 20_000,
    patience: 20_000,
    ...options,
  });
  onTestFinished(() => opened.close());
  return opened;
}

beforeEach(async () => {
  swift = await startFakeSwift();
  store = open();
  await store.ensureContainer('dev', 'backups');
  swift.requests.length = 0;
  return () => swift.close();
});

async function* bodyOf(...parts: (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield typeof part === 'string' ? Buffer.from(part) : part;
}
const put = (name: string, ...parts: (string | Uint8Array)[]) =>
  store.put('dev', 'backups', name, bodyOf(...parts));
async function read(name: string, from: ObjectStore = store): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of from.get('dev', 'backups', name)) parts.push(part);
  return Buffer.concat(parts).toString();
}
const logins = () => swift.requests.filter((request) => request.includes('/auth/')).length;

describe('the token', () => {
  it('is asked for once by all who need it, and again when it is taken no longer', async () => {
    await put('object', 'text');
    expect(logins()).toBe(0);
    swift.revokeTokens();
    expect(await Promise.all(Array.from({ length: 20 }, () => read('object')))).toEqual(
      Array(20).fill('text'),
    );
    expect(logins()).toBe(1);
    swift.revokeTokens();
    await put('object', 'other');
    expect(await read('object')).toBe('other');
    expect(logins()).toBe(2);
  });

  it('is refused for good when a new one is not taken either', async () => {
    for (let time = 0; time < 2; time += 1) swift.failNext('GET', answering(401));
    await expect(read('object')).rejects.toThrow(ObjectStoreRefused);
    expect(logins()).toBe(1);
  });

  it('is renewed before it runs out', async () => {
    swift.tokenLifetime = 30;
    const other = open();
    await other.lengthOf('dev', 'backups', 'object');
    swift.tokenLifetime = 86_400;
    await other.lengthOf('dev', 'backups', 'object');
    await other.lengthOf('dev', 'backups', 'object');
    expect(logins()).toBe(2);
  });

  it('is asked for again after a login that failed', async () => {
    const other = open();
    swift.failNext('LOGIN', answering(503));
    await expect(read('object', other)).rejects.toThrow(ObjectStoreUnavailable);
    await put('object', 'text');
    expect(await read('object', other)).toBe('text');
  });
});

describe('an answer that says no', () => {
  it.each([400, 403, 405, 413, 422])('%i is final', async (status) => {
    swift.failNext('PUT', answering(status));
    await expect(put('object', 'text')).rejects.toThrow(ObjectStoreRefused);
  });

  it.each([408, 429, 498, 499, 500, 502, 503, 507])('%i may be over soon', async (status) => {
    swift.failNext('PUT', answering(status));
    await expect(put('object', 'text')).rejects.toThrow(ObjectStoreUnavailable);
    await put('object', 'text');
    expect(await read('object')).toBe('text');
  });

  it('is told with the call and the transaction, and without secrets', async () => {
    swift.failNext('PUT', answering(503));
    await expect(put('a/object', 'text')).rejects.toThrow(
      'Swift answers 503 Service Unavailable to PUT backups/a/object (transaction tx-of-test)',
    );
    const refused = open({ key: 'a-wrong-secret' }).probe();
    await expect(refused).rejects.toThrow(ObjectStoreRefused);
    await expect(refused).rejects.toThrow('Swift answers 401 Unauthorized to the login of test:tester');
  });

  it('comes before the body is sent', async () => {
    swift.failNext('PUT', answering(413));
    let isTaken = false;
    async function* body() {
      isTaken = true;
      yield Buffer.alloc(MIB);
    }
    await expect(store.put('dev', 'backups', 'object', body())).rejects.toThrow(ObjectStoreRefused);
    expect(isTaken).toBe(false);
  });

  it('ends an upload that is under way', async () => {
    let isClosed = false;
    async function* endless() {
      try {
        for (;;) yield Buffer.alloc(MIB);
      } finally {
        isClosed = true;
      }
    }
    swift.failNext('PUT', (request, response) => {
      response.writeContinue();
      request.once('data', () => response.writeHead(507).end());
    });
    await expect(store.put('dev', 'backups', 'object', endless())).rejects.toThrow(ObjectStoreUnavailable);
    expect(isClosed).toBe(true);
  });
});

describe('a connection', () => {
  it('that cannot be made is no end', async () => {
    const closed = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => closed.once('listening', resolve));
    // A server that listens on a port has an address with one.
    const { port } = closed.address() as { port: number };
    await new Promise((resolve) => closed.close(resolve));
    const nobody = open({ authUrl: `http://127.0.0.1:${port}/auth/v1.0` });
    await expect(nobody.probe()).rejects.toThrow(ObjectStoreUnavailable);
    await expect(nobody.probe()).rejects.toThrow('Swift refuses connections');
  });

  it.each(['GET', 'HEAD', 'DELETE', 'PUT', 'LOGIN'])(
    'that is silent after %s is given up',
    async (method) => {
      const hasty = open({ silence: 200 });
      swift.failNext(method, silent);
      const calls = {
        GET: () => read('object', hasty),
        HEAD: () => hasty.lengthOf('dev', 'backups', 'object'),
        DELETE: () => hasty.delete('dev', 'backups', 'object'),
        PUT: () => hasty.put('dev', 'backups', 'object', bodyOf('text')),
        LOGIN: () => hasty.probe(),
      };
      await expect(calls[method as keyof typeof calls]()).rejects.toThrow('Swift was silent for 0.2 s');
    },
  );

  it('that falls silent in the middle of an object is given up', async () => {
    const hasty = open({ silence: 200 });
    swift.failNext('GET', (_, response) => response.writeHead(200, { 'Content-Length': '10' }).write('half'));
    await expect(read('object', hasty)).rejects.toThrow('Swift was silent');
  });

  it('that breaks off in the middle of an object is an error, not an end', async () => {
    swift.failNext('GET', (_, response) => {
      response.writeHead(200, { 'Transfer-Encoding': 'chunked' }).write('half', () => response.destroy());
    });
    await expect(read('object')).rejects.toThrow(ObjectStoreUnavailable);
  });

  it('that breaks off in the middle of an upload leaves nothing and closes the body', async () => {
    let isClosed = false;
    async function* endless() {
      try {
        for (;;) yield Buffer.alloc(MIB);
      } finally {
        isClosed = true;
      }
    }
    swift.failNext('PUT', (request, response) => {
      response.writeContinue();
      request.once('data', () => request.destroy());
    });
    await expect(store.put('dev', 'backups', 'object', endless())).rejects.toThrow(ObjectStoreUnavailable);
    expect(isClosed).toBe(true);
    expect(swift.objects.size).toBe(0);
  });

  it('that the server closes while it waits for its next use is replaced unnoticed', async () => {
    const calls = {
      PUT: () => put('object', 'text'),
      GET: () => read('object'),
      DELETE: () => store.delete('dev', 'backups', 'object'),
    };
    for (const [method, call] of Object.entries(calls)) {
      // Leaves a connection behind, in the next turn of the loop.
      await store.lengthOf('dev', 'backups', 'object');
      await setImmediate();
      swift.failNext(method, (request) => request.socket.destroy());
      await call();
    }
    expect(swift.objects.size).toBe(0);
  });

  it('is one of a bounded number', async () => {
    await put('object', 'text');
    await Promise.all(Array.from({ length: 200 }, () => read('object')));
    expect(swift.mostConnections()).toBeLessThanOrEqual(33);
  });

  it('is let go at once when the caller says so', async () => {
    const stop = new AbortController();
    swift.failNext('GET', () => stop.abort(new Error('stopped')));
    const get = async () => {
      for await (const _ of store.get('dev', 'backups', 'object', { signal: stop.signal }))
        expect.unreachable();
    };
    await expect(get()).rejects.toThrow('stopped');
  });
});

describe('bytes', () => {
  it('that arrive changed are removed, and an error', async () => {
    swift.failNext('PUT', async (_, response, goOn) => {
      response.writeContinue();
      response.setHeader('ETag', '0'.repeat(32));
      const { writeHead } = response;
      response.writeHead = (status: number) => writeHead.call(response, status);
      await goOn();
    });
    await expect(put('object', 'text')).rejects.toThrow('arrived changed');
    expect(swift.objects.size).toBe(0);
    await expect(put('object', 'text').then(() => read('object'))).resolves.toBe('text');
  });

  it('that are changed on the way back are an error', async () => {
    await put('object', 'text');
    swift.failNext('GET', (_, response) => response.writeHead(200, { ETag: '0'.repeat(32) }).end('text'));
    await expect(read('object')).rejects.toThrow(ObjectStoreUnavailable);
    expect(await read('object')).toBe('text');
  });

  it('are not gathered in memory when the server is slower than their source', async () => {
    let given = 0;
    async function* endless() {
      for (;;) {
        given += 1;
        yield Buffer.alloc(MIB);
      }
    }
    const stop = new AbortController();
    swift.failNext('PUT', (request, response) => {
      response.writeContinue();
      request.pause();
    });
    const upload = store.put('dev', 'backups', 'object', endless(), { signal: stop.signal });
    // However long one waits, no more is taken than fits into the sockets' buffers.
    await sleep(500);
    expect(given).toBeLessThan(32);
    stop.abort(new Error('seen enough'));
    await expect(upload).rejects.toThrow('seen enough');
  });

  it('are sent after a while to a server that never asks for them', async () => {
    swift.failNext('PUT', (_request, _response, goOn) => goOn());
    await open({ patience: 50 }).put('dev', 'backups', 'object', bodyOf('text'));
    expect(await read('object')).toBe('text');
  });
});

describe('places', () => {
  const NAME = 'volume_795114e8-7489-40be-a978-83797f2c1dd3/20130131124331/az_az1_backup_1-00001';

  it('are the documented names, in the account of the login', async () => {
    await put(NAME, 'text');
    expect([...swift.objects.keys()]).toEqual([`/v1/AUTH_test/backups/${NAME}`]);
  });

  it('are in an account of the tenant, or a container of the tenant, when settings say so', async () => {
    const apart = open({ account: 'AUTH_{tenant}' });
    await apart.ensureContainer('dev', 'backups');
    await apart.put('dev', 'backups', 'a', bodyOf('text'));
    const beside = open({ container: '{tenant}_{container}' });
    for (const tenant of ['dev', 'a_b']) {
      await beside.ensureContainer(tenant, 'backups');
      await beside.put(tenant, 'backups', 'a', bodyOf('text'));
    }
    expect([...swift.objects.keys()]).toEqual([
      '/v1/AUTH_dev/backups/a',
      '/v1/AUTH_test/dev_backups/a',
      '/v1/AUTH_test/a%255Fb_backups/a',
    ]);
  });
});
