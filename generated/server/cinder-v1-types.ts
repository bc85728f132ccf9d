// Generated from openapi/ by `make generate`. Never edit: change the contract instead.

import Router from '@koa/router';
import { type Bind, type Handler, notImplemented } from './contract.ts';

/** What a server of `cinder-v1/types` does. Called without a `this`. */
export interface CinderV1TypesHandlers<Caller> {
  /** List volume types: GET /v1/{tenant_id}/types */
  readonly listTypes: Handler<'cinder-v1/list-types', Caller>;
  /** Create volume type: POST /v1/{tenant_id}/types */
  readonly createType: Handler<'cinder-v1/create-type', Caller>;
  /** Get volume type: GET /v1/{tenant_id}/types/{type_id} */
  readonly getTypeDetails: Handler<'cinder-v1/get-type-details', Caller>;
  /** Delete volume type: DELETE /v1/{tenant_id}/types/{type_id} */
  readonly deleteType: Handler<'cinder-v1/delete-type', Caller>;
  /** List extra specs: GET /v1/{tenant_id}/types/{type_id}/extra_specs */
  readonly listExtraSpecs: Handler<'cinder-v1/list-extra-specs', Caller>;
  /** Set extra specs: POST /v1/{tenant_id}/types/{type_id}/extra_specs */
  readonly setExtraSpecs: Handler<'cinder-v1/set-extra-specs', Caller>;
  /** Get extra spec: GET /v1/{tenant_id}/types/{type_id}/extra_specs/{key} */
  readonly getExtraSpec: Handler<'cinder-v1/get-extra-spec', Caller>;
  /** Set extra spec: PUT /v1/{tenant_id}/types/{type_id}/extra_specs/{key} */
  readonly setExtraSpec: Handler<'cinder-v1/set-extra-spec', Caller>;
  /** Delete extra spec: DELETE /v1/{tenant_id}/types/{type_id}/extra_specs/{key} */
  readonly deleteExtraSpec: Handler<'cinder-v1/delete-extra-spec', Caller>;
}

/** Routes of the tag, literal paths before those with a parameter in the same place. */
export function cinderV1TypesRouter<Caller>(
  handlers: CinderV1TypesHandlers<Caller>,
  bind: Bind<Caller>,
): Router {
  const router = new Router();
  router.get(
    '/v1/:tenant_id/types',
    bind('cinder-v1/list-types', handlers.listTypes),
  );
  router.post(
    '/v1/:tenant_id/types',
    bind('cinder-v1/create-type', handlers.createType),
  );
  router.get(
    '/v1/:tenant_id/types/:type_id',
    bind('cinder-v1/get-type-details', handlers.getTypeDetails),
  );
  router.delete(
    '/v1/:tenant_id/types/:type_id',
    bind('cinder-v1/delete-type', handlers.deleteType),
  );
  router.get(
    '/v1/:tenant_id/types/:type_id/extra_specs',
    bind('cinder-v1/list-extra-specs', handlers.listExtraSpecs),
  );
  router.post(
    '/v1/:tenant_id/types/:type_id/extra_specs',
    bind('cinder-v1/set-extra-specs', handlers.setExtraSpecs),
  );
  router.get(
    '/v1/:tenant_id/types/:type_id/extra_specs/:key',
    bind('cinder-v1/get-extra-spec', handlers.getExtraSpec),
  );
  router.put(
    '/v1/:tenant_id/types/:type_id/extra_specs/:key',
    bind('cinder-v1/set-extra-spec', handlers.setExtraSpec),
  );
  router.delete(
    '/v1/:tenant_id/types/:type_id/extra_specs/:key',
    bind('cinder-v1/delete-extra-spec', handlers.deleteExtraSpec),
  );
  return router;
}

/** Handlers that throw `NotImplemented`: spread them first, then what is written. */
export function cinderV1TypesStubs<Caller>(): CinderV1TypesHandlers<Caller> {
  return {
    listTypes: notImplemented('cinder-v1/list-types'),
    createType: notImplemented('cinder-v1/create-type'),
    getTypeDetails: notImplemented('cinder-v1/get-type-details'),
    deleteType: notImplemented('cinder-v1/delete-type'),
    listExtraSpecs: notImplemented('cinder-v1/list-extra-specs'),
    setExtraSpecs: notImplemented('cinder-v1/set-extra-specs'),
    getExtraSpec: notImplemented('cinder-v1/get-extra-spec'),
    setExtraSpec: notImplemented('cinder-v1/set-extra-spec'),
    deleteExtraSpec: notImplemented('cinder-v1/delete-extra-spec'),
  };
}
