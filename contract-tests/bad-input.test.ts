import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import contract from '../generated/openapi.json' with { type: 'json' };
import { type BadBody, badJson, badXml, LIMIT } from './support/bad-bodies.ts';
import { fillIn, type Made } from './support/body-operations/body-operation.ts';
import { bodyOperations } from './support/body-operations/index.ts';
import { isServed } from './support/documents.ts';
import { expectFault, type Format } from './support/faults.ts';
import { hasProc, residentMegabytes } from './support/process.ts';
import { promptly } from './support/promptly.ts';
import { type Ask, asker, availableCopy, availableVolume, until, uuidOfBackup } from './support/requests.ts';
import { type ServerProcess, startServer } from './support/server.ts';
import { send, type WireAnswer, type WireRequest } from './support/wire.ts';

let server: ServerProcess;
let ask: Ask;
let made: Made;
let before: string[];

const LISTS = [
  '/v1/dev/volumes/detail',
  '/v1/dev/snapshots/detail',
  '/v1/dev/backups/detail',
  '/v2/dev/servers/a-server/os-volume_attachments',
];
const readLists = () => Promise.all(LISTS.map(async (path) => (await ask('GET', path)).text));

beforeAll(async () => {
  server = await startServer({ env: { CINDERBLOCK_LOG_LEVEL: 'error' } });
  ask = asker(server.url);
  const { id: volume } = await availableVolume(ask);
  const { id: backup } = await availableCopy(ask, 'backup', { volume_id: volume });
  const { id: snapshot } = await availableCopy(ask, 'snapshot', { volume_id: volume });
  made = { volume, snapshot, backup: String(backup), backupUuid: await uuidOfBackup(ask) };
  before = await readLists();
});
afterAll(() => server.stop());

function post(
  path: string,
  format: Format,
  { body, headers, charset, chunked }: Omit<BadBody, 'title'>,
  method = 'POST',
): WireRequest {
  const type = `application/${format}${charset === undefined ? '' : `; charset=${charset}`}`;
  return {
    method,
    path: fillIn(path, made),
    headers: { 'Content-Type': type, Accept: `application/${format}`, ...headers },
    body: typeof body === 'string' ? fillIn(body, made) : body,
    chunked: chunked ?? false,
  };
}

describe.each(bodyOperations)('$id refuses', (operation) => {
  const { path, method = 'POST', wrapper, root = wrapper } = operation;
  for (const format of operation.hasXml ? (['json', 'xml'] as const) : (['json'] as const)) {
    const bodies = format === 'json' ? badJson(operation) : badXml({ ...operation, wrapper: root });
    it.each(bodies)(`${format.toUpperCase()}: $title`, async ({ status = 400, ...body }) => {
      expectFault(await promptly(server, post(path, format, body, method)), status, format, path);
    });

    it(`[hp-block-storage-v1/4.4/error-400] ${format.toUpperCase()}: no body at all`, async () => {
      const headers = { Accept: `application/${format}`, 'Content-Type': `application/${format}` };
      expectFault(await promptly(server, { method, path: fillIn(path, made), headers }), 400, format, path);
    });

    const types = [
      'text/plain',
      'text/html',
      ...(operation.takesForms ? [] : ['application/x-www-form-urlencoded']),
      'multipart/form-data; boundary=x',
      'application/json-patch+json',
      'application/octet-stream',
      'json',
      ';',
      '*/*',
      ...(operation.hasXml ? [] : ['application/xml', 'text/xml']),
    ];
    it.each(types)(
      `[hp-block-storage-v1/4.2.2/request-media-types] a body of type %s, asked for ${format}`,
      async (type) => {
        const request = post(path, format, { body: '{}', headers: { 'Content-Type': type } }, method);
        expectFault(await promptly(server, request), 415, format, path);
      },
    );

    it(`[hp-block-storage-v1/4.2.2/content-type-of-request] a body without a type, asked for ${format}`, async () => {
      const headers = { Accept: `application/${format}` };
      const request = { method, path: fillIn(path, made), headers, body: '{}' };
      expectFault(await promptly(server, request), 415, format, path);
    });
  }

  it('in the format that is asked for, whatever the format of the body', async () => {
    const json = post(path, 'json', { body: '{', headers: { Accept: 'application/xml' } }, method);
    expectFault(await promptly(server, json), 400, 'xml', path);
    const control = { body: '{"a":"\u0007"}', headers: { Accept: 'application/xml' } };
    const bell = post(path, 'json', control, method);
    expectFault(await promptly(server, bell), 400, 'xml', path);
    const xml = post(path, 'xml', { body: '<', headers: { Accept: 'application/json' } }, method);
    expectFault(await promptly(server, xml), operation.hasXml ? 400 : 415, 'json', path);
  });
});

