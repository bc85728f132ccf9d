import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { serveOptions } from '../src/cli/settings.ts';
import { newAuthority } from './support/certificates.ts';
import { run, variableOf } from './support/command.ts';
import { asker, until } from './support/requests.ts';
import { startServer } from './support/server.ts';

const folder = mkdtempSync(join(tmpdir(), 'cinderblock-settings-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, content: string) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const secret = 'a-password-that-must-not-be-shown';
const identity = (name: string, changes: object) =>
  file(
    name,
    JSON.stringify({
      tenants: [{ id: 'acme', name: 'Acme' }],
      users: [{ name: 'ann', password: secret, tenant: 'acme' }],
      tokens: [],
      ...changes,
    }),
  );
const image = { id: '62560ce2-ee31-4ee6-bc9b-81a98fd3d52b', name: 'precise-server', minimumSize: 1 };
function imagesWith(name: string, description: string): string {
  const images = join(folder, name);
  mkdirSync(images);
  writeFileSync(join(images, `${image.id}.json`), description);
  return images;
}
const taken = createServer().listen(0, '127.0.0.1');
await once(taken, 'listening');
afterAll(() => taken.close());
// A server that listens on a port has an address with one.
const { port: takenPort } = taken.address() as AddressInfo;

const authority = newAuthority();
const { cert, key } = authority.issue('server');
const certFile = file('cert.pem', cert);
const keyFile = file('key.pem', key);
const otherKeyFile = file('other-key.pem', authority.key);

interface BadSetting {
  readonly flag: string;
  readonly value: string;
  /** What the line says besides the name. */
  readonly says: RegExp;
  /** Further flags that it takes to be tried. */
  readonly more?: Readonly<Record<string, string>>;
}

const badSettings: readonly BadSetting[] = [
  { flag: 'port', value: 'abc', says: /whole number from 0 to 65535/ },
  { flag: 'port', value: '70000', says: /whole number from 0 to 65535/ },
  { flag: 'port', value: '-1', says: /whole number from 0 to 65535/ },
  { flag: 'port', value: '1e3', says: /whole number from 0 to 65535/ },
  { flag: 'port', value: String(takenPort), says: /in use/ },
  { flag: 'host', value: '0.0.0.0', says: /loopback/ },
  { flag: 'host', value: '::', says: /loopback/ },
  { flag: 'host', value: '127.example.org', says: /loopback/ },
  { flag: 'host', value: ' ', says: /empty/ },
  { flag: 'identity', value: join(folder, 'none.json'), says: /no such file/ },
  { flag: 'identity', value: folder, says: /directory/ },
  { flag: 'identity', value: file('cut.json', `{"users":[{"password":"${secret}",\n`), says: /not JSON/ },
  { flag: 'identity', value: file('bare.json', `{"users": ${secret}}`), says: /not JSON/ },
  { flag: 'identity', value: file('list.json', '[]'), says: /not an identity file/ },
  { flag: 'identity', value: identity('extra.json', { usres: [] }), says: /usres/ },
  {
    flag: 'identity',
    value: identity('twice.json', { tenants: Array(2).fill({ id: 'acme', name: 'A' }) }),
    says: /two tenants/,
  },
  { flag: 'identity', value: identity('nobody.json', { tenants: [] }), says: /unknown tenant acme/ },
  {
    flag: 'identity',
    value: identity('stray.json', { tokens: [{ id: 'a-token', user: 'bob' }] }),
    says: /unknown user bob/,
  },
  {
    flag: 'identity',
    value: identity('path.json', { tenants: [{ id: '../up', name: 'A' }] }),
    says: /tenants\.0\.id/,
  },
  { flag: 'images', value: join(folder, 'none'), says: /no such file/ },
  { flag: 'images', value: imagesWith('cut', '{"id":'), says: /cut.*\.json is not JSON/ },
  { flag: 'images', value: imagesWith('bare', JSON.stringify(image)), says: /bare.*\.raw is missing/ },
  {
    flag: 'images',
    value: imagesWith('large', JSON.stringify({ ...image, minimumSize: 5000 })),
    says: /large.*minimumSize must be <= 2047/,
  },
  { flag: 'data', value: file('a-file', ''), says: /exists|directory/ },
  { flag: 'data', value: '/dev/null/data', says: /directory/ },
  { flag: 'data', value: '', says: /empty/ },
  { flag: 'quota-volumes', value: '-2', says: /whole number from -1/ },
  { flag: 'quota-snapshots', value: '1.5', says: /whole number from -1/ },
  { flag: 'quota-gigabytes', value: 'many', says: /whole number from -1/ },
  { flag: 'nbd-host', value: '0.0.0.0', says: /TLS only/ },
  { flag: 'nbd-host', value: '192.0.2.1', says: /TLS only/ },
  { flag: 'nbd-host', value: '', says: /empty/ },
  { flag: 'nbd-port', value: 'abc', says: /whole number from 0 to 65535/ },
  { flag: 'nbd-port', value: String(takenPort), says: /in use/ },
  { flag: 'nbd-socket', value: join(folder, 'none', 'nbd.sock'), says: /--nbd-socket/ },
  { flag: 'nbd-socket', value: file('no-socket', 'somebody\u2019s'), says: /in use/ },
  { flag: 'nbd-socket', value: join(folder, 'x'.repeat(120)), says: /--nbd-socket/ },
  { flag: 'nbd-tls-cert', value: join(folder, 'none.pem'), says: /together/ },
  {
    flag: 'nbd-tls-cert',
    value: join(folder, 'none.pem'),
    says: /no such file/,
    more: { 'nbd-tls-key': keyFile },
  },
  { flag: 'nbd-tls-cert', value: keyFile, says: /cannot be used/, more: { 'nbd-tls-key': keyFile } },
  { flag: 'nbd-tls-key', value: certFile, says: /together/ },
  { flag: 'nbd-tls-key', value: certFile, says: /cannot be used/, more: { 'nbd-tls-cert': certFile } },
  { flag: 'nbd-tls-key', value: otherKeyFile, says: /cannot be used/, more: { 'nbd-tls-cert': certFile } },
  { flag: 'nbd-tls-ca', value: certFile, says: /only with a certificate/ },
  {
    flag: 'nbd-tls-ca',
    value: file('ca.pem', 'none'),
    says: /cannot be used/,
    more: { 'nbd-tls-cert': certFile, 'nbd-tls-key': keyFile },
  },
  { flag: 'nbd-grace', value: '-1', says: /whole number from 0/ },
  { flag: 'public-url', value: 'volumes.example.com', says: /a URL such as/ },
  { flag: 'public-url', value: 'https://a.example/?b=c', says: /without a query/ },
  { flag: 'rate-limit', value: '0', says: /greater than 0/ },
  { flag: 'rate-limit', value: 'NaN', says: /greater than 0/ },
  { flag: 'zone', value: 'a/b', says: /letters/ },
  { flag: 'other-zones', value: 'az1,,az2', says: /each once/ },
  { flag: 'dev-token', value: 'short', says: /8 to 256/ },
  { flag: 'demo-token', value: 'with spaces in it', says: /8 to 256/ },
  { flag: 'admin-token', value: 'seven77', says: /8 to 256/ },
  { flag: 'token-lifetime', value: '0', says: /whole number from 1/ },
  { flag: 'region', value: 'az1,', says: /commas/ },
  { flag: 'region', value: 'az1,az1', says: /each once/ },
  { flag: 'volume-endpoint', value: 'v2', says: /v1\.1/ },
  { flag: 'compute-endpoint', value: 'v1', says: /v1\.1/ },
  { flag: 'backup-compression', value: 'rar', says: /none, zstd, zlib/ },
  { flag: 'backup-chunks', value: '0', says: /whole number from 1 to 16/ },
  { flag: 'backup-jobs', value: 'many', says: /whole number from 1 to 64/ },
  { flag: 'objects', value: 'swift', says: /file:FOLDER, swift:AUTH_URL or s3:ENDPOINT/ },
  { flag: 'objects', value: 'ftp:a', says: /file:FOLDER, swift:AUTH_URL or s3:ENDPOINT/ },
  { flag: 'objects', value: 'file:', says: /file:FOLDER/ },
  {
    flag: 'objects',
    value: 'file:/dev/null/objects',
    says: /directory/,
    // It is opened by the owner of the data, and there is one at a time.
    more: { data: join(folder, 'data-of-objects') },
  },
  { flag: 'objects', value: 'swift:swift.example.com', says: /a URL such as/ },
  { flag: 'objects', value: `s3:https://me:${secret}@s3.example.com`, says: /settings of their own/ },
  { flag: 'compute', value: 'swift', says: /any, nova/ },
  { flag: 'compute-url', value: 'nova', says: /must be a URL/, more: { compute: 'nova' } },
  { flag: 'compute-url', value: 'http://u:p@nova/v2', says: /no user in it/, more: { compute: 'nova' } },
  {
    flag: 'compute-url',
    value: 'http://nova:8774/v2/%(tenant_id)s',
    says: /must end before the tenant/,
    more: { compute: 'nova' },
  },
  { flag: 'compute-url', value: 'http://nova:8774/v2', says: /only where CINDERBLOCK_COMPUTE .* is nova/ },
  { flag: 'compute-timeout', value: '0', says: /whole number from 1/ },
  { flag: 'objects-timeout', value: '0', says: /whole number from 1/ },
  { flag: 'swift-user', value: ' ', says: /empty/ },
  { flag: 'swift-key', value: `${secret}\n`, says: /printable ASCII/ },
  { flag: 'swift-auth-version', value: 'v3', says: /1, 2, 3/ },
  { flag: 'swift-tenant', value: '', says: /empty/ },
  { flag: 'swift-domain', value: '', says: /empty/ },
  { flag: 'swift-region', value: '', says: /empty/ },
  { flag: 'swift-account', value: 'AUTH_{project}', says: /\{tenant\} may stand/ },
  { flag: 'swift-account', value: 'v1/AUTH_{tenant}', says: /without "\/"/ },
  { flag: 'swift-container', value: '{tenant}', says: /\{container\}/ },
  { flag: 'swift-container', value: '{tenant}{container}', says: /between/ },
  { flag: 's3-access-key', value: '', says: /empty/ },
  { flag: 's3-secret-key', value: `${secret}\n`, says: /printable ASCII/ },
  { flag: 's3-region', value: '', says: /empty/ },
  { flag: 's3-bucket', value: 'Not_A_Bucket', says: /lower case/ },
  { flag: 's3-addressing', value: 'url', says: /path, host/ },
  { flag: 'profile', value: 'havana', says: /documented, released/ },
  // keystone
  { flag: 'keystone-url', value: 'keystone', says: /a URL such as/ },
  { flag: 'keystone-url', value: `http://me:${secret}@keystone:5000/v3`, says: /settings of their own/ },
  { flag: 'keystone-url', value: 'http://keystone:5000/v2.0', says: /version 3/ },
  { flag: 'keystone-url', value: 'http://keystone:5000/v3', says: /to be keystone/ },
  { flag: 'keystone-public-url', value: 'ftp://keystone', says: /a URL such as/ },
  { flag: 'keystone-user', value: ' ', says: /empty/ },
  { flag: 'keystone-password', value: `${secret}\n`, says: /printable ASCII/ },
  { flag: 'keystone-project', value: '', says: /empty/ },
  { flag: 'keystone-user-domain', value: '', says: /empty/ },
  { flag: 'keystone-project-domain', value: '', says: /empty/ },
  { flag: 'keystone-cache', value: '3601', says: /whole number from 0 to 3600/ },
  { flag: 'keystone-timeout', value: '0', says: /whole number from 1/ },
  { flag: 'administrator-role', value: 'admin,', says: /names of roles/ },
  { flag: 'seed', value: 'nothing', says: /documents/ },
  {
    flag: 'seed',
    value: 'documents',
    says: /known beforehand/,
    more: {
      identity: 'keystone',
      'keystone-url': 'http://127.0.0.1:9/v3',
      'keystone-user': 'cinder',
      'keystone-password': secret,
    },
  },
  { flag: 'response-checks', value: 'never', says: /sampled/ },
  { flag: 'log-level', value: 'loud', says: /debug/ },
  { flag: 'log-format', value: 'yaml', says: /pretty/ },
];

const good = { CINDERBLOCK_PORT: '0', CINDERBLOCK_NBD_PORT: '0', CINDERBLOCK_DATA: join(folder, 'data') };

/** The one line that a refusal to start is; what it says is meant for an operator. */
function onlyLine({ code, stdout, stderr }: { code: number | null; stdout: string; stderr: string }): string {
  expect(code).toBe(1);
  expect(stdout).toBe('');
  expect(stderr.endsWith('\n')).toBe(true);
  const [line = '', ...others] = stderr.trimEnd().split('\n');
  expect(others).toEqual([]);
  expect(line).toMatch(/^error: /);
  expect(line).not.toMatch(/\bat \S+ \(|node_modules|\[object/);
  expect(line).not.toContain(secret);
  return line;
}

describe('a bad setting ends the start with one line that names it', () => {
  it.concurrent.each(badSettings)('--$flag $value', async ({ flag, value, says, more = {} }) => {
    const { [variableOf(flag)]: _, ...env } = good as Record<string, string>;
    const others = Object.entries(more).map(([name, given]) => `--${name}=${given}`);
    const line = onlyLine(await run(['serve', `--${flag}=${value}`, ...others], env));
    expect(line).toContain(`--${flag}`);
    expect(line).toMatch(says);
  });

  const firstOfEach = badSettings.filter(
    ({ flag }, i) => badSettings.findIndex((one) => one.flag === flag) === i,
  );

  it.concurrent.each(firstOfEach)('$flag=$value in the environment', async ({ flag, value, says }) => {
    const line = onlyLine(await run(['serve'], { ...good, [variableOf(flag)]: value }));
    expect(line).toContain(variableOf(flag));
    expect(line).toMatch(says);
  });

  it.each(badSettings.filter(({ flag }) => flag.endsWith('-token')))(
    '--$flag does not show the token that it refuses',
    async ({ flag, value }) => {
      for (const refused of [
        await run(['serve', `--${flag}=${value}`], good),
        await run(['serve', `--${flag}`, value], good),
        await run(['serve'], { ...good, [variableOf(flag)]: value }),
        await run(['serve', `--my-${flag}=${value}`], good),
      ]) {
        expect(onlyLine(refused)).not.toContain(value);
      }
    },
  );

  const swift = { CINDERBLOCK_OBJECTS: 'swift:http://127.0.0.1:9/auth/v1.0' };
  const keystone = { CINDERBLOCK_OBJECTS: 'swift:http://127.0.0.1:9/v3', CINDERBLOCK_SWIFT_KEY: secret };
  const identity = {
    CINDERBLOCK_IDENTITY: 'keystone',
    CINDERBLOCK_KEYSTONE_URL: 'http://127.0.0.1:9/v3',
    CINDERBLOCK_KEYSTONE_PASSWORD: secret,
  };
  const s3 = { CINDERBLOCK_OBJECTS: 's3:http://127.0.0.1:9', CINDERBLOCK_S3_SECRET_KEY: secret };
  it.concurrent.each([
    ['swift-user', swift],
    ['swift-key', { ...swift, CINDERBLOCK_SWIFT_USER: 'a:b' }],
    ['swift-auth-version', { CINDERBLOCK_OBJECTS: 'swift:http://127.0.0.1:9' }],
    ['swift-tenant', { ...keystone, CINDERBLOCK_SWIFT_USER: 'ann' }],
    ['keystone-url', { CINDERBLOCK_IDENTITY: 'keystone' }],
    ['keystone-user', identity],
    ['keystone-password', { ...identity, CINDERBLOCK_KEYSTONE_PASSWORD: '', CINDERBLOCK_KEYSTONE_USER: 'a' }],
    ['s3-bucket', s3],
    ['s3-access-key', { ...s3, CINDERBLOCK_S3_BUCKET: 'backups' }],
    [
      's3-secret-key',
      {
        ...s3,
        CINDERBLOCK_S3_SECRET_KEY: '',
        CINDERBLOCK_S3_BUCKET: 'backups',
        CINDERBLOCK_S3_ACCESS_KEY: 'a',
      },
    ],
    ['compute-url', { CINDERBLOCK_COMPUTE: 'nova' }],
  ])('without --%s, which a neighbour needs', async (flag, env) => {
    const line = onlyLine(await run(['serve'], { ...good, ...env }));
    expect(line).toContain(`${variableOf(flag)} (--${flag})`);
  });

  it.skipIf(process.getuid?.() === 0)('a data folder that may not be written', async () => {
    const sealed = join(folder, 'sealed');
    mkdirSync(sealed);
    chmodSync(sealed, 0o500);
    expect(onlyLine(await run(['serve', '--data', sealed], good))).toMatch(
      /CINDERBLOCK_DATA.*--data.*permission/,
    );
  });

  it.each([
    [['serve', '--nothing'], "unknown option '--nothing'"],
    [['--nothing'], "unknown option '--nothing'"],
    [['serve', 'extra'], 'too many arguments'],
    [['nothing'], "unknown command 'nothing'"],
    [['serve', '--port'], "option '--port <number>' argument missing"],
    [['mock', '--port', 'abc'], "option '--port <number>'"],
  ])('%j', async (args, says) => {
    expect(onlyLine(await run(args, good))).toContain(says);
  });

  it('a port of the mock that is taken', async () => {
    expect(onlyLine(await run(['mock', '--port', String(takenPort)], good))).toMatch(
      /CINDERBLOCK_PORT \(--port\).*in use/,
    );
  });

  it('every setting is tried', () => {
    const tried = new Set(badSettings.map(({ flag }) => flag));
    expect(serveOptions.map((option) => option.name()).filter((name) => !tried.has(name))).toEqual([]);
  });
});

describe('cinderblock hash-password', () => {
  it('prints what an identity file may hold in place of the password that it reads', async () => {
    const { code, stdout, stderr } = await run(['hash-password'], {}, `${secret}\n`);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const [hash = '', ...others] = stdout.trimEnd().split('\n');
    expect(others).toEqual([]);
    const path = identity('hashed.json', { users: [{ name: 'ann', password: hash, tenant: 'acme' }] });
    const server = await startServer({ args: ['--identity', path] });
    const login = (password: string) =>
      asker(server.url)('POST', '/v2.0/tokens', {
        body: { auth: { passwordCredentials: { username: 'ann', password } } },
      });
    expect((await login(secret)).status).toBe(200);
    expect((await login(hash)).status).toBe(401);
    await server.stop();
  });

  it('wants one', async () => {
    expect(onlyLine(await run(['hash-password'], {}, '\n'))).toContain('no password');
  });
});

describe('good settings', () => {
  it('a flag wins over the environment', async () => {
    const server = await startServer({
      args: ['--zone', 'of-the-flag'],
      env: { CINDERBLOCK_ZONE: 'of-the-environment', CINDERBLOCK_QUOTA_VOLUMES: '1' },
    });
    const create = () => asker(server.url)('POST', '/v1/dev/volumes', { body: { volume: { size: 1 } } });
    expect((await create()).json().volume.availability_zone).toBe('of-the-flag');
    expect((await create()).status).toBe(413);
    await server.stop();
  });

  it('limits of a tenant in the identity file win over those of the server', async () => {
    const path = identity('limits.json', {
      tenants: [{ id: 'acme', name: 'Acme', quotas: { volumes: 2 } }],
      tokens: [{ id: 'token-of-ann', user: 'ann' }],
    });
    const server = await startServer({ args: ['--identity', path, '--quota-volumes', '1'] });
    const create = () =>
      asker(server.url)('POST', '/v1/acme/volumes', {
        as: 'acme',
        headers: { 'X-Auth-Token': 'token-of-ann' },
        body: { volume: { size: 1 } },
      });
    const statuses = [await create(), await create(), await create()].map(({ status }) => status);
    expect(statuses).toEqual([200, 200, 413]);
    await server.stop();
  });

  it('a folder of data that is not there yet is made', async () => {
    const deep = join(folder, 'new', 'and', 'deep');
    const server = await startServer({ folder: deep });
    expect((await asker(server.url)('GET', '/readyz')).status).toBe(200);
    expect(await server.stop()).toBe(0);
  });

  it('the log is JSON, a line for each request, with the request id and without tokens', async () => {
    const server = await startServer();
    const answer = await asker(server.url)('GET', '/v1/dev/volumes?limit=1');
    const lines = await until(
      async () =>
        server
          .log()
          .trimEnd()
          .split('\n')
          .filter((line) => line !== '')
          .map((line) => JSON.parse(line)),
      (entries) => entries.some(({ method }) => method === 'GET'),
    );
    expect(lines.find(({ method }) => method === 'GET')).toMatchObject({
      level: 30,
      requestId: answer.headers.get('x-compute-request-id'),
      method: 'GET',
      url: '/v1/dev/volumes?limit=1',
      status: 200,
      tenant: 'dev',
      ms: expect.any(Number),
    });
    await server.stop();
    expect(server.log()).toContain('"msg":"stopped"');
    expect(server.log()).not.toContain('token-of-dev');
  });
});
