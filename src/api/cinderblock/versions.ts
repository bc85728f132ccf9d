import type { CinderblockVersionsHandlers } from '../../../generated/server/cinderblock-versions.ts';
import type { ApiCaller } from '../caller.ts';

/** The volume API below `/v1`, as Cinder describes it; no document does. */
export function versionsHandlers(): CinderblockVersionsHandlers<ApiCaller> {
  return {
    async getVolumeVersionInfo(_, { origin }) {
      return {
        status: 200,
        body: {
          version: {
            status: 'CURRENT',
            updated: '2012-01-04T11:33:21Z',
            'media-types': [
              { base: 'application/xml', type: 'application/vnd.openstack.volume+xml;version=1' },
              { base: 'application/json', type: 'application/vnd.openstack.volume+json;version=1' },
            ],
            id: 'v1.0',
            links: [{ href: `${origin}/v1/`, rel: 'self' }],
          },
        },
      };
    },
  };
}
