import { randomBytes } from 'node:crypto';
import type { Session } from './identity.ts';

/** What a token is good for, from when and until when, in milliseconds since the epoch. */
export type Grant = Omit<Session, 'token'>;

const MOST_PER_USER = 1000;
const ID_BYTES = 16;

export interface IssuedTokens {
  /** A new token, of 32 hexadecimal digits that nobody can guess. */
  issue(grant: Grant): string;
  /** Undefined for one that is unknown or has expired. */
  find(token: string): Grant | undefined;
  revoke(token: string): void;
}

/**
 * Tokens in memory. A user has a thousand at the most: the oldest goes when there is one more, so that nobody's
 * logins cost others their tokens or the server its memory. Expired ones go when they are met, from the oldest
 * on as the user gets another; nothing is ever searched through.
 */
export function issuedTokens(now: () => number): IssuedTokens {
  const grants = new Map<string, Grant>();
  /** The tokens of each user in the order in which they were given. */
  const ofUsers = new Map<string, Set<string>>();

  function drop(token: string, own: Set<string>): void {
    own.delete(token);
    grants.delete(token);
  }

  function revoke(token: string): void {
    const own = ofUsers.get(grants.get(token)?.principal.userName ?? '');
    if (own !== undefined) drop(token, own);
  }

  return {
    revoke,

    issue(grant) {
      const { userName } = grant.principal;
      const own = ofUsers.get(userName) ?? new Set();
      ofUsers.set(userName, own);
      for (const oldest of own) {
        if (own.size < MOST_PER_USER && (grants.get(oldest)?.expires ?? 0) > now()) break;
        drop(oldest, own);
      }
      const token = randomBytes(ID_BYTES).toString('hex');
      own.add(token);
      grants.set(token, grant);
      return token;
    },

    find(token) {
      const grant = grants.get(token);
      if (grant === undefined || grant.expires > now()) return grant;
      revoke(token);
      return undefined;
    },
  };
}
