import type { CinderV1LimitsHandlers } from '../../../generated/server/cinder-v1-limits.ts';
import type { components } from '../../../generated/types.ts';
import type { Engine } from '../../engine/engine.ts';
import type { ApiCaller, RateStanding } from '../caller.ts';

/** One limit for requests of every sort: the server has no other. */
function rateView({ perSecond, remaining, wait }: RateStanding): components['schemas']['RateLimitsOfUri'] {
  const next = new Date(Date.now() + wait * 1000).toISOString();
  const limit = {
    verb: '*',
    value: perSecond,
    remaining,
    unit: 'SECOND',
    'next-available': `${next.slice(0, 'YYYY-MM-DDThh:mm:ss'.length)}Z`,
  } as const;
  return { uri: '*', regex: '.*', limit: [limit] };
}

/** As Cinder told of them, with what its extension os-used-limits added. */
export function limitsHandlers({ quotas }: Pick<Engine, 'quotas'>): CinderV1LimitsHandlers<ApiCaller> {
  return {
    async listLimits(_request, caller) {
      const { limits, usage } = await quotas.get(caller, caller.tenantId);
      const standing = caller.rateStanding();
      const absolute = {
        maxTotalVolumeGigabytes: limits.gigabytes,
        maxTotalVolumes: limits.volumes,
        maxTotalSnapshots: limits.snapshots,
        totalVolumesUsed: usage.volumes,
        totalSnapshotsUsed: usage.snapshots,
        totalGigabytesUsed: usage.gigabytes,
      };
      const rate = standing === undefined ? [] : [rateView(standing)];
      return { status: 200, body: { limits: { rate, absolute } } };
    },
  };
}
