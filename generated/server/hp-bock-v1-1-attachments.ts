// Generated from openapi/ by `make generate`. Never edit: change the contract instead.

import Router from '@koa/router';
import { type Bind, type Handler, notImplemented } from './contract.ts';

/** What a server of `hp-bock-v1.1/attachments` does. Called without a `this`. */
export interface HpBockV11AttachmentsHandlers<Caller> {
  /** List attached volumes for a server: GET /v1.1/{tenant_id}/servers/{server_id}/os-volume_attachments, section 4.4.3.1 */
  readonly listAttachedVolumes: Handler<'hp-bock-v1.1/list-attached-volumes', Caller>;
  /** Attach volume to a server: POST /v1.1/{tenant_id}/servers/{server_id}/os-volume_attachments, section 4.4.3.2 */
  readonly attachVolume: Handler<'hp-bock-v1.1/attach-volume', Caller>;
  /** Get attached volume details: GET /v1.1/{tenant_id}/servers/{server_id}/os-volume_attachments/{volume_id} */
  readonly getAttachedVolumeDetails: Handler<'hp-bock-v1.1/get-attached-volume-details', Caller>;
  /** Detach volume from a server: DELETE /v1.1/{tenant_id}/servers/{server_id}/os-volume_attachments/{volume_id}, section 4.4.3.3 */
  readonly detachVolume: Handler<'hp-bock-v1.1/detach-volume', Caller>;
}

/** Routes of the tag, literal paths before those with a parameter in the same place. */
export function hpBockV11AttachmentsRouter<Caller>(
  handlers: HpBockV11AttachmentsHandlers<Caller>,
  bind: Bind<Caller>,
): Router {
  const router = new Router();
  router.get(
    '/v1.1/:tenant_id/servers/:server_id/os-volume_attachments',
    bind('hp-bock-v1.1/list-attached-volumes', handlers.listAttachedVolumes),
  );
  router.post(
    '/v1.1/:tenant_id/servers/:server_id/os-volume_attachments',
    bind('hp-bock-v1.1/attach-volume', handlers.attachVolume),
  );
  router.get(
    '/v1.1/:tenant_id/servers/:server_id/os-volume_attachments/:volume_id',
    bind('hp-bock-v1.1/get-attached-volume-details', handlers.getAttachedVolumeDetails),
  );
  router.delete(
    '/v1.1/:tenant_id/servers/:server_id/os-volume_attachments/:volume_id',
    bind('hp-bock-v1.1/detach-volume', handlers.detachVolume),
  );
  return router;
}

/** Handlers that throw `NotImplemented`: spread them first, then what is written. */
export function hpBockV11AttachmentsStubs<Caller>(): HpBockV11AttachmentsHandlers<Caller> {
  return {
    listAttachedVolumes: notImplemented('hp-bock-v1.1/list-attached-volumes'),
    attachVolume: notImplemented('hp-bock-v1.1/attach-volume'),
    getAttachedVolumeDetails: notImplemented('hp-bock-v1.1/get-attached-volume-details'),
    detachVolume: notImplemented('hp-bock-v1.1/detach-volume'),
  };
}
