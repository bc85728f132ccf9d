import { HttpFault } from '../http/fault.ts';
import type { MediaType, MediaTypes } from '../http/media-types.ts';

/** What a request is about and what it wants its answer to be written in. */
export interface RequestTarget {
  /** As Prism shall see it: without suffix and trailing slash, still percent-encoded. */
  readonly path: string;
  /** With its question mark; empty when there is none. */
  readonly query: string;
  readonly mediaType: MediaType;
}

/** A suffix of the path decides over Accept, and JSON where neither says anything; never fails. */
export function requestTarget(url: string, accept: string | undefined, types: MediaTypes): RequestTarget {
  const mark = url.indexOf('?');
  const query = mark < 0 ? '' : url.slice(mark);
  const whole = mark < 0 ? url : url.slice(0, mark);
  // A trailing slash means nothing, as in the server's router.
  const path = whole.length > 1 && whole.endsWith('/') ? whole.slice(0, -1) : whole;
  for (const mediaType of [types.json, types.xml]) {
    const suffix = `.${mediaType.format}`;
    if (path.endsWith(suffix)) return { path: path.slice(0, -suffix.length), query, mediaType };
  }
  return { path, query, mediaType: types.ofAccept(accept) };
}

/**
 * Prism decodes the path without a safeguard and dies of what cannot be decoded.
 *
 * @throws HttpFault when the path has a broken percent-encoding
 */
export function checkPath(path: string): void {
  try {
    decodeURIComponent(path);
  } catch {
    throw new HttpFault('invalid', 'Malformed request url');
  }
}
