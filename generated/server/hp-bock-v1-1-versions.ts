// Generated from openapi/ by `make generate`. Never edit: change the contract instead.

import Router from '@koa/router';
import { type Bind, type Handler, notImplemented } from './contract.ts';

/** What a server of `hp-bock-v1.1/versions` does. Called without a `this`. */
export interface HpBockV11VersionsHandlers<Caller> {
  /** List versions: GET /, section 4.4.1.2 */
  readonly listVersions: Handler<'hp-bock-v1.1/list-versions', Caller>;
  /** Get version info: GET /v1.1/, section 4.4.1.1 */
  readonly getVersionInfo: Handler<'hp-bock-v1.1/get-version-info', Caller>;
}

/** Routes of the tag, literal paths before those with a parameter in the same place. */
export function hpBockV11VersionsRouter<Caller>(
  handlers: HpBockV11VersionsHandlers<Caller>,
  bind: Bind<Caller>,
): Router {
  const router = new Router();
  router.get(
    '/',
    bind('hp-bock-v1.1/list-versions', handlers.listVersions),
  );
  router.get(
    '/v1.1/',
    bind('hp-bock-v1.1/get-version-info', handlers.getVersionInfo),
  );
  return router;
}

/** Handlers that throw `NotImplemented`: spread them first, then what is written. */
export function hpBockV11VersionsStubs<Caller>(): HpBockV11VersionsHandlers<Caller> {
  return {
    listVersions: notImplemented('hp-bock-v1.1/list-versions'),
    getVersionInfo: notImplemented('hp-bock-v1.1/get-version-info'),
  };
}
