/** Who asks: a tenant with a token. */
export interface Caller {
  readonly tenant: string;
  readonly token: string;
}

/** The implementation under test, and who may do what there. */
export interface Target {
  /** Base of all paths of the contract, without a slash at the end. */
  readonly url: string;
  readonly first: Caller;
  /** Another tenant: without it, cases about two tenants are not exercised. */
  readonly second?: Caller;
  /** A tenant that may make next to no requests: without it, rate limits are not exercised. */
  readonly limited?: Caller;
  /** Servers that volumes may be attached to; made up when there are none. */
  readonly servers: readonly string[];
  /** An image that volumes can be made of; that of the examples when it is left out. */
  readonly image?: string;
  /** Milliseconds for one request. */
  readonly timeout: number;
  /** Milliseconds for a resource to settle. */
  readonly patience: number;
}
