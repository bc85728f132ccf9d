import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { ObjectStoreRefused } from '../object-store.ts';
import { authVersionOf, type SwiftAccess } from './access.ts';
import { createHttpClient } from './http-client.ts';
import { createSwiftLogin } from './login.ts';
import { type FakeSwift, startFakeSwift } from './testing.ts';

let swift: FakeSwift;
beforeEach(async () => {
  swift = await startFakeSwift();
  return () => swift.close();
});

function logIn(access: Pick<SwiftAccess, 'authVersion' | 'authUrl'> & Partial<SwiftAccess>) {
  const client = createHttpClient({ service: 'Swift', silence: 20_000 });
  onTestFinished(() => client.close());
  const login = createSwiftLogin(
    { user: 'ann', key: 'testing', tenant: 'acme', domain: 'Default', container: '{container}', ...access },
    client,
  );
  return login.current();
}

describe('a login', () => {
  it('of version 1 is two headers', async () => {
    const session = await logIn({ authVersion: '1', authUrl: `${swift.origin}/auth/v1.0` });
    expect(session).toMatchObject({ token: 'token-1', storageUrl: `${swift.origin}/v1/AUTH_test` });
    expect(swift.logins).toEqual([{ user: 'ann', key: 'testing' }]);
  });

  it('of version 2.0 is to a tenant, and finds the store in the catalog', async () => {
    const session = await logIn({ authVersion: '2', authUrl: `${swift.origin}/v2.0/` });
    expect(session).toMatchObject({ token: 'token-1', storageUrl: `${swift.origin}/v1/AUTH_test-one` });
    expect(swift.logins).toEqual([
      { auth: { passwordCredentials: { username: 'ann', password: 'testing' }, tenantName: 'acme' } },
    ]);
  });

  it('of version 3 is to a project of a domain, and finds the public endpoint of the region', async () => {
    const access = { authVersion: '3', authUrl: swift.origin, region: 'two', domain: 'Acme' } as const;
    const session = await logIn(access);
    expect(session).toMatchObject({ token: 'token-1', storageUrl: `${swift.origin}/v1/AUTH_test-two` });
    expect(swift.requests).toEqual(['POST /v3/auth/tokens']);
    const domain = { name: 'Acme' };
    expect(swift.logins).toEqual([
      {
        auth: {
          identity: {
            methods: ['password'],
            password: { user: { name: 'ann', domain, password: 'testing' } },
          },
          scope: { project: { name: 'acme', domain } },
        },
      },
    ]);
  });

  it('is of no use without an object store in the region', async () => {
    const access = { authVersion: '3', authUrl: `${swift.origin}/v3`, region: 'three' } as const;
    await expect(logIn(access)).rejects.toThrow(ObjectStoreRefused);
  });

  it.each(['', 'null', '{}', '[]', '{"token":{"catalog":5}}', '<html>'])(
    'is refused when answered by %j',
    async (body) => {
      swift.failNext('LOGIN', (_, response) =>
        response.writeHead(201, { 'X-Subject-Token': 'token' }).end(body),
      );
      await expect(logIn({ authVersion: '3', authUrl: `${swift.origin}/v3` })).rejects.toThrow(
        ObjectStoreRefused,
      );
    },
  );

  it.each([
    ['http://swift/auth/v1.0', '1'],
    ['http://swift/auth/v1/', '1'],
    ['http://keystone:5000/v2.0', '2'],
    ['http://keystone/identity/v3', '3'],
    ['http://keystone:5000', undefined],
    ['http://v3.example.com/', undefined],
  ])('to %s is of version %s', (authUrl, version) => {
    expect(authVersionOf(authUrl)).toBe(version);
  });
});
