/** Who a token speaks for, and what it may reach: one tenant. */
export interface Principal {
  readonly tenantId: string;
  readonly tenantName: string;
  readonly userName: string;
  readonly roles: readonly string[];
  /** By its roles. */
  readonly isAdministrator: boolean;
}

/** Tells roles whose holders are administrators from others. */
export type IsAdministratorRole = (role: string) => boolean;

/** By their names; services of the time did not tell `Admin` from `admin`. */
export function administratorRoles(names: readonly string[] = ['admin']): IsAdministratorRole {
  const known = new Set(names.map((name) => name.toLowerCase()));
  return (role) => known.has(role.toLowerCase());
}

/** Turns tokens into principals. Implementations: embedded (`embedded.ts`) and Keystone (`keystone/`). */
export interface Identity {
  /** Where tokens are to be had, as clients are told: a path of this server, or the address of another. */
  readonly loginUrl: string;
  /**
   * The principal of a valid token; undefined for one that is unknown or expired (the two are not told apart).
   * @throws IdentityRefusal when the token is valid but good for no tenant
   * @throws any other error when the identity service cannot be asked, which is answered with 503
   */
  authenticate(token: string): Promise<Principal | undefined>;
}

/** What proves who asks for a token. */
export type Proof =
  | { readonly kind: 'password'; readonly name: string; readonly secret: string }
  | { readonly kind: 'accessKey'; readonly name: string; readonly secret: string }
  | { readonly kind: 'token'; readonly token: string };

/** The tenant that a token shall be for; where both are there, both have to be right. */
export interface WantedTenant {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  /** Either of the two, for clients that do not say which. */
  readonly idOrName?: string | undefined;
}

/** A token that has been given. Times are milliseconds since the epoch. */
export interface Session {
  readonly token: string;
  readonly issuedAt: number;
  /** Infinite for a token of the settings that has no end. */
  readonly expires: number;
  readonly principal: Principal;
  /** What proved who asks, `token` last when it was had for another token. */
  readonly methods: readonly Proof['kind'][];
}

/** Gives tokens, and takes them back. */
export interface Login {
  /**
   * @param address of the client, which failures are counted by as well as by name
   * @throws IdentityRefusal when the proof is wrong, when the user does not belong to the tenant, and when there
   * were too many failures before
   */
  login(proof: Proof, wanted: WantedTenant, address: string): Promise<Session>;
  /** What a valid token is good for; undefined for any other. */
  session(token: string): Session | undefined;
  /** Ends a token before its time; false, and nothing is done, for one that stands in the settings. */
  revoke(token: string): boolean;
  /** The tenants that a user may get a token for, the user's own first. */
  tenantsOf(userName: string): readonly { readonly id: string; readonly name: string }[];
}
