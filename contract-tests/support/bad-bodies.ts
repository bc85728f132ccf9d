import { brotliCompressSync, constants, deflateSync, gzipSync } from 'node:zlib';

import type { BodyOperation } from './body-operations/body-operation.ts';

type BodyToSpoil = Pick<BodyOperation, 'wrapper' | 'valid' | 'texts' | 'wrong'>;

export interface BadBody {
  readonly title: string;
  readonly body: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
  /** Added to the Content-Type. */
  readonly charset?: string;
  readonly chunked?: boolean;
  readonly status?: number | readonly number[];
}

/** A body may have so many bytes. */
export const LIMIT = 114_688;
const LEVELS = 10_000;

const REFUSED = [400, 404] as const;
const label = (value: unknown) => JSON.stringify(value).slice(0, 40);
const nested = (open: string, close: string, inside = '') =>
  open.repeat(LEVELS) + inside + close.repeat(LEVELS);
const inUtf8 = (before: string, bytes: readonly number[], after: string) =>
  Buffer.concat([Buffer.from(before), Buffer.from(bytes), Buffer.from(after)]);

/** Byte sequences that UTF-8 does not have: a stray continuation, a cut sequence, an overlong `/`, a surrogate. */
const notUtf8 = [[0x80], [0xe2, 0x82], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xff, 0xfe]] as const;

const blank = Buffer.alloc(20_000_000, ' ');
/** Twenty megabytes each, in some kilobytes. */
const bombs = {
  gzip: gzipSync(blank),
  deflate: deflateSync(blank),
  brotli: brotliCompressSync(blank, { params: { [constants.BROTLI_PARAM_QUALITY]: 3 } }),
};

const wrongChecksum = gzipSync(blank.subarray(0, 180_000));
wrongChecksum.writeUInt32LE(0, wrongChecksum.length - 8);

/** What is wrong in itself, whatever the operation, for a format in which `valid` would be right. */
function wrongBytes(valid: string): BadBody[] {
  const padded = (length: number) => valid + ' '.repeat(length - Buffer.byteLength(valid));
  return [
    { title: 'empty', body: '' },
    { title: 'empty in chunks', body: '', chunked: true },
    { title: 'blank', body: ' \r\n\t ' },
    { title: 'cut off', body: valid.slice(0, -1) },
    { title: 'twice', body: valid + valid },
    { title: 'with something behind it', body: `${valid} x` },
    { title: 'NUL bytes', body: '\u0000'.repeat(100) },
    { title: 'one byte too large', body: padded(LIMIT + 1), status: 413 },
    { title: 'one byte too large in chunks', body: padded(LIMIT + 1), chunked: true, status: 413 },
    { title: 'ten times too large in chunks', body: padded(10 * LIMIT), chunked: true, status: 413 },
    { title: 'gzip bomb', body: bombs.gzip, headers: { 'Content-Encoding': 'gzip' }, status: 413 },
    {
      title: 'deflate bomb',
      body: bombs.deflate,
      headers: { 'Content-Encoding': 'deflate' },
      status: 413,
    },
    {
      title: 'brotli bomb',
      body: bombs.brotli,
      headers: { 'Content-Encoding': 'br' },
      status: 413,
    },
    {
      // Reading has been given up by the time that the checksum is found to be wrong.
      title: 'gzip bomb with a wrong checksum',
      body: wrongChecksum,
      headers: { 'Content-Encoding': 'gzip' },
      status: [400, 413],
    },
    { title: 'gzip that is none', body: valid, headers: { 'Content-Encoding': 'gzip' } },
    { title: 'gzip cut off', body: gzipSync(valid).subarray(0, -9), headers: { 'Content-Encoding': 'gzip' } },
    { title: 'unknown coding', body: valid, headers: { 'Content-Encoding': 'rot13' }, status: 415 },
    { title: 'unknown charset', body: valid, charset: 'klingon' },
    { title: 'charset that is no name', body: valid, charset: '"\\u0000;' },
    { title: 'UTF-8 declared as UTF-16', body: valid, charset: 'utf-16' },
  ];
}

