import type { XmlCodec } from '../http/xml/codec.ts';
import type { ExampleCase } from './generated-cases.ts';
import type { IdOf, Key } from './ids.ts';

/** The body of a request as a model; undefined when there is none or it is malformed on purpose. */
export function requestModel(codec: XmlCodec, { operation, media }: ExampleCase, body: string): unknown {
  if (body === '') return undefined;
  if (media === 'json') {
    try {
      return JSON.parse(body);
    } catch {
      return undefined;
    }
  }
  const decoded = codec.decodeRequest(operation, body);
  return decoded.ok ? decoded.model : undefined;
}

/** The documented answer as a model; undefined when there is none. */
export function documentedModel(codec: XmlCodec, example: ExampleCase, text: string): unknown {
  if (example.example === null) return undefined;
  if (example.media === 'json') return JSON.parse(text);
  const decoded = codec.decodeResponse(example.operation, example.status, text);
  if (!decoded.ok) throw new Error(`the example ${example.id} cannot be read: ${decoded.message}`);
  return decoded.model;
}

/** A documented request with ids put in: as text, so that everything else is sent as it is documented. */
export function textWithIds(body: string, keys: readonly Key[], idOf: IdOf): string {
  let text = body;
  for (const key of keys) {
    const id = key.slice(key.indexOf('/') + 1);
    const real = idOf(key);
    if (real === undefined) continue;
    // A number is only an id where it is a value of its own.
    text = /^\d+$/.test(id)
      ? text.replaceAll(new RegExp(`(?<=[:=]\\s*"?)${id}(?=["\\s,}])`, 'g'), String(real))
      : text.replaceAll(id, String(real));
  }
  return text;
}
