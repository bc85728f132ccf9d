import { createHash } from 'node:crypto';
import type { components } from '../../../generated/types.ts';

export type Service = components['schemas']['IdentityService'];

export interface CatalogSettings {
  /** Zones, which the catalog calls regions: one set of endpoints for each. */
  readonly regions: readonly string[];
  readonly volume: 'v1' | 'v1.1';
  readonly compute: 'v2' | 'v1.1';
}

interface Entry {
  readonly type: 'volume' | 'compute' | 'identity';
  readonly name: string;
  /** Version in the path of the API. */
  readonly version: string;
  readonly versionId: string;
}

const VOLUME: Readonly<Record<CatalogSettings['volume'], Entry>> = {
  v1: { type: 'volume', name: 'cinder', version: 'v1', versionId: '1.0' },
  'v1.1': { type: 'volume', name: 'Block Storage', version: 'v1.1', versionId: '1.1' },
};
const COMPUTE: Readonly<Record<CatalogSettings['compute'], Entry>> = {
  v2: { type: 'compute', name: 'nova', version: 'v2', versionId: '2' },
  'v1.1': { type: 'compute', name: 'nova', version: 'v1.1', versionId: '1.1' },
};
const IDENTITY: Readonly<Record<'v2.0' | 'v3', Entry>> = {
  'v2.0': { type: 'identity', name: 'keystone', version: 'v2.0', versionId: '2.0' },
  v3: { type: 'identity', name: 'keystone', version: 'v3', versionId: '3.0' },
};

/** The same for the same endpoint after each start. */
const endpointId = (type: string, region: string): string =>
  createHash('sha256').update(`${type} ${region}`).digest('hex').slice(0, 32);

/**
 * The service catalog of a tenant, with one endpoint for each type and region: clients that are not told which
 * of several to take refuse to choose.
 *
 * @param identity the version of the identity API that the catalog is asked of, and names
 */
export function serviceCatalog(
  { regions, volume, compute }: CatalogSettings,
  identity: keyof typeof IDENTITY = 'v2.0',
): (origin: string, tenantId: string) => Service[] {
  const entries = [VOLUME[volume], COMPUTE[compute], IDENTITY[identity]];
  return (origin, tenantId) =>
    entries.map(({ type, name, version, versionId }) => {
      const isIdentity = type === 'identity';
      const url = `${origin}/${version}${isIdentity ? '' : `/${tenantId}`}`;
      return {
        type,
        name,
        endpoints: regions.map((region) => ({
          id: endpointId(type, region),
          region,
          tenantId,
          publicURL: url,
          internalURL: url,
          adminURL: url,
          versionId,
          versionInfo: `${origin}/${version}/`,
          versionList: isIdentity ? `${origin}/identity` : origin,
        })),
        endpoints_links: [],
      };
    });
}
