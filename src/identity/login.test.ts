import { beforeEach, describe, expect, it } from 'vitest';
import type { Directory } from './directory.ts';
import { embeddedIdentity } from './embedded.ts';
import type { Identity, Login, WantedTenant } from './identity.ts';
import { IdentityRefusal } from './refusal.ts';
import { hashSecret } from './secrets.ts';

const directory: Directory = {
  tenants: [
    { id: 't1', name: 'One' },
    { id: 't2', name: 'Two' },
    { id: 't3', name: 'Three' },
  ],
  users: [
    { name: 'ann', password: 'secret', tenant: 't1', tenants: ['t2', 't1'], roles: ['member'] },
    {
      name: 'bob',
      password: 'hidden',
      tenant: 't3',
      accessKeys: [{ accessKey: 'KEY', secretKey: 'of the key' }],
    },
  ],
  tokens: [
    { id: 'fixed', user: 'ann' },
    { id: 'ending', user: 'ann', expires: '2026-01-01T01:00:00Z' },
  ],
};
const START = Date.parse('2026-01-01T00:00:00.250Z');
const HERE = '192.0.2.1';

let now: number;
let identity: Identity & Login;
beforeEach(() => {
  now = START;
  identity = embeddedIdentity(directory, { now: () => now, tokenLifetime: 60_000 });
});

const byPassword = (name: string, secret: string, wanted: WantedTenant = {}, address = HERE) =>
  identity.login({ kind: 'password', name, secret }, wanted, address);
const byKey = (name: string, secret: string) => identity.login({ kind: 'accessKey', name, secret }, {}, HERE);
const byToken = (token: string, wanted: WantedTenant = {}) =>
  identity.login({ kind: 'token', token }, wanted, HERE);
/** The refusal, without its stack. */
const refusal = (login: Promise<unknown>) =>
  login.then(
    () => expect.fail('a token was given'),
    (error) => {
      expect(error).toBeInstanceOf(IdentityRefusal);
      const { category, message, retryAfter } = error as IdentityRefusal;
      return { category, message, retryAfter };
    },
  );

