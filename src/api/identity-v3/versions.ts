import type { IdentityV3VersionsHandlers } from '../../../generated/server/identity-v3-versions.ts';
import type { components } from '../../../generated/types.ts';
import type { ApiCaller } from '../caller.ts';
import { versionAt as versionV20At } from '../identity-v2.0/versions.ts';

const versionAt = (origin: string): components['schemas']['IdentityV3Version'] => ({
  id: 'v3.0',
  status: 'stable',
  updated: '2013-03-06T00:00:00Z',
  links: [{ rel: 'self', href: `${origin}/v3/` }],
  'media-types': [{ base: 'application/json', type: 'application/vnd.openstack.identity-v3+json' }],
});

export function versionsHandlers(): IdentityV3VersionsHandlers<ApiCaller> {
  return {
    async getVersion(_request, { origin }) {
      return { status: 200, body: { version: versionAt(origin) } };
    },

    async listVersions(_request, { origin }) {
      return { status: 200, body: { versions: { values: [versionAt(origin), versionV20At(origin)] } } };
    },
  };
}
