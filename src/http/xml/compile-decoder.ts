import type { ArrayLayout, EitherLayout, EntryLayout, Layout, MapLayout, ObjectLayout } from './layout.ts';
import { quoted, textOf, type XmlElement } from './reader.ts';
import { scalarDecoder } from './scalars.ts';

/** An element that breaks the schema in a way that has no form in the JSON model. */
export class DecodeRefusal extends Error {
  /** Where the element stands in the text, for `placeOf`. */
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

/** Turns an element into its JSON model. Throws DecodeRefusal. */
export type Decode = (element: XmlElement) => unknown;

/** The member that an attribute or a child is for, and how it is read. */
interface Member<Source> {
  readonly key: string;
  /** undefined: as if it were not there. */
  readonly decode: (source: Source) => unknown;
}

type Attributes = (name: { uri: string; local: string; name: string }) => Member<string> | undefined;

/** Compiles layouts into functions; each layout once, however often the contract refers to it. */
export class DecoderCompiler {
  readonly #compiled = new Map<Layout, Decode>();
  readonly #underWay = new Set<Layout>();

  compile(layout: Layout): Decode {
    const known = this.#compiled.get(layout);
    if (known !== undefined) return known;
    // A schema that contains itself: the function is there when the first document comes.
    if (this.#underWay.has(layout)) return (element) => this.compile(layout)(element);
    this.#underWay.add(layout);
    const decode = this.#compileNew(layout);
    this.#compiled.set(layout, decode);
    return decode;
  }

  #compileNew(layout: Layout): Decode {
    switch (layout.kind) {
      case 'scalar': {
        const decode = scalarDecoder(layout);
        return (element) => decode(textOf(element));
      }
      case 'map':
        return mapDecoder(layout);
      case 'entry':
        return entryDecoder(layout);
      case 'array':
        return this.#arrayDecoder(layout);
      case 'object':
        return this.#objectDecoder(layout);
      case 'either':
        return this.#eitherDecoder(layout);
    }
  }

  #eitherDecoder({ scalar, object }: EitherLayout): Decode {
    const decodeScalar = this.compile(scalar);
    const decodeObject = this.compile(object);
    // Declarations of namespaces, and what others have added, say nothing of which of the two it is.
    const isObject = ({ attributes }: XmlElement): boolean => attributes.some(({ uri }) => uri === '');
    return (element) => (isObject(element) ? decodeObject : decodeScalar)(element);
  }

  #arrayDecoder({ itemName, item }: ArrayLayout): Decode {
    const decode = this.compile(item);
    return ({ content }) => {
      const list: unknown[] = [];
      for (const node of content) {
        if (typeof node !== 'string' && node.local === itemName.local) list.push(decode(node));
      }
      return list;
    };
  }

  #objectDecoder(layout: ObjectLayout): Decode {
    const attributes = attributeMembers(layout);
    const children = new Map(
      layout.children.map(({ key, name, content, repeated }) => [
        name.local,
        { key, repeated, decode: this.compile(content) },
      ]),
    );
    const lists = layout.children
      .filter(({ repeated, required }) => repeated && required)
      .map(({ key }) => key);
    return (element) => {
      const model: Record<string, unknown> = {};
      // Lists without a wrapper: nothing to repeat is an empty list, if there has to be one.
      for (const key of lists) model[key] = [];
      for (const attribute of element.attributes) {
        const member = attributes(attribute);
        if (member === undefined) continue; // unknown members are tolerated
        const value = member.decode(attribute.value);
        if (value !== undefined) model[member.key] = value;
      }
      for (const node of element.content) {
        if (typeof node === 'string') continue;
        const member = children.get(node.local);
        if (member === undefined) continue;
        const before = model[member.key];
        const value = member.decode(node);
        if (!member.repeated && before !== undefined) {
          const names = `<${quoted(node.local)}> is given twice in <${quoted(element.local)}>`;
          throw new DecodeRefusal(names, node.offset);
        }
        if (!member.repeated) model[member.key] = value;
        else if (Array.isArray(before)) before.push(value);
        else model[member.key] = [value];
      }
      return model;
    };
  }
}

/** Attributes by namespace and local name, or, where the namespace is another, by the documented prefix. */
function attributeMembers({ attributes, nullText }: ObjectLayout): Attributes {
  const plain = new Map<string, Member<string>>();
  const qualified = new Map<string, Member<string>>();
  for (const { key, name, scalar } of attributes) {
    const read = scalarDecoder(scalar);
    const member: Member<string> = {
      key,
      decode: nullText === undefined ? read : (text) => orNull(text, nullText, scalar.nullable, read),
    };
    if (name.prefix === undefined) {
      plain.set(name.local, member);
    } else {
      qualified.set(`{${name.uri}}${name.local}`, member);
      qualified.set(`${name.prefix}:${name.local}`, member);
    }
  }
  return ({ uri, local, name }) =>
    uri === '' ? plain.get(local) : (qualified.get(`{${uri}}${local}`) ?? qualified.get(name));
}

/** Objects that have a word for null say nothing with an empty attribute. */
function orNull(text: string, nullText: string, nullable: boolean, read: (text: string) => unknown): unknown {
  if (text === '') return undefined;
  return nullable && text === nullText ? null : read(text);
}

/** The text of an attribute without a namespace. Throws DecodeRefusal where there is none. */
function attributeOf({ attributes, local: name, offset }: XmlElement, wanted: string): string {
  const found = attributes.find(({ uri, local }) => uri === '' && local === wanted);
  if (found === undefined) throw new DecodeRefusal(`<${quoted(name)}> has no attribute ${wanted}`, offset);
  return found.value;
}

const hasAttribute = ({ attributes }: XmlElement, wanted: string): boolean =>
  attributes.some(({ uri, local }) => uri === '' && local === wanted);

function mapDecoder({ item, key: keyName, valueAttribute, named, value }: MapLayout): Decode {
  const read = scalarDecoder(value);
  const textOfValue = (node: XmlElement): string =>
    valueAttribute === undefined ? textOf(node) : attributeOf(node, valueAttribute);
  return (element) => {
    const entries = new Map<string, unknown>();
    for (const node of element.content) {
      if (typeof node === 'string') continue;
      const isItem = node.local === item && !(named && !hasAttribute(node, keyName));
      if (!isItem && !named) continue;
      const key = isItem ? attributeOf(node, keyName) : node.local;
      if (entries.has(key)) {
        throw new DecodeRefusal(`the key ${quoted(key)} is given twice in <${element.local}>`, node.offset);
      }
      entries.set(key, read(textOfValue(node)));
    }
    // Makes own properties even of names like __proto__.
    return Object.fromEntries(entries);
  };
}

function entryDecoder({ key, named, value }: EntryLayout): Decode {
  const read = scalarDecoder(value);
  const keyOf = (element: XmlElement): string =>
    named && !hasAttribute(element, key) ? element.local : attributeOf(element, key);
  return (element) => Object.fromEntries([[keyOf(element), read(textOf(element))]]);
}
