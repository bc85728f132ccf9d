import type {
  ArrayLayout,
  AttributeLayout,
  ChildLayout,
  EitherLayout,
  EntryLayout,
  Layout,
  MapLayout,
  ObjectLayout,
  ScalarLayout,
  XmlName,
} from './layout.ts';
import { scalarEncoder } from './scalars.ts';
import { escapeAttribute, escapeText } from './writer.ts';

/**
 * Writes a model as the inside of an element. `open` is the start tag as far as it is known, without its end:
 * `<volume` or, on the root, `<volume xmlns="..."`; `name` is the name to close it by.
 */
export type Encode = (value: unknown, open: string, name: string) => string;

export const writtenName = ({ prefix, local }: XmlName): string =>
  prefix === undefined ? local : `${prefix}:${local}`;

const element = (open: string, content: string, name: string): string =>
  content === '' ? `${open}/>` : `${open}>${content}</${name}>`;

type Model = Readonly<Record<string, unknown>>;

/** The compiler and the contract's validation keep these from happening; an empty element would hide it. */
function modelOf(value: unknown, name: string): Model {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new TypeError(`the model of <${name}> has to be an object`);
  }
  return value as Model; // an object that is no array and not null is a record of unknown members
}

function listOf(value: unknown, name: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new TypeError(`the model of <${name}> has to be a list`);
  return value;
}

/** Compiles layouts into functions; each layout once, however often the contract refers to it. */
export class EncoderCompiler {
  readonly #compiled = new Map<Layout, Encode>();
  readonly #underWay = new Set<Layout>();

  compile(layout: Layout): Encode {
    const known = this.#compiled.get(layout);
    if (known !== undefined) return known;
    // A schema that contains itself: the function is there when the first model comes.
    if (this.#underWay.has(layout)) return (value, open, name) => this.compile(layout)(value, open, name);
    this.#underWay.add(layout);
    const encode = this.#compileNew(layout);
    this.#compiled.set(layout, encode);
    return encode;
  }

  #compileNew(layout: Layout): Encode {
    switch (layout.kind) {
      case 'scalar': {
        const write = scalarEncoder(layout);
        return (value, open, name) => element(open, value === null ? '' : escapeText(write(value)), name);
      }
      case 'map':
        return mapEncoder(layout);
      case 'entry':
        return entryEncoder(layout);
      case 'array':
        return this.#arrayEncoder(layout);
      case 'object':
        return this.#objectEncoder(layout);
      case 'either':
        return this.#eitherEncoder(layout);
    }
  }

  #eitherEncoder({ scalar, object }: EitherLayout): Encode {
    const encodeScalar = this.compile(scalar);
    const encodeObject = this.compile(object);
    return (value, open, name) =>
      (typeof value === 'object' && value !== null ? encodeObject : encodeScalar)(value, open, name);
  }

  #arrayEncoder({ itemName, item }: ArrayLayout): Encode {
    const encode = this.compile(item);
    const written = writtenName(itemName);
    const itemOpen = `<${written}`;
    return (value, open, name) => {
      let content = '';
      for (const entry of listOf(value, name)) content += encode(entry, itemOpen, written);
      return element(open, content, name);
    };
  }

  #objectEncoder({ attributes, children, nullText }: ObjectLayout): Encode {
    const attributeWriters = attributes.map((attribute) => attributeWriter(attribute, nullText));
    const childWriters = children.map((child) => this.#childWriter(child));
    return (value, open, name) => {
      const model = modelOf(value, name);
      let start = open;
      for (const write of attributeWriters) start += write(model);
      let content = '';
      for (const write of childWriters) content += write(model);
      return element(start, content, name);
    };
  }

  #childWriter({ key, name, content, repeated }: ChildLayout): (model: Model) => string {
    const encode = this.compile(content);
    const written = writtenName(name);
    const open = `<${written}`;
    return (model) => {
      const value = model[key];
      if (value === undefined || value === null) return '';
      if (!repeated) return encode(value, open, written);
      let all = '';
      for (const entry of listOf(value, written)) all += encode(entry, open, written);
      return all;
    };
  }
}

function attributeWriter(
  { key, name, scalar, declaredHere }: AttributeLayout,
  nullText: string | undefined,
): (model: Model) => string {
  const write = scalarEncoder(scalar);
  const declaration = declaredHere ? ` xmlns:${name.prefix}="${escapeAttribute(name.uri ?? '')}"` : '';
  const start = `${declaration} ${writtenName(name)}="`;
  const ofNull = nullText === undefined ? '' : `${start}${escapeAttribute(nullText)}"`;
  return (model) => {
    const value = model[key];
    if (value === undefined) return '';
    return value === null ? ofNull : `${start}${escapeAttribute(write(value))}"`;
  };
}

/** Writes one key and value as an element; `open` is its start tag before the key. */
type EncodeEntry = (key: string, value: unknown, open: string, name: string) => string;

/** What can be the name of an element without more ado. */
const NAME = /^[A-Za-z_][\w.-]*$/;

/** The name of an element that is named for its key; undefined for a key that cannot be one. */
export const nameForKey = (key: string): string | undefined => (NAME.test(key) ? key : undefined);

function keyedElement(key: string, valueAttribute: string | undefined, values: ScalarLayout): EncodeEntry {
  const write = scalarEncoder(values);
  const text = (value: unknown): string => (value === null ? '' : write(value));
  const keyed = (open: string, entryKey: string): string => `${open} ${key}="${escapeAttribute(entryKey)}"`;
  if (valueAttribute === undefined) {
    return (entryKey, value, open, name) => element(keyed(open, entryKey), escapeText(text(value)), name);
  }
  const valueStart = ` ${valueAttribute}="`;
  return (entryKey, value, open, name) =>
    element(`${keyed(open, entryKey)}${valueStart}${escapeAttribute(text(value))}"`, '', name);
}

function namedElement(values: ScalarLayout): (value: unknown, open: string, name: string) => string {
  const write = scalarEncoder(values);
  return (value, open, name) => element(open, value === null ? '' : escapeText(write(value)), name);
}

function mapEncoder({ item, key, valueAttribute, named, value: values }: MapLayout): Encode {
  const encodeEntry = keyedElement(key, valueAttribute, values);
  const encodeNamed = namedElement(values);
  const itemOpen = `<${item}`;
  return (value, open, name) => {
    let content = '';
    for (const [entryKey, entry] of Object.entries(modelOf(value, name))) {
      const own = named ? nameForKey(entryKey) : undefined;
      content +=
        own === undefined ? encodeEntry(entryKey, entry, itemOpen, item) : encodeNamed(entry, `<${own}`, own);
    }
    return element(open, content, name);
  };
}

function entryEncoder({ key, named, value: values }: EntryLayout): Encode {
  const encodeEntry = keyedElement(key, undefined, values);
  const encodeNamed = namedElement(values);
  return (value, open, name) => {
    const [entry] = Object.entries(modelOf(value, name));
    if (entry === undefined) throw new TypeError(`the model of <${name}> has to have a member`);
    // Who writes a named entry has opened the element under the name that the key gives it.
    if (named && nameForKey(entry[0]) !== undefined) return encodeNamed(entry[1], open, name);
    return encodeEntry(...entry, open, name);
  };
}
