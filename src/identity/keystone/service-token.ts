import type { KeystoneAccess } from './access.ts';
import type { Ask } from './ask.ts';
import { KeystoneRefused, KeystoneUnavailable } from './errors.ts';
import { expiresAt } from './validation.ts';

/** The token by which this server asks about others: one for all who need it, had anew before it ends. */
export interface ServiceToken {
  current(): Promise<string>;
  /** It is no longer taken; the next who asks gets another one. */
  forget(token: string): void;
}

interface Granted {
  readonly token: string;
  /** Milliseconds since the epoch until which it is used. */
  readonly until: number;
}

/** A token is not used in its last minute, or in the last tenth of a life that is shorter. */
const MARGIN_MS = 60_000;

export function serviceToken(access: KeystoneAccess, ask: Ask, now: () => number): ServiceToken {
  const { user, password, project, userDomain, projectDomain } = access;
  const auth = {
    identity: {
      methods: ['password'],
      password: { user: { name: user, domain: { name: userDomain }, password } },
    },
    scope: { project: { name: project, domain: { name: projectDomain } } },
  };
  let held: Granted | undefined;
  let underWay: Promise<Granted> | undefined;

  async function logIn(): Promise<Granted> {
    const asked = now();
    const { status, headers, body } = await ask({
      method: 'POST',
      path: '/auth/tokens?nocatalog',
      body: { auth },
    });
    const token = headers.get('x-subject-token');
    if (status === 201 && token) {
      const lifetime = (expiresAt(body) ?? asked) - asked;
      held = { token, until: asked + lifetime - Math.min(MARGIN_MS, lifetime / 10) };
      return held;
    }
    if (status === 400 || status === 401 || status === 403) {
      throw new KeystoneRefused(
        `Keystone at ${access.url} refuses the login of ${user} to the project ${project} with status ${status}`,
      );
    }
    throw new KeystoneUnavailable(`Keystone at ${access.url} answers a login with status ${status}`);
  }

  return {
    async current() {
      if (held !== undefined && held.until > now()) return held.token;
      underWay ??= logIn().finally(() => {
        underWay = undefined;
      });
      return (await underWay).token;
    },

    forget(token) {
      if (held?.token === token) held = undefined;
    },
  };
}
