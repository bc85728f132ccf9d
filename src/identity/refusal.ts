/** Why a token is not given, or not taken. The message goes to whoever asked, so it says nothing about who exists. */
export class IdentityRefusal extends Error {
  readonly category: 'invalid' | 'unauthorized' | 'forbidden' | 'notFound' | 'overLimit' | 'unavailable';
  /** Seconds until another try makes sense; with `overLimit` and `unavailable` only. */
  readonly retryAfter: number | undefined;

  constructor(category: IdentityRefusal['category'], message: string, retryAfter?: number, cause?: unknown) {
    super(message, { cause });
    this.name = 'IdentityRefusal';
    this.category = category;
    this.retryAfter = retryAfter;
  }
}

/** The same words for a name that does not exist as for a wrong password. */
export const badCredentials = () => new IdentityRefusal('unauthorized', 'The credentials are wrong.');
/** The same words for a tenant that does not exist as for one of others. */
export const otherTenant = () =>
  new IdentityRefusal('unauthorized', 'The credentials are right, but not for the tenant that is asked for.');
export const tooManyFailures = (seconds: number) =>
  new IdentityRefusal('overLimit', 'Too many failed attempts; try again later.', seconds);
export const tooManyLogins = () =>
  new IdentityRefusal('overLimit', 'Too many logins at once; try again in a moment.', 1);
