import type { QuotaLimits } from '../catalog/records.ts';

/** How much each tenant may have. */
export interface Quotas {
  limitsFor(tenantId: string): QuotaLimits;
}

/** Where nothing else is set: 10 volumes, 10 snapshots, 1000 GB of both together. */
export const defaultLimits: QuotaLimits = { volumes: 10, snapshots: 10, gigabytes: 1000 };

export interface QuotaSettings {
  /** For every tenant without limits of its own; -1 is unlimited. */
  readonly defaults?: Partial<QuotaLimits>;
  /** By tenant id; what a tenant leaves out comes from the defaults. */
  readonly tenants?: Readonly<Record<string, Partial<QuotaLimits>>>;
}

function checked(limits: QuotaLimits, where: string): QuotaLimits {
  for (const [name, limit] of Object.entries(limits)) {
    if (!Number.isSafeInteger(limit) || limit < -1) {
      throw new RangeError(
        `quota ${name} of ${where} is ${limit}: it must be -1 (unlimited) or a whole number from 0`,
      );
    }
  }
  return limits;
}

/** Fixed limits from settings; throws `RangeError` when one is not -1 or a whole number. */
export function createQuotas(settings: QuotaSettings = {}): Quotas {
  const defaults = checked({ ...defaultLimits, ...settings.defaults }, 'every tenant');
  const tenants = new Map(
    Object.entries(settings.tenants ?? {}).map(([tenantId, limits]) => [
      tenantId,
      checked({ ...defaults, ...limits }, `tenant ${tenantId}`),
    ]),
  );
  return { limitsFor: (tenantId) => tenants.get(tenantId) ?? defaults };
}
