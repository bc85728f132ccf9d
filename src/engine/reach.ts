import { EVERY_TENANT, type TenantScope } from '../catalog/tenant-scope.ts';
import type { AllTenants, Caller } from './engine.ts';

/**
 * Whose resources the ids of a call may name: the caller's own tenant's, and everybody's for an administrator. What
 * an administrator makes of another tenant's volume, such as a snapshot, is the administrator's own.
 */
export const reachOf = ({ tenantId, isAdministrator }: Caller): TenantScope =>
  isAdministrator === true ? EVERY_TENANT : tenantId;

/**
 * Whose resources a list has: the caller's own tenant's. An administrator may ask for those of every tenant, or of
 * one of them; of anybody else that is ignored, as it always was. Undefined when it is nobody's.
 */
export function listedScope(caller: Caller, { allTenants, ofTenant }: AllTenants): TenantScope | undefined {
  const own = caller.tenantId;
  if (caller.isAdministrator !== true) return own;
  if (allTenants === true) return ofTenant ?? EVERY_TENANT;
  return ofTenant === undefined || ofTenant === own ? own : undefined;
}
