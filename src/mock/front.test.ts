import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { mediaTypes } from '../http/media-types.ts';
import { type RunningServer, startServer } from '../http/server.ts';
import { xmlCodec } from '../http/xml/codec.ts';
import { mockFront } from './front.ts';
import { mockOperations } from './operations.ts';

const fault = (name: string, status: number) => ({
  description: name,
  content: {
    'application/json': { schema: { $ref: `#/components/schemas/${name}Fault` } },
    'application/xml': { schema: { $ref: `#/components/schemas/${name}` } },
  },
  status,
});
const faults = { badRequest: 400, itemNotFound: 404, serviceUnavailable: 503, computeFault: 500 };
const component = (name: string) => ({
  [`${name}Fault`]: { type: 'object', properties: { [name]: { $ref: `#/components/schemas/${name}` } } },
  [name]: {
    type: 'object',
    xml: { name },
    properties: { code: { type: 'integer', xml: { attribute: true } }, message: { type: 'string' } },
  },
});

const contract = {
  paths: {
    '/v1/{tenant_id}/volumes': {
      get: {
        operationId: 'hp-block-storage-v1/list-volumes',
        responses: {
          200: { description: 'volumes' },
          ...Object.fromEntries(
            Object.entries(faults).map(([name, status]) => [status, fault(name, status)]),
          ),
        },
      },
    },
  },
  components: { schemas: Object.assign({}, ...Object.keys(faults).map(component)) },
};

const PATIENCE_MS = 150;
const types = mediaTypes({});
const known = {
  types,
  codec: xmlCodec(contract),
  operations: mockOperations(contract, types),
  open: new Set<string>(),
};

/** Stands where Prism does, and behaves as each test wants it to. */
let prism: Server;
let port: () => Promise<number>;
let front: RunningServer;
let silent = false;
let problem = { status: 500, detail: '' };

beforeAll(async () => {
  prism = createServer((_request, response) => {
    if (silent) return;
    response.writeHead(problem.status, { 'Content-Type': 'application/problem+json' });
    response.end(JSON.stringify({ title: 'a problem', ...problem }));
  });
  await new Promise<void>((resolve) => prism.listen(0, '127.0.0.1', resolve));
  const log = pino({ level: 'silent' });
  const listener = mockFront({
    contract: () => known,
    prism: { port: () => port() },
    log,
    patience: PATIENCE_MS,
  });
  front = await startServer({ callback: () => listener }, { host: '127.0.0.1', port: 0, log });
});

beforeEach(() => {
  port = async () => (prism.address() as AddressInfo).port;
  silent = false;
});

afterAll(async () => {
  await front.stop(0);
  prism.closeAllConnections();
  prism.close();
});

const ask = (path: string) => fetch(`${front.url}${path}`, { headers: { 'X-Auth-Token': 'any' } });

describe('while Prism gives no answer', () => {
  const unavailable = async (path = '/v1/dev/volumes') => {
    const answer = await ask(path);
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('1');
    expect(answer.headers.get('x-compute-request-id')).toMatch(/^req-/);
    return answer.text();
  };

  it('waits no longer than its patience', async () => {
    silent = true;
    const started = performance.now();
    expect(JSON.parse(await unavailable())).toMatchObject({ serviceUnavailable: { code: 503 } });
    expect(performance.now() - started).toBeLessThan(PATIENCE_MS + 10_000);
  });

  it('says so in the asked format', async () => {
    silent = true;
    expect(await unavailable('/v1/dev/volumes.xml')).toContain('<serviceUnavailable code="503">');
  });

  it('says so when Prism cannot start', async () => {
    port = () => Promise.reject(new Error('it cannot read the contract'));
    expect(await unavailable()).not.toContain('contract');
  });

  it('says so when Prism never listens', async () => {
    port = () => new Promise(() => {});
    await unavailable();
  });

  it('says so when the connection is refused', async () => {
    port = async () => 1;
    await unavailable();
  });
});

describe("Prism's problems", () => {
  it.each([
    [422, 400, 'badRequest', 'Invalid input received: what it is'],
    [406, 400, 'badRequest', 'Invalid input received: what it is'],
    [404, 404, 'itemNotFound', 'what it is'],
  ])('%i becomes %i %s', async (status, expected, name, message) => {
    problem = { status, detail: 'what it is' };
    const answer = await ask('/v1/dev/volumes');
    expect(answer.status).toBe(expected);
    expect(answer.headers.get('content-type')).toBe('application/json');
    expect(await answer.json()).toEqual({ [name]: { code: expected, message } });
  });

  it('500 says nothing of the inside', async () => {
    problem = { status: 500, detail: 'TypeError: x is undefined' };
    const answer = await ask('/v1/dev/volumes.xml');
    expect(answer.status).toBe(500);
    const text = await answer.text();
    expect(text).toContain('<computeFault code="500">');
    expect(text).not.toContain('TypeError');
  });
});
