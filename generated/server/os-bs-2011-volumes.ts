// Generated from openapi/ by `make generate`. Never edit: change the contract instead.

import Router from '@koa/router';
import { type Bind, type Handler, notImplemented } from './contract.ts';

/** What a server of `os-bs-2011/volumes` does. Called without a `this`. */
export interface OsBs2011VolumesHandlers<Caller> {
  /** List volumes: GET /v1.1/{tenant_id}/OS-BS/volumes, section 2.3.1.1.1 */
  readonly listVolumes: Handler<'os-bs-2011/list-volumes', Caller>;
  /** Create volume: POST /v1.1/{tenant_id}/OS-BS/volumes, section 2.3.1.2.1 */
  readonly createVolume: Handler<'os-bs-2011/create-volume', Caller>;
  /** List volumes details: GET /v1.1/{tenant_id}/OS-BS/volumes/detail, section 2.3.1.1.2 */
  readonly listVolumesDetails: Handler<'os-bs-2011/list-volumes-details', Caller>;
  /** Get volume details: GET /v1.1/{tenant_id}/OS-BS/volumes/{id}, section 2.3.1.2.3 */
  readonly getVolumeDetails: Handler<'os-bs-2011/get-volume-details', Caller>;
  /** Update volume name: PUT /v1.1/{tenant_id}/OS-BS/volumes/{id}, section 2.3.1.2.2 */
  readonly updateVolumeName: Handler<'os-bs-2011/update-volume-name', Caller>;
  /** Delete volume: DELETE /v1.1/{tenant_id}/OS-BS/volumes/{id}, section 2.3.1.2.4 */
  readonly deleteVolume: Handler<'os-bs-2011/delete-volume', Caller>;
}

/** Routes of the tag, literal paths before those with a parameter in the same place. */
export function osBs2011VolumesRouter<Caller>(
  handlers: OsBs2011VolumesHandlers<Caller>,
  bind: Bind<Caller>,
): Router {
  const router = new Router();
  router.get(
    '/v1.1/:tenant_id/OS-BS/volumes',
    bind('os-bs-2011/list-volumes', handlers.listVolumes),
  );
  router.post(
    '/v1.1/:tenant_id/OS-BS/volumes',
    bind('os-bs-2011/create-volume', handlers.createVolume),
  );
  router.get(
    '/v1.1/:tenant_id/OS-BS/volumes/detail',
    bind('os-bs-2011/list-volumes-details', handlers.listVolumesDetails),
  );
  router.get(
    '/v1.1/:tenant_id/OS-BS/volumes/:id',
    bind('os-bs-2011/get-volume-details', handlers.getVolumeDetails),
  );
  router.put(
    '/v1.1/:tenant_id/OS-BS/volumes/:id',
    bind('os-bs-2011/update-volume-name', handlers.updateVolumeName),
  );
  router.delete(
    '/v1.1/:tenant_id/OS-BS/volumes/:id',
    bind('os-bs-2011/delete-volume', handlers.deleteVolume),
  );
  return router;
}

/** Handlers that throw `NotImplemented`: spread them first, then what is written. */
export function osBs2011VolumesStubs<Caller>(): OsBs2011VolumesHandlers<Caller> {
  return {
    listVolumes: notImplemented('os-bs-2011/list-volumes'),
    createVolume: notImplemented('os-bs-2011/create-volume'),
    listVolumesDetails: notImplemented('os-bs-2011/list-volumes-details'),
    getVolumeDetails: notImplemented('os-bs-2011/get-volume-details'),
    updateVolumeName: notImplemented('os-bs-2011/update-volume-name'),
    deleteVolume: notImplemented('os-bs-2011/delete-volume'),
  };
}
