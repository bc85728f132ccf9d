export type Format = 'json' | 'xml';

/** A media type that a response can have, with the format that its body is written in. */
export interface MediaType {
  readonly type: string;
  readonly format: Format;
}

/** The part of the bundled contract that names media types. */
export interface MediaTypeContract {
  readonly 'x-media-type-aliases'?: Readonly<Record<string, string>>;
}

const JSON_TYPE: MediaType = { type: 'application/json', format: 'json' };
const XML_TYPE: MediaType = { type: 'application/xml', format: 'xml' };

export interface MediaTypes {
  readonly json: MediaType;
  readonly xml: MediaType;
  /** Names of all types, for messages. */
  readonly names: readonly string[];
  /** The media type of a Content-Type header, parameters aside; undefined when it is not one of ours. */
  ofContentType(header: string): MediaType | undefined;
  /** The best match of an Accept header by quality, then specificity, then order; JSON when nothing fits. */
  ofAccept(header: string | undefined): MediaType;
}

interface Range {
  readonly type: string;
  readonly quality: number;
  readonly specificity: number;
}

/** `a/b;q=0.5, c/*` as ranges. What cannot be read is left out: a bad Accept never fails a request. */
function parseAccept(header: string): Range[] {
  const ranges: Range[] = [];
  for (const part of header.split(',')) {
    const [type = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
    if (!type.includes('/')) continue;
    const weight = parameters.find((text) => text.startsWith('q='));
    const quality = weight === undefined ? 1 : Number(weight.slice(2));
    if (Number.isNaN(quality)) continue;
    ranges.push({ type, quality, specificity: type === '*/*' ? 0 : type.endsWith('/*') ? 1 : 2 });
  }
  return ranges;
}

function matches(range: string, type: string): boolean {
  if (range === '*/*' || range === type) return true;
  return range.endsWith('/*') && type.startsWith(range.slice(0, -1));
}

function bestMatch(ranges: readonly Range[], offered: readonly MediaType[]): MediaType | undefined {
  let best: MediaType | undefined;
  let bestQuality = 0;
  let bestSpecificity = -1;
  for (const mediaType of offered) {
    // The most specific range decides the quality of a type (RFC 9110, 12.5.1).
    let deciding: Range | undefined;
    for (const range of ranges) {
      if (!matches(range.type, mediaType.type)) continue;
      if (deciding === undefined || range.specificity > deciding.specificity) deciding = range;
    }
    if (deciding === undefined || deciding.quality <= 0) continue;
    const better =
      deciding.quality > bestQuality ||
      (deciding.quality === bestQuality && deciding.specificity > bestSpecificity);
    if (!better) continue;
    best = mediaType;
    bestQuality = deciding.quality;
    bestSpecificity = deciding.specificity;
  }
  return best;
}

// Clients send a handful of Accept headers over and over; the bound keeps a hostile one from filling memory.
const REMEMBERED_HEADERS = 256;

/**
 * The media types of the contract: JSON, XML, and the aliases that it lists under `x-media-type-aliases`.
 * JSON comes first in any tie (hp-block-storage-v1/4.2.1/json-default).
 */
export function mediaTypes(contract: MediaTypeContract): MediaTypes {
  const offered: MediaType[] = [JSON_TYPE, XML_TYPE];
  for (const [alias, target] of Object.entries(contract['x-media-type-aliases'] ?? {})) {
    offered.push({ type: alias, format: target === XML_TYPE.type ? 'xml' : 'json' });
  }
  const byType = new Map(offered.map((mediaType) => [mediaType.type, mediaType]));
  const remembered = new Map<string, MediaType>();

  return {
    json: JSON_TYPE,
    xml: XML_TYPE,
    names: offered.map(({ type }) => type),
    ofContentType(header) {
      const end = header.indexOf(';');
      return byType.get((end < 0 ? header : header.slice(0, end)).trim().toLowerCase());
    },
    ofAccept(header) {
      if (header === undefined || header === '*/*') return JSON_TYPE;
      const exact = byType.get(header) ?? remembered.get(header);
      if (exact !== undefined) return exact;
      const chosen = bestMatch(parseAccept(header), offered) ?? JSON_TYPE;
      if (remembered.size < REMEMBERED_HEADERS) remembered.set(header, chosen);
      return chosen;
    },
  };
}
