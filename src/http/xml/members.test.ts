import { describe, expect, it } from 'vitest';
import { codec, member, NAMESPACES, refusalOf, thingOf, xmlOf } from './testing-things.ts';

describe('attributes', () => {
  it('have the type of the schema', () => {
    expect(thingOf('<thing id="a" size="7" ratio="-1.5e3" ready="TRUE"/>')).toEqual({
      id: 'a',
      size: 7,
      ratio: -1500,
      ready: true,
    });
  });

  it('stay text where they do not fit, for validation to report', () => {
    const texts = { size: '7 GB', ratio: 'half', ready: 'yes' };
    expect(thingOf('<thing size="7 GB" ratio="half" ready="yes"/>')).toEqual(texts);
    expect(thingOf('<thing size="1.0"/>')).toEqual({ size: '1.0' });
    expect(thingOf('<thing size="9007199254740993"/>')).toEqual({ size: '9007199254740993' });
    expect(thingOf('<thing ratio="1e999"/>')).toEqual({ ratio: '1e999' });
  });

  it('may have space around a number', () => {
    expect(thingOf('<thing size=" 7&#10;"/>')).toEqual({ size: 7 });
  });

  it.each([
    ['12', 12],
    ['-3', -3],
    ['007', '007'],
    ['-0', '-0'],
    ['1.5', '1.5'],
    [' 1', ' 1'],
    ['abc', 'abc'],
    ['99999999999999999999', '99999999999999999999'],
  ])('of an integer or a string: %j', (text, value) => {
    expect(thingOf(`<thing serial="${text}"/>`)).toEqual({ serial: value });
  });

  it.each([
    ['false', false],
    ['True', true],
    ['no', 'no'],
    ['1', '1'],
    [' true', ' true'],
  ])('of a boolean or a string: %j', (text, value) => {
    expect(thingOf(`<thing force="${text}"/>`)).toEqual({ force: value });
  });

  it('have the name that the schema gives them', () => {
    expect(thingOf('<thing other-name="x" renamed="y"/>')).toEqual({ renamed: 'x' });
    expect(xmlOf({ renamed: 'x' })).toBe(`<thing ${NAMESPACES} other-name="x"/>`);
  });

  it('are written in the order of the schema, and only those that it knows', () => {
    expect(xmlOf({ unknown: 1, size: 1, id: 'x', name: undefined })).toBe(
      `<thing ${NAMESPACES} id="x" size="1"/>`,
    );
  });

  it('that the schema does not know are left out', () => {
    expect(thingOf('<thing id="x" user_id="y" xml:lang="en" toString="z" __proto__="q"/>')).toEqual({
      id: 'x',
    });
  });

  it('round-trip quotes, white space and markup', () => {
    const id = 'a"b\'c\n\t\r<&>\u{1F600}';
    expect(thingOf(xmlOf({ id }))).toEqual({ id });
  });
});

describe('prefixed attributes', () => {
  const paint = { 'colours:paint': 'red' };

  it('are written with the prefix of the schema', () => {
    expect(xmlOf(paint)).toBe(`<thing ${NAMESPACES} colours:paint="red"/>`);
  });

  it.each([
    ['their namespace', '<thing xmlns:colours="http://example.org/colours" colours:paint="red"/>'],
    ['their namespace under another prefix', '<thing xmlns:c="http://example.org/colours" c:paint="red"/>'],
    ['their prefix in another namespace', '<thing xmlns:colours="urn:other" colours:paint="red"/>'],
  ])('are known by %s', (_what, text) => {
    expect(thingOf(text)).toEqual(paint);
  });

  it('are others without a prefix, or with another prefix in another namespace', () => {
    expect(thingOf('<thing paint="red" xmlns:c="urn:other" c:paint="red" c:id="1"/>')).toEqual({});
  });
});

