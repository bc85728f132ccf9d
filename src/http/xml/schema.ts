/** The bundled contract (OpenAPI 3.0.3), as far as the XML codec reads it. */
export interface Contract {
  readonly paths: Readonly<Record<string, object>>;
  readonly components?: object;
}

/** The `xml` keywords of OpenAPI. */
export interface XmlKeywords {
  readonly name?: string;
  readonly attribute?: boolean;
  readonly prefix?: string;
  readonly namespace?: string;
  readonly wrapped?: boolean;
}

/** Keys and values as repeated elements: `item` names the element, `key` the attribute of the key. */
export interface MapKeywords {
  readonly item: string;
  readonly key: string;
  /** The attribute of the value, which is the text of the element where this is left out. */
  readonly value?: string;
  /** `<k>v</k>`: elements have the names of their keys, but for keys that cannot be names. */
  readonly named?: boolean;
}

/** A single key and value as one element: `key` names the attribute of the key, the value is its text. */
export interface EntryKeywords {
  readonly key: string;
  /** As that of a map. */
  readonly named?: boolean;
}

/** A schema as written, possibly a reference. Keywords that do not shape XML are of no interest here. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly nullable?: boolean;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly xml?: XmlKeywords;
  readonly 'x-xml-null'?: string;
  readonly 'x-xml-omit'?: boolean;
  readonly 'x-xml-map'?: MapKeywords;
  readonly 'x-xml-entry'?: EntryKeywords;
  readonly 'x-xml-timestamp'?: boolean;
  readonly 'x-xml-choice'?: boolean;
  readonly 'x-xml-declared-here'?: boolean;
}

/** A schema without references and combinations: what they add up to. */
export interface FlatSchema {
  readonly types: ReadonlySet<string>;
  readonly nullable: boolean;
  readonly properties: ReadonlyMap<string, Schema>;
  readonly required: ReadonlySet<string>;
  readonly additionalProperties: Schema | undefined;
  readonly items: Schema | undefined;
  readonly xml: XmlKeywords;
  readonly nullText: string | undefined;
  readonly omit: boolean;
  readonly map: MapKeywords | undefined;
  readonly entry: EntryKeywords | undefined;
  readonly timestamp: boolean;
  /** A body of which one member is there: each stands for a root element of its name. */
  readonly choice: boolean;
  readonly declaredHere: boolean;
}

const EMPTY: FlatSchema = {
  types: new Set(),
  nullable: false,
  properties: new Map(),
  required: new Set(),
  additionalProperties: undefined,
  items: undefined,
  xml: {},
  nullText: undefined,
  omit: false,
  map: undefined,
  entry: undefined,
  timestamp: false,
  choice: false,
  declaredHere: false,
};

/** A member that both describe is what both say of it: one may only narrow the other. */
function mergeProperties(
  lower: ReadonlyMap<string, Schema>,
  upper: ReadonlyMap<string, Schema>,
): ReadonlyMap<string, Schema> {
  const merged = new Map(lower);
  for (const [key, schema] of upper) {
    const other = lower.get(key);
    merged.set(key, other === undefined ? schema : { allOf: [other, schema] });
  }
  return merged;
}

/** What holds when both hold; where they disagree, `upper`. */
function merge(lower: FlatSchema, upper: FlatSchema): FlatSchema {
  return {
    types: new Set([...lower.types, ...upper.types]),
    nullable: lower.nullable || upper.nullable,
    properties: mergeProperties(lower.properties, upper.properties),
    required: new Set([...lower.required, ...upper.required]),
    additionalProperties: upper.additionalProperties ?? lower.additionalProperties,
    items: upper.items ?? lower.items,
    xml: { ...lower.xml, ...upper.xml },
    nullText: upper.nullText ?? lower.nullText,
    omit: lower.omit || upper.omit,
    map: upper.map ?? lower.map,
    entry: upper.entry ?? lower.entry,
    timestamp: lower.timestamp || upper.timestamp,
    choice: lower.choice || upper.choice,
    declaredHere: lower.declaredHere || upper.declaredHere,
  };
}

function ownKeywords(schema: Schema): FlatSchema {
  const { additionalProperties } = schema;
  return {
    types: new Set(schema.type === undefined ? [] : [schema.type]),
    nullable: schema.nullable ?? false,
    properties: new Map(Object.entries(schema.properties ?? {})),
    required: new Set(schema.required ?? []),
    additionalProperties: typeof additionalProperties === 'object' ? additionalProperties : undefined,
    items: schema.items,
    xml: schema.xml ?? {},
    nullText: schema['x-xml-null'],
    omit: schema['x-xml-omit'] ?? false,
    map: schema['x-xml-map'],
    entry: schema['x-xml-entry'],
    timestamp: schema['x-xml-timestamp'] ?? false,
    choice: schema['x-xml-choice'] ?? false,
    declaredHere: schema['x-xml-declared-here'] ?? false,
  };
}

/** Follows references inside of one contract. */
export class SchemaReader {
  readonly #contract: Contract;
  readonly #flat = new Map<Schema, FlatSchema>();

  constructor(contract: Contract) {
    this.#contract = contract;
  }

  /** What a node stands for: itself, or what its `$ref` leads to. Throws on a reference that leads nowhere. */
  resolve<Node extends object>(node: Node): Node {
    let current = node;
    const followed = new Set<string>();
    while ('$ref' in current && typeof current.$ref === 'string') {
      const { $ref } = current;
      if (followed.has($ref)) throw new Error(`the reference ${$ref} leads back to itself`);
      followed.add($ref);
      current = this.#at<Node>($ref);
    }
    return current;
  }

  #at<Node extends object>($ref: string): Node {
    if (!$ref.startsWith('#/')) throw new Error(`the reference ${$ref} leaves the bundled contract`);
    let target: unknown = this.#contract;
    for (const step of $ref.slice(2).split('/')) {
      const name = decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~');
      const isParent = typeof target === 'object' && target !== null && Object.hasOwn(target, name);
      if (!isParent) throw new Error(`the reference ${$ref} leads nowhere`);
      target = (target as Record<string, unknown>)[name];
    }
    // A reference stands where its target may stand; the linter has checked that the target fits.
    return target as Node;
  }

  /**
   * Adds up a schema. Members of all `allOf`, `anyOf` and `oneOf` parts count: the codec must know each
   * member that may come, validation decides which may come together. A reference may have keywords beside
   * it; they win. Throws when a schema is a part of itself (a property that leads back is fine).
   */
  flatten(schema: Schema, within: ReadonlySet<Schema> = new Set()): FlatSchema {
    const known = this.#flat.get(schema);
    if (known !== undefined) return known;
    if (within.has(schema)) throw new Error('a schema is a part of itself by $ref, allOf, anyOf or oneOf');
    const path = new Set(within).add(schema);
    const flat = this.#addUp(schema, path);
    this.#flat.set(schema, flat);
    return flat;
  }

  #addUp(schema: Schema, path: ReadonlySet<Schema>): FlatSchema {
    const { $ref, allOf = [], anyOf = [], oneOf = [] } = schema;
    let flat = EMPTY;
    if ($ref !== undefined) {
      flat = this.flatten(this.resolve(schema), path);
      // The very same result for each reference to a component: what is made of it is then made once.
      if (Object.keys(schema).length === 1) return flat;
    }
    for (const part of allOf) flat = merge(flat, this.flatten(part, path));
    for (const alternative of [...anyOf, ...oneOf]) {
      // What one alternative requires may be missing from another.
      flat = merge(flat, { ...this.flatten(alternative, path), required: new Set() });
    }
    return merge(flat, ownKeywords(schema));
  }
}
