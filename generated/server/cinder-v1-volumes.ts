// Generated from openapi/ by `make generate`. Never edit: change the contract instead.

import Router from '@koa/router';
import { type Bind, type Handler, notImplemented } from './contract.ts';

/** What a server of `cinder-v1/volumes` does. Called without a `this`. */
export interface CinderV1VolumesHandlers<Caller> {
  /** List volumes details, by another name: GET /v1/{tenant_id}/volumes/details */
  readonly listVolumesDetails: Handler<'cinder-v1/list-volumes-details', Caller>;
  /** Update volume: PUT /v1/{tenant_id}/volumes/{volume_id} */
  readonly updateVolume: Handler<'cinder-v1/update-volume', Caller>;
}

/** Routes of the tag, literal paths before those with a parameter in the same place. */
export function cinderV1VolumesRouter<Caller>(
  handlers: CinderV1VolumesHandlers<Caller>,
  bind: Bind<Caller>,
): Router {
  const router = new Router();
  router.get(
    '/v1/:tenant_id/volumes/details',
    bind('cinder-v1/list-volumes-details', handlers.listVolumesDetails),
  );
  router.put(
    '/v1/:tenant_id/volumes/:volume_id',
    bind('cinder-v1/update-volume', handlers.updateVolume),
  );
  return router;
}

/** Handlers that throw `NotImplemented`: spread them first, then what is written. */
export function cinderV1VolumesStubs<Caller>(): CinderV1VolumesHandlers<Caller> {
  return {
    listVolumesDetails: notImplemented('cinder-v1/list-volumes-details'),
    updateVolume: notImplemented('cinder-v1/update-volume'),
  };
}
