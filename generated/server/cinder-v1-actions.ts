// Generated from openapi/ by `make generate`. Never edit: change the contract instead.

import Router from '@koa/router';
import { type Bind, type Handler, notImplemented } from './contract.ts';

/** What a server of `cinder-v1/actions` does. Called without a `this`. */
export interface CinderV1ActionsHandlers<Caller> {
  /** Act on a snapshot: POST /v1/{tenant_id}/snapshots/{snapshot_id}/action */
  readonly actOnSnapshot: Handler<'cinder-v1/act-on-snapshot', Caller>;
  /** Act on a volume: POST /v1/{tenant_id}/volumes/{volume_id}/action */
  readonly actOnVolume: Handler<'cinder-v1/act-on-volume', Caller>;
}

/** Routes of the tag, literal paths before those with a parameter in the same place. */
export function cinderV1ActionsRouter<Caller>(
  handlers: CinderV1ActionsHandlers<Caller>,
  bind: Bind<Caller>,
): Router {
  const router = new Router();
  router.post(
    '/v1/:tenant_id/snapshots/:snapshot_id/action',
    bind('cinder-v1/act-on-snapshot', handlers.actOnSnapshot),
  );
  router.post(
    '/v1/:tenant_id/volumes/:volume_id/action',
    bind('cinder-v1/act-on-volume', handlers.actOnVolume),
  );
  return router;
}

/** Handlers that throw `NotImplemented`: spread them first, then what is written. */
export function cinderV1ActionsStubs<Caller>(): CinderV1ActionsHandlers<Caller> {
  return {
    actOnSnapshot: notImplemented('cinder-v1/act-on-snapshot'),
    actOnVolume: notImplemented('cinder-v1/act-on-volume'),
  };
}
