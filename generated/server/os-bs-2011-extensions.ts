// Generated from openapi/ by `make generate`. Never edit: change the contract instead.

import Router from '@koa/router';
import { type Bind, type Handler, notImplemented } from './contract.ts';

/** What a server of `os-bs-2011/extensions` does. Called without a `this`. */
export interface OsBs2011ExtensionsHandlers<Caller> {
  /** Query extensions: GET /v1.1/{tenant_id}/extensions, section 1 */
  readonly queryExtensions: Handler<'os-bs-2011/query-extensions', Caller>;
}

/** Routes of the tag, literal paths before those with a parameter in the same place. */
export function osBs2011ExtensionsRouter<Caller>(
  handlers: OsBs2011ExtensionsHandlers<Caller>,
  bind: Bind<Caller>,
): Router {
  const router = new Router();
  router.get(
    '/v1.1/:tenant_id/extensions',
    bind('os-bs-2011/query-extensions', handlers.queryExtensions),
  );
  return router;
}

/** Handlers that throw `NotImplemented`: spread them first, then what is written. */
export function osBs2011ExtensionsStubs<Caller>(): OsBs2011ExtensionsHandlers<Caller> {
  return {
    queryExtensions: notImplemented('os-bs-2011/query-extensions'),
  };
}
