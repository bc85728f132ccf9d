// Generated from openapi/ by `make generate`. Never edit: change the contract instead.

import Router from '@koa/router';
import { type Bind, type Handler, notImplemented } from './contract.ts';

/** What a server of `os-bs-2011/limits` does. Called without a `this`. */
export interface OsBs2011LimitsHandlers<Caller> {
  /** List limits: GET /v1.1/{tenant_id}/limits */
  readonly listLimits: Handler<'os-bs-2011/list-limits', Caller>;
}

/** Routes of the tag, literal paths before those with a parameter in the same place. */
export function osBs2011LimitsRouter<Caller>(
  handlers: OsBs2011LimitsHandlers<Caller>,
  bind: Bind<Caller>,
): Router {
  const router = new Router();
  router.get(
    '/v1.1/:tenant_id/limits',
    bind('os-bs-2011/list-limits', handlers.listLimits),
  );
  return router;
}

/** Handlers that throw `NotImplemented`: spread them first, then what is written. */
export function osBs2011LimitsStubs<Caller>(): OsBs2011LimitsHandlers<Caller> {
  return {
    listLimits: notImplemented('os-bs-2011/list-limits'),
  };
}
