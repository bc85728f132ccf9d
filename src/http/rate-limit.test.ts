import { describe, expect, it } from 'vitest';
import type { Context } from './context.ts';
import { HttpFault } from './fault.ts';
import { type RateLimits, rateLimit } from './rate-limit.ts';

/** A limiter with a clock that is set by hand; `ask` tells whether a tenant's request passed. */
function limiter(limits: RateLimits) {
  let time = 0;
  const limit = rateLimit(limits, () => time);
  return {
    standing: limit.standing,
    advance: (milliseconds: number) => {
      time += milliseconds;
    },
    ask(tenantId: string): 'passed' | HttpFault {
      // The step reads the principal only.
      const ctx = { state: { principal: { tenantId } } } as unknown as Context;
      try {
        limit.check(ctx);
        return 'passed';
      } catch (error) {
        if (error instanceof HttpFault) return error;
        throw error;
      }
    },
  };
}

describe('the rate limit', () => {
  it('lets a second of requests pass at once and refuses the next with the seconds to wait', () => {
    const { ask } = limiter(() => 2);
    expect([ask('a'), ask('a')]).toEqual(['passed', 'passed']);
    const refused = ask('a');
    expect(refused).toMatchObject({ category: 'overLimit', retryAfter: 1, headers: { 'Retry-After': '1' } });
  });

  it('refills with time', () => {
    const { ask, advance } = limiter(() => 1);
    expect(ask('a')).toBe('passed');
    expect(ask('a')).toBeInstanceOf(HttpFault);
    advance(1000);
    expect(ask('a')).toBe('passed');
  });

  it('counts each tenant apart', () => {
    const { ask } = limiter(() => 1);
    expect(ask('a')).toBe('passed');
    expect(ask('b')).toBe('passed');
  });

  it('is off where a tenant has none', () => {
    const { ask } = limiter(() => undefined);
    for (let i = 0; i < 100; i += 1) expect(ask('a')).toBe('passed');
  });

  it('tells a tenant where it stands, without counting that', () => {
    const { ask, advance, standing } = limiter((tenant) => (tenant === 'a' ? 2 : undefined));
    expect(standing('a')).toEqual({ perSecond: 2, remaining: 2, wait: 0 });
    ask('a');
    expect(standing('a')).toEqual({ perSecond: 2, remaining: 1, wait: 0 });
    ask('a');
    expect(standing('a')).toEqual({ perSecond: 2, remaining: 0, wait: 1 });
    advance(500);
    expect(standing('a')).toEqual({ perSecond: 2, remaining: 1, wait: 0 });
    expect(standing('b')).toBeUndefined();
  });

  it('tells whole seconds, so that a client which waits them is let through', () => {
    const { ask, advance } = limiter(() => 0.1);
    expect(ask('a')).toBe('passed');
    expect(ask('a')).toMatchObject({ retryAfter: 10 });
    advance(10_000);
    expect(ask('a')).toBe('passed');
  });
});
