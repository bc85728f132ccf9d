import { ObjectStoreRefused } from '../object-store.ts';
import { statusError } from '../store-errors.ts';
import { authVersionOf, type SwiftAccess } from './access.ts';
import { storageUrlIn } from './catalog.ts';
import type { HttpAnswer, HttpClient } from './http-client.ts';

/** What a login gives. */
export interface SwiftSession {
  readonly token: string;
  /** Address of the account, without a slash at the end. */
  readonly storageUrl: string;
}

/** One login for all who need it, made when the first of them does, and again before it runs out. */
export interface SwiftLogin {
  current(): Promise<SwiftSession>;
  /** The session is no longer taken; the next who asks gets another one. */
  forget(session: SwiftSession): void;
}

interface Granted extends SwiftSession {
  /** Milliseconds since 1970; undefined when the answer does not say. */
  readonly expires: number | undefined;
}

/** A token is not used in its last minute: it has to last for what is begun with it. */
const MARGIN_MS = 60_000;

function sessionOf(token: unknown, storageUrl: unknown, expires: number | undefined): Granted {
  if (typeof token !== 'string' || token === '')
    throw new ObjectStoreRefused('the login at Swift gives no token');
  if (typeof storageUrl !== 'string' || !/^https?:\/\/[^/]+\/./.test(storageUrl)) {
    throw new ObjectStoreRefused('the login at Swift names no object store that it may use');
  }
  return {
    token,
    storageUrl: storageUrl.replace(/\/+$/, ''),
    expires: Number.isFinite(expires) ? expires : undefined,
  };
}

/** The base of the address with the version behind it, whether or not it is there already. */
function versioned(authUrl: string, version: 'v2.0' | 'v3'): string {
  const base = authUrl.replace(/\/+$/, '');
  return authVersionOf(base) === undefined ? `${base}/${version}` : base;
}

export function createSwiftLogin(access: SwiftAccess, client: HttpClient): SwiftLogin {
  const { authUrl, authVersion, user, key, tenant, domain, region } = access;

  async function ask(
    method: 'GET' | 'POST',
    url: string,
    what: { headers?: Record<string, string>; body?: object },
  ) {
    const json = what.body === undefined ? undefined : Buffer.from(JSON.stringify(what.body));
    const answer = await client.send({
      method,
      url,
      headers: {
        ...what.headers,
        ...(json && { 'Content-Type': 'application/json', 'Content-Length': String(json.length) }),
      },
      ...(json && { body: json }),
    });
    if (answer.status >= 200 && answer.status < 300) return answer;
    await answer.discard();
    throw statusError('Swift', `the login of ${user}`, answer);
  }

  /** An object of which nothing else is known: its members are looked at one by one. */
  async function objectIn(answer: HttpAnswer): Promise<object> {
    const text = await answer.text();
    try {
      const value: unknown = JSON.parse(text);
      return typeof value === 'object' && value !== null ? value : {};
    } catch (cause) {
      throw new ObjectStoreRefused('the login at Swift is answered by something else than JSON', { cause });
    }
  }

  const forms = {
    async 1() {
      const answer = await ask('GET', authUrl, { headers: { 'X-Auth-User': user, 'X-Auth-Key': key } });
      await answer.discard();
      const { 'x-auth-token': token, 'x-storage-token': older, 'x-storage-url': url } = answer.headers;
      const seconds = answer.headers['x-auth-token-expires'];
      const expires = seconds === undefined ? undefined : Date.now() + Number(seconds) * 1000;
      return sessionOf(token ?? older, url, expires);
    },

    async 2() {
      const answer = await ask('POST', `${versioned(authUrl, 'v2.0')}/tokens`, {
        body: { auth: { passwordCredentials: { username: user, password: key }, tenantName: tenant } },
      });
      const { access: granted } = (await objectIn(answer)) as {
        access?: { token?: { id?: unknown; expires?: unknown }; serviceCatalog?: unknown };
      };
      const expires = Date.parse(String(granted?.token?.expires));
      return sessionOf(granted?.token?.id, storageUrlIn(granted?.serviceCatalog, region), expires);
    },

    async 3() {
      const inDomain = { domain: { name: domain } };
      const answer = await ask('POST', `${versioned(authUrl, 'v3')}/auth/tokens`, {
        body: {
          auth: {
            identity: {
              methods: ['password'],
              password: { user: { name: user, ...inDomain, password: key } },
            },
            scope: { project: { name: tenant, ...inDomain } },
          },
        },
      });
      const { token } = (await objectIn(answer)) as { token?: { expires_at?: unknown; catalog?: unknown } };
      const expires = Date.parse(String(token?.expires_at));
      return sessionOf(answer.headers['x-subject-token'], storageUrlIn(token?.catalog, region), expires);
    },
  };

  let session: Promise<Granted> | undefined;
  /** That of the session, once it is there. */
  let token: string | undefined;

  function renew(): Promise<Granted> {
    token = undefined;
    const renewed = forms[authVersion]();
    session = renewed;
    renewed.then(
      (granted) => {
        token = granted.token;
      },
      () => {
        // A login that failed is not kept: whoever asks next tries again.
        if (session === renewed) session = undefined;
      },
    );
    return renewed;
  }

  return {
    async current() {
      if (session === undefined) return renew();
      const asked = session;
      const known = await asked;
      if (known.expires === undefined || known.expires - MARGIN_MS > Date.now()) return known;
      // The first to notice logs in; the others wait for that.
      return session === undefined || session === asked ? renew() : session;
    },
    forget(refused) {
      if (token === refused.token) session = undefined;
    },
  };
}
