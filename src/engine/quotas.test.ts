import { describe, expect, it } from 'vitest';
import { createQuotas } from './quotas.ts';

describe('quotas', () => {
  it('are 10 volumes, 10 snapshots and 1000 GB unless set', () => {
    expect(createQuotas().limitsFor('anyone')).toEqual({ volumes: 10, snapshots: 10, gigabytes: 1000 });
  });

  it('come from the tenant, then from the settings, then from the defaults', () => {
    const quotas = createQuotas({ defaults: { volumes: 5 }, tenants: { bob: { snapshots: -1 } } });
    expect(quotas.limitsFor('alice')).toEqual({ volumes: 5, snapshots: 10, gigabytes: 1000 });
    expect(quotas.limitsFor('bob')).toEqual({ volumes: 5, snapshots: -1, gigabytes: 1000 });
  });

  it('must be -1 or a whole number', () => {
    for (const volumes of [-2, 1.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => createQuotas({ defaults: { volumes } })).toThrow(RangeError);
      expect(() => createQuotas({ tenants: { bob: { volumes } } })).toThrow(/tenant bob/);
    }
  });
});
