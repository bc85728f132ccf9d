import type { CinderblockVersionsHandlers } from '../../../generated/server/cinderblock-versions.ts';
import type { ApiCaller } from '../caller.ts';
import { type IdentitySetup, refuseLogin } from '../identity.ts';
import { serviceCatalog } from '../identity-v2.0/catalog.ts';
import { currentVersion } from '../version-documents.ts';

/** The volume API below `/v1`, as Cinder describes it, and the login by headers there; no document has them. */
export function versionsHandlers(identity: IdentitySetup): CinderblockVersionsHandlers<ApiCaller> {
  return {
    async getVolumeVersionInfo(_, caller) {
      const { headers, origin } = caller;
      if (headers['x-auth-user'] !== undefined) {
        return { status: 204, headers: await logInByHeaders(identity, caller) };
      }
      const version = currentVersion(origin, {
        id: 'v1.0',
        path: 'v1',
        updated: '2012-01-04T11:33:21Z',
        mediaType: (format) => `application/vnd.openstack.volume+${format};version=1`,
      });
      return { status: 200, body: { version } };
    },
  };
}

/** Counted with all other logins, so that this is no way around the waits after failures. */
async function logInByHeaders(identity: IdentitySetup, { headers, origin, address }: ApiCaller) {
  if ('elsewhere' in identity) throw refuseLogin(identity.elsewhere);
  const { 'x-auth-user': name, 'x-auth-key': secret, 'x-auth-project-id': tenant } = headers;
  const proof = { kind: 'password', name: String(name), secret: String(secret ?? '') } as const;
  const wanted = typeof tenant === 'string' && tenant !== '' ? { idOrName: tenant } : {};
  const { token, principal } = await identity.login.login(proof, wanted, address);
  const [volume] = serviceCatalog(identity.catalog)(origin, principal.tenantId);
  return { 'X-Auth-Token': token, 'X-Server-Management-Url': volume?.endpoints[0]?.publicURL ?? origin };
}
