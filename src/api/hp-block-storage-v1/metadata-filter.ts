import { EngineFault } from '../../engine/faults.ts';

const ITEM =
  /\s*(?:u?'(?<single>(?:[^'\\]|\\.)*)'|u?"(?<double>(?:[^"\\]|\\.)*)"|(?<number>-?\d+(?:\.\d+)?))\s*/suy;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

const unescaped = (text: string): string =>
  text.replace(/\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|(.))/gisu, (_, byte, unit, character) =>
    character === undefined
      ? String.fromCharCode(Number.parseInt(byte ?? unit, 16))
      : (ESCAPES[character] ?? character),
  );

/**
 * The pairs of a dictionary as Python writes it, which is what clients put into the query: `{'key': 'value'}`, also
 * `{u'key': "value"}` and, as some write JSON, `{"key": "value"}`. A number counts as its digits.
 *
 * @throws EngineFault `metadataFilterInvalid`
 */
export function metadataFilterOf(text: string): Readonly<Record<string, string>> {
  const refuse = (): EngineFault => new EngineFault('metadataFilterInvalid', { text });
  const inside = /^\s*\{(?<inside>.*)\}\s*$/su.exec(text)?.groups?.['inside'];
  if (inside === undefined) throw refuse();
  const pairs: [string, string][] = [];
  let at = 0;

  function item(end: string): string {
    ITEM.lastIndex = at;
    const found = ITEM.exec(inside ?? '');
    if (found === null) throw refuse();
    at = ITEM.lastIndex;
    const { single, double, number = '' } = found.groups ?? {};
    const isEnded = inside?.startsWith(end, at) === true || (end === ',' && at === inside?.length);
    if (!isEnded) throw refuse();
    at += end.length;
    return unescaped(single ?? double ?? number);
  }

  while (inside.slice(at).trim() !== '') pairs.push([item(':'), item(',')]);
  // Not assigned key by key: `__proto__` is a key like any other.
  return Object.fromEntries(pairs);
}
