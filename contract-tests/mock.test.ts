import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { OperationId } from '../generated/server/contract.ts';
import { operations as entries } from '../generated/server/operations.ts';
import { canonicalXml } from '../src/http/xml/canonical.ts';
import { type RunningMock, startMock } from '../src/mock/mock.ts';
import { total } from './support/documents.ts';
import { type Example, isBody, operations, payloads, speaksXml } from './support/manifest.ts';
import { type Answer, type Ask, asker, type RequestOptions, until } from './support/requests.ts';

const contractUrl = new URL('../generated/openapi.json', import.meta.url);
const contract: {
  paths: Record<
    string,
    Record<string, { operationId?: string; responses?: Record<string, Body | Reference> }>
  >;
  components: { responses: Record<string, Body> };
} = JSON.parse(readFileSync(contractUrl, 'utf8'));

interface Reference {
  readonly $ref: string;
}
interface Body {
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly content?: Readonly<Record<string, { readonly examples?: Readonly<Record<string, unknown>> }>>;
}

const payload = ({ id }: Pick<Example, 'id'>): string => {
  const [document = '', ...rest] = id.split('/');
  return readFileSync(new URL(`../openapi/${document}/examples/${rest.join('/')}`, import.meta.url), 'utf8');
};

let mock: RunningMock;
let ask: Ask;
let log = '';
/** The process that Prism runs in at present, and its port, by the mock's log; NaN while there is none. */
function prismIn(lines: string): { pid: number; port: number } {
  const [, pid, port] = [...lines.matchAll(/"prism":(\d+),"port":(\d+)/g)].at(-1) ?? [];
  return { pid: Number(pid), port: Number(port) };
}

