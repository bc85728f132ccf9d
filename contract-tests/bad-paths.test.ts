import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import contract from '../generated/openapi.json' with { type: 'json' };
import { fillIn, type Made } from './support/body-operations/body-operation.ts';
import { bodyOperations } from './support/body-operations/index.ts';
import { expectFault } from './support/faults.ts';
import { promptly } from './support/promptly.ts';
import { asker, availableCopy, availableVolume, uuidOfBackup } from './support/requests.ts';
import { type ServerProcess, startServer } from './support/server.ts';
import { readAnswers, sendBytes } from './support/wire.ts';

const METHODS = ['get', 'put', 'post', 'delete'];

let server: ServerProcess;
let made: Made;

beforeAll(async () => {
  server = await startServer({ env: { CINDERBLOCK_LOG_LEVEL: 'error' } });
  const ask = asker(server.url);
  const { id: volume } = await availableVolume(ask);
  const { id: backup } = await availableCopy(ask, 'backup', { volume_id: volume });
  const { id: snapshot } = await availableCopy(ask, 'snapshot', { volume_id: volume });
  made = { volume, snapshot, backup: String(backup), backupUuid: await uuidOfBackup(ask) };
});
afterAll(() => server.stop());

describe('ids in a path', () => {
  const long = 'x'.repeat(10_000);
  const ids = [
    ['10 kB', long],
    ['10 kB of digits', '1'.repeat(10_000)],
    ['%ZZ', '%ZZ'],
    ['a cut escape', '%'],
    ['an escaped NUL', '%00'],
    ['an escaped bell', 'a%07b'],
    ['bytes that are not UTF-8', '%ff%fe'],
    ['half of a surrogate pair', '%ed%a0%80'],
    ['escaped slashes', '..%2f..%2f..%2fetc%2fpasswd'],
    ['escaped dots', '%2e%2e'],
    ['markup', '%3Cscript%3E&amp;'],
    ['a quote', "'%22;--"],
    ['__proto__', '__proto__'],
    ['constructor', 'constructor'],
    ['a huge number', '9'.repeat(30)],
    ['a negative number', '-1'],
  ] as const;
  const inPath = (path: string) => path.matchAll(/\{(\w+)\}/g);
  const operations = Object.entries(contract.paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => METHODS.includes(method))
      .flatMap(([method, operation]) => {
        const as = 'x-administrator' in operation ? ('admin' as const) : ('dev' as const);
        return [...inPath(path)].map(([, parameter = '']) => ({ path, method, parameter, as }));
      }),
  );

  it.each(operations)(
    '$method $path with a bad $parameter is 400 or 404',
    async ({ path, method, parameter, as }) => {
      const known: Readonly<Record<string, string>> = {
        tenant_id: 'dev',
        server_id: 'a-server',
        volume_id: made.volume,
        backup_id: made.backup,
        snapshot_id: made.snapshot,
        id: made.volume,
        key: 'none',
      };
      // A server is not known to this service: a list of its volumes is empty, and 404 where it cannot be one.
      const isEmptyList = parameter === 'server_id' && method === 'get' && path.endsWith('attachments');
      const operation = bodyOperations.find(
        (candidate) => candidate.path.split('/').at(-1) === path.split('/').at(-1),
      );
      for (const [title, id] of ids) {
        for (const format of ['json', 'xml'] as const) {
          // What a server is called is none of this service's business: such attachments would be made.
          if (parameter === 'server_id' && method === 'post' && id !== long) continue;
          const filled = path.replace(/\{(\w+)\}/g, (_, name) =>
            name === parameter ? id : (known[name] ?? 'none'),
          );
          const valid = JSON.stringify({ [operation?.wrapper ?? '']: operation?.valid });
          const answer = await promptly(server, {
            method: method.toUpperCase(),
            path: filled,
            as,
            headers: {
              Accept: `application/${format}`,
              ...(method === 'post' ? { 'Content-Type': 'application/json' } : {}),
            },
            ...(method === 'post' ? { body: fillIn(valid, made) } : {}),
          });
          if (isEmptyList && answer.status === 200) continue;
          // Nor is what a tenant is called, whose limits administrators set and nobody else sees.
          if (parameter === 'quota_tenant_id' && answer.status === (as === 'admin' ? 200 : 403)) continue;
          // A path of no resource is that of another operation at the most.
          const statuses =
            id === '%2e%2e' ? [400, 404, 405] : parameter === 'tenant_id' ? [400, 404] : [404, 400];
          expect(statuses, `${title}: ${answer.text.slice(0, 300)}`).toContain(answer.status);
          expectFault(answer, statuses, format, filled);
        }
      }
    },
  );
});

