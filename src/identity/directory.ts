export interface Tenant {
  readonly id: string;
  readonly name: string;
  /** Limits of this tenant that differ from the server's; -1 means unlimited. */
  readonly quotas?: { readonly volumes?: number; readonly snapshots?: number; readonly gigabytes?: number };
  /** Requests per second; absent means the server's setting. */
  readonly rateLimit?: number;
}

export interface AccessKey {
  readonly accessKey: string;
  /** As it is, or hashed; see `secrets.ts`. */
  readonly secretKey: string;
}

export interface User {
  readonly name: string;
  /** As it is, or hashed; see `secrets.ts`. */
  readonly password: string;
  /** Id of the tenant that the user works for when none is asked for. */
  readonly tenant: string;
  /** Ids of further tenants. */
  readonly tenants?: readonly string[];
  readonly roles?: readonly string[];
  readonly accessKeys?: readonly AccessKey[];
}

export interface Token {
  readonly id: string;
  /** Name of the user; the token is for the user's own tenant. */
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

/** A directory that does not contradict itself, by what is looked up in it. */
export interface IndexedDirectory {
  readonly users: ReadonlyMap<string, User>;
  readonly byAccessKey: ReadonlyMap<string, { readonly user: User; readonly secretKey: string }>;
  /** The user's own tenant first. Throws for a user that the directory does not have. */
  tenantsOf(userName: string): readonly Tenant[];
}

/** Throws with a sentence for the operator, without any secret in it, when the directory contradicts itself. */
export function indexDirectory(directory: Directory): IndexedDirectory {
  const tenants = unique(directory.tenants, ({ id }) => id, 'tenants of one id');
  const users = unique(directory.users, ({ name }) => name, 'users of one name');
  unique(directory.tokens, ({ id }) => id, 'tokens of one id');
  const keys = directory.users.flatMap((user) =>
    (user.accessKeys ?? []).map(({ accessKey, secretKey }) => ({ accessKey, secretKey, user })),
  );

  const tenantsOf = new Map<string, readonly Tenant[]>();
  for (const { name, tenant, tenants: others = [] } of directory.users) {
    const own = [...new Set([tenant, ...others])].map((id) => {
      const found = tenants.get(id);
      if (found === undefined) throw new Error(`user ${name} belongs to unknown tenant ${id}`);
      return found;
    });
    // Clients name the tenant that they want: it has to be one.
    const names = own.map((of) => of.name);
    const twice = names.find((of, index) => names.indexOf(of) !== index);
    if (twice !== undefined) throw new Error(`user ${name} belongs to two tenants that are called ${twice}`);
    tenantsOf.set(name, own);
  }

  return {
    users,
    byAccessKey: unique(keys, ({ accessKey }) => accessKey, 'access keys of one id'),
    tenantsOf(userName) {
      const found = tenantsOf.get(userName);
      if (found === undefined) throw new Error(`the directory has no user ${userName}`);
      return found;
    },
  };
}

function unique<T>(items: readonly T[], key: (item: T) => string, what: string): Map<string, T> {
  const byKey = new Map<string, T>();
  for (const item of items) {
    // Two tokens of one id would be told apart by nobody; two tenants would share their volumes.
    if (byKey.has(key(item))) throw new Error(`the identity has two ${what}`);
    byKey.set(key(item), item);
  }
  return byKey;
}
