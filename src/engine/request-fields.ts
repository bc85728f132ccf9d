import type { TextUpdate } from './engine.ts';
import { EngineFault } from './faults.ts';

/** hp-block-storage-v1/2.2.1/size-units-of-1gb and hp-block-storage-v1/1/volume-size-range. */
export const LARGEST_VOLUME_GB = 2047;
/** A GB of the documents is 2^30 bytes, as it was in Cinder. */
export const BYTES_PER_GB = 2 ** 30;

const LONGEST_TEXT = 255;
const LONGEST_CONTAINER_BYTES = 255;

// What XML 1.0 cannot carry: a name that was sent in JSON must be readable in both formats.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

type Optional<T> = T | null | undefined;

export const isUuid = (text: string): boolean => UUID.test(text);

const isWritable = (text: string): boolean => text.isWellFormed() && !UNWRITABLE.test(text);

// Characters as people count them, not UTF-16 units.
const isTooLong = (text: string): boolean => text.length > LONGEST_TEXT && [...text].length > LONGEST_TEXT;

/** A name, description or other short text; absent and null are the same. */
export function textOf(field: string, text: Optional<string>): string | null {
  if (text === null || text === undefined) return null;
  if (isTooLong(text)) {
    throw new EngineFault('textInvalid', { field, problem: `must have at most ${LONGEST_TEXT} characters` });
  }
  requireWritable(field, text);
  return text;
}

/** The texts of an update: undefined stays undefined, which leaves them as they are. */
export function textsOf({ name, description }: TextUpdate) {
  return {
    name: name === undefined ? undefined : textOf('name', name),
    description: description === undefined ? undefined : textOf('description', description),
  };
}

type Given<Fields> = { readonly [Name in keyof Fields]?: Exclude<Fields[Name], undefined> };

/** The fields that are not undefined, as an update of the catalog takes them; undefined when there are none. */
export function givenOf<Fields extends object>(fields: Fields): Given<Fields> | undefined {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  // Only what Given leaves out of the fields has been left out.
  return given.length === 0 ? undefined : (Object.fromEntries(given) as Given<Fields>);
}

export function requireWritable(field: string, text: string): void {
  if (isWritable(text)) return;
  throw new EngineFault('textInvalid', { field, problem: 'must not contain control characters' });
}

/**
 * GB from a whole number or the decimal text of one, as clients of the time sent both. Undefined when none
 * was given.
 */
export function sizeOf(given: Optional<number | string>): number | undefined {
  if (given === null || given === undefined) return undefined;
  const size = typeof given === 'string' && /^\d+$/.test(given) ? Number(given) : given;
  if (typeof size === 'number' && size > LARGEST_VOLUME_GB) {
    throw new EngineFault('sizeTooLarge', { size: given, largest: LARGEST_VOLUME_GB });
  }
  if (typeof size === 'string' || !Number.isInteger(size) || size < 1) {
    throw new EngineFault('sizeInvalid', { size: given });
  }
  return size;
}

const FLAG_WORDS: Readonly<Record<string, boolean>> = {
  true: true,
  yes: true,
  y: true,
  '1': true,
  false: false,
  no: false,
  n: false,
  '0': false,
};

/** A flag that has to be given, as a boolean or a word for one. */
export function flagOf(flag: string, given: Optional<boolean | string>): boolean {
  if (given === null || given === undefined || given === '') throw new EngineFault('flagMissing', { flag });
  const value = wordedFlag(given);
  if (value === undefined) throw new EngineFault('flagInvalid', { flag, value: given });
  return value;
}

function wordedFlag(given: boolean | string): boolean | undefined {
  if (typeof given === 'boolean') return given;
  const word = given.toLowerCase();
  return Object.hasOwn(FLAG_WORDS, word) ? FLAG_WORDS[word] : undefined;
}

/** hp-block-storage-v1/4.5.2.4/param-force-default; the words are those that Cinder took. */
export function forceOf(given: Optional<boolean | string>): boolean {
  if (given === null || given === undefined) return false;
  const force = wordedFlag(given);
  if (force === undefined) throw new EngineFault('forceInvalid', { force: given });
  return force;
}

/** The image id of a reference: the id itself, or the last segment of a URL. */
export function imageIdOf(imageRef: string): string {
  const id = imageRef.slice(imageRef.lastIndexOf('/') + 1);
  if (!isUuid(id)) throw new EngineFault('imageRefInvalid', {});
  return id;
}

/** The name of a container of object storage; null when none was asked for. */
export function containerOf(container: Optional<string>): string | null {
  if (container === null || container === undefined) return null;
  const isNamed = container.trim() !== '' && container !== '.' && container !== '..';
  const fits = Buffer.byteLength(container) <= LONGEST_CONTAINER_BYTES;
  if (!isNamed || !fits || container.includes('/') || !isWritable(container)) {
    throw new EngineFault('containerInvalid', { container, limit: LONGEST_CONTAINER_BYTES });
  }
  return container;
}
