// Generated from openapi/ by `make generate`. Never edit: change the contract instead.

import Router from '@koa/router';
import { type Bind, type Handler, notImplemented } from './contract.ts';

/** What a server of `nova/extensions` does. Called without a `this`. */
export interface NovaExtensionsHandlers<Caller> {
  /** Get extension of the first version: GET /v1.1/{tenant_id}/extensions/{alias} */
  readonly getFirstExtension: Handler<'nova/get-first-extension', Caller>;
  /** List extensions: GET /v2/{tenant_id}/extensions */
  readonly listExtensions: Handler<'nova/list-extensions', Caller>;
  /** Get extension: GET /v2/{tenant_id}/extensions/{alias} */
  readonly getExtension: Handler<'nova/get-extension', Caller>;
}

/** Routes of the tag, literal paths before those with a parameter in the same place. */
export function novaExtensionsRouter<Caller>(
  handlers: NovaExtensionsHandlers<Caller>,
  bind: Bind<Caller>,
): Router {
  const router = new Router();
  router.get(
    '/v1.1/:tenant_id/extensions/:alias',
    bind('nova/get-first-extension', handlers.getFirstExtension),
  );
  router.get(
    '/v2/:tenant_id/extensions',
    bind('nova/list-extensions', handlers.listExtensions),
  );
  router.get(
    '/v2/:tenant_id/extensions/:alias',
    bind('nova/get-extension', handlers.getExtension),
  );
  return router;
}

/** Handlers that throw `NotImplemented`: spread them first, then what is written. */
export function novaExtensionsStubs<Caller>(): NovaExtensionsHandlers<Caller> {
  return {
    getFirstExtension: notImplemented('nova/get-first-extension'),
    listExtensions: notImplemented('nova/list-extensions'),
    getExtension: notImplemented('nova/get-extension'),
  };
}
