import type { ServerResponse } from 'node:http';
import { beforeEach, describe, expect, it } from 'vitest';
import { IdentityRefusal } from '../refusal.ts';
import { KeystoneRefused, KeystoneUnavailable } from './errors.ts';
import { type KeystoneIdentity, type KeystoneOptions, keystoneIdentity } from './keystone.ts';
import { answer, type FakeKeystone, startFakeKeystone } from './testing.ts';

const START = Date.parse('2026-01-01T00:00:00Z');
const HOUR = 3_600_000;
const project = { id: '0a1b2c3d4e5f60718293a4b5c6d7e8f9', name: 'acme' };

let now: number;
let fake: FakeKeystone;
let identity: KeystoneIdentity;
/** Two clocks that go together. */
const pass = (ms: number) => {
  now += ms;
};
const open = (options: Partial<KeystoneOptions> = {}) =>
  keystoneIdentity({
    url: fake.url,
    user: 'cinder',
    password: 'hidden',
    project: 'service',
    userDomain: 'Default',
    projectDomain: 'Services',
    silence: 5_000,
    keep: 60_000,
    administratorRoles: ['admin'],
    clocks: { now: () => now, ticks: () => now },
    ...options,
  });
beforeEach(async () => {
  now = START;
  fake = await startFakeKeystone(() => now);
  fake.tokens.set('good', { project, expires: START + HOUR });
  identity = open();
  return () => fake.close();
});

async function refusalOf(token: string, of = identity): Promise<IdentityRefusal> {
  const error: unknown = await of.authenticate(token).then(
    () => expect.fail('the token was taken'),
    (reason) => reason,
  );
  return error instanceof IdentityRefusal ? error : expect.fail(String(error));
}

