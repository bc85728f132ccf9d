// Generated from openapi/ by `make generate`. Never edit: change the contract instead.

import Router from '@koa/router';
import { type Bind, type Handler, notImplemented } from './contract.ts';

/** What a server of `hp-bock-v1.1/volumes` does. Called without a `this`. */
export interface HpBockV11VolumesHandlers<Caller> {
  /** List volumes: GET /v1.1/{tenant_id}/os-volumes, section 4.4.2.1 */
  readonly listVolumes: Handler<'hp-bock-v1.1/list-volumes', Caller>;
  /** Create new volume: POST /v1.1/{tenant_id}/os-volumes, section 4.4.2.2 */
  readonly createVolume: Handler<'hp-bock-v1.1/create-volume', Caller>;
  /** List volumes details: GET /v1.1/{tenant_id}/os-volumes/detail */
  readonly listVolumesDetails: Handler<'hp-bock-v1.1/list-volumes-details', Caller>;
  /** Get volume details: GET /v1.1/{tenant_id}/os-volumes/{volume_id}, section 4.4.2.3 */
  readonly getVolumeDetails: Handler<'hp-bock-v1.1/get-volume-details', Caller>;
  /** Delete volume: DELETE /v1.1/{tenant_id}/os-volumes/{volume_id}, section 4.4.2.4 */
  readonly deleteVolume: Handler<'hp-bock-v1.1/delete-volume', Caller>;
}

/** Routes of the tag, literal paths before those with a parameter in the same place. */
export function hpBockV11VolumesRouter<Caller>(
  handlers: HpBockV11VolumesHandlers<Caller>,
  bind: Bind<Caller>,
): Router {
  const router = new Router();
  router.get(
    '/v1.1/:tenant_id/os-volumes',
    bind('hp-bock-v1.1/list-volumes', handlers.listVolumes),
  );
  router.post(
    '/v1.1/:tenant_id/os-volumes',
    bind('hp-bock-v1.1/create-volume', handlers.createVolume),
  );
  router.get(
    '/v1.1/:tenant_id/os-volumes/detail',
    bind('hp-bock-v1.1/list-volumes-details', handlers.listVolumesDetails),
  );
  router.get(
    '/v1.1/:tenant_id/os-volumes/:volume_id',
    bind('hp-bock-v1.1/get-volume-details', handlers.getVolumeDetails),
  );
  router.delete(
    '/v1.1/:tenant_id/os-volumes/:volume_id',
    bind('hp-bock-v1.1/delete-volume', handlers.deleteVolume),
  );
  return router;
}

/** Handlers that throw `NotImplemented`: spread them first, then what is written. */
export function hpBockV11VolumesStubs<Caller>(): HpBockV11VolumesHandlers<Caller> {
  return {
    listVolumes: notImplemented('hp-bock-v1.1/list-volumes'),
    createVolume: notImplemented('hp-bock-v1.1/create-volume'),
    listVolumesDetails: notImplemented('hp-bock-v1.1/list-volumes-details'),
    getVolumeDetails: notImplemented('hp-bock-v1.1/get-volume-details'),
    deleteVolume: notImplemented('hp-bock-v1.1/delete-volume'),
  };
}
