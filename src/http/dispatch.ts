import type { Router } from '@koa/router';
import type { Step } from './context.ts';
import { refuse } from './fault.ts';

type Layer = Router['stack'][number];

interface Found {
  readonly step: Layer['stack'][number];
  readonly parameters: Record<string, string>;
}

/**
 * The parts of a path that never vary within a collection: `/v1/{tenant}/volumes/...` -> `/v1/volumes`. Paths
 * without a tenant that have two parts, such as `/v2.0/tokens`, share the key of their first.
 */
function keyOf(given: string): string {
  const path = given.endsWith('/') && given.length > 1 ? given.slice(0, -1) : given;
  const version = path.indexOf('/', 1);
  if (version < 0) return path;
  const tenant = path.indexOf('/', version + 1);
  if (tenant < 0) return path.slice(0, version);
  const collection = path.indexOf('/', tenant + 1);
  return path.slice(0, version) + path.slice(tenant, collection < 0 ? undefined : collection);
}

/** The routes of all routers by collection, each collection's in the order in which they were made. */
function indexOf(routers: readonly Router[]): ReadonlyMap<string, readonly Layer[]> {
  const index = new Map<string, Layer[]>();
  for (const layer of routers.flatMap(({ stack }) => stack)) {
    const key = keyOf(String(layer.path));
    const layers = index.get(key) ?? [];
    layers.push(layer);
    index.set(key, layers);
  }
  return index;
}

/** What is no proper percent-encoding stays as it is, and is the name of nothing. */
function decode(part: string): string {
  if (!part.includes('%')) return part;
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function parametersOf({ paramNames }: Layer, [, ...parts]: RegExpExecArray): Record<string, string> {
  const parameters: Record<string, string> = {};
  for (const [index, { name }] of paramNames.entries()) parameters[name] = decode(parts[index] ?? '');
  return parameters;
}

/**
 * Finds the route of a request among those of its collection. A router would try all of its routes and put
 * the steps of those that match together anew for each request; here the first that matches is taken, as the
 * generated routers have literal paths before parameters, and its steps were put together at start. The cost
 * of a request does not grow with the number of collections.
 * Where nothing fits, slashes that follow each other count as one: clients put paths together from parts that end
 * and begin with one.
 * Answers 404 where no path fits, and 405 with Allow where only the method does not.
 */
export function dispatch(routers: readonly Router[]): Step {
  const index = indexOf(routers);
  const found = (method: string, path: string, allowed: Set<string>): Found | undefined => {
    // A slash at the end means nothing. The patterns allow for one where the contract has none, not the other way
    // round: `/v1.1` is `/v1.1/`.
    const ended = path.endsWith('/') ? path : `${path}/`;
    for (const layer of index.get(keyOf(path)) ?? []) {
      const parts = layer.regexp.exec(ended);
      if (parts === null) continue;
      const [step] = layer.stack;
      if (step !== undefined && layer.methods.includes(method)) {
        return { step, parameters: parametersOf(layer, parts) };
      }
      for (const other of layer.methods) allowed.add(other);
    }
    return undefined;
  };

  return (ctx, next) => {
    const { path, method } = ctx;
    const allowed = new Set<string>();
    const route =
      found(method, path, allowed) ??
      (path.includes('//') ? found(method, path.replace(/\/{2,}/g, '/'), allowed) : undefined);
    if (route !== undefined) {
      ctx['params'] = route.parameters;
      return route.step(ctx as never, next);
    }
    if (allowed.size === 0) throw refuse.noRoute();
    throw refuse.wrongMethod(method, [...allowed].sort().join(', '));
  };
}
