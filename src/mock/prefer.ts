import { HttpFault } from '../http/fault.ts';

/** What a request may ask of the mock in its Prefer header; the names are Prism's. */
export interface Preferences {
  /** The id of an example. */
  readonly example?: string;
  /** The status of the response. */
  readonly code?: number;
  /** True for a body made up from the schema instead of an example. */
  readonly dynamic?: boolean;
  /** Makes what is made up the same each time. */
  readonly seed?: string;
}

// A preference ends at a comma that is not inside of quotes (RFC 7240, section 2).
const PREFERENCE = /(?:[^,"]|"(?:[^"\\]|\\.)*"?)+/g;
const NAME_AND_WORD = /^\s*([^\s=;,"]+)\s*(?:=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;]*)))?/;

/** Names to words; the first of a name counts. The word of a bare name is empty. */
function words(header: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [part] of header.matchAll(PREFERENCE)) {
    const [, name, quoted, plain] = NAME_AND_WORD.exec(part) ?? [];
    if (name === undefined || found.has(name.toLowerCase())) continue;
    found.set(name.toLowerCase(), quoted?.replace(/\\(.)/g, '$1') ?? plain ?? '');
  }
  return found;
}

/**
 * Reads a Prefer header. Preferences that are not the mock's are left out, as a server may.
 *
 * @throws HttpFault when one of the mock's has a value that it cannot have
 */
export function parsePrefer(header: string | undefined): Preferences {
  if (header === undefined) return {};
  const found = words(header);
  const example = found.get('example');
  const code = found.get('code');
  const dynamic = found.get('dynamic');
  const seed = found.get('seed');
  if (example === '') throw new HttpFault('invalid', 'Prefer: example needs the id of an example.');
  if (code !== undefined && !/^[1-5]\d\d$/.test(code)) {
    throw new HttpFault('invalid', 'Prefer: code needs a status such as 404.');
  }
  if (dynamic !== undefined && dynamic !== 'true' && dynamic !== 'false') {
    throw new HttpFault('invalid', 'Prefer: dynamic is true or false.');
  }
  return {
    ...(example === undefined ? {} : { example }),
    ...(code === undefined ? {} : { code: Number(code) }),
    ...(dynamic === undefined ? {} : { dynamic: dynamic === 'true' }),
    ...(seed === undefined ? {} : { seed }),
  };
}

/** The header as Prism reads it: it knows quotes, but no backslash inside of them. Undefined when empty. */
export function writePrefer({ example, code, dynamic, seed }: Preferences): string | undefined {
  const quoted = (word: string): string => `"${word.replaceAll('"', '')}"`;
  const parts: string[] = [];
  if (code !== undefined) parts.push(`code=${code}`);
  if (example !== undefined) parts.push(`example=${quoted(example)}`);
  if (dynamic !== undefined) parts.push(`dynamic=${dynamic}`);
  if (seed !== undefined) parts.push(`seed=${quoted(seed)}`);
  return parts.length === 0 ? undefined : parts.join(', ');
}
