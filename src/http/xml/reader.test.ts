import { describe, expect, it } from 'vitest';
import { MAX_DEPTH, MAX_NODES, readXml, textOf, type XmlElement } from './reader.ts';

function rootOf(text: string): XmlElement {
  const read = readXml(text);
  if (!read.ok) throw new Error(read.message);
  return read.root;
}

const messageOf = (text: string): string => {
  const read = readXml(text);
  return read.ok ? 'no error' : read.message;
};

describe('the XML reader', () => {
  it('keeps attributes in their order and resolves their namespaces', () => {
    const { attributes } = rootOf('<a z="1" xmlns:p="urn:p" p:y="2" x="3"/>');
    expect(attributes.map(({ uri, local, value }) => [uri, local, value])).toEqual([
      ['', 'z', '1'],
      ['http://www.w3.org/2000/xmlns/', 'p', 'urn:p'],
      ['urn:p', 'y', '2'],
      ['', 'x', '3'],
    ]);
  });

  it('resolves default and prefixed namespaces of elements', () => {
    const root = rootOf('<a xmlns="urn:a"><p:b xmlns:p="urn:p"/><c xmlns=""/></a>');
    const children = root.content.filter((node) => typeof node !== 'string');
    expect([root, ...children].map(({ uri, local }) => `{${uri}}${local}`)).toEqual([
      '{urn:a}a',
      '{urn:p}b',
      '{}c',
    ]);
  });

  it('makes one text of text, CDATA, references and what a comment cuts in two', () => {
    expect(textOf(rootOf('<a>x &lt;<![CDATA[<y>&amp;]]>&#x1F600;<!-- no --><?skip this?> z</a>'))).toBe(
      'x <<y>&amp;\u{1F600} z',
    );
  });

  it('leaves out the text of children', () => {
    expect(textOf(rootOf('<a>one<b>two</b>three</a>'))).toBe('onethree');
    expect(textOf(rootOf('<a><b>two</b></a>'))).toBe('');
  });

  it('ignores processing instructions, the encoding of the declaration and a byte order mark', () => {
    expect(rootOf('\ufeff<?xml version="1.0" encoding="latin1"?><?style x?><a/><?after y?>').local).toBe('a');
  });

  it('takes the word DOCTYPE for what it is elsewhere', () => {
    const root = rootOf('<?x <!DOCTYPE?><!-- <!DOCTYPE a> --><a b="DOCTYPE"><![CDATA[<!DOCTYPE a>]]></a>');
    expect(textOf(root)).toBe('<!DOCTYPE a>');
  });

  it('takes the word DOCTYPE for what it is elsewhere', () => {
    const root = rootOf('<?x <!DOCTYPE?><!-- <!DOCTYPE a> --><a b="DOCTYPE"><![CDATA[<!DOCTYPE a>]]></a>');
    expect(textOf(root)).toBe('<!DOCTYPE a>');
  });

  it.each([
    ['nothing', '', 'there is no root element at 1:1'],
    ['only space', ' \n ', 'there is no root element at 2:1'],
    ['no XML', 'volume', 'there is text outside of the root element at 1:7'],
    ['JSON', '{"volume": {}}', 'there is text outside of the root element at 1:15'],
    ['text after the root', '<a/>b', 'there is text outside of the root element at 1:6'],
    ['two roots', '<a/>\n<b/>', 'there is more than one root element at 2:3'],
    ['an open element', '<a><b></b>', '<a> is not closed at 1:10'],
    ['a wrong end tag', '<a>\r\n <b></a>', '<b> is closed by another name at 2:8'],
    ['a lone end tag', '</a>', '</a> closes nothing at 1:4'],
    ['an attribute twice', '<a b="1" b="2"/>', 'the attribute b is given twice at 1:16'],
    [
      'an attribute twice by two prefixes',
      '<a xmlns:p="u" xmlns:q="u" p:b="1" q:b="2"/>',
      'the attribute {u}b is given twice at 1:44',
    ],
    ['an attribute without quotes', '<a b=1/>', 'unquoted attribute value at 1:6'],
    ['a < in an attribute', '<a b="<"/>', 'disallowed character at 1:7'],
    ['an unbound prefix of an element', '<p:a/>', 'the prefix p is not bound to a namespace at 1:6'],
    ['an unbound prefix of an attribute', '<a p:b=""/>', 'the prefix p is not bound to a namespace at 1:11'],
    ['an undefined entity', '<a>&nbsp;</a>', 'the entity &nbsp; is not defined at 1:9'],
    ['an entity of JavaScript objects', '<a>&toString;</a>', 'the entity &toString; is not defined at 1:13'],
    ['a DOCTYPE', '<!DOCTYPE a><a/>', 'a DOCTYPE is not allowed at 1:1'],
    [
      'a DOCTYPE that names a file',
      '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
      'a DOCTYPE is not allowed at 1:1',
    ],
    [
      'a DOCTYPE after a declaration, an instruction and a comment',
      '\ufeff<?xml version="1.0"?>\n<?x <!DOCTYPE?><!-- <?y -->\n <!DOCTYPE a><a/>',
      'a DOCTYPE is not allowed at 3:2',
    ],
    ['an open comment before a DOCTYPE', '<!-- <!DOCTYPE a><a/>', 'there is no root element at 1:21'],
    ['a late DOCTYPE', '<a/><!DOCTYPE a>', 'a DOCTYPE is not allowed at 1:13'],
    ['a control character', '<a>\u0001</a>', 'disallowed character at 1:4'],
    ['a reference to a control character', '<a>&#1;</a>', 'malformed character entity at 1:7'],
    [
      'a control character that XML 1.1 would allow',
      '<?xml version="1.1"?><a>&#1;</a>',
      'malformed character entity at 1:28',
    ],
    ['half of a surrogate pair', '<a>\n\ud83d</a>', 'half of a surrogate pair stands alone at 2:1'],
    ['a non-character', '<a>\ufffe</a>', 'disallowed character at 1:4'],
    [
      'a late declaration',
      ' <?xml version="1.0"?><a/>',
      'an XML declaration must be at the start of the document at 1:7',
    ],
  ])('refuses %s', (_what, text, message) => {
    expect(messageOf(text)).toBe(message);
  });

  it('allows the deepest nesting and refuses one level more', () => {
    const nested = (levels: number): string => '<a>'.repeat(levels) + '</a>'.repeat(levels);
    expect(messageOf(nested(MAX_DEPTH))).toBe('no error');
    expect(messageOf(nested(MAX_DEPTH + 1))).toBe('more than 32 levels of elements at 1:99');
  });

  it('allows the largest number of elements and attributes and refuses one more', () => {
    const some = (elements: number): string => `<a>${'<b/>'.repeat(elements)}</a>`;
    expect(messageOf(some(MAX_NODES - 1))).toBe('no error');
    expect(messageOf(some(MAX_NODES))).toMatch(/^more than 10000 elements and attributes at 1:/);
    const attributes = Array.from({ length: MAX_NODES }, (_, index) => `b${index}=""`).join(' ');
    expect(messageOf(`<a ${attributes}/>`)).toMatch(/^more than 10000 elements and attributes at 1:/);
  });

  it('shortens names of any length in messages', () => {
    expect(messageOf(`<${'n'.repeat(100_000)}>`).length).toBeLessThan(100);
  });
});

