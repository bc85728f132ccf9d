import { describe, expect, it } from 'vitest';
import { canonicalXml } from './canonical.ts';

const plain = '<a xmlns="urn:a" xmlns:p="urn:p" p:x="1" y="2"><b>text</b><c/></a>';

describe('the canonical form of XML', () => {
  it('has a line for everything that a document says', () => {
    expect(canonicalXml(plain)).toBe(
      [
        'xmlns:p="urn:p"',
        'xmlns="urn:a"',
        '<{urn:a}a>',
        '  @y="2"',
        '  @{urn:p}x="1"',
        '  <{urn:a}b>',
        '    "text"',
        '  <{urn:a}c>',
      ].join('\n'),
    );
  });

  it.each([
    ['order of attributes', '<a y="2" p:x="1" xmlns:p="urn:p" xmlns="urn:a"><b>text</b><c/></a>'],
    [
      'space between elements',
      '<a xmlns="urn:a" xmlns:p="urn:p" p:x="1"\n y="2">\n <b>text</b> <c> </c></a>\n',
    ],
    ['empty elements', plain.replace('<c/>', '<c></c>')],
    ['declaration, comments, instructions', `<?xml version='1.0'?><!-- x -->${plain}<?x y?>`],
    ['CDATA sections and references', plain.replace('text', '<![CDATA[te]]>x&#116;')],
    ['quotes', plain.replaceAll('"', "'")],
    [
      'prefixes of elements further in',
      plain.replace('<b>', '<q:b xmlns:q="urn:a">').replace('</b>', '</q:b>'),
    ],
  ])('does not depend on %s', (_what, other) => {
    expect(canonicalXml(other)).toBe(canonicalXml(plain));
  });

  it.each([
    ['a value', plain.replace('"2"', '"3"')],
    ['a missing attribute', plain.replace(' y="2"', '')],
    ['text', plain.replace('text', 'Text')],
    ['space around text', plain.replace('text', ' text')],
    ['a missing element', plain.replace('<c/>', '')],
    ['another order of elements', plain.replace('<b>text</b><c/>', '<c/><b>text</b>')],
    ['another default namespace', plain.replace('urn:a', 'urn:b')],
    ['another namespace of an attribute', plain.replace('urn:p', 'urn:q')],
    ['an attribute without its namespace', plain.replace('p:x', 'x')],
    ['an unused namespace of the root', plain.replace('xmlns:p', 'xmlns:q="urn:q" xmlns:p')],
    ['nesting', plain.replace('<b>text</b><c/>', '<b>text<c/></b>')],
  ])('differs by %s', (_what, other) => {
    expect(canonicalXml(other)).not.toBe(canonicalXml(plain));
  });

  it('says what is wrong with what is not XML', () => {
    expect(() => canonicalXml('<a>')).toThrow('not XML: <a> is not closed at 1:3');
  });
});
