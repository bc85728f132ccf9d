import type { Handlers } from '../../generated/server/index.ts';
import { IdentityRefusal } from '../identity/refusal.ts';
import type { ApiCaller } from './caller.ts';
import { type IdentityParts, tenantsHandlers, tokensHandlers } from './identity-v2.0/tokens.ts';
import { versionsHandlers } from './identity-v2.0/versions.ts';
import { projectsHandlers } from './identity-v3/projects.ts';
import { tokensHandlers as tokensHandlersV3 } from './identity-v3/tokens.ts';
import { versionsHandlers as versionsHandlersV3 } from './identity-v3/versions.ts';

/** This server gives tokens, or somebody else does, at an address. */
export type IdentitySetup = IdentityParts | { readonly elsewhere: string };

type IdentityHandlers = Pick<Handlers<ApiCaller>, Extract<keyof Handlers<ApiCaller>, `identity${string}`>>;

/** Both versions of the identity API. */
export function identityHandlers(setup: IdentitySetup): IdentityHandlers {
  if ('elsewhere' in setup) return handlersOfNone(setup.elsewhere);
  return {
    identityV20Tenants: tenantsHandlers(setup),
    identityV20Tokens: tokensHandlers(setup),
    identityV20Versions: versionsHandlers(),
    identityV3Projects: projectsHandlers(setup),
    identityV3Tokens: tokensHandlersV3(setup),
    identityV3Versions: versionsHandlersV3(),
  };
}

/** What is answered where others give the tokens: 404, and where that is. */
export const refuseLogin = (url: string) =>
  new IdentityRefusal('notFound', `This server gives no tokens: they are had from Keystone at ${url}.`);

function handlersOfNone(url: string): IdentityHandlers {
  const none = async (): Promise<never> => {
    throw refuseLogin(url);
  };
  return {
    identityV20Tenants: { listTenants: none },
    identityV20Tokens: { authenticate: none },
    identityV20Versions: { getVersion: none },
    identityV3Projects: { listAuthProjects: none },
    identityV3Tokens: {
      authenticate: none,
      validateToken: none,
      revokeToken: none,
      getAuthCatalog: none,
    },
    identityV3Versions: { getVersion: none, listVersions: none },
  };
}
