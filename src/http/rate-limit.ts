import type { Context } from './context.ts';
import { refuse } from './fault.ts';

/** Requests per second that a tenant may make; undefined means no limit. */
export type RateLimits = (tenantId: string) => number | undefined;

interface Bucket {
  /** Requests that may be made at once; refills at the rate of the limit, up to one second's worth. */
  tokens: number;
  refilledAt: number;
}

/**
 * A token bucket for each tenant (hp-block-storage-v1/4.4/over-limit-kinds). A bucket is made for known
 * tenants only, since it runs after the token step, so their number bounds the memory.
 */
export function rateLimit(
  limits: RateLimits,
  now: () => number = () => performance.now(),
): (ctx: Context) => void {
  const buckets = new Map<string, Bucket>();
  return (ctx) => {
    const tenantId = ctx.state.principal?.tenantId;
    const perSecond = tenantId === undefined ? undefined : limits(tenantId);
    if (tenantId === undefined || perSecond === undefined) return;
    const capacity = Math.max(1, perSecond);
    const time = now();
    const bucket = buckets.get(tenantId) ?? { tokens: capacity, refilledAt: time };
    buckets.set(tenantId, bucket);
    bucket.tokens = Math.min(capacity, bucket.tokens + ((time - bucket.refilledAt) / 1000) * perSecond);
    bucket.refilledAt = time;
    if (bucket.tokens < 1) throw refuse.rateLimited(Math.ceil((1 - bucket.tokens) / perSecond));
    bucket.tokens -= 1;
  };
}
