/** Who a token speaks for, and what it may reach: one tenant. */
export interface Principal {
  readonly tenantId: string;
  readonly tenantName: string;
  readonly userName: string;
  readonly roles: readonly string[];
}

/** Turns tokens into principals. Implementations: embedded (`embedded.ts`). */
export interface Identity {
  /**
   * The principal of a valid token; undefined for one that is unknown or expired (the two are not told
   * apart). Throws when the identity service cannot be asked, which the caller answers with 503.
   */
  authenticate(token: string): Promise<Principal | undefined>;
}
