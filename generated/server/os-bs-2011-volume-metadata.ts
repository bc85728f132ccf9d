// Generated from openapi/ by `make generate`. Never edit: change the contract instead.

import Router from '@koa/router';
import { type Bind, type Handler, notImplemented } from './contract.ts';

/** What a server of `os-bs-2011/volume-metadata` does. Called without a `this`. */
export interface OsBs2011VolumeMetadataHandlers<Caller> {
  /** List volume metadata: GET /v1.1/{tenant_id}/OS-BS/volumes/{id}/metadata, section 2.3.1.3.3 */
  readonly listVolumeMetadata: Handler<'os-bs-2011/list-volume-metadata', Caller>;
  /** Create or replace volume metadata: PUT /v1.1/{tenant_id}/OS-BS/volumes/{id}/metadata, section 2.3.1.3.1 */
  readonly replaceVolumeMetadata: Handler<'os-bs-2011/replace-volume-metadata', Caller>;
  /** Update volume metadata: POST /v1.1/{tenant_id}/OS-BS/volumes/{id}/metadata, section 2.3.1.3.2 */
  readonly updateVolumeMetadata: Handler<'os-bs-2011/update-volume-metadata', Caller>;
  /** Get volume metadata item: GET /v1.1/{tenant_id}/OS-BS/volumes/{id}/metadata/{key}, section 2.3.1.3.4 */
  readonly getVolumeMetadataItem: Handler<'os-bs-2011/get-volume-metadata-item', Caller>;
  /** Create or update volume metadata item: PUT /v1.1/{tenant_id}/OS-BS/volumes/{id}/metadata/{key}, section 2.3.1.3.5 */
  readonly setVolumeMetadataItem: Handler<'os-bs-2011/set-volume-metadata-item', Caller>;
  /** Delete volume metadata item: DELETE /v1.1/{tenant_id}/OS-BS/volumes/{id}/metadata/{key}, section 2.3.1.3.6 */
  readonly deleteVolumeMetadataItem: Handler<'os-bs-2011/delete-volume-metadata-item', Caller>;
}

/** Routes of the tag, literal paths before those with a parameter in the same place. */
export function osBs2011VolumeMetadataRouter<Caller>(
  handlers: OsBs2011VolumeMetadataHandlers<Caller>,
  bind: Bind<Caller>,
): Router {
  const router = new Router();
  router.get(
    '/v1.1/:tenant_id/OS-BS/volumes/:id/metadata',
    bind('os-bs-2011/list-volume-metadata', handlers.listVolumeMetadata),
  );
  router.put(
    '/v1.1/:tenant_id/OS-BS/volumes/:id/metadata',
    bind('os-bs-2011/replace-volume-metadata', handlers.replaceVolumeMetadata),
  );
  router.post(
    '/v1.1/:tenant_id/OS-BS/volumes/:id/metadata',
    bind('os-bs-2011/update-volume-metadata', handlers.updateVolumeMetadata),
  );
  router.get(
    '/v1.1/:tenant_id/OS-BS/volumes/:id/metadata/:key',
    bind('os-bs-2011/get-volume-metadata-item', handlers.getVolumeMetadataItem),
  );
  router.put(
    '/v1.1/:tenant_id/OS-BS/volumes/:id/metadata/:key',
    bind('os-bs-2011/set-volume-metadata-item', handlers.setVolumeMetadataItem),
  );
  router.delete(
    '/v1.1/:tenant_id/OS-BS/volumes/:id/metadata/:key',
    bind('os-bs-2011/delete-volume-metadata-item', handlers.deleteVolumeMetadataItem),
  );
  return router;
}

/** Handlers that throw `NotImplemented`: spread them first, then what is written. */
export function osBs2011VolumeMetadataStubs<Caller>(): OsBs2011VolumeMetadataHandlers<Caller> {
  return {
    listVolumeMetadata: notImplemented('os-bs-2011/list-volume-metadata'),
    replaceVolumeMetadata: notImplemented('os-bs-2011/replace-volume-metadata'),
    updateVolumeMetadata: notImplemented('os-bs-2011/update-volume-metadata'),
    getVolumeMetadataItem: notImplemented('os-bs-2011/get-volume-metadata-item'),
    setVolumeMetadataItem: notImplemented('os-bs-2011/set-volume-metadata-item'),
    deleteVolumeMetadataItem: notImplemented('os-bs-2011/delete-volume-metadata-item'),
  };
}
