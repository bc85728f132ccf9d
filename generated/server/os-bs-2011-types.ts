// Generated from openapi/ by `make generate`. Never edit: change the contract instead.

import Router from '@koa/router';
import { type Bind, type Handler, notImplemented } from './contract.ts';

/** What a server of `os-bs-2011/types` does. Called without a `this`. */
export interface OsBs2011TypesHandlers<Caller> {
  /** List types: GET /v1.1/{tenant_id}/OS-BS/types, section 2.3.3.1 */
  readonly listTypes: Handler<'os-bs-2011/list-types', Caller>;
  /** Get type details: GET /v1.1/{tenant_id}/OS-BS/types/{id}, section 2.3.3.2 */
  readonly getTypeDetails: Handler<'os-bs-2011/get-type-details', Caller>;
}

/** Routes of the tag, literal paths before those with a parameter in the same place. */
export function osBs2011TypesRouter<Caller>(
  handlers: OsBs2011TypesHandlers<Caller>,
  bind: Bind<Caller>,
): Router {
  const router = new Router();
  router.get(
    '/v1.1/:tenant_id/OS-BS/types',
    bind('os-bs-2011/list-types', handlers.listTypes),
  );
  router.get(
    '/v1.1/:tenant_id/OS-BS/types/:id',
    bind('os-bs-2011/get-type-details', handlers.getTypeDetails),
  );
  return router;
}

/** Handlers that throw `NotImplemented`: spread them first, then what is written. */
export function osBs2011TypesStubs<Caller>(): OsBs2011TypesHandlers<Caller> {
  return {
    listTypes: notImplemented('os-bs-2011/list-types'),
    getTypeDetails: notImplemented('os-bs-2011/get-type-details'),
  };
}
