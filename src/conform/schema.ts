import type { Media, Problem } from './case.ts';
import type { Contract, Schema } from './contract.ts';

interface Flat {
  readonly schema: Schema;
  readonly properties: Readonly<Record<string, Schema>>;
  readonly required: readonly string[];
}

/** A schema with the members of its `allOf` in one place. */
function flatten(contract: Contract, reference: Schema): Flat {
  const schema = contract.follow(reference);
  const parts = (schema.allOf ?? []).map((part) => flatten(contract, part));
  return {
    schema: Object.assign({}, ...parts.map((part) => part.schema), schema),
    properties: Object.assign({}, ...parts.map((part) => part.properties), schema.properties),
    required: [...parts.flatMap((part) => part.required), ...(schema.required ?? [])],
  };
}

const typeOf = (value: unknown): string => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
};

const isOfType = (type: string, value: unknown): boolean => {
  const real = typeOf(value);
  return real === type || (type === 'number' && real === 'integer');
};

const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

/**
 * Holds a body against its schema, more strictly than JSON Schema does: a member that the schema does not name
 * is a problem unless the schema says what others may be.
 *
 * @param media of the body; XML leaves out what the contract omits from it
 */
export function schemaProblems(
  contract: Contract,
  schema: Schema,
  value: unknown,
  media: Media,
  path = '',
): Problem[] {
  const flat = flatten(contract, schema);
  const { type, nullable, enum: words, pattern } = flat.schema;
  if (value === null && nullable) return [];
  const alternatives = flat.schema.oneOf ?? flat.schema.anyOf;
  if (alternatives !== undefined) {
    const tried = alternatives.map((one) => schemaProblems(contract, one, value, media, path));
    return tried.find((problems) => problems.length === 0) ?? tried[0] ?? [];
  }
  if (type !== undefined && !isOfType(type, value))
    return [{ what: 'a value of the wrong type', path, expected: type, got: value }];
  if (words !== undefined && !words.includes(value))
    return [{ what: 'a value that the contract does not have', path, expected: words, got: value }];
  if (pattern !== undefined && typeof value === 'string' && !new RegExp(pattern).test(value))
    return [{ what: 'a value of the wrong form', path, expected: pattern, got: value }];
  if (typeof value === 'number') return rangeProblems(flat.schema, value, path);
  if (Array.isArray(value)) {
    const { items, minItems = 0, maxItems = Number.POSITIVE_INFINITY } = flat.schema;
    if (value.length < minItems || value.length > maxItems)
      return [
        {
          what: 'a list of the wrong length',
          path,
          expected: `${minItems} to ${maxItems}`,
          got: value.length,
        },
      ];
    if (items === undefined) return [];
    return value.flatMap((item, i) => schemaProblems(contract, items, item, media, `${path}/${i}`));
  }
  if (typeof value === 'object' && value !== null) return memberProblems(contract, flat, value, media, path);
  return [];
}

function rangeProblems({ minimum, maximum }: Schema, value: number, path: string): Problem[] {
  if (minimum !== undefined && value < minimum)
    return [{ what: 'a number that is too small', path, expected: `at least ${minimum}`, got: value }];
  if (maximum !== undefined && value > maximum)
    return [{ what: 'a number that is too large', path, expected: `at most ${maximum}`, got: value }];
  return [];
}

function memberProblems(
  contract: Contract,
  { schema, properties, required }: Flat,
  value: object,
  media: Media,
  path: string,
): Problem[] {
  const problems: Problem[] = [];
  for (const name of required) {
    const omitted = media === 'xml' && properties[name]?.['x-xml-omit'];
    if (!(name in value) && !omitted)
      problems.push({
        what: 'a member is missing',
        path: `${path}/${escaped(name)}`,
        expected: 'to be there',
      });
  }
  const others = schema.additionalProperties;
  for (const [name, member] of Object.entries(value)) {
    const here = `${path}/${escaped(name)}`;
    const known = properties[name] ?? (typeof others === 'object' ? others : undefined);
    if (known !== undefined) problems.push(...schemaProblems(contract, known, member, media, here));
    else if (
      others !== true &&
      (others === undefined || others === false) &&
      (Object.keys(properties).length > 0 || others === false)
    )
      problems.push({ what: 'a member that the contract does not have', path: here, got: member });
  }
  return problems;
}
