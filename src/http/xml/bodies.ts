import { type Decode, DecoderCompiler } from './compile-decoder.ts';
import { type Encode, EncoderCompiler, nameForKey, writtenName } from './compile-encoder.ts';
import { type ElementLayout, LayoutReader, prefixesOf } from './layout.ts';
import { type Contract, type FlatSchema, type Schema, SchemaReader } from './schema.ts';
import { escapeAttribute } from './writer.ts';

interface MediaType {
  readonly schema?: Schema;
  readonly 'x-xml-namespaces'?: Readonly<Record<string, string>>;
}

export interface BodyContract {
  readonly $ref?: string;
  readonly content?: Readonly<Record<string, MediaType>>;
}

/** One root element that a body may have, and the member of the JSON wrapper that it stands for. */
export interface Root {
  readonly key: string;
  readonly local: string;
  readonly decode: Decode;
  /** Writes the whole root element, under another name if one is given. */
  readonly encode: (value: unknown, name?: string) => string;
}

/** What a request, or the response of one status, may be in XML. */
export interface Body {
  readonly byLocalName: ReadonlyMap<string, Root>;
  readonly byKey: ReadonlyMap<string, Root>;
  /** JSON has no wrapper around it: the root element, whatever its name, stands for all of the body. */
  readonly whole?: Root;
  /** Other root elements are read as members that the contract does not name, which JSON may have too. */
  readonly isOpen: boolean;
}

/** The single property of a JSON wrapper, `{volume: {...}}`. */
interface Wrapper {
  readonly key: string;
  readonly inner: Schema;
}

/** Pairs the JSON and XML forms of bodies and compiles them. */
export class BodyCompiler {
  readonly #schemas: SchemaReader;
  readonly #layouts: LayoutReader;
  readonly #decoders = new DecoderCompiler();
  readonly #encoders = new EncoderCompiler();

  constructor(contract: Contract) {
    this.#schemas = new SchemaReader(contract);
    this.#layouts = new LayoutReader(this.#schemas);
  }

  resolve<Node extends object>(node: Node): Node {
    return this.#schemas.resolve(node);
  }

  /** The XML form of a request or response body; undefined when it has none. Throws on what has no XML form. */
  compile(body: BodyContract): Body | undefined {
    const { content = {} } = this.resolve(body);
    const xml = content['application/xml'];
    const json = content['application/json'];
    if (xml?.schema === undefined) return undefined;
    if (json?.schema === undefined) throw new Error('application/xml needs application/json beside it');
    if (this.#schemas.flatten(xml.schema).entry?.named === true)
      return this.#whole(xml.schema, xml['x-xml-namespaces']);
    if (this.#schemas.flatten(xml.schema).choice) return this.#choice(xml.schema, json.schema, xml);
    const wrappers = this.#alternatives(json.schema).map((schema) => this.#wrapper(schema));
    const inners = this.#alternatives(xml.schema);
    const byKey = new Map<string, Root>();
    const byLocalName = new Map<string, Root>();
    for (const inner of inners) {
      const { key } = this.#pair(inner, wrappers, inners.length === 1);
      const root = this.#root(this.#layouts.rootElement(inner, key), key, xml['x-xml-namespaces']);
      if (byLocalName.has(root.local)) throw new Error(`two bodies have the root element <${root.local}>`);
      byKey.set(key, root);
      byLocalName.set(root.local, root);
    }
    return { byKey, byLocalName, isOpen: false };
  }

  /** The same schema for both formats: whichever member is there is the root element (`x-xml-choice`). */
  #choice(schema: Schema, jsonSchema: Schema, { 'x-xml-namespaces': namespaces }: MediaType): Body {
    if (this.resolve(schema) !== this.resolve(jsonSchema)) {
      throw new Error('a choice of root elements has to be the schema of the JSON body as well');
    }
    const roots = [...this.#schemas.flatten(schema).properties].map(([key, member]) =>
      this.#root(this.#layouts.rootElement(member, key), key, namespaces),
    );
    return {
      byKey: new Map(roots.map((root) => [root.key, root])),
      byLocalName: new Map(roots.map((root) => [root.local, root])),
      isOpen: true,
    };
  }

  /** The forms that a body may have in XML. */
  #alternatives(schema: Schema): Schema[] {
    const { anyOf, oneOf, properties, 'x-xml-omit': isOmitted } = this.resolve(schema);
    if (isOmitted === true) return [];
    const alternatives = anyOf ?? oneOf;
    if (alternatives === undefined || properties !== undefined) return [schema];
    return alternatives.flatMap((alternative) => this.#alternatives(alternative));
  }

  #wrapper(schema: Schema): Wrapper {
    const { properties }: FlatSchema = this.#schemas.flatten(schema);
    const [only] = properties;
    if (only === undefined || properties.size > 1) {
      throw new Error(`a JSON body needs exactly one property to stand for the root element of XML`);
    }
    return { key: only[0], inner: this.resolve(only[1]) };
  }

  /** The wrapper of a root element: around the same component, or of the same name, or simply the only one. */
  #pair(inner: Schema, wrappers: readonly Wrapper[], single: boolean): Wrapper {
    const component = this.resolve(inner);
    const name = this.#schemas.flatten(inner).xml.name;
    const wrapper =
      wrappers.find((candidate) => candidate.inner === component) ??
      wrappers.find(({ key }) => key === name) ??
      (single && wrappers.length === 1 ? wrappers[0] : undefined);
    if (wrapper === undefined) throw new Error(`no JSON body stands for the root element <${name}>`);
    return wrapper;
  }

  /** `{"k": "v"}` and `<k>v</k>`: the root element has the name of the key, where that can be one. */
  #whole(schema: Schema, namespaces: MediaType['x-xml-namespaces']): Body {
    const layout = this.#layouts.rootElement(schema, '');
    const root = this.#root(layout, '', namespaces);
    const encode = (value: unknown) => {
      const [key = ''] = typeof value === 'object' && value !== null ? Object.keys(value) : [];
      return root.encode(value, nameForKey(key));
    };
    return { byKey: new Map(), byLocalName: new Map(), isOpen: false, whole: { ...root, encode } };
  }

  #root(element: ElementLayout, key: string, extra: Readonly<Record<string, string>> = {}): Root {
    const decode = this.#decoders.compile(element.content);
    const encode: Encode = this.#encoders.compile(element.content);
    const ownName = writtenName(element.name);
    const namespaces = declarations(element, extra);
    return {
      key,
      local: element.name.local,
      decode,
      encode: (value, name = ownName) =>
        value === null ? `<${name}${namespaces}/>` : encode(value, `<${name}${namespaces}`, name),
    };
  }
}

/** The namespace declarations of a root element: the default one, those that its inside uses, and the extra ones. */
function declarations(element: ElementLayout, extra: Readonly<Record<string, string>>): string {
  const { default: defaultUri, ...prefixed } = extra;
  const own = element.name.prefix === undefined ? element.name.uri : undefined;
  const uris = new Map<string, string>();
  const uri = defaultUri ?? own;
  if (uri !== undefined) uris.set('xmlns', uri);
  for (const [prefix, used] of [...Object.entries(prefixed), ...prefixesOf(element)]) {
    const other = uris.get(`xmlns:${prefix}`);
    if (other !== undefined && other !== used) {
      throw new Error(
        `the prefix ${prefix} stands for ${other} and for ${used} under <${element.name.local}>`,
      );
    }
    uris.set(`xmlns:${prefix}`, used);
  }
  return [...uris].map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`).join('');
}