const isListening = ({ port }: { port: number }): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/healthz`).then(
    () => true,
    () => false,
  );

beforeAll(async () => {
  mock = await startMock({
    host: '127.0.0.1',
    port: 0,
    contractPath: fileURLToPath(contractUrl),
    log: pino({ level: 'debug' }, { write: (line) => (log += line) }),
  });
  ask = asker(mock.url);
});

afterAll(async () => {
  await mock.stop();
  if (await isListening(prismIn(log))) throw new Error('Prism has outlived the mock');
});

interface Place {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly hasXml: boolean;
}

const places: Place[] = operations().map(({ id, method, path, media_types }) => ({
  id,
  method,
  hasXml: speaksXml({ media_types }),
  path: path.replace('{tenant_id}', 'dev').replaceAll(/\{\w+\}/g, 'f8e2a5f6-0000-4000-8000-000000000001'),
}));
const placeOf = (operationId: string): Place => {
  const place = places.find(({ id }) => id === operationId);
  if (place === undefined) throw new Error(`the manifest has no operation ${operationId}`);
  return place;
};

/** The operation of an example; one that has it among its faults when the document shows it for all of them. */
function placeOfExample({ id, operation, status }: Example): Place {
  if (operation !== 'common') return placeOf(operation);
  for (const { operationId, responses = {} } of Object.values(contract.paths).flatMap((item) =>
    Object.values(item),
  )) {
    const response = responses[status];
    if (operationId === undefined || response === undefined) continue;
    const body =
      '$ref' in response ? contract.components.responses[response.$ref.split('/').at(-1) ?? ''] : response;
    const media = Object.values(body?.content ?? {});
    if (media.some(({ examples = {} }) => id in examples)) return placeOf(operationId);
  }
  throw new Error(`no operation has the example ${id} under ${status}`);
}

const requests = payloads().filter(({ direction }) => direction === 'request');
const answers = payloads().filter((payload) => isBody(payload) && payload.direction !== 'request');

/** What the operation takes, from the document. */
function sampleBody({ id }: Place): Pick<RequestOptions, 'body'> {
  const sample = requests.find(({ operation, media_type }) => operation === id && media_type === 'json');
  return sample === undefined ? {} : { body: JSON.parse(payload(sample)) };
}

function expectBody(answer: Answer, example: Example): void {
  const type = `application/${example.media_type}`;
  expect(answer.headers.get('content-type')).toBe(type);
  if (example.media_type === 'json') expect(answer.json()).toEqual(JSON.parse(payload(example)));
  else expect(canonicalXml(answer.text)).toBe(canonicalXml(payload(example)));
}

const volumes = '/v1/dev/volumes';
const firstExample = 'hp-block-storage-v1/4.5.1.1/list-volumes-response.json';

describe('every payload of the documents', () => {
  it('is counted', () => {
    const parts = payloads().filter((payload) => !isBody(payload));
    expect(answers.length + requests.length + parts.length).toBe(total('payloads'));
    expect(requests.length).toBeGreaterThan(10);
  });

  it.each(answers)('$id is answered by its id', async (example) => {
    const place = placeOfExample(example);
    const other = example.media_type === 'json' ? 'application/xml' : 'application/json';
    const options = { ...sampleBody(place), headers: { Prefer: `example=${example.id}`, Accept: other } };
    const answer = await ask(place.method, place.path, options);
    expect(answer.status).toBe(Number(example.status));
    expectBody(answer, example);
    expect(answer.headers.get('x-compute-request-id')).toMatch(/^req-[0-9a-f-]{36}$/);
  });

  it.each(requests)('$id is taken', async (example) => {
    const place = placeOf(example.operation);
    const body = payload(example);
    const type = { 'Content-Type': `application/${example.media_type}; charset=utf-8` };
    const answer = await ask(place.method, place.path, {
      body,
      headers: { ...type, Accept: 'application/xml' },
    });
    const format = place.hasXml ? 'xml' : 'json';
    const shown = answers.find(
      ({ operation, direction, media_type }) =>
        operation === place.id && direction === 'response' && media_type === format,
    );
    expect(answer.status).toBe(Number(shown?.status ?? 200));
    expect(answer.headers.get('content-type')).toBe(`application/${format}`);
    if (shown !== undefined) expectBody(answer, shown);
  });
});

describe('an example', () => {
  const prefer = (value: string, path = volumes) => ask('GET', path, { headers: { Prefer: value } });

  it('may be quoted', async () => {
    expect((await prefer(`example="${firstExample}"`)).status).toBe(200);
  });

  it('that nobody knows is a 404 that names it', async () => {
    const answer = await prefer('example=hp-block-storage-v1/9/nothing.json');
    expect(answer.status).toBe(404);
    expect(answer.json().itemNotFound.message).toContain('has no example hp-block-storage-v1/9/nothing.json');
    expect(answer.json().itemNotFound.message).toContain(firstExample);
  });

  it('of another operation is a 404 that names both', async () => {
    const { message } = (await prefer(`example=${firstExample}`, '/v1/dev/snapshots')).json().itemNotFound;
    expect(message).toContain(`hp-block-storage-v1/list-snapshots has no example ${firstExample}`);
  });

  it('that is a request says where it belongs', async () => {
    const id = 'hp-block-storage-v1/4.5.1.4/create-volume-request.json';
    const options = {
      headers: { Prefer: `example=${id}` },
      ...sampleBody(placeOf('hp-block-storage-v1/create-volume')),
    };
    const answer = await ask('POST', volumes, options);
    expect(answer.status).toBe(404);
    expect(answer.json().itemNotFound.message).toContain('send it as the body');
  });

  it('does not go together with the status of another', async () => {
    expect((await prefer(`example=${firstExample}, code=404`)).status).toBe(404);
  });
});

describe('a status by Prefer: code', () => {
  it.each([
    [400, 'badRequest'],
    [401, 'unauthorized'],
    [403, 'forbidden'],
    [404, 'itemNotFound'],
    [413, 'overLimit'],
    [500, 'computeFault'],
    [503, 'serviceUnavailable'],
  ])('%i is answered as %s in both formats', async (code, name) => {
    for (const path of [volumes, `/v2/dev/servers/s1/os-volume_attachments`]) {
      const headers = { Prefer: `code=${code}` };
      const json = await ask('GET', path, { headers });
      expect(json.status).toBe(code);
      expect(json.json()[name].code).toBe(code);
      const xml = await ask('GET', `${path}.xml`, { headers });
      expect(xml.status).toBe(code);
      const version = path.startsWith('/v1') ? 'volume/api/v1' : 'compute/api/v1.1';
      expect(canonicalXml(xml.text)).toContain(`<{http://docs.openstack.org/${version}}${name}>`);
    }
  });

  it('that the contract does not have is a 404 that names it', async () => {
    const answer = await ask('GET', volumes, { headers: { Prefer: 'code=418' } });
    expect(answer.status).toBe(404);
    expect(answer.json().itemNotFound.message).toContain('418');
  });

  it('that is no status is a 400', async () => {
    expect((await ask('GET', volumes, { headers: { Prefer: 'code=banana' } })).status).toBe(400);
  });
});

