// Generated from openapi/ by `make generate`. Never edit: change the contract instead.

import Router from '@koa/router';
import { type Bind, type Handler, notImplemented } from './contract.ts';

/** What a server of `identity-v3/versions` does. Called without a `this`. */
export interface IdentityV3VersionsHandlers<Caller> {
  /** List the versions of the identity API: GET /identity */
  readonly listVersions: Handler<'identity-v3/list-versions', Caller>;
  /** Get the version of the identity API: GET /v3 */
  readonly getVersion: Handler<'identity-v3/get-version', Caller>;
}

/** Routes of the tag, literal paths before those with a parameter in the same place. */
export function identityV3VersionsRouter<Caller>(
  handlers: IdentityV3VersionsHandlers<Caller>,
  bind: Bind<Caller>,
): Router {
  const router = new Router();
  router.get(
    '/identity',
    bind('identity-v3/list-versions', handlers.listVersions),
  );
  router.get(
    '/v3',
    bind('identity-v3/get-version', handlers.getVersion),
  );
  return router;
}

/** Handlers that throw `NotImplemented`: spread them first, then what is written. */
export function identityV3VersionsStubs<Caller>(): IdentityV3VersionsHandlers<Caller> {
  return {
    listVersions: notImplemented('identity-v3/list-versions'),
    getVersion: notImplemented('identity-v3/get-version'),
  };
}
