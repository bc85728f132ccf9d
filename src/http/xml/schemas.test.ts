import { describe, expect, it } from 'vitest';
import { xmlCodec } from './codec.ts';
import { contractOf } from './testing.ts';
import { codec, member } from './testing-things.ts';

describe('schemas', () => {
  it('may contain themselves', () => {
    const branch = { name: 'a', branches: [{ name: 'b', branches: [] }, { name: 'c' }] };
    const text = codec.encodeResponse('get-branch', 200, { branch });
    expect(text).toContain(
      '<branch name="a"><branches><branch name="b"><branches/></branch><branch name="c"/></branches></branch>',
    );
    expect(member(codec.decodeResponse('get-branch', 200, text), 'branch')).toEqual(branch);
  });

  it('may not be a part of themselves', () => {
    const loop = { Loop: { allOf: [{ $ref: '#/components/schemas/Loop' }] } };
    expect(() => xmlCodec(contractOf({ $ref: '#/components/schemas/Loop' }, loop)).compileAll()).toThrow(
      'no XML for the response 200 of show: a schema is a part of itself by $ref, allOf, anyOf or oneOf',
    );
    const self = { Self: { $ref: '#/components/schemas/Self' } };
    expect(() => xmlCodec(contractOf({ $ref: '#/components/schemas/Self' }, self)).compileAll()).toThrow(
      'the reference #/components/schemas/Self leads back to itself',
    );
  });

  it('add up the members of anyOf and oneOf', () => {
    const attribute = { type: 'string', xml: { attribute: true } };
    const either = xmlCodec(
      contractOf({
        type: 'object',
        properties: { a: attribute },
        anyOf: [{ required: ['a'] }, { properties: { b: attribute }, required: ['b'] }],
      }),
    );
    const text = either.encodeResponse('show', 200, { thing: { a: '1', b: '2' } });
    expect(text).toContain('<thing b="2" a="1"/>');
    expect(either.decodeResponse('show', 200, text)).toEqual({
      ok: true,
      model: { thing: { a: '1', b: '2' } },
    });
  });

  it('may be text or attributes, whatever namespaces the element declares', () => {
    const parts = { type: 'object', properties: { limit: { type: 'integer', xml: { attribute: true } } } };
    const quota = xmlCodec(contractOf({ properties: { a: { oneOf: [{ type: 'integer' }, parts] } } }));
    const read = (a: string) => member(quota.decodeResponse('show', 200, `<thing>${a}</thing>`), 'thing');
    expect(read('<a>10</a>')).toEqual({ a: 10 });
    expect(read('<a xmlns="" xmlns:p="urn:p" p:x="y">10</a>')).toEqual({ a: 10 });
    expect(read('<a xmlns="urn:a" limit="10"/>')).toEqual({ a: { limit: 10 } });
  });

  it('may have keywords beside a reference', () => {
    const components = { Name: { type: 'string' } };
    const name = { $ref: '#/components/schemas/Name', xml: { attribute: true } };
    const beside = xmlCodec(contractOf({ properties: { name } }, components));
    expect(beside.encodeResponse('show', 200, { thing: { name: 'x' } })).toContain('<thing name="x"/>');
  });

  it('do not require what only one alternative requires', () => {
    const listOf = (name: string) => ({ type: 'array', items: { type: 'string', xml: { name } } });
    const properties = { list: listOf('item'), other: listOf('thing') };
    const either = xmlCodec(
      contractOf({ properties, required: ['other'], anyOf: [{ required: ['list'] }, {}] }),
    );
    expect(member(either.decodeResponse('show', 200, '<thing/>'), 'thing')).toEqual({ other: [] });
  });

  it('declare prefixes from any depth on the root', () => {
    const paint = { type: 'string', xml: { attribute: true, prefix: 'p', namespace: 'urn:p' } };
    const inner = { type: 'object', properties: { paint } };
    const deep = xmlCodec(contractOf({ properties: { outer: { type: 'object', properties: { inner } } } }));
    expect(deep.encodeResponse('show', 200, { thing: { outer: { inner: { paint: 'red' } } } })).toContain(
      '<thing xmlns:p="urn:p"><outer><inner p:paint="red"/></outer></thing>',
    );
  });

  it('may say more of a member in another part', () => {
    const narrowed = xmlCodec(
      contractOf({
        allOf: [
          { properties: { a: { type: 'integer', xml: { attribute: true } } } },
          { properties: { a: { nullable: true } } },
        ],
        'x-xml-null': '-',
      }),
    );
    const decoded = ['<thing a="1"/>', '<thing a="-"/>'].map((text) =>
      narrowed.decodeResponse('show', 200, text),
    );
    expect(decoded.map((result) => member(result, 'thing'))).toEqual([{ a: 1 }, { a: null }]);
  });

  it.each([
    ['a reference to nowhere', { $ref: '#/components/schemas/Nothing' }, 'leads nowhere'],
    ['a reference out of the contract', { $ref: 'other.yaml' }, 'leaves the bundled contract'],
    [
      'an attribute that is an object',
      { properties: { a: { type: 'object', xml: { attribute: true } } } },
      'a has to be a scalar in XML, and is object',
    ],
    ['an array without items', { properties: { a: { type: 'array' } } }, 'the array a has no items schema'],
    [
      'an object that may be a scalar',
      { properties: { a: { oneOf: [{ type: 'object' }, { type: 'string' }] } } },
      'a is both an object and a scalar',
    ],
    [
      'a prefix without a namespace',
      { properties: { a: { type: 'string', xml: { attribute: true, prefix: 'p' } } } },
      'a has the prefix p but no namespace',
    ],
    [
      'a prefix with two namespaces',
      {
        properties: {
          a: { type: 'string', xml: { attribute: true, prefix: 'p', namespace: 'urn:1' } },
          b: { type: 'string', xml: { attribute: true, prefix: 'p', namespace: 'urn:2' } },
        },
      },
      'the prefix p stands for urn:1 and for urn:2 under <thing>',
    ],
    [
      'two attributes of one name',
      {
        properties: {
          a: { type: 'string', xml: { attribute: true, name: 'x' } },
          b: { type: 'string', xml: { attribute: true, name: 'x' } },
        },
      },
      'two attributes of thing, a and b, are both called x',
    ],
  ])('with %s fail to compile', (_what, schema, message) => {
    expect(() => xmlCodec(contractOf(schema)).compileAll()).toThrow(message);
  });
});
