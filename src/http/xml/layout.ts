import type { EntryKeywords, FlatSchema, MapKeywords, Schema, SchemaReader } from './schema.ts';

/** The name of an element or attribute. */
export interface XmlName {
  readonly local: string;
  /** Declared on the root; `prefix` and `uri` come together. */
  readonly prefix: string | undefined;
  /** Without a prefix: the default namespace of a root element, or undefined. */
  readonly uri: string | undefined;
}

export type ScalarType = 'string' | 'integer' | 'number' | 'boolean';

export interface ScalarLayout {
  readonly kind: 'scalar';
  readonly types: ReadonlySet<ScalarType>;
  readonly nullable: boolean;
  /** A timestamp: `T` and six decimals in JSON, a space and no zero fraction in XML. */
  readonly timestamp: boolean;
}

export interface AttributeLayout {
  /** The member of the JSON model. */
  readonly key: string;
  readonly name: XmlName;
  readonly scalar: ScalarLayout;
  /** The prefix is declared beside the attribute and not on the root: few models have it (`x-xml-declared-here`). */
  readonly declaredHere: boolean;
}

export interface ChildLayout {
  readonly key: string;
  readonly name: XmlName;
  readonly content: Layout;
  /** An array without a wrapper: the model has a list of what this element may be repeated for. */
  readonly repeated: boolean;
  readonly required: boolean;
}

export interface ObjectLayout {
  readonly kind: 'object';
  readonly attributes: readonly AttributeLayout[];
  readonly children: readonly ChildLayout[];
  /** Attribute text that stands for null (`x-xml-null`). */
  readonly nullText: string | undefined;
}

/** A list in an element of its own. */
export interface ArrayLayout {
  readonly kind: 'array';
  readonly itemName: XmlName;
  readonly item: Layout;
}

/** `<metadata><meta key="k">v</meta></metadata>` (`x-xml-map`). */
export interface MapLayout {
  readonly kind: 'map';
  readonly item: string;
  readonly key: string;
  /** `<limit name="k" value="v"/>`: the attribute of the value; undefined where it is the text. */
  readonly valueAttribute: string | undefined;
  /** `<k>v</k>`, where the key can be a name. */
  readonly named: boolean;
  readonly value: ScalarLayout;
}

/** `<meta key="k">v</meta>`, of an object with the one member `k` (`x-xml-entry`). */
export interface EntryLayout {
  readonly kind: 'entry';
  readonly key: string;
  readonly named: boolean;
  readonly value: ScalarLayout;
}

/** `<volumes>10</volumes>` or `<volumes in_use="1" limit="10"/>`: text, or attributes and nothing else. */
export interface EitherLayout {
  readonly kind: 'either';
  readonly scalar: ScalarLayout;
  readonly object: ObjectLayout;
}

/** What the inside of an element is. Schemas that contain themselves make layouts that do. */
export type Layout = ScalarLayout | ObjectLayout | ArrayLayout | MapLayout | EntryLayout | EitherLayout;

export interface ElementLayout {
  readonly name: XmlName;
  readonly content: Layout;
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

const SCALARS: ReadonlySet<string> = new Set(['string', 'integer', 'number', 'boolean']);
const isScalarType = (type: string): type is ScalarType => SCALARS.has(type);

/** Decides, in one place, what each schema of the contract looks like in XML. */
export class LayoutReader {
  readonly #schemas: SchemaReader;
  readonly #layouts = new Map<FlatSchema, Layout>();

  constructor(schemas: SchemaReader) {
    this.#schemas = schemas;
  }

  /** The root element of a media type's schema; named by `xml.name`, else by the member it stands for. */
  rootElement(schema: Schema, key: string): ElementLayout {
    const flat = this.#schemas.flatten(schema);
    return { name: nameOf(flat, key), content: this.#layoutOf(flat, key) };
  }

  /** `where` is for messages. Throws on what has no form in XML. */
  #layoutOf(flat: FlatSchema, where: string): Layout {
    const known = this.#layouts.get(flat);
    if (known !== undefined) return known;
    if (flat.map !== undefined) return this.#mapLayout(flat, flat.map, where);
    if (flat.entry !== undefined) return this.#entryLayout(flat, flat.entry, where);
    if (flat.items !== undefined || flat.types.has('array')) return this.#arrayLayout(flat, where);
    if (flat.properties.size > 0 || flat.types.has('object')) {
      return [...flat.types].some(isScalarType)
        ? this.#eitherLayout(flat, where)
        : this.#objectLayout(flat, where);
    }
    return scalarLayout(flat, where);
  }

  #mapLayout(flat: FlatSchema, { item, key, value, named = false }: MapKeywords, where: string): MapLayout {
    return { kind: 'map', item, key, valueAttribute: value, named, value: this.#valueLayout(flat, where) };
  }

  #entryLayout(flat: FlatSchema, { key, named = false }: EntryKeywords, where: string): EntryLayout {
    return { kind: 'entry', key, named, value: this.#valueLayout(flat, where) };
  }

