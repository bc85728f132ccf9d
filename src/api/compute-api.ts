import type { ApiCaller } from './caller.ts';

/**
 * Where what was created through the compute API is, which the document does not say and later releases of the service
 * did. Its first version knows resources by their numbers, the second by their UUIDs.
 */
export const locationOf = (
  { origin, tenantId }: ApiCaller,
  version: 'v1.1' | 'v2',
  list: 'os-volumes' | 'os-snapshots',
  id: number | string,
): string => `${origin}/${version}/${encodeURIComponent(tenantId)}/${list}/${id}`;

/** Its first version writes an empty string where there is no snapshot or image; a client may send it back. */
export const unlessEmpty = <Value extends number | string>(
  given: Value | null | undefined,
): Value | undefined => (given === null || given === '' ? undefined : given);
