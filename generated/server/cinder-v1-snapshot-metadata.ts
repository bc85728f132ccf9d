// Generated from openapi/ by `make generate`. Never edit: change the contract instead.

import Router from '@koa/router';
import { type Bind, type Handler, notImplemented } from './contract.ts';

/** What a server of `cinder-v1/snapshot-metadata` does. Called without a `this`. */
export interface CinderV1SnapshotMetadataHandlers<Caller> {
  /** List snapshot metadata: GET /v1/{tenant_id}/snapshots/{snapshot_id}/metadata */
  readonly listSnapshotMetadata: Handler<'cinder-v1/list-snapshot-metadata', Caller>;
  /** Replace snapshot metadata: PUT /v1/{tenant_id}/snapshots/{snapshot_id}/metadata */
  readonly replaceSnapshotMetadata: Handler<'cinder-v1/replace-snapshot-metadata', Caller>;
  /** Update snapshot metadata: POST /v1/{tenant_id}/snapshots/{snapshot_id}/metadata */
  readonly updateSnapshotMetadata: Handler<'cinder-v1/update-snapshot-metadata', Caller>;
  /** Get snapshot metadata item: GET /v1/{tenant_id}/snapshots/{snapshot_id}/metadata/{key} */
  readonly getSnapshotMetadataItem: Handler<'cinder-v1/get-snapshot-metadata-item', Caller>;
  /** Set snapshot metadata item: PUT /v1/{tenant_id}/snapshots/{snapshot_id}/metadata/{key} */
  readonly setSnapshotMetadataItem: Handler<'cinder-v1/set-snapshot-metadata-item', Caller>;
  /** Delete snapshot metadata item: DELETE /v1/{tenant_id}/snapshots/{snapshot_id}/metadata/{key} */
  readonly deleteSnapshotMetadataItem: Handler<'cinder-v1/delete-snapshot-metadata-item', Caller>;
}

/** Routes of the tag, literal paths before those with a parameter in the same place. */
export function cinderV1SnapshotMetadataRouter<Caller>(
  handlers: CinderV1SnapshotMetadataHandlers<Caller>,
  bind: Bind<Caller>,
): Router {
  const router = new Router();
  router.get(
    '/v1/:tenant_id/snapshots/:snapshot_id/metadata',
    bind('cinder-v1/list-snapshot-metadata', handlers.listSnapshotMetadata),
  );
  router.put(
    '/v1/:tenant_id/snapshots/:snapshot_id/metadata',
    bind('cinder-v1/replace-snapshot-metadata', handlers.replaceSnapshotMetadata),
  );
  router.post(
    '/v1/:tenant_id/snapshots/:snapshot_id/metadata',
    bind('cinder-v1/update-snapshot-metadata', handlers.updateSnapshotMetadata),
  );
  router.get(
    '/v1/:tenant_id/snapshots/:snapshot_id/metadata/:key',
    bind('cinder-v1/get-snapshot-metadata-item', handlers.getSnapshotMetadataItem),
  );
  router.put(
    '/v1/:tenant_id/snapshots/:snapshot_id/metadata/:key',
    bind('cinder-v1/set-snapshot-metadata-item', handlers.setSnapshotMetadataItem),
  );
  router.delete(
    '/v1/:tenant_id/snapshots/:snapshot_id/metadata/:key',
    bind('cinder-v1/delete-snapshot-metadata-item', handlers.deleteSnapshotMetadataItem),
  );
  return router;
}

/** Handlers that throw `NotImplemented`: spread them first, then what is written. */
export function cinderV1SnapshotMetadataStubs<Caller>(): CinderV1SnapshotMetadataHandlers<Caller> {
  return {
    listSnapshotMetadata: notImplemented('cinder-v1/list-snapshot-metadata'),
    replaceSnapshotMetadata: notImplemented('cinder-v1/replace-snapshot-metadata'),
    updateSnapshotMetadata: notImplemented('cinder-v1/update-snapshot-metadata'),
    getSnapshotMetadataItem: notImplemented('cinder-v1/get-snapshot-metadata-item'),
    setSnapshotMetadataItem: notImplemented('cinder-v1/set-snapshot-metadata-item'),
    deleteSnapshotMetadataItem: notImplemented('cinder-v1/delete-snapshot-metadata-item'),
  };
}
