// Generated from openapi/ by `make generate`. Never edit: change the contract instead.

import Router from '@koa/router';
import { type Bind, type Handler, notImplemented } from './contract.ts';

/** What a server of `cinder-v1/volume-metadata` does. Called without a `this`. */
export interface CinderV1VolumeMetadataHandlers<Caller> {
  /** List volume metadata: GET /v1/{tenant_id}/volumes/{volume_id}/metadata */
  readonly listVolumeMetadata: Handler<'cinder-v1/list-volume-metadata', Caller>;
  /** Replace volume metadata: PUT /v1/{tenant_id}/volumes/{volume_id}/metadata */
  readonly replaceVolumeMetadata: Handler<'cinder-v1/replace-volume-metadata', Caller>;
  /** Update volume metadata: POST /v1/{tenant_id}/volumes/{volume_id}/metadata */
  readonly updateVolumeMetadata: Handler<'cinder-v1/update-volume-metadata', Caller>;
  /** Get volume metadata item: GET /v1/{tenant_id}/volumes/{volume_id}/metadata/{key} */
  readonly getVolumeMetadataItem: Handler<'cinder-v1/get-volume-metadata-item', Caller>;
  /** Set volume metadata item: PUT /v1/{tenant_id}/volumes/{volume_id}/metadata/{key} */
  readonly setVolumeMetadataItem: Handler<'cinder-v1/set-volume-metadata-item', Caller>;
  /** Delete volume metadata item: DELETE /v1/{tenant_id}/volumes/{volume_id}/metadata/{key} */
  readonly deleteVolumeMetadataItem: Handler<'cinder-v1/delete-volume-metadata-item', Caller>;
}

/** Routes of the tag, literal paths before those with a parameter in the same place. */
export function cinderV1VolumeMetadataRouter<Caller>(
  handlers: CinderV1VolumeMetadataHandlers<Caller>,
  bind: Bind<Caller>,
): Router {
  const router = new Router();
  router.get(
    '/v1/:tenant_id/volumes/:volume_id/metadata',
    bind('cinder-v1/list-volume-metadata', handlers.listVolumeMetadata),
  );
  router.put(
    '/v1/:tenant_id/volumes/:volume_id/metadata',
    bind('cinder-v1/replace-volume-metadata', handlers.replaceVolumeMetadata),
  );
  router.post(
    '/v1/:tenant_id/volumes/:volume_id/metadata',
    bind('cinder-v1/update-volume-metadata', handlers.updateVolumeMetadata),
  );
  router.get(
    '/v1/:tenant_id/volumes/:volume_id/metadata/:key',
    bind('cinder-v1/get-volume-metadata-item', handlers.getVolumeMetadataItem),
  );
  router.put(
    '/v1/:tenant_id/volumes/:volume_id/metadata/:key',
    bind('cinder-v1/set-volume-metadata-item', handlers.setVolumeMetadataItem),
  );
  router.delete(
    '/v1/:tenant_id/volumes/:volume_id/metadata/:key',
    bind('cinder-v1/delete-volume-metadata-item', handlers.deleteVolumeMetadataItem),
  );
  return router;
}

/** Handlers that throw `NotImplemented`: spread them first, then what is written. */
export function cinderV1VolumeMetadataStubs<Caller>(): CinderV1VolumeMetadataHandlers<Caller> {
  return {
    listVolumeMetadata: notImplemented('cinder-v1/list-volume-metadata'),
    replaceVolumeMetadata: notImplemented('cinder-v1/replace-volume-metadata'),
    updateVolumeMetadata: notImplemented('cinder-v1/update-volume-metadata'),
    getVolumeMetadataItem: notImplemented('cinder-v1/get-volume-metadata-item'),
    setVolumeMetadataItem: notImplemented('cinder-v1/set-volume-metadata-item'),
    deleteVolumeMetadataItem: notImplemented('cinder-v1/delete-volume-metadata-item'),
  };
}
