// Generated from openapi/ by `make generate`. Never edit: change the contract instead.

import Router from '@koa/router';
import { type Bind, type Handler, notImplemented } from './contract.ts';

/** What a server of `cinder-v1/snapshots` does. Called without a `this`. */
export interface CinderV1SnapshotsHandlers<Caller> {
  /** List snapshots details, by another name: GET /v1/{tenant_id}/snapshots/details */
  readonly listSnapshotsDetails: Handler<'cinder-v1/list-snapshots-details', Caller>;
  /** Update snapshot: PUT /v1/{tenant_id}/snapshots/{snapshot_id} */
  readonly updateSnapshot: Handler<'cinder-v1/update-snapshot', Caller>;
}

/** Routes of the tag, literal paths before those with a parameter in the same place. */
export function cinderV1SnapshotsRouter<Caller>(
  handlers: CinderV1SnapshotsHandlers<Caller>,
  bind: Bind<Caller>,
): Router {
  const router = new Router();
  router.get(
    '/v1/:tenant_id/snapshots/details',
    bind('cinder-v1/list-snapshots-details', handlers.listSnapshotsDetails),
  );
  router.put(
    '/v1/:tenant_id/snapshots/:snapshot_id',
    bind('cinder-v1/update-snapshot', handlers.updateSnapshot),
  );
  return router;
}

/** Handlers that throw `NotImplemented`: spread them first, then what is written. */
export function cinderV1SnapshotsStubs<Caller>(): CinderV1SnapshotsHandlers<Caller> {
  return {
    listSnapshotsDetails: notImplemented('cinder-v1/list-snapshots-details'),
    updateSnapshot: notImplemented('cinder-v1/update-snapshot'),
  };
}