describe('x-xml-null', () => {
  it('is the text of null, both ways', () => {
    expect(thingOf('<thing name="None" size="None" made_at="None" force="None"/>')).toEqual({
      name: null,
      size: null,
      made_at: null,
      force: null,
    });
    expect(xmlOf({ name: null, size: null })).toBe(`<thing ${NAMESPACES} name="None" size="None"/>`);
  });

  it('is text like any other where null is not allowed', () => {
    expect(thingOf('<thing kind="None"/>')).toEqual({ kind: 'None' });
  });

  it('makes an empty attribute the same as none', () => {
    expect(thingOf('<thing id="" name="" size="" kind="x"/>')).toEqual({ kind: 'x' });
  });

  it('does not reach into objects that do not have it', () => {
    const parts = '<parts><part id="" name="None"/></parts>';
    expect(thingOf(`<thing>${parts}</thing>`)).toEqual({ parts: [{ id: '', name: 'None' }] });
    expect(xmlOf({ parts: [{ id: 'x', name: null }] })).toContain('<parts><part id="x"/></parts>');
  });
});

describe('x-xml-omit', () => {
  it('keeps a member out of XML, both ways', () => {
    expect(xmlOf({ hidden: 'x' })).toBe(`<thing ${NAMESPACES}/>`);
    expect(thingOf('<thing hidden="x"><hidden>x</hidden></thing>')).toEqual({});
  });
});

describe('x-xml-timestamp', () => {
  it.each([
    ['2013-01-30 13:50:55.134360', '2013-01-30T13:50:55.134360'],
    ['2013-01-30 13:50:55', '2013-01-30T13:50:55.000000'],
    ['yesterday', 'yesterday'],
  ])('reads %j as %j and writes it back', (xml, json) => {
    expect(thingOf(`<thing made_at="${xml}"/>`)).toEqual({ made_at: json });
    expect(xmlOf({ made_at: json })).toBe(`<thing ${NAMESPACES} made_at="${xml}"/>`);
  });

  it('reads the T form and short fractions too', () => {
    expect(thingOf('<thing made_at="2013-01-30T13:50:55.5"/>')).toEqual({
      made_at: '2013-01-30T13:50:55.500000',
    });
  });

  it('works in elements too', () => {
    const owner = { since: '2013-01-30T13:50:55.000000' };
    const xml = '<ownedBy><since>2013-01-30 13:50:55</since></ownedBy>';
    expect(xmlOf({ owner })).toContain(xml);
    expect(thingOf(`<thing>${xml}</thing>`)).toEqual({ owner });
  });
});

describe('x-xml-map', () => {
  it('is an element for each member', () => {
    const metadata = { 'a "b"\n': 'x < y', '': '', __proto__: 'no', constructor: 'yes' };
    expect(xmlOf({ metadata: { k: 'v', empty: '' } })).toContain(
      '><metadata><meta key="k">v</meta><meta key="empty"/></metadata><',
    );
    expect(thingOf(xmlOf({ metadata }))).toEqual({ metadata });
  });

  it('is written when it is empty, and not when it is absent', () => {
    expect(xmlOf({ metadata: {} })).toBe(`<thing ${NAMESPACES}><metadata/></thing>`);
    expect(xmlOf({})).toBe(`<thing ${NAMESPACES}/>`);
    expect(xmlOf({ metadata: null })).toBe(`<thing ${NAMESPACES}/>`);
    expect(thingOf('<thing><metadata> </metadata></thing>')).toEqual({ metadata: {} });
    expect(thingOf('<thing/>')).toEqual({});
  });

  it('makes own members even of names that objects have already', () => {
    const text = '<thing><metadata><meta key="__proto__">x</meta></metadata></thing>';
    const { metadata } = thingOf(text) as { metadata: object };
    expect(Object.entries(metadata)).toEqual([['__proto__', 'x']]);
    expect(thingOf(xmlOf({ metadata }))).toEqual({ metadata });
  });

  it('leaves out elements that it does not know', () => {
    const text = '<thing><metadata>x<other key="a">b</other></metadata></thing>';
    expect(thingOf(text)).toEqual({ metadata: {} });
  });

  it('refuses an entry without a key, and a key given twice', () => {
    expect(refusalOf('<thing>\n<metadata><meta>x</meta></metadata></thing>')).toBe(
      '<meta> has no attribute key at 2:11',
    );
    expect(refusalOf('<thing><metadata><meta key="k"/><meta key="k"/></metadata></thing>')).toBe(
      'the key k is given twice in <metadata> at 1:33',
    );
  });
});

