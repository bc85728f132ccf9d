import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type FakeNova, startFakeNova } from '../support/fake-nova.ts';
import { type Ask, asker, availableVolume, volumeIn } from '../support/requests.ts';
import { type ServerProcess, startServer, tokens } from '../support/server.ts';

vi.setConfig({ testTimeout: 60_000 });

let nova: FakeNova;
let server: ServerProcess;
let ask: Ask;
let volumeId: string;

beforeAll(async () => {
  nova = await startFakeNova({ [tokens.dev]: 'dev', [tokens.demo]: 'demo' });
  server = await startServer({
    args: ['--compute', 'nova', '--compute-url', `${nova.url}/`, '--compute-timeout', '1'],
  });
  ask = asker(server.url);
  volumeId = (await availableVolume(ask)).id;
});
afterAll(async () => {
  await server?.stop();
  await nova?.close();
});

const attachments = (serverId: string | number, version = 'v2') =>
  `/${version}/dev/servers/${serverId}/os-volume_attachments`;
const attach = (serverId: string | number, version = 'v2', volume = volumeId) =>
  ask('POST', attachments(serverId, version), { body: { volumeAttachment: { volumeId: volume } } });

async function attachAndDetach(serverId: string | number, version: string): Promise<void> {
  const attached = await attach(serverId, version);
  expect([attached.status, attached.text]).toEqual([200, expect.any(String)]);
  await volumeIn(ask, volumeId, 'in-use');
  const detached = await ask('DELETE', `${attachments(serverId, version)}/${volumeId}`);
  expect(detached.status).toBe(202);
  await volumeIn(ask, volumeId, 'available');
}

const newServer = (tenant = 'dev'): string => {
  const id = randomUUID();
  nova.add(id, tenant);
  return id;
};
const answering = (how: (response: ServerResponse) => void): string => {
  const id = randomUUID();
  nova.answer(id, how);
  return id;
};
const told = (server: object): string =>
  answering((response) => void response.end(JSON.stringify({ server })));

describe('a volume is attached to a server that the compute service knows', () => {
  it('below /v2 and below /v1.1, and asks with the token of the caller', async () => {
    for (const version of ['v2', 'v1.1']) {
      const id = newServer();
      const before = nova.asked.length;
      await attachAndDetach(id, version);
      expect(nova.asked.slice(before)).toEqual([{ path: `/v2/dev/servers/${id}`, token: tokens.dev }]);
    }
  });

  it('whose id is a number', async () => {
    nova.add(258315, 'dev');
    await attachAndDetach(258315, 'v1.1');
  });

  it('also where the service does not say whose it is', async () => {
    const id = answering((response) => void response.end(JSON.stringify({ server: { id } })));
    await attachAndDetach(id, 'v2');
  });

  it('and not where the volume is none: nobody is asked about a server for that', async () => {
    const id = newServer();
    expect((await attach(id, 'v2', 'no-uuid')).status).toBe(400);
    expect(nova.asked.some(({ path }) => path.endsWith(id))).toBe(false);
    expect((await attach(id, 'v2', randomUUID())).status).toBe(404);
  });
});

describe('a server that is not there', () => {
  it.each([
    ['is unknown', () => randomUUID()],
    ['is that of another tenant', () => newServer('demo')],
    ['is shown to this tenant and belongs to another', () => told({ tenant_id: 'demo' })],
    ['has an id that is none', () => 'server-of-mine'],
    ['has an id that would lead elsewhere', () => '..%2F..%2Fv2%2Fdev%2Fservers'],
    ['has an id of dots', () => '%2E%2E'],
  ])('is 404 where it %s, in both documents', async (_, id) => {
    const serverId = id();
    const v2 = await attach(serverId);
    expect(v2.status).toBe(404);
    expect(v2.json()).toEqual({
      itemNotFound: { code: 404, message: expect.stringContaining(' could not be found.') },
    });
    expect((await attach(serverId, 'v1.1')).status).toBe(404);
    expect((await ask('GET', attachments(serverId))).status).toBe(404);
    await volumeIn(ask, volumeId, 'available');
  });

  it('is never asked about under an address that its id could bend', () => {
    for (const { path } of nova.asked) expect(path).toMatch(/^\/v2\/dev\/servers\/[0-9a-f-]+$/);
  });
});

