// Generated from openapi/ by `make generate`. Never edit: change the contract instead.

import Router from '@koa/router';
import { type Bind, type Handler, notImplemented } from './contract.ts';

/** What a server of `identity-v2.0/tenants` does. Called without a `this`. */
export interface IdentityV20TenantsHandlers<Caller> {
  /** List the tenants of a user: GET /v2.0/tenants */
  readonly listTenants: Handler<'identity-v2.0/list-tenants', Caller>;
}

/** Routes of the tag, literal paths before those with a parameter in the same place. */
export function identityV20TenantsRouter<Caller>(
  handlers: IdentityV20TenantsHandlers<Caller>,
  bind: Bind<Caller>,
): Router {
  const router = new Router();
  router.get(
    '/v2.0/tenants',
    bind('identity-v2.0/list-tenants', handlers.listTenants),
  );
  return router;
}

/** Handlers that throw `NotImplemented`: spread them first, then what is written. */
export function identityV20TenantsStubs<Caller>(): IdentityV20TenantsHandlers<Caller> {
  return {
    listTenants: notImplemented('identity-v2.0/list-tenants'),
  };
}