describe('the format', () => {
  const typeOf = async (path: string, accept?: string) => {
    const answer = await ask('GET', path, accept === undefined ? {} : { headers: { Accept: accept } });
    expect(answer.status).toBe(200);
    return answer.headers.get('content-type');
  };

  it.each([
    [volumes, undefined, 'application/json'],
    [volumes, 'text/html', 'application/json'],
    [volumes, 'application/xml', 'application/xml'],
    [volumes, 'application/json;q=0.1, application/xml;q=0.9', 'application/xml'],
    [volumes, 'application/xml; charset=utf-8', 'application/xml'],
    [volumes, 'application/vnd.openstack.volume+xml', 'application/vnd.openstack.volume+xml'],
    [volumes, 'application/vnd.openstack.volume+json', 'application/vnd.openstack.volume+json'],
    [`${volumes}.xml`, 'application/json', 'application/xml'],
    [`${volumes}.json?limit=1`, 'application/xml', 'application/json'],
    [`${volumes}/detail/`, 'text/xml', 'text/xml'],
    ['/healthz', 'application/xml', 'application/json'],
  ])('of %s with Accept %s is %s', async (path, accept, type) => {
    expect(await typeOf(path, accept)).toBe(type);
  });

  it('XML is made from the model where the contract has no example of it', async () => {
    const answer = await ask('GET', `${volumes}/1.xml`, { headers: { Prefer: 'dynamic=true, seed=7' } });
    expect(answer.status).toBe(200);
    expect(canonicalXml(answer.text)).toContain('<{http://docs.openstack.org/volume/api/v1}volume>');
  });
});

