import type { IdentityV20TenantsHandlers } from '../../../generated/server/identity-v2-0-tenants.ts';
import type { IdentityV20TokensHandlers } from '../../../generated/server/identity-v2-0-tokens.ts';
import type { components } from '../../../generated/types.ts';
import type { Login, Proof, Session } from '../../identity/identity.ts';
import { IdentityRefusal } from '../../identity/refusal.ts';
import type { ApiCaller } from '../caller.ts';
import { type CatalogSettings, type Service, serviceCatalog } from './catalog.ts';

type Authentication = components['schemas']['IdentityAuthentication'];
type Access = components['schemas']['IdentityAccess'];
type Tenant = components['schemas']['IdentityTenant'];

export interface IdentityParts {
  readonly login: Login;
  readonly catalog: CatalogSettings;
}

export function tokensHandlers({ login, catalog }: IdentityParts): IdentityV20TokensHandlers<ApiCaller> {
  const catalogOf = serviceCatalog(catalog);
  return {
    async authenticate({ body: { auth } }, { origin, address }) {
      const { tenantId, tenantName } = auth;
      // Clients send what they have no word for as null or as nothing.
      const wanted = { id: tenantId || undefined, name: tenantName || undefined };
      const session = await login.login(proofOf(auth), wanted, address);
      const access = accessOf(session, catalogOf(origin, session.principal.tenantId));
      return { status: 200, body: { access } };
    },
  };
}

export function tenantsHandlers({ login }: IdentityParts): IdentityV20TenantsHandlers<ApiCaller> {
  return {
    async listTenants(_request, { userName }) {
      return { status: 200, body: { tenants: login.tenantsOf(userName).map(tenantOf) } };
    },
  };
}

function proofOf({ passwordCredentials, apiAccessKeyCredentials, token }: Authentication): Proof {
  const proofs: Proof[] = [];
  if (passwordCredentials) {
    const { username: name, password: secret } = passwordCredentials;
    proofs.push({ kind: 'password', name, secret });
  }
  if (apiAccessKeyCredentials) {
    const { accessKey: name, secretKey: secret } = apiAccessKeyCredentials;
    proofs.push({ kind: 'accessKey', name, secret });
  }
  if (token) proofs.push({ kind: 'token', token: token.id });
  const [proof] = proofs;
  if (proof !== undefined && proofs.length === 1) return proof;
  throw new IdentityRefusal('invalid', 'Send one of passwordCredentials, apiAccessKeyCredentials and token.');
}

const tenantOf = ({ id, name }: { readonly id: string; readonly name: string }): Tenant => ({
  id,
  name,
  enabled: true,
});

function accessOf({ token, issuedAt, expires, principal }: Session, catalog: Service[]): Access {
  const { tenantId, tenantName, userName, roles } = principal;
  return {
    token: {
      id: token,
      issued_at: `${new Date(issuedAt).toISOString().slice(0, -1)}000`,
      expires: `${new Date(expires).toISOString().slice(0, 19)}Z`,
      tenant: tenantOf({ id: tenantId, name: tenantName }),
    },
    user: { id: userName, name: userName, username: userName, roles: roles.map((name) => ({ name })) },
    serviceCatalog: catalog,
  };
}
