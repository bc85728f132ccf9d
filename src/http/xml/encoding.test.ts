import { describe, expect, it } from 'vitest';
import { decodeText } from '../body-text.ts';
import { HttpFault } from '../fault.ts';

const XML = 'application/xml';
const root = (encoding: string) => `<?xml version="1.0" encoding='${encoding}'?><a n="caf\u00e9"/>`;
const utf16 = (text: string, mark = '\ufeff') => Buffer.from(mark + text, 'utf16le');

describe('the encoding of XML that has no charset beside it', () => {
  it.each([
    ['is UTF-8', Buffer.from('<a n="caf\u00e9"/>')],
    ['is what the byte order mark says', utf16(root('UTF-16'))],
    ['is what the byte order mark says, the other way round', utf16(root('UTF-16')).swap16()],
    ['is what the declaration says', Buffer.from(root('ISO-8859-1'), 'latin1')],
    ['is UTF-8 where the declaration says what it cannot be', Buffer.from(root('utf-16'))],
  ])('%s', (_, bytes) => {
    expect(decodeText(bytes, XML, 'xml')).toMatch(/<a n="caf\u00e9"\/>$/);
  });

  it('is refused when nobody knows it', () => {
    expect(() => decodeText(Buffer.from(root('klingon')), XML, 'xml')).toThrow(HttpFault);
  });

  it('is nothing that a charset leaves open, or JSON has', () => {
    const bytes = Buffer.from(root('ISO-8859-1'));
    expect(decodeText(bytes, `${XML}; charset=utf-8`, 'xml')).toContain('caf\u00e9');
    expect(decodeText(bytes, 'application/json', 'json')).toContain('caf\u00e9');
  });
});