describe('a login', () => {
  it('gives a token that is good for the tenant of the user', async () => {
    const { token, principal } = await byPassword('ann', 'secret');
    expect(principal).toEqual({
      ...{ tenantId: 't1', tenantName: 'One', userName: 'ann' },
      ...{ roles: ['member'], isAdministrator: false },
    });
    expect(await identity.authenticate(token)).toEqual(principal);
  });

  it.each([
    [{ id: 't2' }, 't2'],
    [{ name: 'Two' }, 't2'],
    [{ id: 't2', name: 'Two' }, 't2'],
    [{ name: 'One' }, 't1'],
  ])('for the tenant %j gives a token for it', async (wanted, tenantId) => {
    expect((await byPassword('ann', 'secret', wanted)).principal.tenantId).toBe(tenantId);
  });

  it('for a tenant of others, of nobody, or of two minds is refused in the same words', async () => {
    const refusals = await Promise.all(
      [{ id: 't3' }, { name: 'Three' }, { id: 'none' }, { name: 'none' }, { id: 't1', name: 'Two' }].map(
        (wanted) => refusal(byPassword('ann', 'secret', wanted)),
      ),
    );
    expect(new Set(refusals.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(refusals[0]?.category).toBe('unauthorized');
  });

  it('works with an access key', async () => {
    expect((await byKey('KEY', 'of the key')).principal).toMatchObject({ userName: 'bob', tenantId: 't3' });
  });

  it('works with hashed secrets', async () => {
    const [password, secretKey] = await Promise.all(['hidden', 'of the key'].map(hashSecret));
    const hashed = {
      name: 'bob',
      tenant: 't3',
      password: password ?? '',
      accessKeys: [{ accessKey: 'KEY', secretKey: secretKey ?? '' }],
    };
    identity = embeddedIdentity({ ...directory, users: [hashed], tokens: [] });
    expect((await byPassword('bob', 'hidden')).principal.userName).toBe('bob');
    expect((await byKey('KEY', 'of the key')).principal).toMatchObject({ userName: 'bob', tenantId: 't3' });
  });

  it('is refused in the same words whether or not the name exists', async () => {
    const wrong = await refusal(byPassword('ann', 'wrong'));
    expect(wrong).toEqual({
      category: 'unauthorized',
      message: 'The credentials are wrong.',
      retryAfter: undefined,
    });
    for (const login of [
      () => byPassword('nobody', 'secret'),
      () => byPassword('bob', 'secret'),
      () => byPassword('KEY', 'of the key'),
      () => byKey('bob', 'hidden'),
      () => byKey('KEY', 'hidden'),
      () => byKey('none', 'of the key'),
      () => byToken('none'),
    ]) {
      expect(await refusal(login())).toEqual(wrong);
    }
  });
});

describe('a token that was given', () => {
  it('expires after its lifetime, at a whole second, as it says', async () => {
    const { token, issuedAt, expires } = await byPassword('ann', 'secret');
    expect({ issuedAt, expires }).toEqual({ issuedAt: START, expires: Date.parse('2026-01-01T00:01:01Z') });
    now = expires - 1;
    expect(await identity.authenticate(token)).toBeDefined();
    now = expires;
    expect(await identity.authenticate(token)).toBeUndefined();
    expect((await refusal(byToken(token))).category).toBe('unauthorized');
  });

  it('is no longer known to a server that has started anew', async () => {
    const { token } = await byPassword('ann', 'secret');
    expect(await embeddedIdentity(directory, { now: () => now }).authenticate(token)).toBeUndefined();
  });

  it('gives another for the same tenant, or for one that is asked for, and does not outlive itself in it', async () => {
    const { token, expires } = await byPassword('ann', 'secret', { id: 't2' });
    now += 30_000;
    const same = await byToken(token);
    expect(same).toMatchObject({ expires, principal: { tenantId: 't2', userName: 'ann' } });
    expect(same.token).not.toBe(token);
    expect((await byToken(same.token, { name: 'One' })).principal.tenantId).toBe('t1');
    expect((await byToken(same.token, { name: 'One' })).expires).toBe(expires);
    expect((await refusal(byToken(token, { id: 't3' }))).category).toBe('unauthorized');
  });

  it('for a fixed one has a lifetime all the same', async () => {
    expect((await byToken('fixed')).expires).toBe(Date.parse('2026-01-01T00:01:01Z'));
    now = Date.parse('2026-01-01T00:59:30Z');
    expect((await byToken('ending')).expires).toBe(Date.parse('2026-01-01T01:00:00Z'));
  });
});

describe('failures', () => {
  const fail = async (times: number, name = 'ann', address = HERE) => {
    for (let i = 0; i < times; i += 1) {
      expect((await refusal(byPassword(name, 'wrong', {}, address))).category).toBe('unauthorized');
    }
  };

  it('before the fifth cost nothing, and a right password ends the row', async () => {
    await fail(4);
    await byPassword('ann', 'secret');
    await fail(4);
    await byPassword('ann', 'secret');
  });

  it('from the fifth on cost a wait, in which the right password is not even looked at', async () => {
    await fail(5);
    const wait = { category: 'overLimit', retryAfter: 1 };
    expect(await refusal(byPassword('ann', 'secret'))).toMatchObject(wait);
    expect(await refusal(byPassword('ann', 'secret', {}, '198.51.100.7'))).toMatchObject(wait);
    now += 1000;
    await fail(1);
    expect(await refusal(byPassword('ann', 'secret'))).toMatchObject({ retryAfter: 2 });
    now += 1999;
    expect(await refusal(byPassword('ann', 'secret'))).toMatchObject({ retryAfter: 1 });
    now += 1;
    await byPassword('ann', 'secret');
    await fail(4);
  });

  it('of a name do not keep others out, nor the tokens of the name', async () => {
    await fail(5);
    await byPassword('bob', 'hidden');
    await byToken('fixed');
  });

  it('with a name that nobody has cost the same', async () => {
    await fail(5, 'nobody');
    expect(await refusal(byPassword('nobody', 'x'))).toMatchObject({ category: 'overLimit', retryAfter: 1 });
  });

  it('with many names from one address cost a wait from the twentieth on', async () => {
    for (let i = 0; i < 20; i += 1) await fail(1, `user ${i}`);
    expect(await refusal(byPassword('ann', 'secret'))).toMatchObject({
      category: 'overLimit',
      retryAfter: 1,
    });
    await byPassword('ann', 'secret', {}, '198.51.100.7');
  });

  it('cannot be had for nothing by making them all at once', async () => {
    const refusals = await Promise.all(
      Array.from({ length: 30 }, (_, i) => refusal(byPassword('ann', `guess ${i}`))),
    );
    expect(refusals.filter(({ category }) => category === 'unauthorized')).toHaveLength(5);
  });

  it('are not made by logins that are right, however many there are', async () => {
    const tokens = await Promise.all(Array.from({ length: 30 }, () => byPassword('ann', 'secret')));
    expect(new Set(tokens.map(({ token }) => token)).size).toBe(30);
  });

  it('of having too many logins at once are told as such', async () => {
    const logins = Array.from({ length: 33 }, () => byPassword('ann', 'secret'));
    expect(await refusal(logins.at(-1) ?? expect.fail())).toMatchObject({
      category: 'overLimit',
      retryAfter: 1,
    });
    await Promise.all(logins.slice(0, -1));
  });
});