describe('a token of Keystone', () => {
  it('speaks for a user in a project', async () => {
    expect(await identity.authenticate('good')).toEqual({
      tenantId: project.id,
      tenantName: 'acme',
      userName: 'ann',
      roles: ['member'],
      isAdministrator: false,
    });
  });

  it('makes an administrator of who has one of the roles that are named, in whatever case', async () => {
    const roles: readonly (readonly string[])[] = [['member'], ['member', 'Admin'], ['cloud_admin']];
    const isAdministrator = async (of: KeystoneIdentity) => {
      const found = [];
      for (const [i, own] of roles.entries()) {
        fake.tokens.set(`roles ${i}`.replace(' ', '-'), { project, roles: own, expires: START + HOUR });
        found.push((await of.authenticate(`roles-${i}`))?.isAdministrator);
      }
      return found;
    };
    expect(await isAdministrator(identity)).toEqual([false, true, false]);
    expect(await isAdministrator(open({ administratorRoles: ['CLOUD_ADMIN', 'x'] }))).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('is nothing when Keystone does not know it', async () => {
    expect(await identity.authenticate('unknown')).toBeUndefined();
  });

  it('is nothing when it could not stand in a header, without a question', async () => {
    for (const token of ['with space', 'caf\u00e9', '']) {
      expect(await identity.authenticate(token)).toBeUndefined();
    }
    expect(fake.validations).toEqual([]);
  });

  it.each([400, 414, 431])(
    'is nothing when Keystone cannot read it: %i, and nobody else waits',
    async (status) => {
      fake.instead = { validation: answer(status) };
      expect(await identity.authenticate('x'.repeat(6_000))).toBeUndefined();
      fake.instead = {};
      expect(await identity.authenticate('good')).toBeDefined();
    },
  );

  it('is nothing when it is longer than any, without a question', async () => {
    expect(await identity.authenticate('x'.repeat(8_001))).toBeUndefined();
    expect(fake.validations).toEqual([]);
  });

  it('is refused in words when it is for no project', async () => {
    fake.tokens.set('unscoped', { expires: START + HOUR });
    for (let i = 0; i < 3; i += 1) {
      const { category, message } = await refusalOf('unscoped');
      expect([category, message]).toEqual(['forbidden', expect.stringContaining('scoped to a project')]);
    }
    expect(fake.validations).toHaveLength(1);
  });
});

describe('what Keystone said', () => {
  it('is kept for as long as it may be', async () => {
    await identity.authenticate('good');
    pass(59_999);
    await identity.authenticate('good');
    expect(fake.validations).toHaveLength(1);
    fake.tokens.delete('good'); // revoked
    expect(await identity.authenticate('good')).toBeDefined();
    pass(1);
    expect(await identity.authenticate('good')).toBeUndefined();
    expect(fake.validations).toHaveLength(2);
  });

  it('is never kept past the end of the token', async () => {
    fake.tokens.set('ending', { project, expires: START + 10_000 });
    expect(await identity.authenticate('ending')).toBeDefined();
    pass(9_999);
    expect(await identity.authenticate('ending')).toBeDefined();
    expect(fake.validations).toHaveLength(1);
    pass(1);
    expect(await identity.authenticate('ending')).toBeUndefined();
    expect(fake.validations).toHaveLength(2);
  });

  it('of an unknown token is kept for seconds', async () => {
    await identity.authenticate('later');
    fake.tokens.set('later', { project, expires: START + HOUR });
    pass(4_999);
    expect(await identity.authenticate('later')).toBeUndefined();
    pass(1);
    expect(await identity.authenticate('later')).toBeDefined();
    expect(fake.validations).toHaveLength(2);
  });

  it('is not kept at all when it may not be', async () => {
    const careful = open({ keep: 0 });
    for (let i = 0; i < 3; i += 1) await careful.authenticate('good');
    for (let i = 0; i < 3; i += 1) await careful.authenticate('unknown');
    expect(fake.validations).toHaveLength(6);
  });

  it('is waited for once by however many requests there are with the same token', async () => {
    const all = await Promise.all(Array.from({ length: 1000 }, () => identity.authenticate('good')));
    expect(new Set(all.map((principal) => principal?.tenantId))).toEqual(new Set([project.id]));
    expect(fake.validations).toHaveLength(1);
    expect(fake.logins).toHaveLength(1);
  });

  it('of users is not driven out by tokens that somebody makes up', async () => {
    await identity.authenticate('good');
    for (let i = 0; i < 1_100; i += 100) {
      await Promise.all(Array.from({ length: 100 }, (_, j) => identity.authenticate(`made-up-${i + j}`)));
    }
    const before = fake.validations.length;
    await identity.authenticate('good');
    expect(fake.validations).toHaveLength(before);
  });

  it('is waited for by so many at the most', async () => {
    const held: (() => void)[] = [];
    fake.instead = {
      validation: (request, response) => held.push(() => answer(404)(request, response)),
    };
    const asked = Array.from({ length: 1_040 }, (_, i) =>
      identity.authenticate(`made-up-${i}`).catch((error: IdentityRefusal) => error.category),
    );
    expect(await Promise.all(asked.slice(1_032))).toEqual(Array(8).fill('unavailable'));
    const done = Promise.all(asked);
    let finished = false;
    void done.finally(() => {
      finished = true;
    });
    while (!finished) {
      expect(held.length).toBeLessThanOrEqual(32);
      for (const reply of held.splice(0)) reply();
      await new Promise(setImmediate);
    }
    expect((await done).slice(0, 1_032)).toEqual(Array(1_032).fill(undefined));
  });
});

describe('the account of this server', () => {
  it('logs in to its project, by the names that were given', async () => {
    await identity.authenticate('good');
    expect(fake.logins).toEqual([
      {
        auth: {
          identity: {
            methods: ['password'],
            password: { user: { name: 'cinder', domain: { name: 'Default' }, password: 'hidden' } },
          },
          scope: { project: { name: 'service', domain: { name: 'Services' } } },
        },
      },
    ]);
  });

  it('gets another token before its own ends', async () => {
    const careful = open({ keep: 0 });
    fake.lifetime = HOUR;
    await careful.authenticate('good');
    pass(HOUR - 60_001);
    await careful.authenticate('good');
    expect(fake.logins).toHaveLength(1);
    pass(1);
    await careful.authenticate('good');
    expect(fake.logins).toHaveLength(2);
  });

  it('gets another token when its own is taken no longer, and asks again', async () => {
    const careful = open({ keep: 0 });
    await careful.authenticate('good');
    fake.revokeOwn();
    expect(await careful.authenticate('good')).toBeDefined();
    expect(fake.logins).toHaveLength(2);
    expect(fake.validations).toHaveLength(3);
  });

  it.each([
    ['that is refused', { login: answer(401) }, /refuses the login of cinder to the project service/],
    ['without the right to ask', { validation: answer(403) }, /does not let cinder ask/],
    ['whose tokens are never taken', { validation: answer(401) }, /does not let cinder ask/],
  ])('%s is a failure of this server, not of the user', async (_, instead, says) => {
    fake.instead = instead;
    const { category, retryAfter, cause } = await refusalOf('good');
    expect([category, retryAfter]).toEqual(['unavailable', 10]);
    expect(cause).toBeInstanceOf(KeystoneRefused);
    expect(String(cause)).toMatch(says);
    expect(String(cause)).not.toContain('hidden');
  });

  it('is tried again after a pause, so that it does not lock itself out', async () => {
    fake.instead = { login: answer(401) };
    await refusalOf('good');
    fake.instead = {};
    pass(9_999);
    expect((await refusalOf('good')).retryAfter).toBe(1);
    expect(fake.logins).toHaveLength(0);
    pass(1);
    expect(await identity.authenticate('good')).toBeDefined();
  });

  it('is tried by a probe', async () => {
    await identity.probe();
    fake.instead = { login: answer(401) };
    await expect(open().probe()).rejects.toThrow(KeystoneRefused);
    await fake.close();
    const error: unknown = await open()
      .probe()
      .catch((reason) => reason);
    expect(error).toBeInstanceOf(KeystoneUnavailable);
    expect(error).not.toBeInstanceOf(KeystoneRefused);
  });
});

describe('Keystone that is away', () => {
  it.each([
    ['fails', { validation: answer(500) }],
    ['is being started', { login: answer(503) }],
    ['has too much to do', { validation: answer(429) }],
    ['answers with what is no token', { validation: answer(200, { token: 5 }) }],
    ['answers with a token that has no end', { validation: answer(200, { token: { project } }) }],
    [
      'answers with a project that could be no folder',
      {
        validation: answer(200, {
          token: { project: { id: '../up' }, user: { name: 'x' }, expires_at: '2030-01-01T00:00:00Z' },
        }),
      },
    ],
    ['answers with a page', { validation: answer(200, '<html>') }],
    ['logs in with no token', { login: answer(201, { token: {} }) }],
    ['points elsewhere', { validation: answer(302, {}, { Location: 'http://127.0.0.1:1/' }) }],
  ])('as it %s, makes no token bad', async (_, instead) => {
    fake.instead = instead;
    const { category, message, retryAfter } = await refusalOf('good');
    expect([category, retryAfter]).toEqual(['unavailable', 1]);
    expect(message).toContain('Keystone cannot be asked');
  });

  it('is given up after a time of silence', async () => {
    fake.instead = { validation: () => {} };
    const { category, cause } = await refusalOf('good', open({ silence: 50 }));
    expect([category, String(cause)]).toEqual(['unavailable', expect.stringContaining('in time')]);
  });

  it('is not listened to for more than an answer can have', async () => {
    let poured = 0;
    const endless = (_: unknown, response: ServerResponse) => {
      const part = Buffer.alloc(64 * 1024, 0x20);
      const pour = () => {
        while (response.write(part)) poured += part.length;
      };
      response.on('drain', pour).on('error', () => undefined);
      pour();
    };
    for (const instead of [{ login: endless }, { validation: endless }]) {
      fake.instead = instead;
      const { category, cause } = await refusalOf('good', open({ silence: 2_000 }));
      expect([category, String(cause)]).toEqual(['unavailable', expect.stringContaining('too long')]);
    }
    expect(poured).toBeLessThan(64 * 1024 * 1024);
  });

  it('does not make others wait, and is asked again a moment later', async () => {
    fake.instead = { validation: answer(500) };
    await refusalOf('good');
    fake.instead = {};
    await refusalOf('good');
    expect(fake.validations).toEqual([]);
    pass(1_000);
    expect(await identity.authenticate('good')).toBeDefined();
    fake.tokens.set('other', { project, expires: START + HOUR });
    expect(await identity.authenticate('other')).toBeDefined();
  });

  it('leaves good what it said before, for as long as that is kept', async () => {
    await identity.authenticate('good');
    await fake.close();
    pass(59_999);
    expect(await identity.authenticate('good')).toBeDefined();
    pass(1);
    expect((await refusalOf('good')).category).toBe('unavailable');
  });

  it('is not said to the user in other words than those that help', async () => {
    await fake.close();
    const { message, cause } = await refusalOf('good');
    expect(message).not.toContain('127.0.0.1');
    expect(String(cause)).toContain(fake.url);
  });
});

it('users are told the address that is theirs', () => {
  expect(identity.loginUrl).toBe(fake.url);
  expect(open({ publicUrl: 'https://keystone.example.com/v3' }).loginUrl).toBe(
    'https://keystone.example.com/v3',
  );
});
