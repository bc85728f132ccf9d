import type { CatalogTransaction } from '../catalog/catalog.ts';
import type { QuotaLimits } from '../catalog/records.ts';
import { EngineFault } from './faults.ts';
import type { Quotas } from './quotas.ts';

type Counted = 'volumes' | 'snapshots';

const UNLIMITED: QuotaLimits = { volumes: -1, snapshots: -1, gigabytes: -1 };

function refusal(
  counted: Counted,
  size: number,
  exceeded: keyof QuotaLimits,
  limits: QuotaLimits,
): EngineFault {
  const params = { limit: limits[exceeded], size };
  if (exceeded === 'volumes') return new EngineFault('volumeLimitExceeded', params);
  if (exceeded === 'snapshots') return new EngineFault('snapshotLimitExceeded', params);
  const kind = counted === 'volumes' ? 'volumeSizeExceedsQuota' : 'snapshotSizeExceedsQuota';
  return new EngineFault(kind, params);
}

/** What holds for a tenant, read in the transaction that counts: an administrator may have changed it just now. */
export async function limitsIn(
  tx: CatalogTransaction,
  tenantId: string,
  quotas: Quotas,
): Promise<QuotaLimits> {
  return quotas.limitsFor(tenantId, await tx.quotaLimits(tenantId));
}

/**
 * Counts one more volume or snapshot of `size` GB; throws an `overLimit` fault when the tenant may not have
 * it. hp-block-storage-v1/4.5.1/quota-governs-size.
 */
export async function takeQuota(
  tx: CatalogTransaction,
  tenantId: string,
  counted: Counted,
  size: number,
  quotas: Quotas,
): Promise<void> {
  const limits = await limitsIn(tx, tenantId, quotas);
  const exceeded = await tx.reserveQuota(tenantId, { [counted]: 1, gigabytes: size }, limits);
  if (exceeded !== undefined) throw refusal(counted, size, exceeded, limits);
}

/** Counts `size` GB more of what is there already. */
export async function takeGigabytes(
  tx: CatalogTransaction,
  tenantId: string,
  size: number,
  quotas: Quotas,
): Promise<void> {
  const limits = await limitsIn(tx, tenantId, quotas);
  const exceeded = await tx.reserveQuota(tenantId, { gigabytes: size }, limits);
  if (exceeded !== undefined) throw refusal('volumes', size, exceeded, limits);
}

export async function giveBackGigabytes(
  tx: CatalogTransaction,
  tenantId: string,
  size: number,
): Promise<void> {
  await tx.reserveQuota(tenantId, { gigabytes: -size }, UNLIMITED);
}

/** Counts one less. */
export async function giveBackQuota(
  tx: CatalogTransaction,
  tenantId: string,
  counted: Counted,
  size: number,
): Promise<void> {
  await tx.reserveQuota(tenantId, { [counted]: -1, gigabytes: -size }, UNLIMITED);
}
