import type { Identity, Principal } from './identity.ts';

export interface Tenant {
  readonly id: string;
  readonly name: string;
  /** Limits of this tenant that differ from the server's; -1 means unlimited. */
  readonly quotas?: { readonly volumes?: number; readonly snapshots?: number; readonly gigabytes?: number };
  /** Requests per second; absent means the server's setting. */
  readonly rateLimit?: number;
}

export interface User {
  readonly name: string;
  readonly password: string;
  /** Id of the tenant that the user works for. */
  readonly tenant: string;
  readonly roles?: readonly string[];
}

export interface Token {
  readonly id: string;
  /** Name of the user. */
  readonly user: string;
  /** ISO 8601; absent means that it never expires. */
  readonly expires?: string;
}

/** Tenants, users and tokens, as they stand in an identity file. */
export interface Directory {
  readonly tenants: readonly Tenant[];
  readonly users: readonly User[];
  readonly tokens: readonly Token[];
}

interface Grant {
  readonly principal: Principal;
  /** Milliseconds since the epoch. */
  readonly expires: number;
}

/**
 * Identity from a directory held in memory. All look-ups are by hash, so neither the number of tenants nor
 * that of tokens matters. Throws with a sentence for the operator when the directory contradicts itself.
 */
export function embeddedIdentity(directory: Directory, now: () => number = Date.now): Identity {
  const tenants = unique(directory.tenants, ({ id }) => id, 'tenant');
  const users = unique(directory.users, ({ name }) => name, 'user');
  unique(directory.tokens, ({ id }) => id, 'token');
  const grants = new Map<string, Grant>();

  for (const user of users.values()) {
    if (!tenants.has(user.tenant))
      throw new Error(`user ${user.name} belongs to unknown tenant ${user.tenant}`);
  }
  for (const { id, user: userName, expires } of directory.tokens) {
    const user = users.get(userName);
    // The id of a token is a secret: it is not part of the message.
    if (user === undefined) throw new Error(`a token names the unknown user ${userName}`);
    const until = expires === undefined ? Number.POSITIVE_INFINITY : Date.parse(expires);
    if (Number.isNaN(until))
      throw new Error(`a token of ${userName} expires at ${expires}, which is no date`);
    grants.set(id, { principal: principalOf(user, tenants), expires: until });
  }

  return {
    async authenticate(token) {
      const grant = grants.get(token);
      if (grant === undefined || grant.expires <= now()) return undefined;
      return grant.principal;
    },
  };
}

function principalOf(user: User, tenants: ReadonlyMap<string, Tenant>): Principal {
  return {
    tenantId: user.tenant,
    tenantName: tenants.get(user.tenant)?.name ?? user.tenant,
    userName: user.name,
    roles: user.roles ?? [],
  };
}

function unique<T>(items: readonly T[], key: (item: T) => string, kind: string): Map<string, T> {
  const byKey = new Map<string, T>();
  for (const item of items) {
    // Two tokens of one id would be told apart by nobody; two tenants would share their volumes.
    if (byKey.has(key(item)))
      throw new Error(`the identity has two ${kind}s of one ${kind === 'user' ? 'name' : 'id'}`);
    byKey.set(key(item), item);
  }
  return byKey;
}
