import type { components } from '../../../generated/types.ts';
import type { ApiCaller } from '../caller.ts';

type Link = components['schemas']['OsBsLink'];

/** Of a resource: the collection it is in, and its id. */
type Place = readonly [collection: 'volumes' | 'backups' | 'types', id: string];

const pathOf = ({ tenantId }: ApiCaller, segments: readonly string[]): string =>
  [tenantId, ...segments].map(encodeURIComponent).join('/');

const linksTo = (caller: ApiCaller, segments: readonly string[]): Link[] => {
  const path = pathOf(caller, segments);
  return [
    { rel: 'self', href: `${caller.origin}/v1.1/${path}` },
    // What stays when the version changes: the same without it.
    { rel: 'bookmark', href: `${caller.origin}/${path}` },
  ];
};

/** os-bs-2011/2.3.1.1.1/self-and-bookmark-links */
export const linksOf = (caller: ApiCaller, ...place: Place): Link[] => linksTo(caller, ['OS-BS', ...place]);

/** Servers are resources of the Compute API itself. */
export const serverLinksOf = (caller: ApiCaller, serverId: string): Link[] =>
  linksTo(caller, ['servers', serverId]);

/** The self link, for the Location header. */
export const locationOf = (caller: ApiCaller, ...place: Place): string =>
  `${caller.origin}/v1.1/${pathOf(caller, ['OS-BS', ...place])}`;
