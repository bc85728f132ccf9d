import type { NovaVersionsHandlers } from '../../../generated/server/nova-versions.ts';
import type { ApiCaller } from '../caller.ts';
import { currentVersion } from '../version-documents.ts';

/** The second version of the compute API. */
export const versionsHandlers: NovaVersionsHandlers<ApiCaller> = {
  async getVersionInfo(_, { origin }) {
    const version = currentVersion(origin, {
      id: 'v2.0',
      path: 'v2',
      updated: '2011-01-21T11:33:21Z',
      mediaType: (format) => `application/vnd.openstack.compute+${format};version=2`,
    });
    return { status: 200, body: { version } };
  },
};
