import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import contract from '../generated/openapi.json' with { type: 'json' };
import { examplesOfContract } from './support/contract.ts';
import { expectFault, readFault } from './support/faults.ts';
import { asker, availableVolume } from './support/requests.ts';
import { type ServerProcess, startServer, tokens } from './support/server.ts';
import { readAnswers, send, sendBytes, type WireAnswer, type WireRequest } from './support/wire.ts';

const VOLUME_NS = 'http://docs.openstack.org/volume/api/v1';
const COMPUTE_NS = 'http://docs.openstack.org/compute/api/v1.1';
const REQUEST_ID = /^req-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const HTTP_DATE =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d GMT$/;

let server: ServerProcess;
let volumeId: string;
beforeAll(async () => {
  server = await startServer({ env: { CINDERBLOCK_LOG_LEVEL: 'error' } });
  ({ id: volumeId } = await availableVolume(asker(server.url), { display_name: 'caf\u00e9 \u{1f600}' }));
});
afterAll(() => server.stop());

const ask = (request: WireRequest) => send(server.url, request);
const get = (path: string, headers: Record<string, string> = {}) => ask({ path, headers });
const typeOf = ({ headers }: WireAnswer) => headers['content-type'];

describe('every answer', () => {
  const everySort = (): readonly [string, WireRequest][] => [
    ['200', { path: '/v1/dev/volumes/detail' }],
    ['200 without a token', { path: '/healthz', as: 'nobody' }],
    ['202', { method: 'DELETE', path: `/v1/dev/volumes/${volumeId}` }],
    ['400', { path: '/v1/other/volumes' }],
    ['401', { path: '/v1/dev/volumes', as: 'nobody' }],
    ['404', { path: '/v1/dev/volumes/none' }],
    ['404 of no route', { path: '/nowhere' }],
    ['405', { method: 'PATCH', path: '/v1/dev/volumes' }],
    [
      '413',
      {
        method: 'POST',
        path: '/v1/dev/volumes',
        headers: { 'Content-Type': 'text/xml' },
        body: 'x'.repeat(120_000),
      },
    ],
    ['415', { method: 'POST', path: '/v1/dev/volumes', headers: { 'Content-Type': 'a/b' }, body: 'x' }],
    ['431', { path: '/v1/dev/volumes', headers: { 'X-Long': 'x'.repeat(20_000) } }],
  ];
  const unreadable = [
    'HELLO\r\n\r\n',
    'GET /v1/dev/volumes HTTP/9.9\r\nHost: a\r\n\r\n',
    'GET /v1/dev/volumes HTTP/1.1\r\n\r\n',
    'GET /v1/dev/volumes HTTP/1.1\r\nHost: a\r\nbad header\r\n\r\n',
    'GET /v1/dev/caf\u00e9 HTTP/1.1\r\nHost: a\r\n\r\n',
    'GET /v1/dev/vol umes HTTP/1.1\r\nHost: a\r\n\r\n',
    'GET http:// HTTP/1.1\r\nHost: a\r\n\r\n',
    'GET ftp://a/v1/dev/volumes HTTP/1.1\r\nHost: a\r\n\r\n',
    'POST /v1/dev/volumes HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n',
    'POST /v1/dev/volumes HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nxx',
    'POST /v1/dev/volumes HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
    '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003',
  ];

  it('[hp-block-storage-v1/4.3.4/request-id-header] [hp-block-storage-v1/4.3.3/date-header-gmt] has a request id and a date, [hp-block-storage-v1/4.3.2/content-length-of-response] and its length', async () => {
    for (const [title, request] of everySort()) {
      const { status, headers, body } = await ask(request);
      expect(status, title).toBe(Number(title.slice(0, 3)));
      expect(headers['x-compute-request-id'], title).toMatch(REQUEST_ID);
      expect(headers.date, title).toMatch(HTTP_DATE);
      expect(headers['content-length'], title).toBe(String(body.length));
    }
  });

  it('the length counts bytes and not characters', async () => {
    const made = await ask({
      method: 'POST',
      path: '/v1/dev/volumes',
      headers: { 'Content-Type': 'application/json' },
      body: '{"volume":{"size":1,"display_name":"caf\u00e9 \u{1f600}"}}',
    });
    expect(made.text).toContain('"caf\u00e9 \u{1f600}"');
    for (const type of ['json', 'xml']) {
      const { headers, body, text } = await get(`/v1/dev/volumes.${type}`);
      expect(text).toContain('"caf\u00e9 \u{1f600}"');
      expect(headers['content-length']).toBe(String(body.length));
      expect(body.length).toBeGreaterThan(text.length);
    }
  });

  it.each(unreadable)('what is no request is refused with a fault: %j', async (bytes) => {
    const [answer] = readAnswers(await sendBytes(server.url, Buffer.from(bytes, 'latin1')));
    expect(answer?.status).toBe(400);
    expect(answer?.headers.get('x-compute-request-id')).toMatch(REQUEST_ID);
    expect(answer?.headers.get('date')).toMatch(HTTP_DATE);
    expect(answer?.headers.get('connection')).toBe('close');
    expect(readFault(answer?.body ?? '', 'json')).toMatchObject({ name: 'badRequest', code: 400 });
  });

  it('[hp-block-storage-v1/4.3.4/unique-request-id] has an id of its own', async () => {
    const answers = await Promise.all([
      ...Array.from({ length: 200 }, () => get('/v1/dev/volumes')),
      ...Array.from({ length: 100 }, () => get('/nowhere')),
    ]);
    const readable = new Set(answers.map(({ headers }) => headers['x-compute-request-id']));
    expect(readable.size).toBe(300);
  });

  it('an id that the client sends is not taken for ours', async () => {
    const id = 'req-00000000-0000-4000-8000-000000000000';
    const { headers } = await get('/v1/dev/volumes', { 'X-Compute-Request-Id': id });
    expect(headers['x-compute-request-id']).not.toBe(id);
  });
});