describe('a body', () => {
  const post = async (type: string, body: string | Buffer<ArrayBuffer>, path = volumes) => {
    const started = performance.now();
    const response = await fetch(`${mock.url}${path}`, {
      method: 'POST',
      headers: { 'X-Auth-Token': 'any', 'Content-Type': type },
      body,
    });
    const text = await response.text();
    // By itself, not because somebody's patience has ended.
    expect(performance.now() - started).toBeLessThan(5_000);
    return { status: response.status, text, type: response.headers.get('content-type') };
  };

  it.each([
    ['cut off', 'application/json', '{"volume": {"size": 1'],
    ['nothing but a brace', 'application/json', '{'],
    ['not JSON', 'application/json; charset=utf-8', 'size=1'],
    ['JSON of a vendor type, cut off', 'application/vnd.openstack.volume+json', '{"volume":'],
    ['empty', 'application/json', ''],
    ['only white space', 'application/json', ' \n'],
    ['of bytes that are not UTF-8', 'application/json', Buffer.from([0x22, 0xff, 0x22])],
    ['in an unknown charset', 'application/json; charset=utf-5', '{"volume": {"size": 1}}'],
    ['nested 10 000 levels deep', 'application/json', '['.repeat(10_000) + ']'.repeat(10_000)],
    ['XML, cut off', 'application/xml', '<volume size="1"'],
    ['XML with another root', 'application/xml', '<snapshot volume_id="1"/>'],
    ['XML with a DOCTYPE', 'application/xml', '<!DOCTYPE volume [<!ENTITY a "b">]><volume size="1"/>'],
    ['null', 'application/json', 'null'],
    ['a number', 'application/json', '0'],
    ['a list', 'application/json', '[]'],
    ['without what is required', 'application/json', '{"volume": null}'],
    ['with a wrong type', 'application/json', '{"volume": {"size": [1]}}'],
    [
      'with a wrong type under a name of any letters',
      'application/json',
      '{"volume": {"size": 1, "metadata": {"ключ": 1}}}',
    ],
    [
      'with more wrong than a header holds',
      'application/json',
      JSON.stringify({
        volume: {
          size: 1,
          metadata: Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`key ${i}`, i])),
        },
      }),
    ],
  ])('%s is a 400 fault at once', async (_what, type, body) => {
    const json = await post(type, body);
    expect(json).toMatchObject({ status: 400, type: 'application/json' });
    expect(JSON.parse(json.text)).toMatchObject({ badRequest: { code: 400 } });
    const xml = await post(type, body, `${volumes}.xml`);
    expect(xml).toMatchObject({ status: 400, type: 'application/xml' });
    expect(canonicalXml(xml.text)).toContain('}badRequest>');
  });

  it('in XML is held against the contract like one in JSON', async () => {
    const { status, text } = await post(
      'application/xml',
      '<snapshot display_name="s"/>',
      '/v1/dev/snapshots',
    );
    expect(status).toBe(400);
    expect(JSON.parse(text).badRequest.message).toContain('volume_id');
  });

  it('of more than 114 688 bytes is a 413 fault', async () => {
    for (const size of [114_689, 3_000_000]) {
      const answer = await post('application/json', `"${'a'.repeat(size - 2)}"`);
      expect(answer.status).toBe(413);
      expect(JSON.parse(answer.text)).toMatchObject({ overLimit: { code: 413, retryAfter: 0 } });
    }
    expect((await post('application/json', `"${'a'.repeat(114_686)}"`)).status).toBe(400);
  });

  it('of an unknown or missing media type is a 415 fault', async () => {
    for (const type of ['text/csv', 'json', '']) {
      const answer = await post(type, '{"volume": {"size": 1}}');
      expect(answer.status).toBe(415);
      expect(JSON.parse(answer.text)).toMatchObject({ badMediaType: { code: 415 } });
    }
  });

  it('says what is wrong with it', async () => {
    const { text } = await post('application/json', '{"volume": {"size": 1, "metadata": {"key": 1}}}');
    expect(JSON.parse(text).badRequest.message).toBe(
      'Invalid input received: volume.metadata.key must be string',
    );
  });

  it('may leave out, null and add members', async () => {
    const body = { volume: { size: 1, snapshot_id: null, metadata: {}, status: 'creating', x: 1 } };
    expect((await post('application/json', JSON.stringify(body))).status).toBe(200);
  });

  it('of an operation without one is not looked at', async () => {
    const answer = await ask('DELETE', `${volumes}/1`, { body: '{' });
    expect(answer.status).toBe(202);
    expect(answer.text).toBe('');
  });
});

