import fc, { type Arbitrary } from 'fast-check';
import type { FlatSchema, Schema, SchemaReader } from '../../src/http/xml/schema.ts';

// Lists inside of lists grow fast, and a schema may contain itself.
const MAX_LEVELS = 4;

/**
 * Text that XML 1.0 can carry: left out are only control characters, U+FFFE, U+FFFF and halves of surrogate
 * pairs (`xml-service.test.ts` shows what the server does with those).
 */
const carried = fc.string({
  unit: fc.oneof(
    { weight: 6, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }) },
    {
      weight: 3,
      arbitrary: fc.constantFrom('"', "'", '<', '>', '&', '\n', '\r', '\t', ' ', ']]>', '\u0085', '&amp;'),
    },
    { weight: 1, arbitrary: fc.constantFrom('\u{1F600}', '\u{10FFFF}', '\ufffd', 'é', '\u2028', '\u00a0') },
  ),
  maxLength: 12,
});
const space = fc.constantFrom(' ', '\n', '\t', '\r\n', '   ');
export const text: Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: carried },
  { weight: 2, arbitrary: fc.tuple(space, carried, space).map((parts) => parts.join('')) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('', 'None', 'none', ' None', 'null', 'true', '0', '<a/>', '<![CDATA[x]]>'),
  },
);

const microseconds = fc.integer({ min: 0, max: 999_999 }).map((micros) => String(micros).padStart(6, '0'));
const timestamp = fc
  .tuple(
    fc.date({ min: new Date('1970-01-01'), max: new Date('2199-01-01'), noInvalidDate: true }),
    fc.oneof(fc.constant('000000'), microseconds),
  )
  .map(([date, micros]) => `${date.toISOString().slice(0, 19)}.${micros}`);

/** "1" is 1 where the schema allows both: XML has no quotes to tell them apart. */
const looksLikeNumberOrBoolean = (value: string): boolean =>
  /^(true|false)$/i.test(value) || String(Number(value)) === value;

interface Bounds {
  readonly minimum?: number;
  readonly maximum?: number;
}

/** Any integer that JSON can carry exactly, and those at the bounds of the schema and of JSON. */
function integerWithin({ minimum = Number.MIN_SAFE_INTEGER, maximum = Number.MAX_SAFE_INTEGER }: Bounds) {
  return fc.oneof(fc.integer({ min: minimum, max: maximum }), fc.constantFrom(minimum, maximum));
}

/** Values of a scalar, without those that XML says in the same words as another value. */
function scalarOf({ types, timestamp: isTimestamp }: FlatSchema, bounds: Bounds): Arbitrary<unknown> {
  if (isTimestamp) return timestamp;
  const values: Arbitrary<unknown>[] = [];
  if (types.has('integer')) values.push(integerWithin(bounds));
  // -0 is 0 in JSON too.
  if (types.has('number'))
    values.push(fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0));
  if (types.has('boolean')) values.push(fc.boolean());
  if (types.has('string') || values.length === 0) {
    values.push(values.length === 0 ? text : text.filter((value) => !looksLikeNumberOrBoolean(value)));
  }
  return fc.oneof(...values);
}

function attributeOf(member: FlatSchema, bounds: Bounds, { nullText }: FlatSchema): Arbitrary<unknown> {
  const values = scalarOf(member, bounds);
  // Without a word for null an attribute that is null is not written; it reads back as absent.
  if (nullText === undefined) return values;
  // The word itself means null where that is allowed, and an empty attribute means none.
  const told = values.filter((value) => value !== '' && !(member.nullable && value === nullText));
  return member.nullable ? fc.oneof({ weight: 4, arbitrary: told }, fc.constant(null)) : told;
}

/** Random models of a schema, as far as XML can say them. */
export class Models {
  readonly #schemas: SchemaReader;

  constructor(schemas: SchemaReader) {
    this.#schemas = schemas;
  }

  of(schema: Schema, levels = MAX_LEVELS): Arbitrary<unknown> {
    const flat = this.#schemas.flatten(schema);
    if (flat.map !== undefined) return this.#mapOf(flat, { maxKeys: 4 });
    if (flat.entry !== undefined) return this.#mapOf(flat, { minKeys: 1, maxKeys: 1 });
    if (flat.items !== undefined) {
      if (levels === 0) return fc.constant([]);
      return fc.array(this.of(flat.items, levels - 1), { maxLength: 4 });
    }
    if (flat.properties.size === 0 && !flat.types.has('object'))
      return scalarOf(flat, this.#boundsOf(schema));
    const scalars = [...flat.types].filter((type) => type !== 'object');
    if (scalars.length > 0) {
      // Text or attributes: without any attribute an object could not be told from the other.
      const scalar = scalarOf({ ...flat, types: new Set(scalars) }, this.#boundsOf(schema));
      return fc.oneof(scalar, this.#objectOf(flat, levels, [...flat.properties.keys()]));
    }
    return this.#objectOf(flat, levels);
  }

  #mapOf(
    { additionalProperties = { type: 'string' } }: FlatSchema,
    keys: { readonly minKeys?: number; readonly maxKeys: number },
  ): Arbitrary<unknown> {
    const values = scalarOf(
      this.#schemas.flatten(additionalProperties),
      this.#boundsOf(additionalProperties),
    );
    return fc.dictionary(text, values, { ...keys, noNullPrototype: true });
  }

  #objectOf(flat: FlatSchema, levels: number, required: readonly string[] = []): Arbitrary<unknown> {
    const members: Record<string, Arbitrary<unknown>> = {};
    const always: string[] = [...required];
    for (const [key, property] of flat.properties) {
      const member = this.#schemas.flatten(property);
      if (member.omit) continue; // not in XML by decision of the contract
      // A child that is null is not written, as one that is absent: null is for attributes.
      members[key] =
        member.xml.attribute === true
          ? attributeOf(member, this.#boundsOf(property), flat)
          : this.of(property, levels);
      const isBareList = member.items !== undefined && member.xml.wrapped !== true;
      if (!isBareList) continue;
      if (flat.required.has(key)) always.push(key);
      // An empty list without a wrapper is as good as absent, if it may be.
      else members[key] = members[key].filter((list) => Array.isArray(list) && list.length > 0);
    }
    return fc.record(members, { requiredKeys: always, noNullPrototype: true });
  }

  #boundsOf(schema: Schema): Bounds {
    const { allOf = [] } = schema;
    const own: Schema & Bounds = this.#schemas.resolve(schema);
    const parts = allOf.map((part) => this.#boundsOf(part));
    return Object.assign({}, ...parts, boundsIn(own));
  }
}

const boundsIn = ({ minimum, maximum }: Bounds): Bounds => ({
  ...(minimum === undefined ? {} : { minimum }),
  ...(maximum === undefined ? {} : { maximum }),
});
