import type { HpBockV11VersionsHandlers } from '../../../generated/server/hp-bock-v1-1-versions.ts';
import type { ApiCaller } from '../caller.ts';
import { currentVersion, selfLink } from '../version-documents.ts';

/** Of both versions, as the document has it. */
const UPDATED = '2011-01-21T11:33:21Z';

/** Where the compute API is described, in the words and under the addresses of the document. */
const DESCRIPTIONS = [
  {
    href: 'http://docs.rackspacecloud.com/servers/api/v1.1/cs-devguide-20110125.pdf',
    type: 'application/pdf',
    rel: 'describedby',
  },
  {
    href: 'http://docs.rackspacecloud.com/servers/api/v1.1/application.wadl',
    type: 'application/vnd.sun.wadl+xml',
    rel: 'describedby',
  },
] as const;

/** Section 4.4.1. */
export function versionsHandlers(): HpBockV11VersionsHandlers<ApiCaller> {
  return {
    async listVersions(_, { origin }) {
      // The volume API, which has a `v1.0` of its own, is not one of the versions of this one: see `/v1/`.
      return {
        status: 200,
        body: {
          versions: [
            { status: 'CURRENT', updated: UPDATED, id: 'v1.1', links: [selfLink(origin, 'v1.1')] },
            { status: 'DEPRECATED', updated: UPDATED, id: 'v1.0', links: [selfLink(origin, 'v1.0')] },
          ],
        },
      };
    },

    async getVersionInfo(_, { origin }) {
      const { links, ...version } = currentVersion(origin, {
        id: 'v1.1',
        path: 'v1.1',
        updated: UPDATED,
        mediaType: (format) => `application/vnd.openstack.compute-v1.1+${format}`,
      });
      return { status: 200, body: { version: { ...version, links: [...links, ...DESCRIPTIONS] } } };
    },
  };
}
