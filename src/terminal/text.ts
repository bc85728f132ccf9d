/**
 * Names come from tenants and bodies from servers: whatever is in them, what is printed stays on its line, in its
 * column, and does nothing to the terminal.
 */

// Controls move the cursor and change colours; format characters turn the direction of the text round or are not
// seen at all; the two separators are line breaks to some terminals.
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escaped(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return SHORT[character] ?? (code <= 0xff ? `\\x${hex(code, 2)}` : `\\u{${hex(code, 4)}}`);
}

const hex = (code: number, digits: number): string => code.toString(16).padStart(digits, '0');

/** The text on one line, with what cannot be seen written out: `a\nb`, `\x1b[31m`, `\u{202e}`. */
export const visible = (text: string): string => text.replace(UNSAFE, escaped);

/** Text from the other side, without what would move the cursor or change colours; line breaks stay. */
export const harmless = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  text.replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '\ufffd');

// biome-ignore lint/suspicious/noControlCharactersInRegex: the sequences that `styleFor` writes
const STYLES = /\u001b\[\d+m/g;

// What terminals draw two columns wide: the East Asian wide and fullwidth blocks, and pictures.
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const COMBINING = /\p{M}/u;

const widthOfCharacter = (character: string): number =>
  COMBINING.test(character) ? 0 : WIDE.test(character) ? 2 : 1;

const NARROW = /^[\u0020-\u007e]*$/;

/** Columns of a terminal that the text takes; colours take none. */
export function widthOf(text: string): number {
  if (NARROW.test(text)) return text.length;
  let width = 0;
  for (const character of text.replace(STYLES, '')) width += widthOfCharacter(character);
  return width;
}

/** The beginning of the text, in `width` columns at the most; without colours, which would not be ended. */
export function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let kept = '';
  let room = width - 1;
  for (const character of text.replace(STYLES, '')) {
    room -= widthOfCharacter(character);
    if (room < 0) break;
    kept += character;
  }
  return width < 1 ? '' : `${kept}…`;
}

/** Filled up with blanks to `width` columns. */
export function padded(text: string, width: number, align: 'left' | 'right' = 'left'): string {
  const blanks = ' '.repeat(Math.max(0, width - widthOf(text)));
  return align === 'left' ? text + blanks : blanks + text;
}
