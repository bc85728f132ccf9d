import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import S3rver from 's3rver';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  ObjectNotFound,
  type ObjectStore,
  ObjectStoreRefused,
  ObjectStoreUnavailable,
} from '../object-store.ts';
import { objectStoreContract } from '../object-store-contract.ts';
import { openS3Store, type S3Options } from './s3.ts';

const optionsFor = (port: number): S3Options => ({
  endpoint: `http://127.0.0.1:${port}`,
  region: 'us-east-1',
  bucket: 'backups',
  accessKey: 'S3RVER',
  secretKey: 'S3RVER',
  addressing: 'path',
  silence: 30_000,
});

objectStoreContract(
  'S3 of s3rver',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'cinderblock-s3-'));
    const server = new S3rver({ address: '127.0.0.1', port: 0, silent: true, directory: folder });
    const options = optionsFor((await server.run()).port);
    let store = await openS3Store(options);
    return {
      store,
      async reopen() {
        await store.close();
        store = await openS3Store(options);
        return store;
      },
      async dispose() {
        await store.close();
        await server.close();
        await rm(folder, { recursive: true });
      },
    };
  },
  // It writes uploads where the object is, and removes folders that it has found empty.
  { keepsParts: true, losesNeighbours: true },
);

describe('S3 that fails', () => {
  const requests: string[] = [];

  /** A store whose server answers every request in this way. */
  async function storeOn(answer: RequestListener, options: Partial<S3Options> = {}): Promise<ObjectStore> {
    requests.length = 0;
    const server = createServer((request, response) => {
      requests.push(`${request.method} ${request.url}`);
      answer(request, response);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    // A server that listens on a port has an address with one.
    const { port } = server.address() as AddressInfo;
    const store = await openS3Store({ ...optionsFor(port), ...options });
    onTestFinished(async () => {
      await store.close();
      server.closeAllConnections();
      server.close();
    });
    return store;
  }

  const saying =
    (status: number, code: string): RequestListener =>
    (_, response) =>
      response
        .writeHead(status, { 'Content-Type': 'application/xml', 'x-amz-request-id': 'request-of-test' })
        .end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>no</Message></Error>`);

  async function read(store: ObjectStore): Promise<void> {
    for await (const _ of store.get('dev', 'backups', 'object'));
  }

  it.each([
    [503, 'SlowDown'],
    [500, 'InternalError'],
    [400, 'RequestTimeout'],
    [429, 'TooManyRequests'],
  ])('%i %s may be over soon, and is told at once', async (status, code) => {
    const store = await storeOn(saying(status, code));
    await expect(read(store)).rejects.toThrow(ObjectStoreUnavailable);
    expect(requests).toEqual(['GET /backups/dev/backups/object?x-id=GetObject']);
  });

  it.each([
    [403, 'InvalidAccessKeyId'],
    [403, 'QuotaExceeded'],
    [400, 'EntityTooLarge'],
  ])('%i %s is final', async (status, code) => {
    const store = await storeOn(saying(status, code));
    await expect(read(store)).rejects.toThrow(ObjectStoreRefused);
    await expect(read(store)).rejects.toThrow(
      new RegExp(`^S3 answers ${status} ${code} to GET backups/object \\(request request-of-test\\)$`),
    );
  });

  it.each([
    [404, 'NoSuchKey'],
    [404, 'NoSuchBucket'],
  ])('%i %s is no object', async (status, code) => {
    const store = await storeOn(saying(status, code));
    await expect(read(store)).rejects.toThrow(ObjectNotFound);
    await store.delete('dev', 'backups', 'object');
  });

  it('by silence is given up', async () => {
    const store = await storeOn(() => undefined, { silence: 300 });
    await expect(read(store)).rejects.toThrow(ObjectStoreUnavailable);
    await expect(store.probe()).rejects.toThrow('S3 does not answer');
  });

  it('by silence in the middle of an object is given up', async () => {
    const store = await storeOn(
      (_, response) => response.writeHead(200, { 'Content-Length': '10' }).write('half'),
      {
        silence: 300,
      },
    );
    await expect(read(store)).rejects.toThrow(ObjectStoreUnavailable);
  });

  it('by reading slower than its source writes is sent no more than fits', async () => {
    let given = 0;
    async function* endless() {
      for (;;) {
        given += 1;
        yield Buffer.alloc(1024 * 1024);
      }
    }
    const store = await storeOn((request, response) => {
      if (request.method === 'HEAD') response.end();
      else request.pause();
    });
    const stop = new AbortController();
    const options = { length: 1024 ** 3, signal: stop.signal };
    const upload = store.put('dev', 'backups', 'object', endless(), options);
    // However long one waits, no more is taken than fits into the sockets' buffers.
    await sleep(500);
    expect(given).toBeLessThan(32);
    stop.abort(new Error('seen enough'));
    await expect(upload).rejects.toThrow('seen enough');
  });

  it('by breaking off is an error, not an end', async () => {
    const store = await storeOn((_, response) => {
      response.writeHead(200, { 'Transfer-Encoding': 'chunked' }).write('half', () => response.destroy());
    });
    await expect(read(store)).rejects.toThrow(ObjectStoreUnavailable);
  });

  it('by changing bytes on the way back is an error', async () => {
    const store = await storeOn((_, response) =>
      response.writeHead(200, { ETag: `"${'0'.repeat(32)}"` }).end('text'),
    );
    await expect(read(store)).rejects.toThrow('arrived changed');
  });

  it('by changing bytes on the way there is an error', async () => {
    const store = await storeOn((request, response) => {
      request.resume().once('end', () => response.writeHead(200, { ETag: `"${'0'.repeat(32)}"` }).end());
    });
    async function* body() {
      yield Buffer.from('text');
    }
    await expect(store.put('dev', 'backups', 'object', body())).rejects.toThrow('arrived changed');
    const length = 9 * 1024 * 1024;
    async function* large() {
      yield Buffer.alloc(length);
    }
    await expect(store.put('dev', 'backups', 'object', large(), { length })).rejects.toThrow(
      'arrived changed',
    );
    expect(requests.filter((request) => request.startsWith('DELETE'))).toHaveLength(2);
  });
});
