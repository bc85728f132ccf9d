import { describe, expect, it } from 'vitest';
import { type DecodeResult, type XmlCodec, xmlCodec } from './codec.ts';
import { contractOf, fixture, showing } from './testing.ts';

const codec = xmlCodec(fixture);

/** The inside of the wrapper, `{thing: ...}`. */
const member = (decoded: DecodeResult, key: string): unknown => {
  if (!decoded.ok) throw new Error(decoded.message);
  expect(Object.keys(decoded.model as object)).toEqual([key]);
  return (decoded.model as Record<string, unknown>)[key];
};

const thingOf = (text: string): unknown => member(codec.decodeRequest('make-thing', text), 'thing');
const refusalOf = (text: string): string => {
  const decoded = codec.decodeRequest('make-thing', text);
  return decoded.ok ? 'no error' : decoded.message;
};
/** The one line after the XML declaration. */
const xmlOf = (thing: object): string =>
  codec.encodeRequest('make-thing', { thing }).replace("<?xml version='1.0' encoding='UTF-8'?>\n", '');

const NAMESPACES = 'xmlns="http://example.org/things" xmlns:colours="http://example.org/colours"';

describe('a root element', () => {
  it('stands for the single member of the JSON wrapper', () => {
    expect(codec.decodeRequest('make-thing', '<thing/>')).toEqual({ ok: true, model: { thing: {} } });
    expect(codec.encodeRequest('make-thing', { thing: {} })).toBe(
      `<?xml version='1.0' encoding='UTF-8'?>\n<thing ${NAMESPACES}/>`,
    );
  });

  it('declares the namespaces that its inside may use and those of the media type, nothing else', () => {
    expect(codec.encodeResponse('list-things', 200, { things: [] })).toContain(
      '<things xmlns="http://example.org/things" xmlns:atom="http://www.w3.org/2005/Atom"' +
        ' xmlns:colours="http://example.org/colours"/>',
    );
    expect(codec.encodeResponse('get-branch', 200, { branch: {} })).toContain('\n<branch/>');
  });

  it('takes its default namespace from the media type where that has one', () => {
    expect(codec.encodeResponse('list-things', 503, { badRequest: { code: 503 } })).toContain(
      '<badRequest xmlns="http://example.org/other" code="503"/>',
    );
  });

  it.each(['<thing/>', '<thing xmlns="urn:any"/>', '<x:thing xmlns:x="urn:any"/>'])(
    'is read in any namespace: %s',
    (text) => {
      expect(thingOf(text)).toEqual({});
    },
  );

  it('has to have the documented name', () => {
    expect(refusalOf('<foo/>')).toBe('expected element <thing>, found <foo>');
    const decoded = codec.decodeResponse('list-things', 400, '<foo/>');
    expect(decoded).toEqual({
      ok: false,
      message: 'expected element <badRequest> or <malformed>, found <foo>',
      isOther: true,
    });
  });

  it('has to be XML', () => {
    expect(refusalOf('<thing>')).toBe('<thing> is not closed at 1:7');
    expect(refusalOf('<!DOCTYPE thing><thing/>')).toBe('a DOCTYPE is not allowed at 1:1');
  });
});

describe('faults', () => {
  it('are named by the member of the model', () => {
    const fault = { code: 400, message: 'No <such> thing', retryAfter: 0 };
    const inside = ' code="400"><message>No &lt;such&gt; thing</message><retryAfter>0</retryAfter></';
    expect(codec.encodeResponse('list-things', 400, { badRequest: fault })).toContain(
      `<badRequest xmlns="http://example.org/things"${inside}badRequest>`,
    );
    expect(codec.encodeResponse('list-things', 400, { malformed: fault })).toContain(
      `<malformed xmlns="http://example.org/things"${inside}malformed>`,
    );
  });

  it('are read by the name of the root element', () => {
    const text = '<malformed code="400"><message>Why</message></malformed>';
    expect(member(codec.decodeResponse('list-things', 400, text), 'malformed')).toEqual({
      code: 400,
      message: 'Why',
    });
  });

  it('with a status that is not documented look like those that are', () => {
    const fault = { notFound: { code: 404, message: 'Gone' } };
    expect(codec.encodeResponse('list-things', 404, fault)).toContain(
      '<notFound xmlns="http://example.org/things" code="404"><message>Gone</message></notFound>',
    );
    expect(codec.decodeResponse('list-things', 404, '<notFound/>')).toEqual({
      ok: false,
      message: 'list-things documents no XML for 404',
    });
    expect(() => codec.encodeResponse('list-things', 202, fault)).toThrow(
      'list-things documents no XML for 202',
    );
  });

  it('cannot have a name that is not documented', () => {
    expect(() => codec.encodeResponse('list-things', 400, { other: {} })).toThrow(
      'the model has none of the members badRequest, malformed',
    );
  });
});

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