describe('faults', () => {
  it.each([
    ['/v1/dev/volumes/none', VOLUME_NS],
    ['/v1/other/volumes', VOLUME_NS],
    ['/v1/dev/nothing', VOLUME_NS],
    ['/v1/dev/servers/x/os-volume_attachments', VOLUME_NS],
    ['/nowhere', VOLUME_NS],
    ['/v2/dev/servers/x/os-volume_attachments/none', COMPUTE_NS],
    ['/v2/other/servers/x/os-volume_attachments', COMPUTE_NS],
    ['/v2/dev/nothing', COMPUTE_NS],
    ['/v2/dev/volumes', COMPUTE_NS],
  ])(
    '[hp-block-storage-v1/4.4/fault-namespaces] [hp-block-storage-v1/4.1.1/base-uri-v1] [hp-block-storage-v1/4.1.2/base-uri-v2] %s has the namespace %s',
    async (path, namespace) => {
      const answer = await get(path, { Accept: 'application/xml' });
      expect(expectFault(answer, [400, 404], 'xml').namespace).toBe(namespace);
    },
  );

  it.each(['json', 'xml'] as const)(
    '[hp-block-storage-v1/4.4/error-404] [hp-block-storage-v1/4.4/error-body] [hp-block-storage-v1/4.4/error-code-repeated-in-body] unknown paths are 404 in %s',
    async (format) => {
      const headers = { Accept: `application/${format}` };
      for (const path of [
        '/nothing',
        '//nothing',
        '/v1/dev',
        '/v1//volumes',
        '/v4/dev/volumes',
        '/v1/dev/volumes/a/b',
        '/v1/dev/backups/1/nothing',
        '/V1/dev/volumes',
        '/v1/dev/Volumes',
      ]) {
        expectFault(await get(path, headers), 404, format);
      }
    },
  );

  const methods = ['GET', 'PUT', 'POST', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND'];
  /** The operations whose fault for a wrong method the contract has in XML as well. */
  const inXml = new Set(
    examplesOfContract()
      .filter(({ status, format }) => status === 405 && format === 'xml')
      .map(({ operationId }) => operationId),
  );
  const fits = (template: string, path: string) =>
    new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`).test(path);
  it.each(Object.entries(contract.paths))(
    '%s takes no other methods than those of the contract',
    async (path, item) => {
      // A wrong method at the root of all documents is answered in the words of the largest.
      const hasXml =
        path === '/' ||
        Object.values<object>(item).some(
          (operation) => 'operationId' in operation && inXml.has(String(operation.operationId)),
        );
      const filled = path.replace('{tenant_id}', 'dev').replace(/\{\w+\}/g, 'x');
      // `detail` could be the id of a volume too.
      const documented = Object.entries(contract.paths)
        .filter(([template]) => fits(template, filled))
        .flatMap(([, item]) => Object.keys(item).map((key) => key.toUpperCase()))
        .filter((key) => methods.includes(key));
      const allowed = [...new Set([...documented, ...(documented.includes('GET') ? ['HEAD'] : [])])].sort();
      for (const method of methods.filter((candidate) => !documented.includes(candidate))) {
        for (const asked of ['json', 'xml'] as const) {
          const format = hasXml ? asked : 'json';
          const answer = await ask({ method, path: filled, headers: { Accept: `application/${asked}` } });
          const namespace = /^\/v(2|1\.1)\//.test(path) ? COMPUTE_NS : VOLUME_NS;
          expect(expectFault(answer, 405, format, path).namespace).toBe(format === 'xml' ? namespace : '');
          expect(answer.headers.allow?.split(', ').sort()).toEqual(allowed);
        }
      }
    },
  );

  it('[hp-block-storage-v1/4.4/error-message-readable] the connection is good for the next request after each', async () => {
    const requests = [
      'GET /v1/dev/volumes/none HTTP/1.1\r\n',
      'PATCH /v1/dev/volumes HTTP/1.1\r\n',
      'GET /nowhere HTTP/1.1\r\n',
      'POST /v1/dev/volumes HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 1\r\n',
      'POST /v1/dev/volumes HTTP/1.1\r\nContent-Type: a/b\r\nContent-Length: 4\r\n',
      `POST /v1/dev/volumes HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 200000\r\n`,
      `POST /v1/dev/volumes HTTP/1.1\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n`,
      'GET /v1/dev/volumes HTTP/1.1\r\nConnection: close\r\n',
    ];
    const bodies = [
      '',
      '',
      '',
      '{',
      'abcd',
      'x'.repeat(200_000),
      `1e8480\r\n${'x'.repeat(2_000_000)}\r\n0\r\n\r\n`,
      '',
    ];
    const pieces = requests.map(
      (head, i) => `${head}Host: a\r\nX-Auth-Token: ${tokens.dev}\r\n\r\n${bodies[i]}`,
    );
    const answers = readAnswers(await sendBytes(server.url, ...pieces));
    expect(answers.map(({ status }) => status)).toEqual([404, 405, 404, 400, 415, 413, 413, 200]);
    for (const { body } of answers.slice(0, -1)) expect(readFault(body, 'json').message).toMatch(/^[A-Z].* /);
  });

  it('clients that go away in the middle of a request are forgotten', async () => {
    const { hostname, port } = new URL(server.url);
    const list = async () => (await get('/v1/dev/volumes')).text;
    const before = await list();
    const half = `POST /v1/dev/volumes HTTP/1.1\r\nHost: a\r\nX-Auth-Token: ${tokens.dev}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"volume":{"size":1}}`;
    const leave = async (bytes: string) => {
      const socket = connect(Number(port), hostname);
      await once(socket, 'connect');
      await new Promise((resolve) => socket.write(bytes, resolve));
      socket.resetAndDestroy();
    };
    await Promise.all(Array.from({ length: 100 }, (_, i) => leave(half.slice(0, half.length - i))));
    expect(await list()).toBe(before);
    expect(server.log()).toBe('');
  });

  it('a body announced by Expect is asked for', async () => {
    const body = '{"volume":{"size":0}}';
    const head = `POST /v1/dev/volumes HTTP/1.1\r\nHost: a\r\nX-Auth-Token: ${tokens.dev}\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: ${body.length}\r\n`;
    const continued = await sendBytes(server.url, `${head}Expect: 100-continue\r\n\r\n`, body);
    expect(continued).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 400 /);
    const [other] = readAnswers(await sendBytes(server.url, `${head}Expect: a-miracle\r\n\r\n`, body));
    expect(other?.status).toBe(400);
    expect(readFault(other?.body ?? '', 'json').name).toBe('badRequest');
  });
});

describe('successes', () => {
  it('202 has no body, and says so', async () => {
    const { id } = await availableVolume(asker(server.url));
    const answer = await ask({ method: 'DELETE', path: `/v1/dev/volumes/${id}` });
    expect(answer.status).toBe(202);
    expect(answer.headers['content-length']).toBe('0');
    expect(answer.headers['content-type']).toBeUndefined();
    expect(answer.text).toBe('');
  });

  it('[hp-block-storage-v1/4.5.1.1/no-request-body] a body of GET and DELETE is not looked at', async () => {
    for (const body of ['not JSON', '<not-xml', 'x'.repeat(200_000)]) {
      const headers = { 'Content-Type': 'application/json' };
      expect((await ask({ path: '/v1/dev/volumes', headers, body })).status).toBe(200);
      expect((await ask({ method: 'DELETE', path: '/v1/dev/volumes/none', headers, body })).status).toBe(404);
    }
  });

  it.each(['/healthz', '/readyz'])('%s tells that all is well, to everybody and in JSON', async (path) => {
    for (const headers of [{}, { Accept: 'application/xml' }, { 'X-Auth-Token': 'wrong' }]) {
      const answer = await ask({ path, as: 'nobody', headers });
      expect(answer.status).toBe(200);
      expect(typeOf(answer)).toBe('application/json');
      expect(JSON.parse(answer.text)).toEqual({ status: 'ok' });
      expect(answer.headers['x-compute-request-id']).toMatch(REQUEST_ID);
    }
    const head = await ask({ method: 'HEAD', path, as: 'nobody' });
    expect(head.status).toBe(200);
    expect(head.text).toBe('');
  });

  it('HTTP/1.0 is understood', async () => {
    const bytes = `GET /v1/dev/volumes HTTP/1.0\r\nX-Auth-Token: ${tokens.dev}\r\n\r\n`;
    const [answer] = readAnswers(await sendBytes(server.url, bytes));
    expect(answer?.status).toBe(200);
  });

  it.each([
    ['http://a', ''],
    ['http://[', ''],
    ['HTTPS://a:99999', '/v1/dev/volumes.xml?limit=1'],
  ])('the whole address in the request line is that of its path: %s%s', async (origin, path) => {
    const line = `GET ${origin}${path} HTTP/1.1`;
    const headers = `Host: a\r\nX-Auth-Token: ${tokens.dev}\r\nConnection: close`;
    const [answer] = readAnswers(await sendBytes(server.url, `${line}\r\n${headers}\r\n\r\n`));
    expect(answer?.status).toBe(200);
    expect(answer?.body).toMatch(path === '' ? /^{"versions":/ : /<volumes/);
  });

  it.each(['HTTP/1.0', 'HTTP/1.1\r\nHost:'])('links lead here when no host was named: %s', async (rest) => {
    const bytes = `GET /v1.1/ ${rest}\r\nConnection: close\r\n\r\n`;
    const [answer] = readAnswers(await sendBytes(server.url, bytes));
    expect(JSON.parse(answer?.body ?? '').version.links[0].href).toBe(`${server.url}/v1.1/`);
  });
});