describe('a fault', () => {
  it('without a token is 401 on every operation of the documents that wants one, in the formats that it has', async () => {
    expect(places.length).toBe(total('operations'));
    for (const place of places.filter(({ id }) => !entries[id as OperationId].public)) {
      const options = { as: 'nobody', ...sampleBody(place) } as const;
      const json = await ask(place.method, place.path, options);
      expect(json.status).toBe(401);
      expect(json.headers.get('www-authenticate')).toMatch(/^Keystone /);
      expect(json.json()).toMatchObject({ unauthorized: { code: 401 } });
      const xml = await ask(place.method, `${place.path}.xml`, options);
      if (!place.hasXml) {
        expect(xml.json()).toEqual(json.json());
        continue;
      }
      expect(xml.headers.get('content-type')).toBe('application/xml');
      expect(canonicalXml(xml.text)).toContain('}unauthorized>');
    }
  });

  it('for want of a token comes before any other, as on the server', async () => {
    const nobody = (options: RequestOptions) => ask('POST', volumes, { as: 'nobody', ...options });
    for (const answer of [
      await nobody({ body: '{' }),
      await nobody({ body: {} }),
      await nobody({ body: 'x', headers: { 'Content-Type': 'text/csv' } }),
      await nobody({ body: { volume: { size: 1 } }, headers: { Prefer: 'example=nothing' } }),
      await nobody({ headers: { 'X-Auth-Token': '' } }),
    ]) {
      expect(answer.status).toBe(401);
      expect(answer.headers.get('www-authenticate')).toMatch(/^Keystone /);
    }
  });

  it('is 404 where there is no such path', async () => {
    for (const path of [
      '/nothing',
      '/v1/dev/nothing',
      '/v1//volumes/1/2',
      '//nothing',
      '/v1/dev/volumes/..',
    ]) {
      const answer = await ask('GET', path);
      expect(answer.status).toBe(404);
      expect(answer.json()).toMatchObject({ itemNotFound: { code: 404 } });
    }
    const compute = await ask('GET', '/v2/dev/nothing.xml');
    expect(canonicalXml(compute.text)).toContain('{http://docs.openstack.org/compute/api/v1.1}itemNotFound');
  });

  it('is 405 with Allow where there is no such method', async () => {
    const answer = await ask('PUT', volumes);
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('GET, HEAD, POST');
    expect(answer.json()).toMatchObject({ badMethod: { code: 405 } });
  });

  it('is 400 for a path that cannot be decoded', async () => {
    expect((await ask('GET', `${volumes}/%ff`)).status).toBe(400);
  });
});

/** Names in lower case of the headers that the contract documents on any answer. */
const documentedHeaders = (): string[] => {
  const answers = Object.values(contract.paths)
    .flatMap((item) => Object.values(item))
    .flatMap(({ responses = {} }): (Body | Reference)[] => Object.values(responses));
  const names = [...answers, ...Object.values(contract.components.responses)].flatMap((answer) =>
    'headers' in answer ? Object.keys(answer.headers ?? {}) : [],
  );
  return [...new Set(names.map((name) => name.toLowerCase()))];
};

describe('a page from another origin', () => {
  const Origin = 'http://localhost:5173';

  it('may ask whether it may', async () => {
    const headers = {
      Origin,
      'Access-Control-Request-Method': 'POST',
      'Access-Control-Request-Headers': 'content-type,prefer,x-auth-token',
    };
    const answer = await ask('OPTIONS', volumes, { as: 'nobody', headers });
    expect(answer.status).toBe(204);
    expect(answer.headers.get('access-control-allow-origin')).toBe(Origin);
    expect(answer.headers.get('access-control-allow-methods')).toContain('POST');
    expect(answer.headers.get('access-control-allow-headers')).toBe('content-type,prefer,x-auth-token');
    expect(answer.headers.get('x-compute-request-id')).toMatch(/^req-/);
  });

  it('may read every answer, faults too', async () => {
    for (const [method, path, as] of [
      ['GET', volumes, 'dev'],
      ['GET', volumes, 'nobody'],
      ['GET', '/nothing', 'dev'],
      ['PATCH', volumes, 'dev'],
      ['GET', '/healthz', 'nobody'],
    ] as const) {
      const answer = await ask(method, path, { as, headers: { Origin } });
      expect(answer.headers.get('access-control-allow-origin')).toBe(Origin);
      expect(answer.headers.get('access-control-expose-headers')).toContain('X-Compute-Request-Id');
    }
    const exposed = (await ask('GET', volumes)).headers.get('access-control-expose-headers')?.split(', ');
    expect(exposed?.map((name) => name.toLowerCase())).toEqual(expect.arrayContaining(documentedHeaders()));
    expect((await ask('GET', volumes)).headers.get('access-control-allow-origin')).toBe('*');
  });
});

