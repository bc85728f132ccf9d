/** A map of texts, as resources carry it. */
type TextMap = Readonly<Record<string, string>>;

const EMPTY: TextMap = Object.freeze({});

/** Reads back what `encodeMap` wrote. */
export function decodeMap(json: string): TextMap {
  // Most volumes have none, and reading a volume is what the catalog does most.
  return json === '{}' ? EMPTY : JSON.parse(json);
}

export function encodeMap(map: TextMap): string {
  return JSON.stringify(map);
}
