import { expect } from 'vitest';
import { type DecodeResult, xmlCodec } from './codec.ts';
import { fixture } from './testing.ts';

export const codec = xmlCodec(fixture);

/** The inside of the wrapper, `{thing: ...}`. */
export const member = (decoded: DecodeResult, key: string): unknown => {
  if (!decoded.ok) throw new Error(decoded.message);
  expect(Object.keys(decoded.model as object)).toEqual([key]);
  return (decoded.model as Record<string, unknown>)[key];
};

export const thingOf = (text: string): unknown => member(codec.decodeRequest('make-thing', text), 'thing');

export const refusalOf = (text: string): string => {
  const decoded = codec.decodeRequest('make-thing', text);
  return decoded.ok ? 'no error' : decoded.message;
};

/** The one line after the XML declaration. */
export const xmlOf = (thing: object): string =>
  codec.encodeRequest('make-thing', { thing }).replace("<?xml version='1.0' encoding='UTF-8'?>\n", '');

export const NAMESPACES = 'xmlns="http://example.org/things" xmlns:colours="http://example.org/colours"';
