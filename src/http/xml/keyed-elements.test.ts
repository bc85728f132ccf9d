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
