// Generated from openapi/ by `make generate`. Never edit: change the contract instead.

import Router from '@koa/router';
import { type Bind, type Handler, notImplemented } from './contract.ts';

/** What a server of `hp-block-storage-v1/snapshots` does. Called without a `this`. */
export interface HpBlockStorageV1SnapshotsHandlers<Caller> {
  /** List volume snapshots: GET /v1/{tenant_id}/snapshots, section 4.5.2.1 */
  readonly listSnapshots: Handler<'hp-block-storage-v1/list-snapshots', Caller>;
  /** Create volume snapshot: POST /v1/{tenant_id}/snapshots, section 4.5.2.4 */
  readonly createSnapshot: Handler<'hp-block-storage-v1/create-snapshot', Caller>;
  /** List volume snapshots details: GET /v1/{tenant_id}/snapshots/detail, section 4.5.2.2 */
  readonly listSnapshotsDetails: Handler<'hp-block-storage-v1/list-snapshots-details', Caller>;
  /** Get volume snapshot details: GET /v1/{tenant_id}/snapshots/{snapshot_id}, section 4.5.2.3 */
  readonly getSnapshotDetails: Handler<'hp-block-storage-v1/get-snapshot-details', Caller>;
  /** Delete volume snapshot: DELETE /v1/{tenant_id}/snapshots/{snapshot_id}, section 4.5.2.5 */
  readonly deleteSnapshot: Handler<'hp-block-storage-v1/delete-snapshot', Caller>;
}

/** Routes of the tag, literal paths before those with a parameter in the same place. */
export function hpBlockStorageV1SnapshotsRouter<Caller>(
  handlers: HpBlockStorageV1SnapshotsHandlers<Caller>,
  bind: Bind<Caller>,
): Router {
  const router = new Router();
  router.get(
    '/v1/:tenant_id/snapshots',
    bind('hp-block-storage-v1/list-snapshots', handlers.listSnapshots),
  );
  router.post(
    '/v1/:tenant_id/snapshots',
    bind('hp-block-storage-v1/create-snapshot', handlers.createSnapshot),
  );
  router.get(
    '/v1/:tenant_id/snapshots/detail',
    bind('hp-block-storage-v1/list-snapshots-details', handlers.listSnapshotsDetails),
  );
  router.get(
    '/v1/:tenant_id/snapshots/:snapshot_id',
    bind('hp-block-storage-v1/get-snapshot-details', handlers.getSnapshotDetails),
  );
  router.delete(
    '/v1/:tenant_id/snapshots/:snapshot_id',
    bind('hp-block-storage-v1/delete-snapshot', handlers.deleteSnapshot),
  );
  return router;
}

/** Handlers that throw `NotImplemented`: spread them first, then what is written. */
export function hpBlockStorageV1SnapshotsStubs<Caller>(): HpBlockStorageV1SnapshotsHandlers<Caller> {
  return {
    listSnapshots: notImplemented('hp-block-storage-v1/list-snapshots'),
    createSnapshot: notImplemented('hp-block-storage-v1/create-snapshot'),
    listSnapshotsDetails: notImplemented('hp-block-storage-v1/list-snapshots-details'),
    getSnapshotDetails: notImplemented('hp-block-storage-v1/get-snapshot-details'),
    deleteSnapshot: notImplemented('hp-block-storage-v1/delete-snapshot'),
  };
}
