import { type SaxesAttributeNS, SaxesParser, type SaxesTagNS } from 'saxes';

/** The namespace of namespace declarations themselves (Namespaces in XML 1.0, section 3). */
export const XMLNS_URI = 'http://www.w3.org/2000/xmlns/';

/** Levels of nesting that a document may have; those of the API need four. Later steps recurse this deep. */
export const MAX_DEPTH = 32;

/** Elements and attributes that a document may have together. */
export const MAX_NODES = 10_000;

/** `prefix:local="value"`; `uri` is '' without a prefix. Namespace declarations are attributes too. */
export type XmlAttribute = Readonly<SaxesAttributeNS>;

/** An element with its prefix resolved. Comments and processing instructions are gone. */
export interface XmlElement {
  readonly local: string;
  readonly uri: string;
  /** In the order of the text. */
  readonly attributes: readonly XmlAttribute[];
  /** Children and text in their order; neighbouring text and CDATA sections are one string. */
  readonly content: readonly (XmlElement | string)[];
  /** Where its start tag begins, for `placeOf`. */
  readonly offset: number;
}

export type ReadResult =
  | { readonly ok: true; readonly root: XmlElement }
  /** The message is one phrase without a full stop that ends in `at line:column`. */
  | { readonly ok: false; readonly message: string };

const MAX_QUOTED = 60;

/** A name or a piece of the text for a message: names may be as long as the document. */
export const quoted = (text: string): string =>
  text.length <= MAX_QUOTED ? text : `${text.slice(0, MAX_QUOTED)}...`;

/** `line:column` of an offset into the text, both counted from one, as editors do. */
export function placeOf(text: string, offset: number): string {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
}

/** The text directly inside of an element, without that of its children. */
export function textOf({ content }: XmlElement): string {
  const [only] = content;
  if (content.length <= 1) return typeof only === 'string' ? only : '';
  return content.filter((node) => typeof node === 'string').join('');
}

/** Stops the parser from inside of its events. */
class Refusal extends Error {}

/** Takes the parser's events and makes the tree, within the limits. */
class TreeBuilder {
  root: XmlElement | undefined;
  lastClosed = '';
  readonly #open: (XmlElement | string)[][] = [];
  #nodes = 0;

  countNode(): void {
    if (++this.#nodes > MAX_NODES) throw new Refusal(`more than ${MAX_NODES} elements and attributes`);
  }

  openElement({ local, uri, attributes }: SaxesTagNS, offset: number): void {
    this.countNode();
    if (this.#open.length === MAX_DEPTH) throw new Refusal(`more than ${MAX_DEPTH} levels of elements`);
    const content: (XmlElement | string)[] = [];
    const element: XmlElement = { local, uri, attributes: Object.values(attributes), content, offset };
    this.#open.at(-1)?.push(element);
    this.root ??= element;
    this.#open.push(content);
  }

  closeElement(name: string): void {
    this.lastClosed = name;
    this.#open.pop();
  }

  addText(piece: string): void {
    const content = this.#open.at(-1);
    if (content === undefined) return; // whitespace around the root
    const last = content.at(-1);
    if (typeof last === 'string') content[content.length - 1] = last + piece;
    else content.push(piece);
  }
}

const NO_DOCTYPE = 'a DOCTYPE is not allowed';

/** saxes speaks to programmers; this says its findings in words for whoever sent the document. */
function inWords(finding: string, lastClosed: string, reference: string): string {
  const [, subject = ''] = /: "?(.*?)"?\.?$/s.exec(finding) ?? [];
  const name = quoted(subject);
  const startsWith = (start: string): boolean => finding.startsWith(start);
  if (startsWith('undefined entity')) return `the entity ${quoted(reference)} is not defined`;
  if (startsWith('unbound namespace prefix')) return `the prefix ${name} is not bound to a namespace`;
  if (startsWith('duplicate attribute')) return `the attribute ${name} is given twice`;
  if (startsWith('unclosed tag')) return `<${name}> is not closed`;
  if (startsWith('unexpected close tag')) return `<${quoted(lastClosed)}> is closed by another name`;
  if (startsWith('unmatched closing tag')) return `</${name}> closes nothing`;
  if (startsWith('documents may contain only one root')) return 'there is more than one root element';
  if (startsWith('document must contain a root')) return 'there is no root element';
  if (startsWith('text data outside of root')) return 'there is text outside of the root element';
  if (startsWith('inappropriately located doctype')) return NO_DOCTYPE;
  return quoted(finding.replace(/\.$/, ''));
}

const PROLOG_PARTS: readonly (readonly [start: string, end: string])[] = [
  ['<?', '?>'],
  ['<!--', '-->'],
];

/**
 * Where a DOCTYPE begins before the root element; undefined when there is none. saxes reports one only when
 * it has read to its end, and what stands in one may be as long as the document.
 */
function doctypeBeforeRoot(text: string): number | undefined {
  let offset = text.search(/[^\ufeff\s]/);
  while (offset >= 0) {
    if (text.startsWith('<!DOCTYPE', offset)) return offset;
    const part = PROLOG_PARTS.find(([start]) => text.startsWith(start, offset));
    if (part === undefined) return undefined; // the root, or something for the parser to refuse
    const end = text.indexOf(part[1], offset);
    if (end < 0) return undefined;
    offset = end + part[1].length;
    while (/\s/.test(text.charAt(offset))) offset++;
  }
  return undefined;
}

/**
 * Reads an XML 1.0 document into a tree of elements, namespaces resolved. Refuses at the first thing that is
 * wrong, without looking further: what is not well-formed, any DOCTYPE (so there are no entities but the five
 * of XML and character references), more than MAX_DEPTH levels, more than MAX_NODES elements and attributes.
 * The encoding of the XML declaration is ignored: the caller has decoded the text.
 */
export function readXml(text: string): ReadResult {
  // saxes takes a high surrogate and whatever follows for one character, a `<` for instance.
  if (!text.isWellFormed()) {
    const lone = text.search(/\p{Surrogate}/u);
    return { ok: false, message: `half of a surrogate pair stands alone at ${placeOf(text, lone)}` };
  }
  const doctype = doctypeBeforeRoot(text);
  if (doctype !== undefined) return { ok: false, message: `${NO_DOCTYPE} at ${placeOf(text, doctype)}` };
  // XML 1.1 allows characters that 1.0 cannot carry, so the declared version must not switch to its rules.
  const rules = { xmlns: true, position: false, forceXMLVersion: true, defaultXMLVersion: '1.0' } as const;
  const parser = new SaxesParser(rules);
  const tree = new TreeBuilder();
  parser.on('error', ({ message }) => {
    const reference = text.slice(text.lastIndexOf('&', parser.position - 1), parser.position);
    throw new Refusal(inWords(message, tree.lastClosed, reference));
  });
  parser.on('doctype', () => {
    throw new Refusal(NO_DOCTYPE); // in case the search above has missed one
  });
  parser.on('attribute', () => tree.countNode());
  // A start tag cannot contain another `<`, not even in an attribute, so the last one began it.
  parser.on('opentag', (tag) => tree.openElement(tag, text.lastIndexOf('<', parser.position - 1)));
  parser.on('closetag', ({ name }) => tree.closeElement(name));
  parser.on('text', (piece) => tree.addText(piece));
  parser.on('cdata', (piece) => tree.addText(piece));

  try {
    parser.write(text).close();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ok: false, message: `${error.message} at ${placeOf(text, Math.max(parser.position - 1, 0))}` };
  }
  // saxes has refused documents without a root.
  if (tree.root === undefined) throw new Error('a document without a root element went through');
  return { ok: true, root: tree.root };
}
