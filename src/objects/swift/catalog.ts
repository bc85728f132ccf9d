/** The service catalogs of Keystone: v2.0 has a public address per endpoint, v3 one endpoint per interface. */

interface Endpoint {
  readonly region?: unknown;
  readonly region_id?: unknown;
  readonly publicURL?: unknown;
  readonly interface?: unknown;
  readonly url?: unknown;
}

/** The members of an answer of another service: whatever is no list of objects is an empty one. */
function objectsIn(value: unknown): readonly Record<string, unknown>[] {
  const isObject = (one: unknown): one is Record<string, unknown> => typeof one === 'object' && one !== null;
  return Array.isArray(value) ? value.filter(isObject) : [];
}

const addressOf = ({ publicURL, interface: side, url }: Endpoint): unknown =>
  publicURL ?? (side === 'public' ? url : undefined);

/** The public address of the object store in the region, or in the first; undefined when there is none. */
export function storageUrlIn(catalog: unknown, region: string | undefined): unknown {
  return objectsIn(catalog)
    .filter(({ type }) => type === 'object-store')
    .flatMap(({ endpoints }) => objectsIn(endpoints))
    .filter(
      (endpoint: Endpoint) => region === undefined || [endpoint.region, endpoint.region_id].includes(region),
    )
    .map(addressOf)
    .find((address) => address !== undefined);
}
