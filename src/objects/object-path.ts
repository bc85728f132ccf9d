/**
 * Names of objects as paths of files. Any name becomes a relative path that stays below its folder, and no
 * two names become the same path:
 * - segments between slashes become folders, so that documented names look on disk as documented;
 * - characters other than letters, digits, `.`, `_`, `-` and `~` become %XX by byte, and so does a dot in
 *   front: `.` and `..` lose their meaning, and names with a dot in front stay free for the store itself;
 * - an empty segment becomes %00, which no name can hold otherwise;
 * - a segment too long for a file name goes on in a folder below; a lone `%` at its end says so.
 */

const LONGEST_PIECE = 200;
const EMPTY_SEGMENT = '%00';

const percentBytes = (character: string): string =>
  [...Buffer.from(character)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');

function encodeSegment(segment: string): string[] {
  if (segment === '') return [EMPTY_SEGMENT];
  const safe = segment.replace(/[^A-Za-z0-9._~-]/gu, percentBytes).replace(/^\./, '%2E');
  const pieces: string[] = [];
  for (let start = 0; start < safe.length; start += LONGEST_PIECE) {
    const goesOn = start + LONGEST_PIECE < safe.length;
    pieces.push(safe.slice(start, start + LONGEST_PIECE) + (goesOn ? '%' : ''));
  }
  return pieces;
}

/** Throws when the name is empty or no proper text. */
export function refuseUnnameable(name: string): void {
  if (name === '' || name.includes('\0') || !name.isWellFormed()) {
    throw new RangeError(`${JSON.stringify(name)} cannot be the name of an object, container or tenant`);
  }
}

/** The path of an object's name, in pieces. Throws when it is empty or no proper text. */
export function pathOfName(name: string): string[] {
  refuseUnnameable(name);
  return name.split('/').flatMap(encodeSegment);
}

/** The path of a tenant or container, whose name is one segment whatever is in it. */
export function pathOfWord(word: string): string[] {
  refuseUnnameable(word);
  return encodeSegment(word);
}

/** The name that a path stands for. */
export function nameOfPath(pieces: readonly string[]): string {
  let encoded = '';
  for (const piece of pieces) {
    const segment = piece === EMPTY_SEGMENT ? '' : piece;
    encoded += segment.endsWith('%') ? segment.slice(0, -1) : `${segment}/`;
  }
  return decodeURIComponent(encoded.slice(0, -1));
}
