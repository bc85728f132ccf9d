// Generated from openapi/ by `make generate`. Never edit: change the contract instead.

import Router from '@koa/router';
import { type Bind, type Handler, notImplemented } from './contract.ts';

/** What a server of `identity-v2.0/tokens` does. Called without a `this`. */
export interface IdentityV20TokensHandlers<Caller> {
  /** Get a token: POST /v2.0/tokens */
  readonly authenticate: Handler<'identity-v2.0/authenticate', Caller>;
}

/** Routes of the tag, literal paths before those with a parameter in the same place. */
export function identityV20TokensRouter<Caller>(
  handlers: IdentityV20TokensHandlers<Caller>,
  bind: Bind<Caller>,
): Router {
  const router = new Router();
  router.post(
    '/v2.0/tokens',
    bind('identity-v2.0/authenticate', handlers.authenticate),
  );
  return router;
}

/** Handlers that throw `NotImplemented`: spread them first, then what is written. */
export function identityV20TokensStubs<Caller>(): IdentityV20TokensHandlers<Caller> {
  return {
    authenticate: notImplemented('identity-v2.0/authenticate'),
  };
}
