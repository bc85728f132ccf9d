// Generated from openapi/ by `make generate`. Never edit: change the contract instead.

import Router from '@koa/router';
import { type Bind, type Handler, notImplemented } from './contract.ts';

/** What a server of `nova/bootable-volumes` does. Called without a `this`. */
export interface NovaBootableVolumesHandlers<Caller> {
  /** List bootable volumes: GET /v1.1/{tenant_id}/hp-bootable-volumes */
  readonly listBootableVolumes: Handler<'nova/list-bootable-volumes', Caller>;
  /** Get bootable volume details: GET /v1.1/{tenant_id}/hp-bootable-volumes/{volume_id} */
  readonly getBootableVolumeDetails: Handler<'nova/get-bootable-volume-details', Caller>;
}

/** Routes of the tag, literal paths before those with a parameter in the same place. */
export function novaBootableVolumesRouter<Caller>(
  handlers: NovaBootableVolumesHandlers<Caller>,
  bind: Bind<Caller>,
): Router {
  const router = new Router();
  router.get(
    '/v1.1/:tenant_id/hp-bootable-volumes',
    bind('nova/list-bootable-volumes', handlers.listBootableVolumes),
  );
  router.get(
    '/v1.1/:tenant_id/hp-bootable-volumes/:volume_id',
    bind('nova/get-bootable-volume-details', handlers.getBootableVolumeDetails),
  );
  return router;
}

/** Handlers that throw `NotImplemented`: spread them first, then what is written. */
export function novaBootableVolumesStubs<Caller>(): NovaBootableVolumesHandlers<Caller> {
  return {
    listBootableVolumes: notImplemented('nova/list-bootable-volumes'),
    getBootableVolumeDetails: notImplemented('nova/get-bootable-volume-details'),
  };
}
