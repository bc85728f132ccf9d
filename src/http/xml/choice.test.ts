import { describe, expect, it } from 'vitest';
import { type XmlCodec, xmlCodec } from './codec.ts';
import type { Schema } from './schema.ts';

/** A body of which each member is a root element of its own (`x-xml-choice`). */
const actions: Schema = {
  type: 'object',
  'x-xml-choice': true,
  properties: {
    'do-this': {
      type: 'object',
      nullable: true,
      xml: { namespace: 'urn:actions' },
      properties: { size: { type: 'integer', xml: { attribute: true } } },
    },
    'do-that': {},
    renamed: { type: 'object', xml: { name: 'other-name' }, properties: { note: { type: 'string' } } },
  },
};

const codecOf = (xml: Schema, json: Schema = xml): XmlCodec =>
  xmlCodec({
    paths: {
      '/things/action': {
        post: {
          operationId: 'act',
          requestBody: {
            content: { 'application/json': { schema: json }, 'application/xml': { schema: xml } },
          },
          responses: {},
        },
      },
    },
    components: { schemas: {} },
  });

const codec = codecOf(actions);
const read = (text: string) => {
  const decoded = codec.decodeRequest('act', text);
  return decoded.ok ? decoded.model : decoded.message;
};
const written = (model: object) => codec.encodeRequest('act', model).replace(/^<\?xml .*\?>\n/, '');

describe('a choice of root elements', () => {
  it('is the member of the name that the root element has', () => {
    expect(read('<do-this size="3"/>')).toEqual({ 'do-this': { size: 3 } });
    expect(read('<x:do-this xmlns:x="urn:any"/>')).toEqual({ 'do-this': {} });
    expect(read('<do-that/>')).toEqual({ 'do-that': '' });
    expect(read('<other-name><note>n</note></other-name>')).toEqual({ renamed: { note: 'n' } });
  });

  it('may be one that the contract does not name, as in JSON', () => {
    expect(read('<do-nothing size="3"><a/></do-nothing>')).toEqual({ 'do-nothing': null });
  });

  it('writes the member that is there, and an empty element for null', () => {
    expect(written({ 'do-this': { size: 3 } })).toBe('<do-this xmlns="urn:actions" size="3"/>');
    expect(written({ 'do-this': null })).toBe('<do-this xmlns="urn:actions"/>');
    expect(written({ 'do-that': null })).toBe('<do-that/>');
    expect(() => written({ 'do-nothing': null })).toThrow('none of the members');
  });

  it('has to be the schema of both formats', () => {
    expect(() => codecOf(actions, { type: 'object', properties: { a: {} } })).toThrow(/choice/);
  });
});
