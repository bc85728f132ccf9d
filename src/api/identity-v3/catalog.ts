import { createHash } from 'node:crypto';
import type { components } from '../../../generated/types.ts';
import { type CatalogSettings, serviceCatalog } from '../identity-v2.0/catalog.ts';

type Service = components['schemas']['IdentityV3Service'];

const INTERFACES = ['public', 'internal', 'admin'] as const;

/** The same after each start. */
const idOf = (...parts: readonly string[]): string =>
  createHash('sha256').update(parts.join(' ')).digest('hex').slice(0, 32);

/** The catalog of version 2.0 in the form of version 3: what were members of an endpoint are endpoints. */
export function serviceCatalogV3(settings: CatalogSettings): (origin: string, tenantId: string) => Service[] {
  const catalogOf = serviceCatalog(settings, 'v3');
  return (origin, tenantId) =>
    catalogOf(origin, tenantId).map(({ type, name, endpoints }) => ({
      id: idOf(type),
      type,
      name,
      endpoints: endpoints.flatMap(({ region, publicURL: url }) =>
        INTERFACES.map((kind) => ({
          id: idOf(type, region, kind),
          interface: kind,
          region,
          region_id: region,
          url,
        })),
      ),
    }));
}
