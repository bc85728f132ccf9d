import type { RateStanding } from '../api/caller.ts';
import type { Context } from './context.ts';
import { refuse } from './fault.ts';

/** Requests per second that a tenant may make; undefined means no limit. */
export type RateLimits = (tenantId: string) => number | undefined;

interface Bucket {
  /** Requests that may be made at once; refills at the rate of the limit, up to one second's worth. */
  tokens: number;
  refilledAt: number;
}

export interface RateLimit {
  /** Counts a request, or refuses it. */
  check(ctx: Context): void;
  /** Counts nothing. */
  standing(tenantId: string): RateStanding | undefined;
}

/**
 * A token bucket for each tenant (hp-block-storage-v1/4.4/over-limit-kinds). A bucket is made for known
 * tenants only, since it runs after the token step, so their number bounds the memory.
 */
export function rateLimit(limits: RateLimits, now: () => number = () => performance.now()): RateLimit {
  const buckets = new Map<string, Bucket>();

  function refilled(tenantId: string, perSecond: number): Bucket {
    const capacity = Math.max(1, perSecond);
    const time = now();
    const bucket = buckets.get(tenantId) ?? { tokens: capacity, refilledAt: time };
    buckets.set(tenantId, bucket);
    bucket.tokens = Math.min(capacity, bucket.tokens + ((time - bucket.refilledAt) / 1000) * perSecond);
    bucket.refilledAt = time;
    return bucket;
  }

  const waitOf = ({ tokens }: Bucket, perSecond: number): number =>
    tokens < 1 ? Math.ceil((1 - tokens) / perSecond) : 0;

  return {
    check(ctx) {
      const tenantId = ctx.state.principal?.tenantId;
      const perSecond = tenantId === undefined ? undefined : limits(tenantId);
      if (tenantId === undefined || perSecond === undefined) return;
      const bucket = refilled(tenantId, perSecond);
      const wait = waitOf(bucket, perSecond);
      if (wait > 0) throw refuse.rateLimited(wait);
      bucket.tokens -= 1;
    },

    standing(tenantId) {
      const perSecond = limits(tenantId);
      if (perSecond === undefined) return undefined;
      const bucket = refilled(tenantId, perSecond);
      return { perSecond, remaining: Math.floor(bucket.tokens), wait: waitOf(bucket, perSecond) };
    },
  };
}
