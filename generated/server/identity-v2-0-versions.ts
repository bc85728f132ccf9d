// Generated from openapi/ by `make generate`. Never edit: change the contract instead.

import Router from '@koa/router';
import { type Bind, type Handler, notImplemented } from './contract.ts';

/** What a server of `identity-v2.0/versions` does. Called without a `this`. */
export interface IdentityV20VersionsHandlers<Caller> {
  /** Get the version of the identity API: GET /v2.0 */
  readonly getVersion: Handler<'identity-v2.0/get-version', Caller>;
}

/** Routes of the tag, literal paths before those with a parameter in the same place. */
export function identityV20VersionsRouter<Caller>(
  handlers: IdentityV20VersionsHandlers<Caller>,
  bind: Bind<Caller>,
): Router {
  const router = new Router();
  router.get(
    '/v2.0',
    bind('identity-v2.0/get-version', handlers.getVersion),
  );
  return router;
}

/** Handlers that throw `NotImplemented`: spread them first, then what is written. */
export function identityV20VersionsStubs<Caller>(): IdentityV20VersionsHandlers<Caller> {
  return {
    getVersion: notImplemented('identity-v2.0/get-version'),
  };
}
