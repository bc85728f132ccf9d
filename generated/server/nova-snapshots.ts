// Generated from openapi/ by `make generate`. Never edit: change the contract instead.

import Router from '@koa/router';
import { type Bind, type Handler, notImplemented } from './contract.ts';

/** What a server of `nova/snapshots` does. Called without a `this`. */
export interface NovaSnapshotsHandlers<Caller> {
  /** List snapshots: GET /v2/{tenant_id}/os-snapshots */
  readonly listSnapshots: Handler<'nova/list-snapshots', Caller>;
  /** Create snapshot: POST /v2/{tenant_id}/os-snapshots */
  readonly createSnapshot: Handler<'nova/create-snapshot', Caller>;
  /** List snapshots details: GET /v2/{tenant_id}/os-snapshots/detail */
  readonly listSnapshotsDetails: Handler<'nova/list-snapshots-details', Caller>;
  /** Get snapshot details: GET /v2/{tenant_id}/os-snapshots/{snapshot_id} */
  readonly getSnapshotDetails: Handler<'nova/get-snapshot-details', Caller>;
  /** Delete snapshot: DELETE /v2/{tenant_id}/os-snapshots/{snapshot_id} */
  readonly deleteSnapshot: Handler<'nova/delete-snapshot', Caller>;
}

/** Routes of the tag, literal paths before those with a parameter in the same place. */
export function novaSnapshotsRouter<Caller>(
  handlers: NovaSnapshotsHandlers<Caller>,
  bind: Bind<Caller>,
): Router {
  const router = new Router();
  router.get(
    '/v2/:tenant_id/os-snapshots',
    bind('nova/list-snapshots', handlers.listSnapshots),
  );
  router.post(
    '/v2/:tenant_id/os-snapshots',
    bind('nova/create-snapshot', handlers.createSnapshot),
  );
  router.get(
    '/v2/:tenant_id/os-snapshots/detail',
    bind('nova/list-snapshots-details', handlers.listSnapshotsDetails),
  );
  router.get(
    '/v2/:tenant_id/os-snapshots/:snapshot_id',
    bind('nova/get-snapshot-details', handlers.getSnapshotDetails),
  );
  router.delete(
    '/v2/:tenant_id/os-snapshots/:snapshot_id',
    bind('nova/delete-snapshot', handlers.deleteSnapshot),
  );
  return router;
}

/** Handlers that throw `NotImplemented`: spread them first, then what is written. */
export function novaSnapshotsStubs<Caller>(): NovaSnapshotsHandlers<Caller> {
  return {
    listSnapshots: notImplemented('nova/list-snapshots'),
    createSnapshot: notImplemented('nova/create-snapshot'),
    listSnapshotsDetails: notImplemented('nova/list-snapshots-details'),
    getSnapshotDetails: notImplemented('nova/get-snapshot-details'),
    deleteSnapshot: notImplemented('nova/delete-snapshot'),
  };
}
