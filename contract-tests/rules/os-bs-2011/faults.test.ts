import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/engine/engine.ts';
import { EngineFault } from '../../../src/engine/faults.ts';
import { HttpFault } from '../../../src/http/fault.ts';
import { operationsOfContract } from '../../support/contract.ts';
import type { Format } from '../../support/faults.ts';
import { serveEngine } from '../../support/server-in-process.ts';
import { speaking } from '../../support/speaking.ts';
import { world } from '../world.ts';

const FORMATS: Format[] = ['json', 'xml'];
const ID = randomUUID();

const BODIES: Readonly<Record<string, object>> = {
  'create-volume': { 'OS-BS:volume': { size: 1 } },
  'update-volume-name': { 'OS-BS:volume': { name: 'n' } },
  'create-backup': { 'OS-BS:backup': { volumeId: ID } },
  'update-backup-name': { 'OS-BS:backup': { name: 'n' } },
};

/** The operations below OS-BS, ready to be sent. */
const OPERATIONS = operationsOfContract()
  .filter(({ path }) => path.includes('/OS-BS/'))
  .map(({ operationId, method, path, requestBody, responses }) => {
    const name = operationId.slice(operationId.indexOf('/') + 1);
    const metadata = name.endsWith('-item') ? { meta: { k: 'v' } } : { metadata: { k: 'v' } };
    return {
      name,
      method,
      path: path.replace('{tenant_id}', 'dev').replace('{id}', ID).replace('{key}', 'k'),
      body: requestBody === undefined ? undefined : (BODIES[name] ?? metadata),
      statuses: Object.keys(responses).map(Number),
    };
  });
const withBody = OPERATIONS.filter(({ body }) => body !== undefined);
const onOne = OPERATIONS.filter(({ path }) => path.includes(ID));

/** An engine of which every call fails in the same way. */
function failing(failure: () => unknown): Engine {
  const anything: object = new Proxy(() => undefined, {
    get: () => anything,
    apply: () => Promise.reject(failure()),
  });
  // Whatever is asked of it is a call that fails, or has such calls.
  return anything as Engine;
}

it('there are 26 operations, 10 of them with a body', () => {
  expect([OPERATIONS.length, withBody.length, onOne.length]).toEqual([26, 10, 19]);
});

describe.each(FORMATS)('in %s', (format) => {
  let failure: unknown;
  const engine = failing(() => failure);
  /** The answer to each operation: its status and the name of its fault. */
  async function answers(operations: typeof OPERATIONS, options?: { as?: string }): Promise<string[]> {
    const speak = speaking(await serveEngine(engine), format);
    const found = new Set<string>();
    for (const { name, method, path, body, statuses } of operations) {
      const answer = await speak(method, path, { body, ...options });
      const [fault = ''] = Object.keys(answer.body);
      expect(statuses, name).toContain(answer.status);
      expect(answer.body[fault].code, name).toBe(answer.status);
      found.add(`${answer.status} ${fault}`);
    }
    return [...found];
  }

  it.each([
    ['500 computeFault', new Error('disk')],
    ['503 serviceUnavailable', new EngineFault('storageUnavailable', {})],
    ['403 forbidden', new HttpFault('forbidden', 'You may not.')],
    ['400 badRequest', new EngineFault('pageInvalid', { parameter: 'limit' })],
    ['413 overLimit', new EngineFault('metadataTooMany', { limit: 1 })],
  ])('[os-bs-2011/2.3.1.1.1/common-faults] every operation may answer %s', async (name, each) => {
    failure = each;
    expect(await answers(OPERATIONS)).toEqual([name]);
  });

  it('[os-bs-2011/2.3.1.1.1/common-faults] every operation answers 401 unauthorized without a token', async () => {
    expect(await answers(OPERATIONS, { as: 'nobody' })).toEqual(['401 unauthorized']);
  });

  it('[os-bs-2011/2.3.1.1.1/common-faults] every operation answers 405 badMethod by another method', async () => {
    const ask = await serveEngine(engine);
    for (const { name, path, statuses } of OPERATIONS) {
      expect(statuses, name).toContain(405);
      const { status, text } = await ask('PATCH', path, { headers: { Accept: `application/${format}` } });
      expect([status, /badMethod/.test(text)], name).toEqual([405, true]);
    }
  });

  it('[os-bs-2011/2.3.1.2.1/create-faults] operations with a body answer 404 itemNotFound for what is not there', async () => {
    failure = new EngineFault('volumeNotFound', { id: ID });
    expect(await answers(withBody)).toEqual(['404 itemNotFound']);
  });

  it('[os-bs-2011/2.3.1.2.1/create-faults] operations with a body answer 415 badMediaType to one that they cannot read', async () => {
    const ask = await serveEngine(engine);
    for (const { name, method, path, statuses } of withBody) {
      expect(statuses, name).toContain(415);
      const headers = { Accept: `application/${format}`, 'Content-Type': 'text/plain' };
      const { status, text } = await ask(method, path, { headers, body: 'x' });
      expect([status, /badMediaType/.test(text)], name).toEqual([415, true]);
    }
  });
});

describe('an operation', () => {
  const dev = world();

  it.each(onOne)(
    '[os-bs-2011/2.3.1.2.3/item-not-found] on one resource answers 404 itemNotFound where it is not there: $name',
    async ({ method, path, body }) => {
      for (const format of FORMATS) {
        const answer = await speaking(dev.ask, format)(method, path, { body });
        expect(answer.status).toBe(404);
        expect(answer.body.itemNotFound.code).toBe(404);
      }
    },
  );

  it('[os-bs-2011/2.3.1.2.3/no-request-body] takes a body where it changes or makes something, never to show or delete it', () => {
    const bodiless = OPERATIONS.filter(({ body }) => body === undefined).map(({ method }) => method);
    expect(new Set(bodiless)).toEqual(new Set(['GET', 'DELETE']));
    expect(new Set(withBody.map(({ method }) => method))).toEqual(new Set(['POST', 'PUT']));
  });

  it('[os-bs-2011/2.3.1.3.6/delete-faults] that deletes an item of metadata lists itemNotFound and buildInProgress, and not badMediaType', () => {
    for (const name of ['delete-volume-metadata-item', 'delete-backup-metadata-item']) {
      const statuses = OPERATIONS.find((operation) => operation.name === name)?.statuses;
      expect(statuses).toEqual(expect.arrayContaining([404, 409]));
      expect(statuses).not.toContain(415);
    }
  });
});
