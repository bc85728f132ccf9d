// Generated from openapi/ by `make generate`. Never edit: change the contract instead.

import Router from '@koa/router';
import { type Bind, type Handler, notImplemented } from './contract.ts';

/** What a server of `cinder-v1/quotas` does. Called without a `this`. */
export interface CinderV1QuotasHandlers<Caller> {
  /** Get limits of every tenant: GET /v1/{tenant_id}/os-quota-class-sets/{class_name} */
  readonly getQuotaClassSet: Handler<'cinder-v1/get-quota-class-set', Caller>;
  /** Set limits of every tenant: PUT /v1/{tenant_id}/os-quota-class-sets/{class_name} */
  readonly updateQuotaClassSet: Handler<'cinder-v1/update-quota-class-set', Caller>;
  /** Get limits of a tenant: GET /v1/{tenant_id}/os-quota-sets/{quota_tenant_id} */
  readonly getQuotaSet: Handler<'cinder-v1/get-quota-set', Caller>;
  /** Set limits of a tenant: PUT /v1/{tenant_id}/os-quota-sets/{quota_tenant_id} */
  readonly updateQuotaSet: Handler<'cinder-v1/update-quota-set', Caller>;
  /** Reset limits of a tenant: DELETE /v1/{tenant_id}/os-quota-sets/{quota_tenant_id} */
  readonly deleteQuotaSet: Handler<'cinder-v1/delete-quota-set', Caller>;
  /** Get default limits: GET /v1/{tenant_id}/os-quota-sets/{quota_tenant_id}/defaults */
  readonly getQuotaDefaults: Handler<'cinder-v1/get-quota-defaults', Caller>;
}

/** Routes of the tag, literal paths before those with a parameter in the same place. */
export function cinderV1QuotasRouter<Caller>(
  handlers: CinderV1QuotasHandlers<Caller>,
  bind: Bind<Caller>,
): Router {
  const router = new Router();
  router.get(
    '/v1/:tenant_id/os-quota-class-sets/:class_name',
    bind('cinder-v1/get-quota-class-set', handlers.getQuotaClassSet),
  );
  router.put(
    '/v1/:tenant_id/os-quota-class-sets/:class_name',
    bind('cinder-v1/update-quota-class-set', handlers.updateQuotaClassSet),
  );
  router.get(
    '/v1/:tenant_id/os-quota-sets/:quota_tenant_id',
    bind('cinder-v1/get-quota-set', handlers.getQuotaSet),
  );
  router.put(
    '/v1/:tenant_id/os-quota-sets/:quota_tenant_id',
    bind('cinder-v1/update-quota-set', handlers.updateQuotaSet),
  );
  router.delete(
    '/v1/:tenant_id/os-quota-sets/:quota_tenant_id',
    bind('cinder-v1/delete-quota-set', handlers.deleteQuotaSet),
  );
  router.get(
    '/v1/:tenant_id/os-quota-sets/:quota_tenant_id/defaults',
    bind('cinder-v1/get-quota-defaults', handlers.getQuotaDefaults),
  );
  return router;
}

/** Handlers that throw `NotImplemented`: spread them first, then what is written. */
export function cinderV1QuotasStubs<Caller>(): CinderV1QuotasHandlers<Caller> {
  return {
    getQuotaClassSet: notImplemented('cinder-v1/get-quota-class-set'),
    updateQuotaClassSet: notImplemented('cinder-v1/update-quota-class-set'),
    getQuotaSet: notImplemented('cinder-v1/get-quota-set'),
    updateQuotaSet: notImplemented('cinder-v1/update-quota-set'),
    deleteQuotaSet: notImplemented('cinder-v1/delete-quota-set'),
    getQuotaDefaults: notImplemented('cinder-v1/get-quota-defaults'),
  };
}
