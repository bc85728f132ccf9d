import { createClient, NoAnswer } from './http.ts';
import type { Caller } from './target.ts';

export interface Credentials {
  readonly authUrl: string;
  readonly username: string;
  readonly password: string;
  readonly tenantName: string;
}

export interface Login {
  readonly caller: Caller;
  /** Base URL of the services by the catalog, without version and tenant; undefined when it has none. */
  readonly url: string | undefined;
}

/** The identity service gave no token. The message never holds what was sent. */
export class LoginFailed extends Error {}

interface Endpoint {
  readonly publicURL?: string;
}
interface Access {
  readonly token?: { readonly id?: string; readonly tenant?: { readonly id?: string } };
  readonly serviceCatalog?: readonly { readonly type?: string; readonly endpoints?: readonly Endpoint[] }[];
}

/** Types of services that these documents are about, in the order in which they are looked for. */
const TYPES = ['volume', 'compute'];

/** An endpoint ends in a version and the tenant, which the paths of the contract begin with. */
function baseOf(endpoint: string, tenant: string): string {
  const trimmed = endpoint.replace(/\/+$/, '');
  const withoutTenant = trimmed.endsWith(`/${tenant}`) ? trimmed.slice(0, -tenant.length - 1) : trimmed;
  return withoutTenant.replace(/\/v\d+(\.\d+)?$/, '');
}

function baseInCatalog({ serviceCatalog = [] }: Access, tenant: string): string | undefined {
  for (const type of TYPES) {
    const endpoint = serviceCatalog.find((service) => service.type === type)?.endpoints?.[0]?.publicURL;
    if (endpoint !== undefined && URL.canParse(endpoint)) return baseOf(endpoint, tenant);
  }
  return undefined;
}

/** The address may be the identity service's root, its version, or the resource itself. */
function tokensUrl(authUrl: string): { base: string; path: string } {
  const base = authUrl.replace(/\/+$/, '').replace(/\/tokens$/, '');
  return base.endsWith('/v2.0') ? { base, path: '/tokens' } : { base, path: '/v2.0/tokens' };
}

function accessOf(text: string): Access | undefined {
  try {
    return JSON.parse(text).access;
  } catch {
    return undefined;
  }
}

/**
 * Gets a token for a name and a password: `POST /v2.0/tokens`.
 *
 * @param timeout milliseconds
 * @throws LoginFailed
 */
export async function logIn(
  { authUrl, username, password, tenantName }: Credentials,
  timeout: number,
): Promise<Login> {
  const { base, path } = tokensUrl(authUrl);
  const client = createClient(base, timeout);
  try {
    const body = JSON.stringify({ auth: { tenantName, passwordCredentials: { username, password } } });
    const headers = { 'Content-Type': 'application/json', Accept: 'application/json' };
    const answer = await client.send({ method: 'POST', path, headers, body });
    const access = accessOf(answer.text);
    const token = access?.token?.id;
    const tenant = access?.token?.tenant?.id;
    if (access === undefined || token === undefined || tenant === undefined)
      throw new LoginFailed(
        `${base}${path} gave no token with a tenant to ${username}: it answered ${answer.status}`,
      );
    return { caller: { tenant, token }, url: baseInCatalog(access, tenant) };
  } catch (error) {
    if (error instanceof NoAnswer) throw new LoginFailed(`${base}${path}: ${error.message}`);
    throw error;
  } finally {
    client.close();
  }
}
