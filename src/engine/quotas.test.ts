import { describe, expect, it } from 'vitest';
import { createQuotas } from './quotas.ts';

const nothing = { tenant: {}, everyTenant: {} };

describe('quotas', () => {
  it('are 10 volumes, 10 snapshots and 1000 GB unless set', () => {
    expect(createQuotas().limitsFor('anyone', nothing)).toEqual({
      volumes: 10,
      snapshots: 10,
      gigabytes: 1000,
    });
  });

  it('come from the tenant, then from the settings, then from the defaults', () => {
    const quotas = createQuotas({ defaults: { volumes: 5 }, tenants: { bob: { snapshots: -1 } } });
    expect(quotas.limitsFor('alice', nothing)).toEqual({ volumes: 5, snapshots: 10, gigabytes: 1000 });
    expect(quotas.limitsFor('bob', nothing)).toEqual({ volumes: 5, snapshots: -1, gigabytes: 1000 });
  });

  it('that an administrator sets for a tenant go before its own, and those for every tenant before the settings', () => {
    const quotas = createQuotas({
      defaults: { volumes: 5 },
      tenants: { bob: { snapshots: -1, volumes: 6 } },
    });
    const stored = { tenant: { volumes: 7 }, everyTenant: { volumes: 8, snapshots: 8, gigabytes: 8 } };
    expect(quotas.limitsFor('bob', stored)).toEqual({ volumes: 7, snapshots: -1, gigabytes: 8 });
    expect(quotas.limitsFor('bob', { ...stored, tenant: {} })).toEqual({
      volumes: 6,
      snapshots: -1,
      gigabytes: 8,
    });
    expect(quotas.defaults(stored)).toEqual({ volumes: 8, snapshots: 8, gigabytes: 8 });
    expect(quotas.defaults(nothing)).toEqual({ volumes: 5, snapshots: 10, gigabytes: 1000 });
  });

  it('must be -1 or a whole number', () => {
    for (const volumes of [-2, 1.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => createQuotas({ defaults: { volumes } })).toThrow(RangeError);
      expect(() => createQuotas({ tenants: { bob: { volumes } } })).toThrow(/tenant bob/);
    }
  });
});
