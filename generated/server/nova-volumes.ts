// Generated from openapi/ by `make generate`. Never edit: change the contract instead.

import Router from '@koa/router';
import { type Bind, type Handler, notImplemented } from './contract.ts';

/** What a server of `nova/volumes` does. Called without a `this`. */
export interface NovaVolumesHandlers<Caller> {
  /** List volumes: GET /v2/{tenant_id}/os-volumes */
  readonly listVolumes: Handler<'nova/list-volumes', Caller>;
  /** Create volume: POST /v2/{tenant_id}/os-volumes */
  readonly createVolume: Handler<'nova/create-volume', Caller>;
  /** List volumes details: GET /v2/{tenant_id}/os-volumes/detail */
  readonly listVolumesDetails: Handler<'nova/list-volumes-details', Caller>;
  /** Get volume details: GET /v2/{tenant_id}/os-volumes/{volume_id} */
  readonly getVolumeDetails: Handler<'nova/get-volume-details', Caller>;
  /** Delete volume: DELETE /v2/{tenant_id}/os-volumes/{volume_id} */
  readonly deleteVolume: Handler<'nova/delete-volume', Caller>;
}

/** Routes of the tag, literal paths before those with a parameter in the same place. */
export function novaVolumesRouter<Caller>(
  handlers: NovaVolumesHandlers<Caller>,
  bind: Bind<Caller>,
): Router {
  const router = new Router();
  router.get(
    '/v2/:tenant_id/os-volumes',
    bind('nova/list-volumes', handlers.listVolumes),
  );
  router.post(
    '/v2/:tenant_id/os-volumes',
    bind('nova/create-volume', handlers.createVolume),
  );
  router.get(
    '/v2/:tenant_id/os-volumes/detail',
    bind('nova/list-volumes-details', handlers.listVolumesDetails),
  );
  router.get(
    '/v2/:tenant_id/os-volumes/:volume_id',
    bind('nova/get-volume-details', handlers.getVolumeDetails),
  );
  router.delete(
    '/v2/:tenant_id/os-volumes/:volume_id',
    bind('nova/delete-volume', handlers.deleteVolume),
  );
  return router;
}

/** Handlers that throw `NotImplemented`: spread them first, then what is written. */
export function novaVolumesStubs<Caller>(): NovaVolumesHandlers<Caller> {
  return {
    listVolumes: notImplemented('nova/list-volumes'),
    createVolume: notImplemented('nova/create-volume'),
    listVolumesDetails: notImplemented('nova/list-volumes-details'),
    getVolumeDetails: notImplemented('nova/get-volume-details'),
    deleteVolume: notImplemented('nova/delete-volume'),
  };
}
