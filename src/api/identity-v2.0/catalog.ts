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
  readonly type: 'volume' | 'compute';
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

/** The same for the same endpoint after each start. */
const endpointId = (type: string, region: string): string =>
  createHash('sha256').update(`${type} ${region}`).digest('hex').slice(0, 32);

/**
 * The service catalog of a tenant, with one endpoint for each type and region: clients that are not told which
 * of several to take refuse to choose.
 */
export function serviceCatalog({
  regions,
  volume,
  compute,
}: CatalogSettings): (origin: string, tenantId: string) => Service[] {
  const entries = [VOLUME[volume], COMPUTE[compute]];
  return (origin, tenantId) =>
    entries.map(({ type, name, version, versionId }) => {
      const url = `${origin}/${version}/${tenantId}`;
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
          versionList: origin,
        })),
        endpoints_links: [],
      };
    });
}
