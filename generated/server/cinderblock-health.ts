// Generated from openapi/ by `make generate`. Never edit: change the contract instead.

import Router from '@koa/router';
import { type Bind, type Handler, notImplemented } from './contract.ts';

/** What a server of `cinderblock/health` does. Called without a `this`. */
export interface CinderblockHealthHandlers<Caller> {
  /** Tell whether the process runs: GET /healthz */
  readonly healthz: Handler<'cinderblock/healthz', Caller>;
  /** Tell whether the service can work: GET /readyz */
  readonly readyz: Handler<'cinderblock/readyz', Caller>;
}

/** Routes of the tag, literal paths before those with a parameter in the same place. */
export function cinderblockHealthRouter<Caller>(
  handlers: CinderblockHealthHandlers<Caller>,
  bind: Bind<Caller>,
): Router {
  const router = new Router();
  router.get(
    '/healthz',
    bind('cinderblock/healthz', handlers.healthz),
  );
  router.get(
    '/readyz',
    bind('cinderblock/readyz', handlers.readyz),
  );
  return router;
}

/** Handlers that throw `NotImplemented`: spread them first, then what is written. */
export function cinderblockHealthStubs<Caller>(): CinderblockHealthHandlers<Caller> {
  return {
    healthz: notImplemented('cinderblock/healthz'),
    readyz: notImplemented('cinderblock/readyz'),
  };
}
