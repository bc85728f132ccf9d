/** How to get into Swift, and where backups go there. */
export interface SwiftAccess {
  /** Where to log in, such as `http://swift.example.com/auth/v1.0` or `https://keystone.example.com/v3`. */
  readonly authUrl: string;
  readonly authVersion: '1' | '2' | '3';
  readonly user: string;
  readonly key: string;
  /** Tenant (v2.0) or project (v3). */
  readonly tenant?: string;
  /** Of the user and the project (v3). */
  readonly domain: string;
  /** Of the service catalog (v2.0 and v3); undefined for the first. */
  readonly region?: string;
  /** Account of a tenant's backups, with `{tenant}` in it; undefined for that of the login. */
  readonly account?: string;
  /** Name of a container in Swift, with `{container}` and, where tenants share an account, `{tenant}` in it. */
  readonly container: string;
}

/** The form of login that an address ends in; undefined when it does not say. */
export function authVersionOf(authUrl: string): '1' | '2' | '3' | undefined {
  const [, version] = /\/v([123])(?:\.\d+)?\/?$/.exec(authUrl) ?? [];
  return version === '1' || version === '2' || version === '3' ? version : undefined;
}
