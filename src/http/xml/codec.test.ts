import { describe, expect, it } from 'vitest';
import { type XmlCodec, xmlCodec } from './codec.ts';
import { showing } from './testing.ts';
import { codec, member, NAMESPACES, refusalOf, thingOf } from './testing-things.ts';

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
