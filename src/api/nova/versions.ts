import type { NovaVersionsHandlers } from '../../../generated/server/nova-versions.ts';
import type { ApiCaller } from '../caller.ts';

/** The second version of the compute API. */
export const versionsHandlers: NovaVersionsHandlers<ApiCaller> = {
  async getVersionInfo(_, { origin }) {
    return {
      status: 200,
      body: {
        version: {
          status: 'CURRENT',
          updated: '2011-01-21T11:33:21Z',
          'media-types': [
            { base: 'application/xml', type: 'application/vnd.openstack.compute+xml;version=2' },
            { base: 'application/json', type: 'application/vnd.openstack.compute+json;version=2' },
          ],
          id: 'v2.0',
          links: [{ href: `${origin}/v2/`, rel: 'self' }],
        },
      },
    };
  },
};