describe('a compute service that does not say', () => {
  const endless = (response: ServerResponse) => {
    const part = Buffer.alloc(64 * 1024, 0x20);
    const pour = () => {
      while (response.write(part));
    };
    response.on('drain', pour).on('error', () => undefined);
    pour();
  };
  const dripping = (response: ServerResponse) => {
    response.write('{');
    const timer = setInterval(() => response.write(' '), 50);
    response.on('close', () => clearInterval(timer));
  };

  it.each<[what: string, how: (response: ServerResponse) => void, says: string]>([
    ['is silent', () => undefined, 'did not answer within 1 s'],
    ['answers a byte at a time', dripping, 'did not answer within 1 s'],
    ['hangs up', (response) => void response.destroy(), 'could not be reached'],
    ['fails', (response) => void response.writeHead(500).end('{"computeFault":{}}'), 'status 500'],
    ['has too much to do', (response) => void response.writeHead(413).end(), 'status 413'],
    ['answers with what is no JSON', (response) => void response.end('{"server": '), 'not JSON'],
    ['answers with no server', (response) => void response.end('[]'), 'without a server'],
    ['answers with another server', (response) => void response.end('{"server":{"id":7}}'), 'another server'],
    [
      'sends the caller elsewhere',
      (response) => void response.writeHead(302, { Location: `${nova.url}/elsewhere` }).end(),
      'status 302',
    ],
    ['never stops talking', endless, 'more than 1048576 bytes'],
  ])('and %s is 503 within its time, and nothing is changed', async (_, how, says) => {
    const id = answering(how);
    const { status, text } = await attach(id);
    expect([status, text]).toEqual([503, expect.stringContaining(says)]);
    const { serviceUnavailable } = JSON.parse(text);
    expect(serviceUnavailable.message).toMatch(new RegExp(`^Whether there is a server ${id} cannot`));
    expect((await ask('GET', `/v1/dev/volumes/${volumeId}`)).json().volume).toMatchObject({
      status: 'available',
      attachments: [],
    });
    expect(nova.asked.some(({ path }) => path.endsWith('elsewhere'))).toBe(false);
    // That there are no volumes on it is known without.
    expect((await ask('GET', attachments(id))).json()).toEqual({ volumeAttachments: [] });
  });

  it('and does not let the caller see the server is 403', async () => {
    const id = answering((response) => void response.writeHead(403).end());
    expect((await attach(id)).json().forbidden.message).toContain('does not let you see');
    const bock = await attach(id, 'v1.1');
    expect(bock.status).toBe(403);
  });

  it('and does not know the token is 401, which says where to log in, and the log says what is amiss', async () => {
    const id = answering((response) => void response.writeHead(401).end());
    const answer = await attach(id);
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toContain('Keystone');
    await vi.waitFor(() => expect(server.log()).toContain('the same identity service'), 5000);
    expect(server.log()).not.toContain(tokens.dev);
  });
});

it('a volume is detached from a server that is gone, and listed and shown until then', async () => {
  const id = newServer();
  expect((await attach(id)).status).toBe(200);
  await volumeIn(ask, volumeId, 'in-use');
  nova.remove(id);
  const listed = (await ask('GET', attachments(id))).json();
  expect(listed.volumeAttachments).toMatchObject([{ serverId: id, volumeId }]);
  expect((await ask('GET', `${attachments(id)}/${volumeId}`)).status).toBe(200);
  expect((await ask('DELETE', `${attachments(id)}/${volumeId}`)).status).toBe(202);
  await volumeIn(ask, volumeId, 'available');
  expect((await ask('GET', attachments(id))).status).toBe(404);
});

it('a volume is detached, and none attached, while the compute service is away', async () => {
  const away = await startFakeNova({ [tokens.dev]: 'dev' });
  const other = await startServer({ args: ['--compute', 'nova', '--compute-url', away.url] });
  const of = asker(other.url);
  const { id } = await availableVolume(of);
  const { id: second } = await availableVolume(of);
  away.add(77, 'dev');
  const path = '/v2/dev/servers/77/os-volume_attachments';
  const post = (volume: string) => of('POST', path, { body: { volumeAttachment: { volumeId: volume } } });
  expect((await post(id)).status).toBe(200);
  await away.close();
  const refused = await post(second);
  expect([refused.status, refused.text]).toEqual([503, expect.stringContaining('could not be reached')]);
  expect((await of('DELETE', `${path}/${id}`)).status).toBe(202);
  await volumeIn(of, id, 'available');
  await other.stop();
});
