import { Ajv, type ErrorObject, type JSONSchemaType } from 'ajv';
import { LARGEST_VOLUME_GB } from '../engine/request-fields.ts';
import { ImageProblem } from './problem.ts';

/** What `<id>.json` holds. */
export interface ImageDescription {
  readonly id: string;
  readonly name: string;
  /** GB that a volume needs to hold the image. */
  readonly minimumSize: number;
  /** Said of bytes that are those of a disk whatever they begin with, as those of a volume are. */
  readonly format?: 'raw';
  /** SHA-256 of the bytes, in hexadecimal; they are checked against it when they are copied. */
  readonly sha256?: string;
  /** More for `volume_image_metadata`. */
  readonly properties?: Readonly<Record<string, string>>;
}

// What both formats of the API can carry, on one line.
const text = { type: 'string', pattern: '^[^\\p{Cc}\\p{Cs}\\ufffe\\uffff]{1,255}$' };

// Put together of parts, which the type that goes with a schema cannot follow.
const schema = {
  type: 'object',
  properties: {
    id: { type: 'string' },
    name: text,
    minimumSize: { type: 'integer', minimum: 1, maximum: LARGEST_VOLUME_GB },
    format: { type: 'string', enum: ['raw'] },
    sha256: { type: 'string', pattern: '^[0-9a-f]{64}$' },
    properties: { type: 'object', propertyNames: text, additionalProperties: text },
  },
  required: ['id', 'name', 'minimumSize'],
  additionalProperties: false,
} as unknown as JSONSchemaType<ImageDescription>;

const PATTERNS: Readonly<Record<string, string>> = {
  [text.pattern]: 'must be 1 to 255 characters on one line',
  [schema.properties.sha256.pattern]: 'must be 64 hexadecimal digits in lower case',
};

function describe({ instancePath, keyword, params, message = 'is wrong' }: ErrorObject): string {
  const place = instancePath.slice(1).replaceAll('/', '.') || 'the file';
  if (keyword === 'required') return `${params['missingProperty']} is missing`;
  if (keyword === 'additionalProperties') return `${params['additionalProperty']} is not known here`;
  return `${place} ${PATTERNS[params['pattern']] ?? message}`;
}

const isDescription = new Ajv({ allErrors: true }).compile(schema);

/** Throws an `ImageProblem` that says what is wrong. */
export function parseDescription(path: string, json: string): ImageDescription {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    throw new ImageProblem(`${path} is not JSON: ${error instanceof Error ? error.message : error}`);
  }
  if (isDescription(value)) return value;
  throw new ImageProblem(
    `${path} does not describe an image: ${isDescription.errors?.map(describe).join('; ')}`,
  );
}