describe('lists', () => {
  it('with a wrapper are written when they are empty, and not when they are absent', () => {
    expect(xmlOf({ parts: [{ id: 'x' }, {}] })).toContain('><parts><part id="x"/><part/></parts></thing>');
    expect(xmlOf({ parts: [] })).toContain('><parts/></thing>');
    expect(thingOf('<thing><parts/></thing>')).toEqual({ parts: [] });
    expect(thingOf('<thing/>')).toEqual({});
  });

  it('without a wrapper are elements of the object itself', () => {
    const xml = '<label>a</label><label>b &amp; c</label><label/>';
    expect(xmlOf({ labels: ['a', 'b & c', ''] })).toContain(xml);
    expect(thingOf(`<thing>${xml}</thing>`)).toEqual({ labels: ['a', 'b & c', ''] });
  });

  it('without a wrapper are empty when there is none, if the schema requires them', () => {
    const read = (text: string) => member(codec.decodeResponse('list-things', 200, text), 'things');
    expect(read('<things><thing/></things>')).toEqual([{ tints: [] }]);
    const text = '<things><thing><c:tint xmlns:c="urn:c" value="x"/><tint/></thing></things>';
    expect(read(text)).toEqual([{ tints: [{ value: 'x' }, {}] }]);
  });

  it('may have elements with a prefix', () => {
    expect(codec.encodeResponse('list-things', 200, { things: [{ tints: [{ value: 'x' }] }] })).toContain(
      '><thing><colours:tint value="x"/></thing></things>',
    );
  });

  it('leave out elements that the schema does not know', () => {
    expect(thingOf('<thing><parts>x<piece/><part id="x"/></parts></thing>')).toEqual({
      parts: [{ id: 'x' }],
    });
  });
});

describe('children', () => {
  it('with text have the type of the schema', () => {
    expect(thingOf('<thing><note> a <![CDATA[<b>]]></note><weight> 5\n</weight></thing>')).toEqual({
      note: ' a <b>',
      weight: 5,
    });
    expect(xmlOf({ note: 'a <b>\r', weight: 5 })).toContain(
      '<note>a &lt;b&gt;&#13;</note><weight>5</weight>',
    );
  });

  it('have the name that allOf adds to a reference', () => {
    expect(xmlOf({ owner: { id: 'x' } })).toContain('<ownedBy id="x"/>');
    expect(thingOf('<thing><ownedBy id="x"/><owner id="y"/></thing>')).toEqual({ owner: { id: 'x' } });
  });

  it('that the schema does not know are left out', () => {
    expect(thingOf('<thing>text<extra><note>x</note></extra><note>y</note></thing>')).toEqual({ note: 'y' });
  });

  it('may not be given twice', () => {
    expect(refusalOf('<thing>\n  <note/>\n  <note/></thing>')).toBe(
      '<note> is given twice in <thing> at 3:3',
    );
    expect(refusalOf('<thing><parts/><parts/></thing>')).toBe('<parts> is given twice in <thing> at 1:16');
  });

  it('of the wrong shape in a model are errors, not empty elements', () => {
    expect(() => xmlOf({ parts: {} })).toThrow('the model of <parts> has to be a list');
    expect(() => xmlOf({ labels: 'x' })).toThrow('the model of <label> has to be a list');
    expect(() => xmlOf({ owner: 'x' })).toThrow('the model of <ownedBy> has to be an object');
    expect(() => xmlOf({ metadata: [] })).toThrow('the model of <metadata> has to be an object');
  });
});