  /** What stands for the members of an object whose names are data. */
  #valueLayout({ additionalProperties = { type: 'string' } }: FlatSchema, where: string): ScalarLayout {
    return scalarLayout(this.#schemas.flatten(additionalProperties), `the values of ${where}`);
  }

  #arrayLayout(flat: FlatSchema, where: string): ArrayLayout {
    if (flat.items === undefined) throw new Error(`the array ${where} has no items schema`);
    const items = this.#schemas.flatten(flat.items);
    const layout: Mutable<ArrayLayout> = {
      kind: 'array',
      itemName: nameOf(items, where),
      item: { kind: 'array' } as never, // set below: an item may contain this very array
    };
    this.#layouts.set(flat, layout);
    layout.item = this.#layoutOf(items, where);
    return layout;
  }

  /** The two can be told apart where the one has text and the other attributes. */
  #eitherLayout(flat: FlatSchema, where: string): EitherLayout {
    const types = new Set([...flat.types].filter(isScalarType));
    const object = this.#objectLayout({ ...flat, types: new Set(['object']) }, where);
    if (object.attributes.length === 0 || object.children.length > 0)
      throw new Error(`${where} is both an object and a scalar`);
    return { kind: 'either', scalar: scalarLayout({ ...flat, types }, where), object };
  }

  #objectLayout(flat: FlatSchema, where: string): ObjectLayout {
    const attributes: AttributeLayout[] = [];
    const children: ChildLayout[] = [];
    const layout: ObjectLayout = { kind: 'object', attributes, children, nullText: flat.nullText };
    this.#layouts.set(flat, layout); // before the members: one of them may lead back here
    for (const [key, property] of flat.properties) {
      const member = this.#schemas.flatten(property);
      if (member.omit) continue;
      if (member.xml.attribute === true) {
        const { declaredHere } = member;
        attributes.push({ key, name: nameOf(member, key), scalar: scalarLayout(member, key), declaredHere });
      } else {
        children.push(this.#childLayout(key, member, flat.required.has(key)));
      }
    }
    refuseSharedNames(attributes, `attributes of ${where}`);
    refuseSharedNames(children, `children of ${where}`);
    return layout;
  }

  #childLayout(key: string, member: FlatSchema, required: boolean): ChildLayout {
    const content = this.#layoutOf(member, key);
    // OpenAPI: the name of an array without a wrapper is that of its items.
    if (content.kind === 'array' && member.xml.wrapped !== true) {
      return { key, name: content.itemName, content: content.item, repeated: true, required };
    }
    return { key, name: nameOf(member, key), content, repeated: false, required };
  }
}

function nameOf({ xml }: FlatSchema, key: string): XmlName {
  const { prefix, namespace } = xml;
  if (prefix === undefined) return { local: xml.name ?? key, prefix: undefined, uri: namespace };
  if (namespace === undefined) throw new Error(`${key} has the prefix ${prefix} but no namespace`);
  // Members of extensions carry the prefix in their JSON name.
  const name = xml.name ?? key;
  const local = name.startsWith(`${prefix}:`) ? name.slice(prefix.length + 1) : name;
  return { local, prefix, uri: namespace };
}

function scalarLayout({ types, nullable, timestamp }: FlatSchema, where: string): ScalarLayout {
  const scalars = [...types].filter(isScalarType);
  if (scalars.length !== types.size) {
    throw new Error(`${where} has to be a scalar in XML, and is ${[...types].join(' or ')}`);
  }
  // A schema that says no type takes any; text is what XML has.
  return { kind: 'scalar', types: new Set(scalars.length === 0 ? ['string'] : scalars), nullable, timestamp };
}

function refuseSharedNames(members: readonly { key: string; name: XmlName }[], where: string): void {
  const keys = new Map<string, string>();
  for (const { key, name } of members) {
    const written = name.prefix === undefined ? name.local : `${name.prefix}:${name.local}`;
    const other = keys.get(written);
    if (other !== undefined) throw new Error(`two ${where}, ${other} and ${key}, are both called ${written}`);
    keys.set(written, key);
  }
}

/**
 * The prefixes that an element and everything inside of it may use, with their namespaces. Throws when one
 * prefix would have to stand for two.
 */
export function prefixesOf(root: ElementLayout): Map<string, string> {
  const prefixes = new Map<string, string>();
  const seen = new Set<Layout>();
  const addName = ({ prefix, uri }: XmlName): void => {
    if (prefix === undefined || uri === undefined) return;
    const other = prefixes.get(prefix);
    if (other !== undefined && other !== uri) {
      throw new Error(`the prefix ${prefix} stands for ${other} and for ${uri} under <${root.name.local}>`);
    }
    prefixes.set(prefix, uri);
  };
  const visit = (name: XmlName, content: Layout): void => {
    addName(name);
    if (seen.has(content)) return;
    seen.add(content);
    if (content.kind === 'array') visit(content.itemName, content.item);
    if (content.kind === 'either') visit(name, content.object);
    if (content.kind !== 'object') return;
    for (const { name: own, declaredHere } of content.attributes) if (!declaredHere) addName(own);
    for (const child of content.children) visit(child.name, child.content);
  };
  visit(root.name, root.content);
  return prefixes;
}
