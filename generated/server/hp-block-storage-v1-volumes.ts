// Generated from openapi/ by `make generate`. Never edit: change the contract instead.

import Router from '@koa/router';
import { type Bind, type Handler, notImplemented } from './contract.ts';

/** What a server of `hp-block-storage-v1/volumes` does. Called without a `this`. */
export interface HpBlockStorageV1VolumesHandlers<Caller> {
  /** List volumes: GET /v1/{tenant_id}/volumes, section 4.5.1.1 */
  readonly listVolumes: Handler<'hp-block-storage-v1/list-volumes', Caller>;
  /** Create volume: POST /v1/{tenant_id}/volumes, section 4.5.1.4 */
  readonly createVolume: Handler<'hp-block-storage-v1/create-volume', Caller>;
  /** List volumes details: GET /v1/{tenant_id}/volumes/detail, section 4.5.1.2 */
  readonly listVolumesDetails: Handler<'hp-block-storage-v1/list-volumes-details', Caller>;
  /** Get volume details: GET /v1/{tenant_id}/volumes/{volume_id}, section 4.5.1.3 */
  readonly getVolumeDetails: Handler<'hp-block-storage-v1/get-volume-details', Caller>;
  /** Delete volume: DELETE /v1/{tenant_id}/volumes/{volume_id}, section 4.5.1.5 */
  readonly deleteVolume: Handler<'hp-block-storage-v1/delete-volume', Caller>;
}

/** Routes of the tag, literal paths before those with a parameter in the same place. */
export function hpBlockStorageV1VolumesRouter<Caller>(
  handlers: HpBlockStorageV1VolumesHandlers<Caller>,
  bind: Bind<Caller>,
): Router {
  const router = new Router();
  router.get(
    '/v1/:tenant_id/volumes',
    bind('hp-block-storage-v1/list-volumes', handlers.listVolumes),
  );
  router.post(
    '/v1/:tenant_id/volumes',
    bind('hp-block-storage-v1/create-volume', handlers.createVolume),
  );
  router.get(
    '/v1/:tenant_id/volumes/detail',
    bind('hp-block-storage-v1/list-volumes-details', handlers.listVolumesDetails),
  );
  router.get(
    '/v1/:tenant_id/volumes/:volume_id',
    bind('hp-block-storage-v1/get-volume-details', handlers.getVolumeDetails),
  );
  router.delete(
    '/v1/:tenant_id/volumes/:volume_id',
    bind('hp-block-storage-v1/delete-volume', handlers.deleteVolume),
  );
  return router;
}

/** Handlers that throw `NotImplemented`: spread them first, then what is written. */
export function hpBlockStorageV1VolumesStubs<Caller>(): HpBlockStorageV1VolumesHandlers<Caller> {
  return {
    listVolumes: notImplemented('hp-block-storage-v1/list-volumes'),
    createVolume: notImplemented('hp-block-storage-v1/create-volume'),
    listVolumesDetails: notImplemented('hp-block-storage-v1/list-volumes-details'),
    getVolumeDetails: notImplemented('hp-block-storage-v1/get-volume-details'),
    deleteVolume: notImplemented('hp-block-storage-v1/delete-volume'),
  };
}
