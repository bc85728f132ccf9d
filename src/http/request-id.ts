import { randomUUID } from 'node:crypto';
import type { Step } from './context.ts';

/** A new id for each request (hp-block-storage-v1/4.3.4/unique-request-id), in the form clients print. */
export const newRequestId = (): string => `req-${randomUUID()}`;

/** First of all steps, so that whatever happens later, the answer carries the id. */
export const requestId: Step = (ctx, next) => {
  const id = newRequestId();
  ctx.state.requestId = id;
  ctx.res.setHeader('X-Compute-Request-Id', id);
  return next();
};
