// Generated from openapi/ by `make generate`. Never edit: change the contract instead.

import Router from '@koa/router';
import { type Bind, type Handler, notImplemented } from './contract.ts';

/** What a server of `identity-v3/tokens` does. Called without a `this`. */
export interface IdentityV3TokensHandlers<Caller> {
  /** Get the catalog of a token: GET /v3/auth/catalog */
  readonly getAuthCatalog: Handler<'identity-v3/get-auth-catalog', Caller>;
  /** Tell what a token is good for: GET /v3/auth/tokens */
  readonly validateToken: Handler<'identity-v3/validate-token', Caller>;
  /** Get a token: POST /v3/auth/tokens */
  readonly authenticate: Handler<'identity-v3/authenticate', Caller>;
  /** Revoke a token: DELETE /v3/auth/tokens */
  readonly revokeToken: Handler<'identity-v3/revoke-token', Caller>;
}

/** Routes of the tag, literal paths before those with a parameter in the same place. */
export function identityV3TokensRouter<Caller>(
  handlers: IdentityV3TokensHandlers<Caller>,
  bind: Bind<Caller>,
): Router {
  const router = new Router();
  router.get(
    '/v3/auth/catalog',
    bind('identity-v3/get-auth-catalog', handlers.getAuthCatalog),
  );
  router.get(
    '/v3/auth/tokens',
    bind('identity-v3/validate-token', handlers.validateToken),
  );
  router.post(
    '/v3/auth/tokens',
    bind('identity-v3/authenticate', handlers.authenticate),
  );
  router.delete(
    '/v3/auth/tokens',
    bind('identity-v3/revoke-token', handlers.revokeToken),
  );
  return router;
}

/** Handlers that throw `NotImplemented`: spread them first, then what is written. */
export function identityV3TokensStubs<Caller>(): IdentityV3TokensHandlers<Caller> {
  return {
    getAuthCatalog: notImplemented('identity-v3/get-auth-catalog'),
    validateToken: notImplemented('identity-v3/validate-token'),
    authenticate: notImplemented('identity-v3/authenticate'),
    revokeToken: notImplemented('identity-v3/revoke-token'),
  };
}