describe('queries', () => {
  const lists = Object.entries(contract.paths)
    // Those of os-bs-2011 have pages by marker, and rules of their own.
    .filter(([, item]) => JSON.stringify(item).includes('/parameters/Offset'))
    .map(([path, item]) => ({
      path: path.replace('{tenant_id}', 'dev').replace('{server_id}', 'a-server'),
      hasStatus: JSON.stringify(item).includes('/parameters/Status'),
    }));
  const refused = [
    ['limit=-1', 'limit param must be positive'],
    ['offset=-1', 'offset param must be positive'],
    ['limit=abc', 'limit param must be an integer'],
    ['offset=abc', 'offset param must be an integer'],
    ['limit=1.5', 'limit param must be an integer'],
    ['limit=', 'limit param must be an integer'],
    ['limit=NaN', 'limit param must be an integer'],
    ['limit=%00', 'limit param must be an integer'],
    ['limit=%ZZ', 'limit param must be an integer'],
    [`limit=${'x'.repeat(10_000)}`, 'limit param must be an integer'],
    ['offset=1e300', 'offset param'],
    [`offset=${'9'.repeat(30)}`, 'offset param'],
    ['limit=1&limit=2', 'limit'],
    ['offset=1&offset=1', 'offset'],
    ['status=error&status=available', 'status'],
  ] as const;
  const taken = [
    'limit=0',
    'limit=1000000000',
    'limit=9007199254740991',
    'offset=9007199254740991',
    'offset=4294967296',
    'status=nonsense',
    'status=',
    'status=%00',
    'status=%ff',
    'display_name=%27%20or%201%3D1--',
    `display_name=${'x'.repeat(10_000)}`,
    'display_name=[a]&volume_id=(b)&status={c}',
    'display_name=%ZZ',
    'unknown=1&unknown=2',
    '__proto__=1&constructor=2',
    '__proto__[limit]=1',
    'toString=1',
    '&&==&',
    '?',
    'all_tenants=1',
    'marker=none',
    Array.from({ length: 1500 }, (_, i) => `a${i}=1`).join('&'),
  ];

  it('are tried on every list', () => expect(lists).toHaveLength(19));

  it.each(lists)('$path refuses absurd values', async ({ path, hasStatus }) => {
    for (const [query, words] of refused) {
      for (const format of ['json', 'xml'] as const) {
        if (query.startsWith('status') && !hasStatus) continue; // no parameter of that list
        const answer = await promptly(server, {
          path: `${path}?${query}`,
          headers: { Accept: `application/${format}` },
        });
        expect(answer.status, `${query}: ${answer.text.slice(0, 300)}`).toBe(400);
        expect(expectFault(answer, 400, format, path).message).toContain(words);
      }
    }
  });

  it.each(lists)('$path takes odd values for what they are', async ({ path }) => {
    for (const query of taken) {
      const answer = await promptly(server, { path: `${path}?${query}` });
      expect(answer.status, `${query}: ${answer.text.slice(0, 300)}`).toBe(200);
    }
  });
});

describe('headers', () => {
  it.each([
    'x'.repeat(300),
    '\u0001',
    ',,,;;=',
    'text/html;q=x, */;q=1',
    '../..',
    'application/xml;q=1e9',
    ';',
    '*',
  ])('an Accept of %j is no reason to fail', async (accept) => {
    const headers = { Accept: accept.replace('\u0001', 'a\u00ff') };
    const answer = await promptly(server, { path: '/v1/dev/volumes', headers });
    expect(answer.status).toBe(200);
  });

  it.each(['x'.repeat(10_000), ' ', '__proto__', '\u00ff\u00fe', 'a b', "' or 1=1", 'Bearer x'])(
    '[hp-block-storage-v1/4.2.3/bad-token-fails] the token %j is none',
    async (token) => {
      const answer = await promptly(server, {
        path: '/v1/dev/volumes',
        as: 'nobody',
        headers: { 'X-Auth-Token': token },
      });
      expectFault(answer, 401);
    },
  );

  it('a token given twice is none', async () => {
    const answer = await sendBytes(
      server.url,
      'GET /v1/dev/volumes HTTP/1.1\r\nHost: a\r\nX-Auth-Token: a\r\nX-Auth-Token: b\r\nConnection: close\r\n\r\n',
    );
    expect(readAnswers(answer)[0]?.status).toBe(401);
  });

  it('headers of 20 kB are refused', async () => {
    const answer = await promptly(server, {
      path: '/v1/dev/volumes',
      headers: { 'X-Long': 'x'.repeat(20_000) },
    });
    expectFault(answer, 431);
  });

  it('a body is not waited for beyond its Content-Length, nor cut short of it', async () => {
    const tooLong = await sendBytes(
      server.url,
      `POST /v1/dev/volumes HTTP/1.1\r\nHost: a\r\nX-Auth-Token: token-of-dev-0001\r\nContent-Type: application/json\r\nContent-Length: 5\r\nConnection: close\r\n\r\n{"volume":{"size":1}}`,
    );
    expect(readAnswers(tooLong)[0]?.status).toBe(400);
  });
});
