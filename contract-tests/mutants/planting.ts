import type { Catalog, CatalogReads, CatalogTransaction } from '../../src/catalog/catalog.ts';
import type { Context } from '../../src/http/context.ts';
import type { HandlerResponse } from '../../src/http/respond.ts';
import type { Anything, Met, Spoil } from './mutant.ts';

/** The document's name is before the slash of an operation's id. */
const nameOf = (operationId: string): string => operationId.slice(operationId.indexOf('/') + 1);

/** A copy of an object with some of its members replaced; its class and private parts keep working. */
export function replacing<T extends object>(target: T, members: Partial<T>): T {
  return new Proxy(target, {
    get(object, name) {
      if (Object.hasOwn(members, name)) return Reflect.get(members, name);
      const value = Reflect.get(object, name, object);
      return typeof value === 'function' ? value.bind(object) : value;
    },
  });
}

/** Around the answers of operations, by their names without the document. */
export const answers = (
  operations: readonly string[],
  met: Met,
  change: (response: HandlerResponse) => HandlerResponse,
): Spoil => ({
  handler: (operationId, handler) => {
    if (!operations.includes(nameOf(operationId))) return handler;
    return async (request, caller) => {
      const response = await handler(request, caller);
      met();
      return change(structuredClone(response));
    };
  },
});

/** Around the requests that operations are given. */
export const requests = (
  operations: readonly string[],
  met: Met,
  change: (request: Anything) => void,
): Spoil => ({
  handler: (operationId, handler) => {
    if (!operations.includes(nameOf(operationId))) return handler;
    return async (request, caller) => {
      met();
      const changed = structuredClone(request);
      change(changed);
      return handler(changed, caller);
    };
  },
});

/** Around each resource that operations show, be it one or a list of them. */
export const resources = (
  operations: readonly string[],
  met: Met,
  change: (resource: Anything) => void,
): Spoil =>
  answers(operations, met, (response) => {
    const [inner] = Object.values((response.body ?? {}) as Record<string, Anything>);
    for (const resource of Array.isArray(inner) ? inner : [inner]) if (resource) change(resource);
    return response;
  });

/** Around the lists that operations show. */
export const lists = (
  operations: readonly string[],
  met: Met,
  change: (list: Anything[]) => Anything[],
): Spoil =>
  answers(operations, met, (response) => {
    const body = Object.entries(response.body as Record<string, Anything>);
    return {
      ...response,
      body: Object.fromEntries(
        body.map(([key, value]) => [key, Array.isArray(value) ? change(value) : value]),
      ),
    };
  });

/** Around the text of answers, such as an XML document. */
export const texts = (
  applies: (ctx: Context) => boolean,
  met: Met,
  change: (text: string) => string,
): Spoil => ({
  answer: (ctx) => {
    if (!applies(ctx) || typeof ctx.body !== 'string') return;
    const { status } = ctx;
    const type = ctx.response.get('Content-Type');
    const changed = change(ctx.body);
    if (changed !== ctx.body) met();
    ctx.body = changed;
    ctx.status = status;
    if (type !== '') ctx.set('Content-Type', type);
  },
});

export const isXml = (ctx: Context): boolean => ctx.response.get('Content-Type').includes('xml');
export const isFault = (ctx: Context): boolean => ctx.status >= 400;
export const operationOf = (ctx: Context): string => nameOf(ctx.state.operationId ?? '/');

/** Around the methods of the catalog, inside of transactions as well. */
export const catalog = (
  reads: (reads: CatalogReads, whole: Catalog) => Partial<CatalogReads>,
  writes: (tx: CatalogTransaction) => Partial<CatalogTransaction> = () => ({}),
): Spoil => ({
  catalog: (whole) =>
    replacing(whole, {
      ...reads(whole, whole),
      transaction: (work) =>
        whole.transaction((tx) => work(replacing(tx, { ...reads(tx, whole), ...writes(tx) }))),
    }),
});