/** Milliseconds of processor time, the best of some: what else the machine does must not fail a test. */
function costOf(work: () => void): number {
  const costs = Array.from({ length: 5 }, () => {
    const before = process.threadCpuUsage();
    work();
    const { user, system } = process.threadCpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...costs);
}

describe('documents made to break a reader', () => {
  const laughs = Array.from({ length: 10 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join(
    '',
  );
  const big = 114_688;
  const bombs: readonly [string, string][] = [
    ['a billion laughs', `<!DOCTYPE a [<!ENTITY l0 "ha">${laughs}]><a>&l10;</a>`],
    ['quadratic blow-up', `<!DOCTYPE a [<!ENTITY e "${'x'.repeat(50_000)}">]><a>${'&e;'.repeat(20_000)}</a>`],
    ['an external entity', '<!DOCTYPE a [<!ENTITY e SYSTEM "http://127.0.0.1:1/">]><a>&e;</a>'],
    ['a DOCTYPE without an end', `<!DOCTYPE a [${'<!ENTITY e "">'.repeat(8_000)}`],
    ['10 000 levels', '<a>'.repeat(10_000) + '</a>'.repeat(10_000)],
    ['10 000 levels without an end', '<a>'.repeat(10_000)],
    ['20 000 attributes', `<a ${Array.from({ length: 20_000 }, (_, n) => `a${n}=""`).join(' ')}/>`],
    ['30 000 elements', `<a>${'<b/>'.repeat(30_000)}</a>`],
    ['30 000 wrong references', `<a>${'&x;'.repeat(30_000)}</a>`],
    ['open angle brackets', '<'.repeat(big)],
    ['an attribute without an end', `<a b="${'x'.repeat(big)}`],
    ['a comment without an end', `<a><!--${'-x'.repeat(big / 2)}`],
    ['a CDATA section without an end', `<a><![CDATA[${']'.repeat(big)}`],
    ['a name without an end', `<${'a'.repeat(big)}`],
    ['empty lines', '\n'.repeat(big)],
  ];

  it.each(bombs)('refuses %s in less than 100 ms', (_what, text) => {
    expect(readXml(text).ok).toBe(false);
    expect(costOf(() => readXml(text))).toBeLessThan(100);
  });

  it.each([
    ['references', `<a b="${'&lt;'.repeat(14_000)}">${'&#38;'.repeat(11_000)}</a>`],
    ['text cut by comments', `<a>${'x<!---->'.repeat(14_000)}</a>`],
    ['brackets', `<a>${']'.repeat(big)}</a>`],
    ['CDATA sections', `<a>${'<![CDATA[]]>x'.repeat(8_000)}</a>`],
  ])('reads a body full of %s in less than 100 ms', (_what, text) => {
    expect(readXml(text).ok).toBe(true);
    expect(costOf(() => readXml(text))).toBeLessThan(100);
  });
});
