// Generated from openapi/ by `make generate`. Never edit: change the contract instead.

import Router from '@koa/router';
import { type Bind, type Handler, notImplemented } from './contract.ts';

/** What a server of `nova/versions` does. Called without a `this`. */
export interface NovaVersionsHandlers<Caller> {
  /** Get version info: GET /v2/ */
  readonly getVersionInfo: Handler<'nova/get-version-info', Caller>;
}

/** Routes of the tag, literal paths before those with a parameter in the same place. */
export function novaVersionsRouter<Caller>(
  handlers: NovaVersionsHandlers<Caller>,
  bind: Bind<Caller>,
): Router {
  const router = new Router();
  router.get(
    '/v2/',
    bind('nova/get-version-info', handlers.getVersionInfo),
  );
  return router;
}

/** Handlers that throw `NotImplemented`: spread them first, then what is written. */
export function novaVersionsStubs<Caller>(): NovaVersionsHandlers<Caller> {
  return {
    getVersionInfo: notImplemented('nova/get-version-info'),
  };
}
