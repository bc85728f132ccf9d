import { describe, expect, it } from 'vitest';
import { mediaTypes } from './media-types.ts';
import { requestTypes } from './request-types.ts';

const json = { 'application/json': {} };
const contract = {
  paths: {
    '/both': {
      post: { operationId: 'both', requestBody: { content: { ...json, 'application/xml': {} } } },
      get: { operationId: 'none' },
    },
    '/json': { post: { operationId: 'json', requestBody: { $ref: '#/components/requestBodies/Json' } } },
    '/form': {
      post: {
        operationId: 'form',
        requestBody: {
          content: json,
          'x-media-type-aliases': { 'application/x-www-form-urlencoded': 'application/json' },
        },
      },
    },
  },
  components: { requestBodies: { Json: { content: json } } },
};
const types = mediaTypes({ 'x-media-type-aliases': { 'text/xml': 'application/xml' } });
const typesOf = requestTypes(contract, types);
const formatOf = (operationId: string, header: string) => typesOf(operationId).ofContentType(header)?.format;

describe('the media types of a request body', () => {
  it.each([
    ['both', 'application/json; charset=utf-8', 'json'],
    ['both', 'text/xml', 'xml'],
    ['both', 'application/x-www-form-urlencoded', undefined],
    ['json', 'application/json', 'json'],
    ['json', 'application/xml', undefined],
    ['json', 'text/xml', undefined],
    ['form', 'Application/X-WWW-Form-Urlencoded ; charset=utf-8', 'json'],
    ['form', 'application/xml', undefined],
    ['none', 'application/json', undefined],
  ])('of %s: %s is %s', (operationId, header, format) => {
    expect(formatOf(operationId, header)).toBe(format);
  });

  it('are named for messages', () => {
    expect(typesOf('both').names).toEqual(['application/json', 'application/xml', 'text/xml']);
    expect(typesOf('form').names).toEqual(['application/json', 'application/x-www-form-urlencoded']);
  });

  it('are those of an operation of the contract', () => {
    expect(() => typesOf('other')).toThrow('other');
  });
});
