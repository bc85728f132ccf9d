/** The declaration stands at the very start, in what every encoding but those of two bytes has like ASCII. */
const DECLARED = /^<\?xml[^>]*\sencoding\s*=\s*["']([A-Za-z][\w.-]*)["']/;
const LONGEST_DECLARATION = 256;

/**
 * What a document without a charset beside it is written in (XML 1.0, appendix F): the byte order mark says it, else
 * the declaration, else it is UTF-8. A declaration that can be read as ASCII and claims UTF-16 is wrong; libraries
 * write it that put documents together as text.
 */
export function xmlEncoding(bytes: Buffer): string {
  const [first, second] = bytes;
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  const [, declared = 'utf-8'] = DECLARED.exec(bytes.toString('latin1', 0, LONGEST_DECLARATION)) ?? [];
  return /^utf-?16/i.test(declared) ? 'utf-8' : declared;
}
