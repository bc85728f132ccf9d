// Generated from openapi/ by `make generate`. Never edit: change the contract instead.

import Router from '@koa/router';
import { type Bind, type Handler, notImplemented } from './contract.ts';

/** What a server of `hp-block-storage-v1/attachments` does. Called without a `this`. */
export interface HpBlockStorageV1AttachmentsHandlers<Caller> {
  /** List attached volumes: GET /v2/{tenant_id}/servers/{server_id}/os-volume_attachments, section 4.5.4.1 */
  readonly listAttachedVolumes: Handler<'hp-block-storage-v1/list-attached-volumes', Caller>;
  /** Attach a volume: POST /v2/{tenant_id}/servers/{server_id}/os-volume_attachments, section 4.5.4.2 */
  readonly attachVolume: Handler<'hp-block-storage-v1/attach-volume', Caller>;
  /** Get attached volume details: GET /v2/{tenant_id}/servers/{server_id}/os-volume_attachments/{volume_id}, section 4.5.4.4 */
  readonly getAttachedVolumeDetails: Handler<'hp-block-storage-v1/get-attached-volume-details', Caller>;
  /** Detach a volume: DELETE /v2/{tenant_id}/servers/{server_id}/os-volume_attachments/{volume_id}, section 4.5.4.3 */
  readonly detachVolume: Handler<'hp-block-storage-v1/detach-volume', Caller>;
}

/** Routes of the tag, literal paths before those with a parameter in the same place. */
export function hpBlockStorageV1AttachmentsRouter<Caller>(
  handlers: HpBlockStorageV1AttachmentsHandlers<Caller>,
  bind: Bind<Caller>,
): Router {
  const router = new Router();
  router.get(
    '/v2/:tenant_id/servers/:server_id/os-volume_attachments',
    bind('hp-block-storage-v1/list-attached-volumes', handlers.listAttachedVolumes),
  );
  router.post(
    '/v2/:tenant_id/servers/:server_id/os-volume_attachments',
    bind('hp-block-storage-v1/attach-volume', handlers.attachVolume),
  );
  router.get(
    '/v2/:tenant_id/servers/:server_id/os-volume_attachments/:volume_id',
    bind('hp-block-storage-v1/get-attached-volume-details', handlers.getAttachedVolumeDetails),
  );
  router.delete(
    '/v2/:tenant_id/servers/:server_id/os-volume_attachments/:volume_id',
    bind('hp-block-storage-v1/detach-volume', handlers.detachVolume),
  );
  return router;
}

/** Handlers that throw `NotImplemented`: spread them first, then what is written. */
export function hpBlockStorageV1AttachmentsStubs<Caller>(): HpBlockStorageV1AttachmentsHandlers<Caller> {
  return {
    listAttachedVolumes: notImplemented('hp-block-storage-v1/list-attached-volumes'),
    attachVolume: notImplemented('hp-block-storage-v1/attach-volume'),
    getAttachedVolumeDetails: notImplemented('hp-block-storage-v1/get-attached-volume-details'),
    detachVolume: notImplemented('hp-block-storage-v1/detach-volume'),
  };
}
