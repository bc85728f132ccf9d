import { describe, expect, it } from 'vitest';
import { HttpFault } from '../http/fault.ts';
import { mediaTypes } from '../http/media-types.ts';
import { mockOperations } from './operations.ts';

const example = (...ids: string[]) => ({
  examples: Object.fromEntries(ids.map((id) => [id, { value: '' }])),
});

const contract = {
  paths: {
    '/v1/{tenant_id}/volumes/{volume_id}': {
      parameters: [],
      get: { operationId: 'show', responses: { 200: { description: 'a volume' } } },
      delete: { operationId: 'delete', responses: { 202: { description: 'taken' } } },
    },
    '/v1/{tenant_id}/volumes/detail': {
      get: {
        operationId: 'details',
        requestBody: { content: { 'application/json': example('ask.json') } },
        responses: {
          400: { $ref: '#/components/responses/Bad' },
          200: {
            content: { 'application/json': example('a.json', 'b.json'), 'application/xml': example('a.xml') },
          },
        },
      },
    },
  },
  components: { responses: { Bad: { content: { 'application/xml': example('bad.xml') } } } },
};
const operations = mockOperations(contract, mediaTypes({}));

describe('match', () => {
  it('prefers a literal path to a parameter', () => {
    expect(operations.match('GET', '/v1/dev/volumes/detail').id).toBe('details');
    expect(operations.match('GET', '/v1/dev/volumes/details').id).toBe('show');
  });

  it('takes HEAD for GET', () => {
    expect(operations.match('HEAD', '/v1/dev/volumes/1').id).toBe('show');
  });

  it('names the methods that a path has', () => {
    const refusal = () => operations.match('PUT', '/v1/dev/volumes/1');
    expect(refusal).toThrow(HttpFault);
    expect(refusal).toThrow(/DELETE, GET, HEAD/);
  });

  it.each(['/', '/v1/dev/volumes', '/v1/dev/volumes/1/2', '/v1/dev/Volumes/1'])('knows no %s', (path) => {
    expect(() => operations.match('GET', path)).toThrow('could not be found');
  });
});

describe('an operation', () => {
  const details = operations.match('GET', '/v1/dev/volumes/detail');

  it('knows the status and the format of each example', () => {
    expect(Object.fromEntries(details.examples)).toEqual({
      'a.json': [{ status: 200, format: 'json' }],
      'b.json': [{ status: 200, format: 'json' }],
      'a.xml': [{ status: 200, format: 'xml' }],
      'bad.xml': [{ status: 400, format: 'xml' }],
    });
    expect([...details.requestExamples]).toEqual(['ask.json']);
  });

  it('succeeds with its lowest 2xx', () => {
    expect(details.success).toBe(200);
    expect(operations.match('DELETE', '/v1/dev/volumes/1').success).toBe(202);
  });
});
