// Generated from openapi/ by `make generate`. Never edit: change the contract instead.

import Router from '@koa/router';
import { type Bind, type Handler, notImplemented } from './contract.ts';

/** What a server of `identity-v3/projects` does. Called without a `this`. */
export interface IdentityV3ProjectsHandlers<Caller> {
  /** List the projects that a token can be had for: GET /v3/auth/projects */
  readonly listAuthProjects: Handler<'identity-v3/list-auth-projects', Caller>;
}

/** Routes of the tag, literal paths before those with a parameter in the same place. */
export function identityV3ProjectsRouter<Caller>(
  handlers: IdentityV3ProjectsHandlers<Caller>,
  bind: Bind<Caller>,
): Router {
  const router = new Router();
  router.get(
    '/v3/auth/projects',
    bind('identity-v3/list-auth-projects', handlers.listAuthProjects),
  );
  return router;
}

/** Handlers that throw `NotImplemented`: spread them first, then what is written. */
export function identityV3ProjectsStubs<Caller>(): IdentityV3ProjectsHandlers<Caller> {
  return {
    listAuthProjects: notImplemented('identity-v3/list-auth-projects'),
  };
}
