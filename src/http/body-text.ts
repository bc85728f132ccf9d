import { refuse } from './fault.ts';
import type { Format } from './media-types.ts';
import { xmlEncoding } from './xml/encoding.ts';

/** Largest request body, as in Cinder's size limit middleware; beyond it is 413 overLimit. */
export const MAX_BODY_BYTES = 114_688;

/** Decodes text strictly: bytes that are not valid in the charset refuse the request. */
export function decodeText(bytes: Buffer, contentType: string, format: Format): string {
  const [, given] = /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(contentType) ?? [];
  const charset = given ?? (format === 'xml' ? xmlEncoding(bytes) : 'utf-8');
  let decoder: InstanceType<typeof TextDecoder>;
  try {
    decoder = new TextDecoder(charset, { fatal: true });
  } catch {
    throw refuse.malformedBody(`the charset ${charset.slice(0, 40)} is not known; use utf-8`);
  }
  try {
    return decoder.decode(bytes);
  } catch {
    throw refuse.malformedBody(`it is not valid ${decoder.encoding}`);
  }
}