/** Of what goes beyond the documents, what is made of the same members. */
const UPDATES = ['cinder-v1/volumes', 'cinder-v1/snapshots'];

it('gets every member of every body of the contract wrong', () => {
  const { schemas } = contract.components;
  // Schemas are JSON whose shape is the specification's, which the linters hold.
  // biome-ignore lint/suspicious/noExplicitAny: walked as it comes
  const membersOf = (schema: any): string[] => {
    if (schema.$ref !== undefined)
      return membersOf(schemas[schema.$ref.split('/').at(-1) as keyof typeof schemas]);
    const parts = [...(schema.allOf ?? []), ...(schema.anyOf ?? [])].flatMap(membersOf);
    return [...new Set([...Object.keys(schema.properties ?? {}), ...parts])];
  };
  /** What is in the wrapper: in each that has one, where there are several bodies. */
  // biome-ignore lint/suspicious/noExplicitAny: walked as it comes
  const wrappedIn = (name: string): any[] => {
    // biome-ignore lint/suspicious/noExplicitAny: walked as it comes
    const { properties, anyOf = [] }: any = schemas[name as keyof typeof schemas];
    if (properties !== undefined) return Object.values(properties);
    return anyOf
      .map(({ $ref }: { $ref: string }) => $ref.split('/').at(-1) ?? '')
      .filter((alternative: string) => !alternative.startsWith('Unwrapped'))
      .flatMap(wrappedIn);
  };
  const found = new Map<string, string[]>();
  for (const item of Object.values(contract.paths)) {
    // biome-ignore lint/suspicious/noExplicitAny: walked as it comes
    for (const { operationId, tags, requestBody } of Object.values<any>(item)) {
      // The identity API has a file of its own, identity.test.ts, and so has metadata: rules/os-bs-2011 and
      // clients-behaviour/metadata.test.ts.
      if (requestBody === undefined || operationId.includes('-metadata')) continue;
      if (!isServed(operationId) && !tags.some((tag: string) => UPDATES.includes(tag))) continue;
      const wrapper = requestBody.content['application/json'].schema.$ref.split('/').at(-1);
      found.set(operationId, wrappedIn(wrapper).flatMap(membersOf));
    }
  }
  expect([...found.keys()].sort()).toEqual(bodyOperations.map(({ id }) => id).sort());
  for (const { id, texts, wrong } of bodyOperations) {
    const tried = new Set([...Object.keys(texts), ...Object.keys(wrong)]);
    expect([...tried].sort(), id).toEqual(found.get(id)?.sort());
  }
});

