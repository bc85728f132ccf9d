import { describe, expect, test } from 'vitest';
import { type Bind, NotImplemented, operations, routers, stubs } from '../../generated/server/index.ts';

/** A `bind` that only remembers which operation a route leads to. */
const bound = new Map<unknown, string>();
const bind: Bind<undefined> = (id) => {
  const middleware = async () => {};
  bound.set(middleware, id);
  return middleware;
};
const served = routers(stubs<undefined>(), bind);

/** The operation that answers, the first route that matches being the one that does. */
function routed(method: string, path: string): string | undefined {
  const [first] = served.flatMap((router) => router.match(path, method).pathAndMethod);
  return bound.get(first?.stack[0]);
}

describe('the generated routers', () => {
  test.each(Object.entries(operations))('%s is routed to itself', (id, { method, path }) => {
    expect(routed(method, path.replace(/:\w+/g, 'an-id'))).toBe(id);
  });

  test('a stub says which operation is not implemented', async () => {
    const request = { path: { tenant_id: 'dev' }, query: {}, body: undefined };
    const answer = stubs<undefined>().hpBlockStorageV1Volumes.listVolumes(request, undefined);
    await expect(answer).rejects.toThrow(NotImplemented);
    await expect(answer).rejects.toMatchObject({ operationId: 'hp-block-storage-v1/list-volumes' });
  });
});
