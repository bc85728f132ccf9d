import type { QuotaLimits } from '../catalog/records.ts';
import type { Caller, Engine, LimitsRequest } from './engine.ts';
import type { EngineParts } from './engine-parts.ts';
import { EngineFault } from './faults.ts';
import { limitsIn } from './quota-usage.ts';
import { requireWritable } from './request-fields.ts';

/** What Cinder's catalog could hold. */
const HIGHEST_LIMIT = 2 ** 31 - 1;

/** The one class that there is: every tenant is in it. */
const EVERY_TENANT = 'default';

const RESOURCES = ['volumes', 'snapshots', 'gigabytes'] as const satisfies (keyof QuotaLimits)[];

function limitOf(resource: string, given: number | string): number {
  const limit = typeof given === 'string' && /^-?\d+$/.test(given.trim()) ? Number(given) : given;
  if (typeof limit === 'string' || !Number.isInteger(limit))
    throw new EngineFault('quotaLimitInvalid', { resource, limit: given });
  if (limit < -1) throw new EngineFault('quotaLimitTooLow', { resource, limit });
  if (limit > HIGHEST_LIMIT) throw new EngineFault('quotaLimitTooHigh', { resource, highest: HIGHEST_LIMIT });
  return limit;
}

/** Those that were given; a null is none. */
function limitsOf(request: LimitsRequest): Partial<QuotaLimits> {
  const given = RESOURCES.flatMap((resource) => {
    const limit = request[resource];
    return limit === null || limit === undefined ? [] : [[resource, limitOf(resource, limit)] as const];
  });
  return Object.fromEntries(given);
}

/** A tenant is told of its own limits, and administrators of everybody's. */
function requireOwn({ tenantId, isAdministrator }: Caller, asked: string): void {
  if (tenantId === asked || isAdministrator === true) return;
  throw new EngineFault('notAllowed', { action: 'showing the quotas of another tenant' });
}

function requireClass(name: string): void {
  if (name !== EVERY_TENANT) throw new EngineFault('quotaClassNotFound', { name });
}

/** Limits as administrators set them. Whether a caller is one is for who calls to know. */
export function createQuotaSets({ catalog, change, quotas }: EngineParts): Engine['quotas'] {
  const classLimits = async (): Promise<QuotaLimits> =>
    quotas.defaults(await catalog.quotaLimits(EVERY_TENANT));

  return {
    async get(caller, tenantId) {
      requireOwn(caller, tenantId);
      const [stored, usage] = await Promise.all([
        catalog.quotaLimits(tenantId),
        catalog.quotaUsage(tenantId),
      ]);
      return { limits: quotas.limitsFor(tenantId, stored), usage };
    },

    async defaults(caller, tenantId) {
      requireOwn(caller, tenantId);
      return classLimits();
    },

    async update(_caller, tenantId, request) {
      requireWritable('tenant', tenantId);
      const limits = limitsOf(request);
      const { value } = await change(async ({ tx }) => {
        await tx.setQuotaLimits('tenant', tenantId, limits);
        return limitsIn(tx, tenantId, quotas);
      });
      return value;
    },

    async reset(_caller, tenantId) {
      await change(({ tx }) => tx.deleteQuotaLimits(tenantId));
    },

    async classLimits(_caller, name) {
      requireClass(name);
      return classLimits();
    },

    async updateClass(_caller, name, request) {
      requireClass(name);
      const limits = limitsOf(request);
      const { value } = await change(async ({ tx }) => {
        await tx.setQuotaLimits('class', EVERY_TENANT, limits);
        return quotas.defaults(await tx.quotaLimits(EVERY_TENANT));
      });
      return value;
    },
  };
}
