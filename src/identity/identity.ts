/** Who a token speaks for, and what it may reach: one tenant. */
export interface Principal {
  readonly tenantId: string;
  readonly tenantName: string;
  readonly userName: string;
  readonly roles: readonly string[];
  /** By its roles. */
  readonly isAdministrator: boolean;
}

/** The role whose holders are administrators; services of the time did not tell `Admin` from `admin`. */
export const isAdministratorRole = (role: string): boolean => role.toLowerCase() === 'admin';

/** Turns tokens into principals. Implementations: embedded (`embedded.ts`). */
export interface Identity {
  /**
   * The principal of a valid token; undefined for one that is unknown or expired (the two are not told
   * apart). Throws when the identity service cannot be asked, which the caller answers with 503.
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
}

/** A token that has been given. Times are milliseconds since the epoch. */
export interface Session {
  readonly token: string;
  readonly issuedAt: number;
  readonly expires: number;
  readonly principal: Principal;
}

/** Gives tokens. */
export interface Login {
  /**
   * @param address of the client, which failures are counted by as well as by name
   * @throws IdentityRefusal when the proof is wrong, when the user does not belong to the tenant, and when there
   * were too many failures before
   */
  login(proof: Proof, wanted: WantedTenant, address: string): Promise<Session>;
  /** The tenants that a user may get a token for, the user's own first. */
  tenantsOf(userName: string): readonly { readonly id: string; readonly name: string }[];
}
