// Generated from openapi/ by `make generate`. Never edit: change the contract instead.

import Router from '@koa/router';
import { type Bind, type Handler, notImplemented } from './contract.ts';

/** What a server of `hp-bock-v1.1/snapshots` does. Called without a `this`. */
export interface HpBockV11SnapshotsHandlers<Caller> {
  /** List snapshots: GET /v1.1/{tenant_id}/os-snapshots, section 4.4.4.1 */
  readonly listSnapshots: Handler<'hp-bock-v1.1/list-snapshots', Caller>;
  /** Create snapshot: POST /v1.1/{tenant_id}/os-snapshots, section 4.4.4.2 */
  readonly createSnapshot: Handler<'hp-bock-v1.1/create-snapshot', Caller>;
  /** List snapshots details: GET /v1.1/{tenant_id}/os-snapshots/detail */
  readonly listSnapshotsDetails: Handler<'hp-bock-v1.1/list-snapshots-details', Caller>;
  /** View information about a single snapshot: GET /v1.1/{tenant_id}/os-snapshots/{snapshot_id}, section 4.4.4.3 */
  readonly getSnapshotDetails: Handler<'hp-bock-v1.1/get-snapshot-details', Caller>;
  /** Delete a snapshot: DELETE /v1.1/{tenant_id}/os-snapshots/{snapshot_id}, section 4.4.4.4 */
  readonly deleteSnapshot: Handler<'hp-bock-v1.1/delete-snapshot', Caller>;
}

/** Routes of the tag, literal paths before those with a parameter in the same place. */
export function hpBockV11SnapshotsRouter<Caller>(
  handlers: HpBockV11SnapshotsHandlers<Caller>,
  bind: Bind<Caller>,
): Router {
  const router = new Router();
  router.get(
    '/v1.1/:tenant_id/os-snapshots',
    bind('hp-bock-v1.1/list-snapshots', handlers.listSnapshots),
  );
  router.post(
    '/v1.1/:tenant_id/os-snapshots',
    bind('hp-bock-v1.1/create-snapshot', handlers.createSnapshot),
  );
  router.get(
    '/v1.1/:tenant_id/os-snapshots/detail',
    bind('hp-bock-v1.1/list-snapshots-details', handlers.listSnapshotsDetails),
  );
  router.get(
    '/v1.1/:tenant_id/os-snapshots/:snapshot_id',
    bind('hp-bock-v1.1/get-snapshot-details', handlers.getSnapshotDetails),
  );
  router.delete(
    '/v1.1/:tenant_id/os-snapshots/:snapshot_id',
    bind('hp-bock-v1.1/delete-snapshot', handlers.deleteSnapshot),
  );
  return router;
}

/** Handlers that throw `NotImplemented`: spread them first, then what is written. */
export function hpBockV11SnapshotsStubs<Caller>(): HpBockV11SnapshotsHandlers<Caller> {
  return {
    listSnapshots: notImplemented('hp-bock-v1.1/list-snapshots'),
    createSnapshot: notImplemented('hp-bock-v1.1/create-snapshot'),
    listSnapshotsDetails: notImplemented('hp-bock-v1.1/list-snapshots-details'),
    getSnapshotDetails: notImplemented('hp-bock-v1.1/get-snapshot-details'),
    deleteSnapshot: notImplemented('hp-bock-v1.1/delete-snapshot'),
  };
}
