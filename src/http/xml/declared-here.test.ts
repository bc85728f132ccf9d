import { describe, expect, it } from 'vitest';
import { xmlCodec } from './codec.ts';
import type { Schema } from './schema.ts';
import { contractOf } from './testing.ts';

const thing: Schema = {
  type: 'object',
  xml: { name: 'thing', namespace: 'http://example.org/things' },
  properties: {
    id: { type: 'string', xml: { attribute: true } },
    'own:host': {
      type: 'string',
      'x-xml-declared-here': true,
      xml: { name: 'host', attribute: true, prefix: 'own', namespace: 'http://example.org/own' },
    },
  },
};
const codec = xmlCodec(contractOf(thing));
const written = (model: unknown): string =>
  codec.encodeResponse('show', 200, { thing: model }).replace(/^.*\n/, '');

describe('x-xml-declared-here', () => {
  it('declares the prefix of an attribute beside it, and nowhere when it is left out', () => {
    expect(written({ id: '1' })).toBe('<thing xmlns="http://example.org/things" id="1"/>');
    expect(written({ id: '1', 'own:host': 'a' })).toBe(
      '<thing xmlns="http://example.org/things" id="1" xmlns:own="http://example.org/own" own:host="a"/>',
    );
  });

  it('is read back as any other', () => {
    const model = { id: '1', 'own:host': 'a' };
    expect(codec.decodeResponse('show', 200, written(model))).toEqual({ ok: true, model: { thing: model } });
  });
});
