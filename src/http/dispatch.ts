import type { Router } from '@koa/router';
import type { Step } from './context.ts';
import { refuse } from './fault.ts';

type Routes = ReturnType<Router['routes']>;

/** The parts of a path that never vary within a collection: `/v1/{tenant}/volumes/...` -> `v1/volumes`. */
function keyOf(path: string): string {
  const [, version = '', , collection = ''] = path.split('/', 4);
  return `${version}/${collection}`;
}

/**
 * Picks the router of a request's collection from an index, because a router tries its routes one after the
 * other: with the index the cost of a request does not grow with the number of operations.
 * Answers 404 where no path fits, and 405 with Allow where only the method does not.
 */
export function dispatch(routers: readonly Router[]): Step {
  const index = new Map<string, Routes>();
  for (const router of routers) {
    const routes = router.routes();
    for (const layer of router.stack) {
      const key = keyOf(String(layer.path));
      const present = index.get(key);
      if (present !== undefined && present !== routes) throw new Error(`two routers serve ${key}`);
      index.set(key, routes);
    }
  }

  return async (ctx, next) => {
    const routes = index.get(keyOf(ctx.path));
    if (routes === undefined) throw refuse.noRoute();
    // The router types its context by its own state; ours is the same object.
    await routes(ctx as never, next);
    if (ctx.state.operationId !== undefined) return;
    const methods = new Set<string>();
    for (const layer of (ctx['matched'] as Router['stack'] | undefined) ?? []) {
      for (const method of layer.methods) methods.add(method);
    }
    if (methods.size === 0) throw refuse.noRoute();
    throw refuse.wrongMethod(ctx.method, [...methods].sort().join(', '));
  };
}
