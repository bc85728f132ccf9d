import type { Body, Operation } from './contract.ts';

/** An operation for tests: everything that a test does not care about is filled in. */
export function operation(given: Partial<Operation> = {}): Operation {
  return {
    id: 'd/list-volumes',
    method: 'get',
    path: '/v1/{tenant_id}/volumes',
    summary: 'List Volumes',
    tag: 'd/volumes',
    document: 'd',
    section: '4.5',
    public: false,
    administrator: false,
    parameters: [{ name: 'tenant_id', in: 'path', example: 'dev' }],
    request: null,
    responses: {},
    ...given,
  };
}

/** A body with one example per id; the id's ending says which media type it is in. */
export function body(...ids: string[]): Body {
  const examples = (ending: string) =>
    Object.fromEntries(
      ids.filter((id) => id.endsWith(ending)).map((id) => [id, { value: `value of ${id}` }]),
    );
  return {
    content: {
      'application/json': { examples: examples('.json') },
      'application/xml': { examples: examples('.xml') },
    },
  };
}
