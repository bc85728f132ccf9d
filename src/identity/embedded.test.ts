import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { developmentDirectory } from './development.ts';
import { embeddedIdentity } from './embedded.ts';
import { readIdentityFile } from './identity-file.ts';

const tenants = [{ id: 't1', name: 'One' }];
const users = [{ name: 'ann', password: 'secret', tenant: 't1', roles: ['member'] }];

describe('the embedded identity', () => {
  it('knows the tenant and the user of a token', async () => {
    const identity = embeddedIdentity({ tenants, users, tokens: [{ id: 'abc', user: 'ann' }] });
    expect(await identity.authenticate('abc')).toEqual({
      tenantId: 't1',
      tenantName: 'One',
      userName: 'ann',
      roles: ['member'],
      isAdministrator: false,
    });
  });

  it('does not know an unknown token, nor one after its expiry', async () => {
    let now = Date.parse('2026-01-01T00:00:00Z');
    const tokens = [{ id: 'abc', user: 'ann', expires: '2026-01-01T01:00:00Z' }];
    const identity = embeddedIdentity({ tenants, users, tokens }, { now: () => now });
    expect(await identity.authenticate('xyz')).toBeUndefined();
    expect(await identity.authenticate('abc')).toBeDefined();
    now = Date.parse('2026-01-01T01:00:00Z');
    expect(await identity.authenticate('abc')).toBeUndefined();
  });

  it('refuses a directory that contradicts itself', () => {
    expect(() =>
      embeddedIdentity({ tenants, users: [{ name: 'ann', password: 'secret', tenant: 'no' }], tokens: [] }),
    ).toThrow('user ann belongs to unknown tenant no');
    expect(() => embeddedIdentity({ tenants, users, tokens: [{ id: 'abc', user: 'bob' }] })).toThrow(
      'a token names the unknown user bob',
    );
    const twice = [
      { id: 'abc', user: 'ann' },
      { id: 'abc', user: 'ann' },
    ];
    expect(() => embeddedIdentity({ tenants, users, tokens: twice })).toThrow('two tokens of one id');
  });

  it.each([
    ['a further tenant that is unknown', { tenants: ['no'] }, 'user ann belongs to unknown tenant no'],
    [
      'two tenants of one name',
      { tenants: ['t1', 't2'] },
      'user ann belongs to two tenants that are called One',
    ],
    [
      'an access key twice',
      { accessKeys: Array(2).fill({ accessKey: 'k', secretKey: 's' }) },
      'two access keys',
    ],
  ])('refuses a user with %s', (_, more, says) => {
    const two = [...tenants, { id: 't2', name: 'One' }];
    const [ann = expect.fail()] = users;
    expect(() => embeddedIdentity({ tenants: two, users: [{ ...ann, ...more }], tokens: [] })).toThrow(says);
  });

  it('has the development tenants dev and demo and an administrator of both, each with a token of their own', async () => {
    const directory = developmentDirectory({ dev: 'fixed-token' });
    const identity = embeddedIdentity(directory);
    expect((await identity.authenticate('fixed-token'))?.tenantId).toBe('dev');
    expect(directory.tokens.map(({ user }) => user)).toEqual(['dev', 'demo', 'admin']);
    expect(identity.tenantsOf('admin').map(({ id }) => id)).toEqual(['dev', 'demo']);
    const administrators = await Promise.all(directory.tokens.map(({ id }) => identity.authenticate(id)));
    expect(administrators.map((who) => who?.isAdministrator)).toEqual([false, false, true]);
    expect(directory.tokens[1]?.id).not.toBe(developmentDirectory({}).tokens[1]?.id);
  });
});

describe('an identity file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'identity-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const read = (content: string) => {
    const path = join(folder, 'identity.json');
    writeFileSync(path, content);
    return readIdentityFile(path);
  };

  it('is read with quotas and rate limits', () => {
    const file = { tenants: [{ ...tenants[0], quotas: { volumes: 3 }, rateLimit: 5 }], users, tokens: [] };
    expect(read(JSON.stringify(file))).toEqual(file);
  });

  it.each([
    ['{', 'is not JSON'],
    ['[]', 'the file'],
    ['{"tenants": [{"id": "a/b", "name": "x"}], "users": []}', 'tenants.0.id'],
    ['{"tenants": [], "users": [{"name": "ann", "tenant": "t1"}]}', 'users.0.password'],
    ['{"tenants": [], "users": [], "tokenz": []}', 'tokenz'],
    [
      '{"tenants": [], "users": [{"name": "a", "password": "scrypt:x", "tenant": "t"}]}',
      'users.0.password: begins',
    ],
    [
      '{"tenants": [], "users": [{"name": "a", "password": "x", "tenant": "t", "accessKeys": [{"accessKey": "k"}]}]}',
      'users.0.accessKeys.0.secretKey',
    ],
  ])('refuses %s and says where', (content, expected) => {
    expect(() => read(content)).toThrow(expected);
  });

  it('says which file is missing', () => {
    expect(() => readIdentityFile(join(folder, 'none.json'))).toThrow('none.json');
  });
});
