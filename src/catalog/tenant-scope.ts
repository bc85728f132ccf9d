/**
 * Stands for all tenants. It is a symbol: no text that a client sends can be it, and neither can a tenant that
 * somebody has forgotten to give.
 */
export const EVERY_TENANT: unique symbol = Symbol('every tenant');

/** Whose resources a read may find: those of one tenant, or everybody's, for administrators. */
export type TenantScope = string | typeof EVERY_TENANT;

/** The tenant as a parameter of a statement; undefined where the statement has none. */
export function tenantOf(scope: TenantScope): string | undefined {
  if (scope === EVERY_TENANT) return undefined;
  // What is neither would otherwise find everybody's.
  if (typeof scope !== 'string')
    throw new TypeError('a read of the catalog must say whose resources it is for');
  return scope;
}

/**
 * A statement for one tenant and one for all of them, which is prepared when an administrator comes: servers start
 * without it.
 */
export function perScope<Run>(prepare: (isOneTenant: boolean) => Run): (scope: TenantScope) => Run {
  const ofOne = prepare(true);
  let ofEvery: Run | undefined;
  return (scope) => {
    if (scope !== EVERY_TENANT) return ofOne;
    ofEvery ??= prepare(false);
    return ofEvery;
  };
}