/** JSON bodies that have to be refused. */
export function badJson({ wrapper, valid, texts, wrong }: BodyToSpoil): BadBody[] {
  const wrapped = (value: unknown) => JSON.stringify({ [wrapper]: value });
  const withMember = (name: string, value: unknown) => wrapped({ ...valid, [name]: value });
  // Right but for what follows, and not closed.
  const beside = (text: string) => `${wrapped(valid).slice(0, -2)},${text}`;
  const cases: BadBody[] = [
    ...wrongBytes(wrapped(valid)),
    { title: 'not JSON', body: 'hello' },
    { title: 'XML', body: `<${wrapper}/>` },
    { title: 'single quotes', body: `{'${wrapper}': {}}` },
    { title: 'a control character in a string', body: `${beside('"x":"\u0001"')}}}` },
    { title: 'NaN', body: `${beside('"x":NaN')}}}` },
    { title: 'a name that is not closed and has a newline', body: `{"${wrapper}\n` },
    { title: 'wrong wrapper', body: JSON.stringify({ wrong: valid }) },
    { title: 'no wrapper', body: JSON.stringify(valid) },
    { title: 'wrapper of other case', body: JSON.stringify({ [wrapper.toUpperCase()]: valid }) },
    { title: 'wrapper as __proto__', body: `{"__proto__":${wrapped(valid)}}` },
    { title: 'wrapper as constructor', body: `{"constructor":{"prototype":${wrapped(valid)}}}` },
    { title: 'nothing in it', body: '{}' },
    ...[[], [{ [wrapper]: valid }], 5, 'text', true, false, null].map((value) => ({
      title: `${label(value)} at the top`,
      body: JSON.stringify(value),
    })),
    ...[null, [], [valid], 5, 'text', true].map((value) => ({
      title: `${label(value)} as ${wrapper}`,
      body: wrapped(value),
    })),
    { title: '10 000 nested arrays', body: nested('[', ']') },
    { title: '10 000 nested arrays, not closed', body: '['.repeat(LEVELS) },
    { title: '10 000 nested objects', body: nested('{"a":', '}', '1') },
    { title: '10 000 nested arrays in an unknown member', body: `${beside('"x":')}${nested('[', ']')}}}` },
    ...notUtf8.map((bytes) => ({
      title: `bytes ${Buffer.from(bytes).toString('hex')} in a text`,
      body: inUtf8(`${beside('"x":"')}`, bytes, '"}}'),
    })),
  ];
  for (const [name, length] of Object.entries(texts)) {
    for (const value of [5, true, {}, [], ['x']]) {
      cases.push({ title: `${name}: ${label(value)}`, body: withMember(name, value) });
    }
    if (length === 'any') continue;
    for (const value of [
      'x'.repeat(256),
      '\u{1f600}'.repeat(256),
      'a\u0000b',
      'a\u0007b',
      'a\ud800',
      '\udc00b',
      '\uffff',
    ]) {
      cases.push({ title: `${name}: ${label(value)}`, body: withMember(name, value), status: REFUSED });
    }
  }
  for (const [name, values] of Object.entries(wrong)) {
    for (const value of values) {
      cases.push({ title: `${name}: ${label(value)}`, body: withMember(name, value), status: REFUSED });
    }
  }
  return cases;
}

