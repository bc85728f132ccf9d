import { describe, expect, it } from 'vitest';
import { type XmlCodec, xmlCodec } from './codec.ts';
import type { Schema } from './schema.ts';
import { contractOf } from './testing.ts';

const codecOf = (thing: Schema): XmlCodec => xmlCodec(contractOf({ type: 'object', ...thing }));

const written = (codec: XmlCodec, thing: unknown): string =>
  codec.encodeResponse('show', 200, { thing }).replace(/^.*\n/, '');
const read = (codec: XmlCodec, text: string): unknown => codec.decodeResponse('show', 200, text);

describe('x-xml-entry', () => {
  const codec = codecOf({
    xml: { name: 'meta', namespace: 'http://example.org/things' },
    'x-xml-entry': { key: 'key' },
    additionalProperties: { type: 'string' },
  });

  it('is a root element with the key of the one member as attribute and its value as text', () => {
    expect(written(codec, { Label: 'Web' })).toBe(
      '<meta xmlns="http://example.org/things" key="Label">Web</meta>',
    );
    expect(read(codec, '<meta key="Label">Web</meta>')).toEqual({
      ok: true,
      model: { thing: { Label: 'Web' } },
    });
  });

  it.each([
    { 'a "b"\n': 'x < y & z' },
    { '': '' },
    { key: ' spaces stay ' },
    Object.fromEntries([['__proto__', 'own']]),
  ])('reads back as it was written: %j', (thing) => {
    expect(read(codec, written(codec, thing))).toEqual({ ok: true, model: { thing } });
  });

  it('is refused without a key', () => {
    expect(read(codec, '<meta>Web</meta>')).toEqual({
      ok: false,
      message: '<meta> has no attribute key at 1:1',
    });
    expect(() => written(codec, {})).toThrow('the model of <meta> has to have a member');
  });
});

describe('x-xml-map with an attribute for the value', () => {
  const codec = codecOf({
    xml: { name: 'absolute' },
    'x-xml-map': { item: 'limit', key: 'name', value: 'value' },
    additionalProperties: { type: 'integer' },
  });

  it('has no text', () => {
    const xml =
      '<absolute><limit name="one &quot;1&quot;" value="1"/><limit name="two" value="2"/></absolute>';
    const thing = { 'one "1"': 1, two: 2 };
    expect(written(codec, thing)).toBe(xml);
    expect(read(codec, xml)).toEqual({ ok: true, model: { thing } });
  });

  it('is refused without a value', () => {
    expect(read(codec, '<absolute><limit name="one">1</limit></absolute>')).toEqual({
      ok: false,
      message: '<limit> has no attribute value at 1:11',
    });
  });
});

describe('x-xml-map with elements named for their keys', () => {
  const codec = codecOf({
    xml: { name: 'extra_specs' },
    'x-xml-map': { item: 'extra_spec', key: 'key', named: true },
    additionalProperties: { type: 'string' },
  });

  it('writes keys that cannot be names as attributes', () => {
    const thing = { size: 'big', 'hw:cpu': '2', 'a b': '', '': 'x', extra_spec: 'y' };
    const xml =
      '<extra_specs><size>big</size><extra_spec key="hw:cpu">2</extra_spec><extra_spec key="a b"/>' +
      '<extra_spec key="">x</extra_spec><extra_spec>y</extra_spec></extra_specs>';
    expect(written(codec, thing)).toBe(xml);
    expect(read(codec, xml)).toEqual({ ok: true, model: { thing: { ...thing } } });
  });

  it('refuses a key that is given in both ways', () => {
    expect(
      read(codec, '<extra_specs><size>1</size><extra_spec key="size">2</extra_spec></extra_specs>'),
    ).toEqual({ ok: false, message: 'the key size is given twice in <extra_specs> at 1:28' });
  });
});

describe('x-xml-entry that is all of a body', () => {
  const codec = xmlCodec({
    paths: {
      '/': {
        put: {
          operationId: 'put',
          responses: {
            200: {
              content: {
                'application/json': { schema: { $ref: '#/components/schemas/Spec' } },
                'application/xml': { schema: { $ref: '#/components/schemas/Spec' } },
              },
            },
          },
        },
      },
    },
    components: {
      schemas: {
        Spec: {
          type: 'object',
          xml: { name: 'extra_spec' },
          'x-xml-entry': { key: 'key', named: true },
          additionalProperties: { type: 'string' },
        },
      },
    },
  });
  const there = (model: object) => codec.encodeResponse('put', 200, model).replace(/^.*\n/, '');

  it.each([
    [{ size: 'big' }, '<size>big</size>'],
    [{ extra_spec: 'big' }, '<extra_spec>big</extra_spec>'],
    [{ 'hw:cpu': '<2>' }, '<extra_spec key="hw:cpu">&lt;2&gt;</extra_spec>'],
  ])('is a root element named for its key, if it can be: %j', (model, xml) => {
    expect(there(model)).toBe(xml);
    expect(codec.decodeResponse('put', 200, xml)).toEqual({ ok: true, model });
  });
});

describe('a schema that is a number or an object of attributes', () => {
  const attribute = { type: 'integer', xml: { attribute: true } };
  const codec = codecOf({
    xml: { name: 'quota' },
    properties: {
      volumes: {
        oneOf: [{ type: 'integer' }, { type: 'object', properties: { limit: attribute, used: attribute } }],
      },
    },
  });

  it.each([
    [{ volumes: 10 }, '<quota><volumes>10</volumes></quota>'],
    [{ volumes: { limit: 10, used: 1 } }, '<quota><volumes limit="10" used="1"/></quota>'],
  ])('is an element with text or with attributes: %j', (thing, xml) => {
    expect(written(codec, thing)).toBe(xml);
    expect(read(codec, xml)).toEqual({ ok: true, model: { thing } });
  });
});