describe('what is tolerated', () => {
  const create = (format: Format, body: string | Buffer, more: Partial<BadBody> = {}) =>
    send(server.url, post('/v1/dev/volumes', format, { body, ...more }));
  const remove = async (answer: WireAnswer) => {
    expect(answer.status, answer.text.slice(0, 300)).toBe(200);
    const id = /\bid"?[:=] ?"([0-9a-f-]{36})"/.exec(answer.text)?.[1] ?? 'none';
    await until(
      async () => (await ask('DELETE', `/v1/dev/volumes/${id}`)).status,
      (status) => status === 202,
    );
    await until(
      async () => (await ask('GET', `/v1/dev/volumes/${id}`)).status,
      (status) => status === 404,
    );
    return answer;
  };
  const json = '{"volume":{"size":1}}';
  const xml = '<volume size="1"/>';
  const padded = (text: string) => text + ' '.repeat(LIMIT - text.length);

  it.each([
    ['exactly 114 688 bytes', 'json', padded(json), {}],
    ['exactly 114 688 bytes in chunks', 'json', padded(json), { chunked: true }],
    ['exactly 114 688 bytes', 'xml', padded(xml), {}],
    ['exactly 114 688 bytes in chunks', 'xml', padded(xml), { chunked: true }],
    ['a byte order mark', 'json', `\ufeff${json}`, {}],
    ['a byte order mark', 'xml', `\ufeff${xml}`, {}],
    ['the charset utf-8', 'json', json, { charset: 'UTF-8' }],
    [
      'the charset latin1',
      'xml',
      Buffer.from('<volume size="1" display_name="caf\u00e9"/>', 'latin1'),
      { charset: 'latin1' },
    ],
    ['an encoding in the XML declaration', 'xml', `<?xml version="1.0" encoding="ISO-8859-1"?>${xml}`, {}],
    ['comments and instructions', 'xml', `<!-- a --><?b c?>${xml}<!-- d -->`, {}],
    ['the size twice, of which the last counts', 'json', '{"volume":{"size":99999,"size":1}}', {}],
    ['nulls', 'json', '{"volume":{"size":1,"display_name":null,"metadata":null,"imageRef":null}}', {}],
    ['unknown members', 'json', '{"volume":{"size":1,"x":[{}],"status":"creating"},"y":1}', {}],
    [
      '1000 unknown members',
      'json',
      `{"volume":{"size":1${Array.from({ length: 1000 }, (_, i) => `,"x${i}":1`).join('')}}}`,
      {},
    ],
    ['unknown elements', 'xml', '<volume size="1" x="y"><z><z/></z></volume>', {}],
    [
      'names of 255 astral characters',
      'json',
      JSON.stringify({ volume: { size: 1, display_name: '\u{1f600}'.repeat(255) } }),
      {},
    ],
  ] as const)('%s (%s)', async (_, format, body, more) => {
    await remove(await create(format, body, more));
  });

  it('metadata named as what every object has', async () => {
    const body =
      '{"volume":{"size":1,"__proto__":{"size":9},"metadata":{"__proto__":"a","constructor":"b"}}}';
    const { text } = await remove(await create('json', body));
    expect(text).toContain('"metadata":{"__proto__":"a","constructor":"b"}');
    expect(text).toContain('"size":1');
    const next = await remove(await create('json', json));
    expect(next.text).toContain('"metadata":{}');
  });
});

describe.skipIf(!hasProc)('memory stays flat', () => {
  const worst = [
    'gzip bomb',
    'gzip bomb with a wrong checksum',
    'ten times too large in chunks',
    '10 000 nested arrays',
    '10 000 nested objects',
    '10 000 nested elements',
    'billion laughs',
    'quadratic entity',
    '20 000 elements',
  ];
  const bodies = (['json', 'xml'] as const).flatMap((format) =>
    bodyOperations
      .slice(0, 1)
      .flatMap((operation) =>
        (format === 'json' ? badJson : badXml)(operation).map((body) => ({
          path: operation.path,
          format,
          body,
        })),
      )
      .filter(({ body }) => worst.includes(body.title)),
  );
  const LANES = 8;

  async function repeat(times: number) {
    const requests = bodies.map(({ path, format, body }) => post(path, format, body));
    let next = 0;
    const lane = async () => {
      while (next < times) {
        const request = requests[next++ % requests.length] ?? { path: '/' };
        expect((await send(server.url, request)).status).toBeLessThan(500);
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
  }

  it('over 500 repeats of the worst', { timeout: 60_000 }, async () => {
    await repeat(300);
    // Memory that is free is not always given back at once, so one round may grow; with a leak each one does.
    const growths: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      const before = residentMegabytes(server.pid);
      await repeat(500);
      growths.push(residentMegabytes(server.pid) - before);
      if (growths.some((growth) => growth < 30)) return;
    }
    expect(Math.min(...growths), `megabytes in rounds of 500: ${growths.join(', ')}`).toBeLessThan(30);
  });
});

describe('after all of this', () => {
  it('nothing was made, changed or removed', async () => {
    expect(await readLists()).toEqual(before);
  });

  it('the server has failed at nothing', () => {
    expect(server.log()).toBe('');
  });
});
