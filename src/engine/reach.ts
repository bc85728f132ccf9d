import { EVERY_TENANT, type TenantScope } from '../catalog/tenant-scope.ts';
import type { Caller } from './engine.ts';

/**
 * Whose resources the ids of a call may name: the caller's own tenant's, and everybody's for an administrator. What
 * an administrator makes of another tenant's volume, such as a snapshot, is the administrator's own.
 */
export const reachOf = ({ tenantId, isAdministrator }: Caller): TenantScope =>
  isAdministrator === true ? EVERY_TENANT : tenantId;
