import type { IdentityV20VersionsHandlers } from '../../../generated/server/identity-v2-0-versions.ts';
import type { components } from '../../../generated/types.ts';
import type { ApiCaller } from '../caller.ts';

export const versionAt = (origin: string): components['schemas']['IdentityVersion'] => ({
  id: 'v2.0',
  status: 'stable',
  updated: '2011-11-19T00:00:00Z',
  links: [{ rel: 'self', href: `${origin}/v2.0/` }],
  'media-types': [{ base: 'application/json', type: 'application/vnd.openstack.identity-v2.0+json' }],
});

export function versionsHandlers(): IdentityV20VersionsHandlers<ApiCaller> {
  return {
    async getVersion(_request, { origin }) {
      return { status: 200, body: { version: versionAt(origin) } };
    },
  };
}
