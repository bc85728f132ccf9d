import { HttpFault } from '../http/fault.ts';
import type { MediaType, MediaTypes } from '../http/media-types.ts';
import type { XmlCodec } from '../http/xml/codec.ts';
import type { ExamplePlace, MockOperation } from './operations.ts';
import { type Preferences, writePrefer } from './prefer.ts';

/** What Prism is asked for, and what is made of its answer. */
export interface Wish {
  readonly prefer: string | undefined;
  readonly accept: string;
  /** The media type of the answer, when it has a body. */
  readonly mediaType: MediaType;
  /** True when Prism answers in JSON, because it has nothing in XML, and the answer is written in XML here. */
  readonly encode: boolean;
}

const LONGEST_QUOTE = 200;

function unknownExample(
  id: string,
  { id: operationId, examples, requestExamples }: MockOperation,
): HttpFault {
  const quoted = id.slice(0, LONGEST_QUOTE);
  if (requestExamples.has(id)) {
    return new HttpFault('notFound', `The example ${quoted} is a request: send it as the body instead.`);
  }
  const known = [...examples.keys()].join(', ');
  const hint = known === '' ? 'It has no examples.' : `It has ${known}.`;
  return new HttpFault('notFound', `${operationId} has no example ${quoted}. ${hint}`);
}

function placeOf(id: string, code: number | undefined, operation: MockOperation): ExamplePlace {
  const places = operation.examples.get(id) ?? [];
  const place = places.find(({ status }) => code === undefined || status === code);
  if (place !== undefined) return place;
  const [first] = places;
  if (first === undefined) throw unknownExample(id, operation);
  throw new HttpFault('notFound', `The example ${id} has the status ${first.status}, not ${code}.`);
}

/**
 * An example that is asked for by its id brings its status and its format along, whatever Accept says: its id
 * ends in `.json` or `.xml`.
 *
 * @throws HttpFault when the operation has no such example
 */
export function wishOf(
  preferences: Preferences,
  operation: MockOperation,
  asked: MediaType,
  types: MediaTypes,
  codec: XmlCodec,
): Wish {
  const { example, code, dynamic } = preferences;
  if (example !== undefined) {
    const place = placeOf(example, code, operation);
    const own = types[place.format];
    const mediaType = asked.format === place.format ? asked : own;
    return {
      prefer: writePrefer({ example, code: place.status }),
      accept: own.type,
      mediaType,
      encode: false,
    };
  }

  const status = code ?? operation.success;
  const prefer = writePrefer(preferences);
  if (asked.format === 'json' || !codec.hasXml(operation.id, status)) {
    const mediaType = asked.format === 'json' ? asked : types.json;
    return { prefer, accept: types.json.type, mediaType, encode: false };
  }
  const places = [...operation.examples.values()].flat();
  const hasXml = places.some((place) => place.status === status && place.format === 'xml');
  // Prism's own XML knows nothing of the contract's `xml` keywords; it is good for examples only.
  const encode = dynamic === true || !hasXml;
  return { prefer, accept: (encode ? types.json : types.xml).type, mediaType: asked, encode };
}
