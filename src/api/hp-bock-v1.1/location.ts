import type { ApiCaller } from '../caller.ts';

/** Where what was created is, which the document does not say and later releases of the service did. */
export const locationOf = (
  { origin, tenantId }: ApiCaller,
  list: 'os-volumes' | 'os-snapshots',
  { serial }: { readonly serial: number },
): string => `${origin}/v1.1/${encodeURIComponent(tenantId)}/${list}/${serial}`;
