/** What every document starts with, as the service wrote it. */
export const XML_DECLARATION = "<?xml version='1.0' encoding='UTF-8'?>\n";

/** Outside of the `Char` production of XML 1.0, section 2.2: not even a character reference may name them. */
const NOT_XML = '\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\ufffe\\uffff';
const IN_TEXT = new RegExp(`[&<>\\r${NOT_XML}]`, 'g');
const IN_ATTRIBUTE = new RegExp(`[&<>"\\t\\n\\r${NOT_XML}]`, 'g');
/** Most text needs no change; one cheap test finds what may, halves of surrogate pairs among it. */
const SUSPECT = new RegExp(`[&<>"\\t\\n\\r\\ud800-\\udfff${NOT_XML}]`);

const REPLACEMENT = '\ufffd';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // A reader turns these into spaces and newlines unless they come as references (XML 1.0, 2.11 and 3.3.3).
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

const escapeCharacter = (character: string): string => ESCAPES[character] ?? REPLACEMENT;

/**
 * Text for the inside of an element. Characters that XML cannot carry and lone surrogates become U+FFFD;
 * everything else reads back as it is.
 */
export function escapeText(text: string): string {
  return SUSPECT.test(text) ? text.toWellFormed().replace(IN_TEXT, escapeCharacter) : text;
}

/** Text for the inside of an attribute in double quotes, under the same promise as `escapeText`. */
export function escapeAttribute(text: string): string {
  return SUSPECT.test(text) ? text.toWellFormed().replace(IN_ATTRIBUTE, escapeCharacter) : text;
}