describe('operations', () => {
  it('say whether they take a body and which responses have XML', () => {
    expect(codec.takesBody('make-thing')).toBe(true);
    expect(codec.takesBody('list-things')).toBe(false);
    const statuses = [200, 400, 500, 404, 202];
    const written = statuses.filter((status) => codec.hasXml('list-things', status));
    expect(written).toEqual([200, 400, 500, 404]);
    expect(codec.hasXml('make-thing', 202)).toBe(false);
    expect(codec.hasXml('health', 200)).toBe(false);
    expect(codec.hasXml('health', 500)).toBe(false);
  });

  it('refuse XML where they document none', () => {
    expect(codec.decodeRequest('list-things', '<a/>')).toEqual({
      ok: false,
      message: 'this operation takes no XML body',
    });
    expect(codec.decodeResponse('health', 200, '<a/>').ok).toBe(false);
    expect(() => codec.encodeResponse('health', 200, {})).toThrow('health documents no XML for 200');
    expect(() => codec.encodeRequest('list-things', {})).toThrow('list-things takes no XML body');
  });

  it('have to be in the contract', () => {
    expect(() => codec.decodeRequest('make-tea', '<tea/>')).toThrow('the contract has no operation make-tea');
  });

  it('may document one response for all statuses that have none of their own', () => {
    const fault = { type: 'object', xml: { name: 'fault' } };
    const any = xmlCodec(showing({ properties: { fault } }, fault, {}, 'default'));
    expect(any.decodeResponse('show', 418, '<fault/>')).toEqual({ ok: true, model: { fault: {} } });
  });
});

describe('pairs of a JSON wrapper and a root element', () => {
  const thing = { type: 'object', xml: { name: 'thing' } };
  const other = { type: 'object', xml: { name: 'other' } };
  const rootOf = (codecOfPair: XmlCodec, key: string): string | undefined =>
    codecOfPair.encodeResponse('show', 200, { [key]: {} }).split('\n')[1];

  it('share a component', () => {
    const json = { oneOf: [{ properties: { a: other } }, { properties: { b: thing } }] };
    const pair = xmlCodec(showing(json, { oneOf: [thing, other] }));
    expect([rootOf(pair, 'a'), rootOf(pair, 'b')]).toEqual(['<other/>', '<thing/>']);
  });

  it('or a name', () => {
    const json = { anyOf: [{ properties: { other: {} } }, { properties: { thing: {} } }] };
    const pair = xmlCodec(showing(json, { anyOf: [thing, other] }));
    expect([rootOf(pair, 'other'), rootOf(pair, 'thing')]).toEqual(['<other/>', '<thing/>']);
  });

  it('or are the only ones', () => {
    expect(rootOf(xmlCodec(showing({ properties: { a: {} } }, thing)), 'a')).toBe('<thing/>');
  });

  it.each([
    [
      'a wrapper with two members',
      { properties: { a: {}, b: {} } },
      thing,
      'a JSON body needs exactly one property',
    ],
    [
      'a root element that no wrapper stands for',
      { oneOf: [{ properties: { a: {} } }, { properties: { b: {} } }] },
      thing,
      'no JSON body stands for the root element <thing>',
    ],
    [
      'two root elements of one name',
      { oneOf: [{ properties: { thing } }, { properties: { thing } }] },
      { oneOf: [thing, { ...thing }] },
      'two bodies have the root element <thing>',
    ],
  ])('fail to compile with %s', (_what, json, xml, message) => {
    expect(() => xmlCodec(showing(json, xml)).compileAll()).toThrow(message);
  });

  it('fail to compile when the media type uses a prefix for another namespace', () => {
    const a = { type: 'string', xml: { attribute: true, prefix: 'p', namespace: 'urn:1' } };
    const painted = { ...thing, properties: { a } };
    expect(() => xmlCodec(showing({ properties: { thing } }, painted, { p: 'urn:2' })).compileAll()).toThrow(
      'the prefix p stands for urn:2 and for urn:1 under <thing>',
    );
  });
});
