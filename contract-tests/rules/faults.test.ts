import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routers } from '../../generated/server/index.ts';
import { operations } from '../../generated/server/operations.ts';
import { createHandlers } from '../../src/api/handlers.ts';
import { readContract } from '../../src/cli/contract.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { createApp } from '../../src/http/app.ts';
import { HttpFault } from '../../src/http/fault.ts';
import { type RunningServer, startServer } from '../../src/http/server.ts';
import { developmentDirectory } from '../../src/identity/development.ts';
import { embeddedIdentity } from '../../src/identity/embedded.ts';
import { expectFault, type Format } from '../support/faults.ts';
import { tokens } from '../support/server.ts';
import { send, type WireRequest } from '../support/wire.ts';
import { world } from './world.ts';

const FORMATS: Format[] = ['json', 'xml'];

describe('a request that cannot be served', () => {
  const dev = world('--quota-gigabytes', '1');
  const json = { 'Content-Type': 'application/json' };
  const create = { method: 'POST', path: '/v1/dev/volumes', headers: json };
  const wrong: [number, string, WireRequest][] = [
    [400, 'malformed', { ...create, body: '{"volume":' }],
    [400, 'of wrong values', { ...create, body: '{"volume":{"size":0}}' }],
    [401, 'without a token', { path: '/v1/dev/volumes', as: 'nobody' }],
    [404, 'for what does not exist', { path: `/v1/dev/volumes/${randomUUID()}` }],
    [404, 'for a path that does not exist', { path: '/v1/dev/nothing' }],
    [405, 'by a method that is not there', { method: 'PUT', path: '/v1/dev/volumes' }],
    [413, 'for more than the quota', { ...create, body: '{"volume":{"size":2}}' }],
    [415, 'in a format that is not known', { ...create, headers: { 'Content-Type': 'a/b' }, body: 'x' }],
  ];

  describe.each(FORMATS)('in %s', (format) => {
    it.each(wrong)(
      '[hp-block-storage-v1/4.4/error-http-code] is %i when it is %s',
      async (status, _, request) => {
        const headers = { ...request.headers, Accept: `application/${format}` };
        expectFault(await send(dev.server().url, { ...request, headers }), status, format);
      },
    );
  });
});

/** The server over an engine that fails when it is told to. */
describe('a server whose inside fails', () => {
  let server: RunningServer;
  let failure: unknown;
  let isIdentityThere = true;

  beforeAll(async () => {
    const list = async () => {
      if (failure !== undefined) throw failure;
      return [];
    };
    // Of the engine the tests reach these two calls only; the handlers of others want the rest to be there.
    const others = { backups: {}, snapshots: {}, metadataLimits: {} };
    const engine = { volumes: { list }, attachments: { list }, ...others } as unknown as Engine;
    const identity = embeddedIdentity(developmentDirectory(tokens));
    const log = pino({ level: 'silent' });
    const app = await createApp({
      contract: readContract(),
      operations,
      routers: (bind) =>
        routers(
          createHandlers(engine, async () => undefined, {
            login: identity,
            catalog: { regions: ['RegionOne'], volume: 'v1', compute: 'v2' },
          }),
          bind,
        ),
      identity: {
        ...identity,
        authenticate: (token) =>
          isIdentityThere ? identity.authenticate(token) : Promise.reject(new Error('ECONNREFUSED')),
      },
      log,
      rateLimits: () => undefined,
      responseChecks: 'always',
    });
    server = await startServer(app, { host: '127.0.0.1', port: 0, log });
  });
  afterAll(() => server.stop(0));

  const get = (format: Format, path = '/v1/dev/volumes') =>
    send(server.url, { path, headers: { Accept: `application/${format}` } });

  it.each(FORMATS)(
    '[hp-block-storage-v1/4.4/error-5xx] answers 500 in %s, and well when it is tried again',
    async (format) => {
      for (const path of ['/v1/dev/volumes', '/v2/dev/servers/x/os-volume_attachments']) {
        failure = new Error('SQLITE_IOERR at /data/catalog.db');
        expectFault(await get(format, path), 500, format);
        failure = undefined;
        expect((await get(format, path)).status).toBe(200);
      }
    },
  );

  it.each(FORMATS)(
    '[hp-block-storage-v1/4.4/error-5xx] answers 503 in %s while identity cannot be asked',
    async (format) => {
      isIdentityThere = false;
      expectFault(await get(format), 503, format);
      isIdentityThere = true;
      expect((await get(format)).status).toBe(200);
    },
  );

  it.each(FORMATS)(
    '[hp-block-storage-v1/4.4/error-403] answers 403 in %s to what is refused for lack of rights',
    async (format) => {
      failure = new HttpFault('forbidden', 'You may not list these.');
      expect(expectFault(await get(format), 403, format).message).toBe('You may not list these.');
      failure = undefined;
      expect((await get(format)).status).toBe(200);
    },
  );
});