const entities = (count: number) =>
  Array.from({ length: count }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join('');

/** XML bodies that have to be refused. */
export function badXml({ wrapper, valid, texts, wrong }: BodyToSpoil): BadBody[] {
  const attributes = (members: Readonly<Record<string, unknown>>) =>
    Object.entries(members)
      .map(
        ([name, value]) =>
          ` ${name}="${String(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')}"`,
      )
      .join('');
  const element = (members: object, inside = '') =>
    `<${wrapper}${attributes({ ...members })}>${inside}</${wrapper}>`;
  const right = element(valid);
  const inside = (text: string) => element(valid, text);
  const beside = (text: string) => `<${wrapper}${attributes(valid)} ${text}/>`;
  const cases: BadBody[] = [
    ...wrongBytes(right),
    { title: 'not XML', body: 'hello' },
    { title: 'JSON', body: JSON.stringify({ [wrapper]: valid }) },
    { title: 'closed by another name', body: `<${wrapper}></wrong>` },
    { title: 'wrong root', body: '<wrong/>' },
    { title: 'a list as the root', body: `<${wrapper}s>${right}</${wrapper}s>` },
    { title: 'a fault as the root', body: '<badRequest code="400"><message>no</message></badRequest>' },
    { title: 'the JSON wrapper as an element', body: `<body>${right}</body>` },
    { title: 'DOCTYPE', body: `<!DOCTYPE ${wrapper}>${right}` },
    { title: 'DOCTYPE of a system', body: `<!DOCTYPE ${wrapper} SYSTEM "http://127.0.0.1:1/x.dtd">${right}` },
    {
      title: 'billion laughs',
      body: `<!DOCTYPE x [<!ENTITY e0 "ha">${entities(9)}]>${inside('&e9;')}`,
    },
    {
      title: 'billion laughs in an attribute',
      body: `<!DOCTYPE x [<!ENTITY e0 "ha">${entities(9)}]>${beside('x="&e9;"')}`,
    },
    {
      title: 'external entity',
      body: `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${inside('&e;')}`,
    },
    {
      title: 'parameter entity',
      body: `<!DOCTYPE x [<!ENTITY % e SYSTEM "file:///etc/passwd"> %e;]>${right}`,
    },
    {
      title: 'quadratic entity',
      body: `<!DOCTYPE x [<!ENTITY e "${'x'.repeat(50_000)}">]>${inside('&e;'.repeat(9000))}`,
    },
    { title: 'undefined entity', body: inside('&nothing;') },
    { title: 'a bare ampersand', body: inside('a & b') },
    { title: '10 000 nested elements', body: nested('<a>', '</a>') },
    { title: '10 000 nested elements in the root', body: inside(nested('<a>', '</a>')) },
    { title: '10 000 nested elements, not closed', body: '<a>'.repeat(LEVELS) },
    { title: '10 000 nested roots', body: `<${wrapper}>`.repeat(5000) },
    { title: '20 000 elements', body: inside('<a/>'.repeat(20_000)) },
    {
      title: '10 001 attributes',
      body: beside(Array.from({ length: 10_001 }, (_, i) => ` a${i}=""`).join('')),
    },
    { title: 'an attribute twice', body: beside('a="1" a="2"') },
    {
      title: 'an attribute twice by namespace',
      body: beside('xmlns:a="u" xmlns:b="u" a:x="1" b:x="2"'),
    },
    { title: 'an attribute without quotes', body: beside('a=1') },
    { title: 'an unbound prefix', body: `<p:${wrapper}${attributes(valid)}/>` },
    { title: 'an unbound prefix of an attribute', body: beside('p:a="1"') },
    { title: 'the prefix xmlns declared', body: `<xmlns:${wrapper} xmlns:xmlns="u"/>` },
    { title: 'a NUL as a reference', body: inside('&#0;') },
    { title: 'half of a surrogate pair as a reference', body: inside('&#xD800;') },
    { title: 'a control character as a reference', body: beside('x="&#7;"') },
    { title: 'a reference beyond Unicode', body: inside('&#x7fffffff;') },
    { title: 'a NUL', body: inside('\u0000') },
    { title: 'a comment that is not closed', body: inside('<!-- ') },
    { title: 'CDATA that is not closed', body: inside('<![CDATA[ ') },
    { title: 'text behind the root', body: `${right}text` },
    { title: 'an XML declaration inside', body: inside('<?xml version="1.0"?>') },
    ...notUtf8.map((bytes) => ({
      title: `bytes ${Buffer.from(bytes).toString('hex')} in an attribute`,
      body: inUtf8(`<${wrapper}${attributes(valid)} x="`, bytes, '"/>'),
    })),
  ];
  for (const [name, length] of Object.entries(texts)) {
    if (length === 'any') continue;
    cases.push({
      title: `${name} of 256 characters`,
      body: element({ ...valid, [name]: 'x'.repeat(256) }),
      status: REFUSED,
    });
  }
  for (const [name, values] of Object.entries(wrong)) {
    if (name === 'metadata') continue;
    // An empty attribute is as good as none.
    for (const value of values.filter((candidate) => typeof candidate !== 'object' && candidate !== '')) {
      cases.push({
        title: `${name}="${String(value).slice(0, 40)}"`,
        body: element({ ...valid, [name]: value }),
        status: REFUSED,
      });
    }
  }
  if (!('metadata' in wrong)) return cases;
  const meta = (text: string) => inside(`<metadata>${text}</metadata>`);
  cases.push(
    { title: 'metadata without a key', body: meta('<meta>v</meta>') },
    { title: 'metadata with a blank key', body: meta('<meta key="">v</meta>') },
    { title: 'metadata with a long key', body: meta(`<meta key="${'k'.repeat(256)}">v</meta>`) },
    { title: 'metadata with a long value', body: meta(`<meta key="k">${'v'.repeat(256)}</meta>`) },
    { title: 'metadata with a key twice', body: meta('<meta key="k">v</meta><meta key="k">w</meta>') },
    { title: 'metadata twice', body: inside('<metadata/><metadata/>') },
  );
  return cases;
}
