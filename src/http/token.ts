import type { Identity, Principal } from '../identity/identity.ts';
import { IdentityRefusal } from '../identity/refusal.ts';
import type { Check } from './context.ts';
import { HttpFault, refuse } from './fault.ts';

/**
 * Lets a request pass that carries a valid token of the tenant in its path. It runs before the body is
 * read: a stranger is not given the work of parsing.
 */
export function requireToken(identity: Identity): Check {
  return async (ctx) => {
    const token = ctx.req.headers['x-auth-token'];
    if (typeof token !== 'string' || token === '') throw refuse.noToken(identity.loginUrl);
    const principal = await principalOf(identity, token);
    if (principal === undefined) throw refuse.badToken(identity.loginUrl);
    // Said with the same words whether or not the other tenant exists.
    const { tenant_id: tenantId } = ctx['params'] as { tenant_id?: string };
    if (tenantId !== undefined && tenantId !== principal.tenantId) throw refuse.otherTenant();
    ctx.state.principal = principal;
  };
}

async function principalOf(identity: Identity, token: string): Promise<Principal | undefined> {
  try {
    return await identity.authenticate(token);
  } catch (cause) {
    if (cause instanceof IdentityRefusal) throw cause;
    throw new HttpFault('unavailable', 'The identity service cannot be reached; try again later.', { cause });
  }
}
