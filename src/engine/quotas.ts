import type { QuotaLimits, StoredLimits } from '../catalog/records.ts';

/**
 * How much each tenant may have. The limit that is set for the fewest holds, and of two for the same the one that
 * was set while the server ran: first what an administrator has set for the tenant (`PUT os-quota-sets`), then what
 * the identity says of the tenant, then what an administrator has set for every tenant (`PUT os-quota-class-sets`),
 * then the settings. `stored` is what the catalog has of it.
 */
export interface Quotas {
  limitsFor(tenantId: string, stored: StoredLimits): QuotaLimits;
  /** For a tenant without limits of its own. */
  defaults(stored: Pick<StoredLimits, 'everyTenant'>): QuotaLimits;
}

/** Where nothing else is set: 10 volumes, 10 snapshots, 1000 GB of both together. */
export const defaultLimits: QuotaLimits = { volumes: 10, snapshots: 10, gigabytes: 1000 };

export interface QuotaSettings {
  /** For every tenant without limits of its own; -1 is unlimited. */
  readonly defaults?: Partial<QuotaLimits>;
  /** By tenant id; what a tenant leaves out comes from the defaults. */
  readonly tenants?: Readonly<Record<string, Partial<QuotaLimits>>>;
}

function checked<Limits extends Partial<QuotaLimits>>(limits: Limits, where: string): Limits {
  for (const [name, limit] of Object.entries(limits)) {
    if (!Number.isSafeInteger(limit) || limit < -1) {
      throw new RangeError(
        `quota ${name} of ${where} is ${limit}: it must be -1 (unlimited) or a whole number from 0`,
      );
    }
  }
  return limits;
}

/** Limits from settings, under those of the catalog; throws `RangeError` when one is not -1 or a whole number. */
export function createQuotas(settings: QuotaSettings = {}): Quotas {
  const everywhere = checked({ ...defaultLimits, ...settings.defaults }, 'every tenant');
  const tenants = new Map(
    Object.entries(settings.tenants ?? {}).map(([tenantId, limits]) => [
      tenantId,
      checked(limits, `tenant ${tenantId}`),
    ]),
  );
  const defaults: Quotas['defaults'] = ({ everyTenant }) => ({ ...everywhere, ...everyTenant });
  return {
    defaults,
    limitsFor: (tenantId, stored) => ({ ...defaults(stored), ...tenants.get(tenantId), ...stored.tenant }),
  };
}
