// Generated from openapi/ by `make generate`. Never edit: change the contract instead.

import Router from '@koa/router';
import { type Bind, type Handler, notImplemented } from './contract.ts';

/** What a server of `cinder-v1/limits` does. Called without a `this`. */
export interface CinderV1LimitsHandlers<Caller> {
  /** List limits: GET /v1/{tenant_id}/limits */
  readonly listLimits: Handler<'cinder-v1/list-limits', Caller>;
}

/** Routes of the tag, literal paths before those with a parameter in the same place. */
export function cinderV1LimitsRouter<Caller>(
  handlers: CinderV1LimitsHandlers<Caller>,
  bind: Bind<Caller>,
): Router {
  const router = new Router();
  router.get(
    '/v1/:tenant_id/limits',
    bind('cinder-v1/list-limits', handlers.listLimits),
  );
  return router;
}

/** Handlers that throw `NotImplemented`: spread them first, then what is written. */
export function cinderV1LimitsStubs<Caller>(): CinderV1LimitsHandlers<Caller> {
  return {
    listLimits: notImplemented('cinder-v1/list-limits'),
  };
}
