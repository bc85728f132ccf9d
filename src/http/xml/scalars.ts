import type { ScalarLayout } from './layout.ts';

/** Scalars as JSON models have them. Text that does not fit its type stays text, and validation reports it. */
export type Scalar = string | number | boolean;

const INTEGER = /^-?\d+$/;
const NUMBER = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/;
const TIMESTAMP = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?$/;

/** `2013-01-30 13:50:55.13` as `2013-01-30T13:50:55.130000`; other text as it is. */
export function timestampToModel(text: string): string {
  const parts = TIMESTAMP.exec(text);
  if (parts === null) return text;
  const [, day, time, fraction = ''] = parts;
  return `${day}T${time}.${fraction.padEnd(6, '0')}`;
}

/** `2013-01-30T13:38:50.000000` as `2013-01-30 13:38:50`, any other fraction kept; other text as it is. */
export function timestampToXml(text: string): string {
  const parts = TIMESTAMP.exec(text);
  if (parts === null) return text;
  const [, day, time, fraction = ''] = parts;
  return /^0*$/.test(fraction) ? `${day} ${time}` : `${day} ${time}.${fraction}`;
}

function integerOf(text: string): number | undefined {
  if (!INTEGER.test(text)) return undefined;
  const value = Number(text);
  return Number.isSafeInteger(value) ? value + 0 : undefined; // + 0 turns -0 into 0
}

function numberOf(text: string): number | undefined {
  if (!NUMBER.test(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}

function booleanOf(text: string): boolean | undefined {
  const word = text.toLowerCase();
  return word === 'true' ? true : word === 'false' ? false : undefined;
}

/**
 * What reads the text of an attribute or element into the type of its schema. Where a string is allowed too,
 * only the plain form counts as a number, so that `007` stays what it is.
 */
export function scalarDecoder({ types, timestamp }: ScalarLayout): (text: string) => Scalar {
  if (timestamp) return timestampToModel;
  const orText = types.has('string');
  const readers: ((text: string) => Scalar | undefined)[] = [];
  if (types.has('integer')) readers.push(integerOf);
  if (types.has('number')) readers.push(numberOf);
  if (types.has('boolean')) readers.push(booleanOf);
  if (readers.length === 0) return (text) => text;
  return (text) => {
    const trimmed = orText ? text : text.trim();
    for (const read of readers) {
      const value = read(trimmed);
      if (value === undefined) continue;
      if (typeof value === 'number' && orText && String(value) !== text) continue;
      return value;
    }
    return text;
  };
}

/** The text of a scalar, not yet escaped. */
export function scalarEncoder({ timestamp }: ScalarLayout): (value: unknown) => string {
  if (timestamp) return (value) => timestampToXml(String(value));
  return (value) => (typeof value === 'string' ? value : String(value));
}
