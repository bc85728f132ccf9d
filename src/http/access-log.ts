import type { Logger } from 'pino';
import type { Step } from './context.ts';

/**
 * One line for each answered request. It stands outside of the fault boundary, so that it sees the status
 * that the client gets, and it never logs a token or a body.
 */
export function accessLog(log: Logger): Step {
  return async (ctx, next) => {
    const started = performance.now();
    await next();
    if (!log.isLevelEnabled('info')) return;
    log.info({
      requestId: ctx.state.requestId,
      method: ctx.method,
      url: ctx.originalUrl.slice(0, 512),
      status: ctx.status,
      tenant: ctx.state.principal?.tenantId,
      ms: Math.round((performance.now() - started) * 100) / 100,
    });
  };
}
