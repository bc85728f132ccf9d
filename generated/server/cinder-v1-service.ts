// Generated from openapi/ by `make generate`. Never edit: change the contract instead.

import Router from '@koa/router';
import { type Bind, type Handler, notImplemented } from './contract.ts';

/** What a server of `cinder-v1/service` does. Called without a `this`. */
export interface CinderV1ServiceHandlers<Caller> {
  /** List extensions: GET /v1/{tenant_id}/extensions */
  readonly listExtensions: Handler<'cinder-v1/list-extensions', Caller>;
  /** Get extension: GET /v1/{tenant_id}/extensions/{alias} */
  readonly getExtension: Handler<'cinder-v1/get-extension', Caller>;
  /** List availability zones: GET /v1/{tenant_id}/os-availability-zone */
  readonly listAvailabilityZones: Handler<'cinder-v1/list-availability-zones', Caller>;
  /** List services: GET /v1/{tenant_id}/os-services */
  readonly listServices: Handler<'cinder-v1/list-services', Caller>;
}

/** Routes of the tag, literal paths before those with a parameter in the same place. */
export function cinderV1ServiceRouter<Caller>(
  handlers: CinderV1ServiceHandlers<Caller>,
  bind: Bind<Caller>,
): Router {
  const router = new Router();
  router.get(
    '/v1/:tenant_id/extensions',
    bind('cinder-v1/list-extensions', handlers.listExtensions),
  );
  router.get(
    '/v1/:tenant_id/extensions/:alias',
    bind('cinder-v1/get-extension', handlers.getExtension),
  );
  router.get(
    '/v1/:tenant_id/os-availability-zone',
    bind('cinder-v1/list-availability-zones', handlers.listAvailabilityZones),
  );
  router.get(
    '/v1/:tenant_id/os-services',
    bind('cinder-v1/list-services', handlers.listServices),
  );
  return router;
}

/** Handlers that throw `NotImplemented`: spread them first, then what is written. */
export function cinderV1ServiceStubs<Caller>(): CinderV1ServiceHandlers<Caller> {
  return {
    listExtensions: notImplemented('cinder-v1/list-extensions'),
    getExtension: notImplemented('cinder-v1/get-extension'),
    listAvailabilityZones: notImplemented('cinder-v1/list-availability-zones'),
    listServices: notImplemented('cinder-v1/list-services'),
  };
}
