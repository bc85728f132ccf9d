import type { IdentityV3TokensHandlers } from '../../../generated/server/identity-v3-tokens.ts';
import type { components } from '../../../generated/types.ts';
import type { Login, Session } from '../../identity/identity.ts';
import { IdentityRefusal } from '../../identity/refusal.ts';
import type { ApiCaller } from '../caller.ts';
import type { IdentityParts } from '../identity-v2.0/tokens.ts';
import { proofOf, wantedOf } from './authentication.ts';
import { serviceCatalogV3 } from './catalog.ts';
import { DOMAIN } from './domain.ts';

type Token = components['schemas']['IdentityV3Token'];

/** Shown of a token that has no end, as clients want one; well within what they can calculate with. */
const NO_END = Date.parse('2099-12-31T00:00:00Z');

export function tokensHandlers({ login, catalog }: IdentityParts): IdentityV3TokensHandlers<ApiCaller> {
  const catalogOf = serviceCatalogV3(catalog);

  /** What is said of a token, whose id is never part of it. */
  function answerOf(session: Session, origin: string, query: { readonly nocatalog?: string } | undefined) {
    const services =
      query?.nocatalog === undefined ? catalogOf(origin, session.principal.tenantId) : undefined;
    return {
      headers: { 'X-Subject-Token': session.token, Vary: 'X-Auth-Token' },
      body: { token: { ...tokenOf(session), ...(services && { catalog: services }) } },
    };
  }

  return {
    async authenticate({ body: { auth }, query }, { origin, address }) {
      const session = await login.login(proofOf(auth), wantedOf(auth), address);
      return { status: 201, ...answerOf(session, origin, query) };
    },

    async validateToken({ query }, caller) {
      return { status: 200, ...answerOf(subjectOf(login, caller), caller.origin, query) };
    },

    async revokeToken(_request, caller) {
      const { token } = subjectOf(login, caller);
      if (!login.revoke(token)) {
        throw new IdentityRefusal(
          'forbidden',
          'The token stands in the settings of the server; it is taken back there.',
        );
      }
      return { status: 204 };
    },

    async getAuthCatalog(_request, { origin, tenantId }) {
      const links = { self: `${origin}/v3/auth/catalog`, next: null, previous: null };
      return { status: 200, body: { catalog: catalogOf(origin, tenantId), links } };
    },
  };
}

/** The token that is asked about. One of somebody else's is answered like one that does not exist. */
function subjectOf(login: Login, { headers, userName, isAdministrator }: ApiCaller): Session {
  const { 'x-subject-token': token } = headers;
  if (typeof token !== 'string' || token === '')
    throw new IdentityRefusal('invalid', 'Send the token that is asked about in the X-Subject-Token header.');
  const session = login.session(token);
  if (session === undefined || !(isAdministrator || session.principal.userName === userName))
    throw new IdentityRefusal('notFound', 'The token in X-Subject-Token is not valid.');
  return session;
}

const timeOf = (ms: number): string => `${new Date(Math.min(ms, NO_END)).toISOString().slice(0, -1)}000Z`;

function tokenOf({ issuedAt, expires, principal, methods }: Session): Token {
  const { tenantId, tenantName, userName, roles } = principal;
  return {
    methods: [...methods],
    issued_at: timeOf(issuedAt),
    expires_at: timeOf(expires),
    user: { id: userName, name: userName, domain: DOMAIN, password_expires_at: null },
    project: { id: tenantId, name: tenantName, domain: DOMAIN },
    roles: roles.map((name) => ({ id: name, name })),
  };
}
