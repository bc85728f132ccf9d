// Generated from openapi/ by `make generate`. Never edit: change the contract instead.

import Router from '@koa/router';
import { type Bind, type Handler, notImplemented } from './contract.ts';

/** What a server of `cinderblock/versions` does. Called without a `this`. */
export interface CinderblockVersionsHandlers<Caller> {
  /** Get version info of the volume API: GET /v1/ */
  readonly getVolumeVersionInfo: Handler<'cinderblock/get-volume-version-info', Caller>;
}

/** Routes of the tag, literal paths before those with a parameter in the same place. */
export function cinderblockVersionsRouter<Caller>(
  handlers: CinderblockVersionsHandlers<Caller>,
  bind: Bind<Caller>,
): Router {
  const router = new Router();
  router.get(
    '/v1/',
    bind('cinderblock/get-volume-version-info', handlers.getVolumeVersionInfo),
  );
  return router;
}

/** Handlers that throw `NotImplemented`: spread them first, then what is written. */
export function cinderblockVersionsStubs<Caller>(): CinderblockVersionsHandlers<Caller> {
  return {
    getVolumeVersionInfo: notImplemented('cinderblock/get-volume-version-info'),
  };
}
