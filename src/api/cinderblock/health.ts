import type { CinderblockHealthHandlers } from '../../../generated/server/cinderblock-health.ts';
import type { ApiCaller } from '../caller.ts';

/** For the machines that watch this one: no token, no tenant, nothing about what is stored. */
export function healthHandlers(ready: () => Promise<void>): CinderblockHealthHandlers<ApiCaller> {
  return {
    async healthz() {
      return { status: 200, body: { status: 'ok' } };
    },

    async readyz() {
      try {
        await ready();
        return { status: 200, body: { status: 'ok' } };
      } catch {
        return { status: 503, body: { status: 'unavailable' } };
      }
    },
  };
}