describe('the identity API', () => {
  const login = { auth: { passwordCredentials: { username: 'any', password: 'any' } } };
  const nobody = { as: 'nobody' } as const;

  it('gives the token of the contract to anybody', async () => {
    const answer = await ask('POST', '/v2.0/tokens', { ...nobody, body: login });
    expect(answer.status).toBe(200);
    expect(answer.json().access).toMatchObject({ token: { tenant: { id: 'dev' } } });
    expect((await ask('GET', '/v2.0', nobody)).json().version.id).toBe('v2.0');
  });

  it('answers in JSON alone', async () => {
    const headers = { Accept: 'application/xml' };
    for (const answer of [
      await ask('POST', '/v2.0/tokens', { ...nobody, headers, body: login }),
      await ask('POST', '/v2.0/tokens', { ...nobody, headers, body: {} }),
      await ask('GET', '/v2.0/tenants', { ...nobody, headers }),
    ]) {
      expect(answer.headers.get('content-type')).toBe('application/json');
      answer.json();
    }
  });

  it('shows its faults by their status', async () => {
    const options = { body: login, headers: { Prefer: 'code=413' } };
    const answer = await ask('POST', '/v2.0/tokens', { ...nobody, ...options });
    expect(answer.status).toBe(413);
    expect(answer.json().error.retryAfter).toBe(4);
  });

  it('wants a token for the list of tenants', async () => {
    expect((await ask('GET', '/v2.0/tenants', nobody)).status).toBe(401);
    expect((await ask('GET', '/v2.0/tenants')).json().tenants).toHaveLength(1);
  });
});

describe('the mock', () => {
  it('says that it is well', async () => {
    const answer = await ask('GET', '/healthz', { as: 'nobody' });
    expect(answer.status).toBe(200);
    expect(answer.json()).toEqual({ status: 'ok' });
  });

  it('says nothing of the length of an answer that can have no body', async () => {
    const answer = await ask('DELETE', '/v1.1/dev/OS-BS/volumes/1/metadata/key');
    expect(answer.status).toBe(204);
    expect(answer.headers.get('content-length')).toBeNull();
  });

  it('answers HEAD as GET, without the body', async () => {
    const head = await ask('HEAD', volumes);
    const get = await ask('GET', volumes);
    expect(head.status).toBe(200);
    expect(head.text).toBe('');
    expect(head.headers.get('content-length')).toBe(get.headers.get('content-length'));
    expect((await ask('HEAD', volumes, { as: 'nobody' })).status).toBe(401);
  });

  it('answers 32 requests that come at once', async () => {
    const all = await Promise.all(
      Array.from({ length: 32 }, (_, i) => ask('GET', i % 2 === 0 ? volumes : `${volumes}.xml`)),
    );
    expect(all.map(({ status }) => status)).toEqual(all.map(() => 200));
    expect(new Set(all.map(({ headers }) => headers.get('x-compute-request-id'))).size).toBe(32);
  });

  it('answers again after Prism has died', async () => {
    const before = prismIn(log).pid;
    process.kill(before, 'SIGKILL');
    await until(
      () => ask('GET', volumes),
      ({ status }) => status === 200 && prismIn(log).pid !== before,
      60_000,
    );
    expect(log).toContain('Prism died');
  });

  function startCommand() {
    const command = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));
    const settings = ['--port', '0', '--log-level', 'debug', '--log-format', 'json'];
    const child = spawn(process.execPath, [command, 'mock', ...settings], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    return child;
  }

  it('stops in good order when it is told to while Prism starts', async () => {
    const child = startCommand();
    let lines = '';
    child.stderr.on('data', (chunk) => (lines += chunk));
    const exited = once(child, 'close');
    await until(
      async () => lines,
      (text) => text.includes('Prism starts'),
      60_000,
    );
    child.kill('SIGTERM');
    expect(await exited).toEqual([0, null]);
    expect(lines).toContain('the mock has stopped');
    expect(await isListening(prismIn(lines))).toBe(false);
  });

  it('leaves no Prism behind when it is killed', async () => {
    const child = startCommand();
    let lines = '';
    child.stderr.on('data', (chunk) => (lines += chunk));
    await until(
      async () => prismIn(lines),
      ({ port }) => port > 0,
      60_000,
    );
    expect(await isListening(prismIn(lines))).toBe(true);
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
    await until(
      () => isListening(prismIn(lines)),
      (running) => !running,
    );
  });
});
