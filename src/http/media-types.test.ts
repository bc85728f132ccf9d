import { describe, expect, it } from 'vitest';
import { mediaTypes } from './media-types.ts';

const types = mediaTypes({
  'x-media-type-aliases': {
    'application/vnd.openstack.volume+json': 'application/json',
    'application/vnd.openstack.volume+xml': 'application/xml',
  },
});
const chosen = (accept: string | undefined) => types.ofAccept(accept).type;

describe('the media type of a response', () => {
  it.each([
    [undefined, 'application/json'],
    ['*/*', 'application/json'],
    ['application/xml', 'application/xml'],
    ['application/json', 'application/json'],
    ['APPLICATION/XML', 'application/xml'],
    ['application/json;q=0.4, application/xml;q=0.8', 'application/xml'],
    ['application/xml;q=0, */*', 'application/json'],
    ['application/*;q=0.2, application/xml', 'application/xml'],
    ['text/html, application/xml;q=0.1', 'application/xml'],
    ['application/vnd.openstack.volume+xml', 'application/vnd.openstack.volume+xml'],
    ['application/vnd.openstack.volume+json; charset=utf-8', 'application/vnd.openstack.volume+json'],
    ['text/html', 'application/json'],
    ['nonsense', 'application/json'],
    ['application/xml;q=high', 'application/json'],
    ['', 'application/json'],
  ])('for Accept: %s is %s', (accept, expected) => {
    expect(chosen(accept)).toBe(expected);
  });

  it('does not remember more headers than a bound', () => {
    for (let i = 0; i < 1000; i += 1) chosen(`application/xml;v=${i}`);
    expect(chosen('application/xml;v=2000')).toBe('application/xml');
  });
});

describe('the media type of a request body', () => {
  it('is told from Content-Type with any parameters', () => {
    expect(types.ofContentType('application/xml; charset=iso-8859-1')?.format).toBe('xml');
    expect(types.ofContentType('Application/JSON;charset=UTF-8')?.format).toBe('json');
    expect(types.ofContentType('application/vnd.openstack.volume+xml')?.format).toBe('xml');
  });

  it('is none for types that the contract does not name', () => {
    expect(types.ofContentType('text/plain')).toBeUndefined();
    expect(types.ofContentType('')).toBeUndefined();
  });
});
