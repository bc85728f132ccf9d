import { InvalidArgumentError, Option } from 'commander';

/**
 * What a setting is made of: a flag, the environment variable that stands for it, and how its value is checked
 * as it is read. The message of a check follows the name of the flag and of the variable.
 */

/** Thrown where settings that are right one by one do not go together; the text names the setting. */
export class SettingsError extends Error {}

/** An address that cannot be listened on: it is taken, or none of this machine's. */
export const addressError = (error: unknown): SettingsError =>
  new SettingsError(
    `CINDERBLOCK_HOST (--host) or CINDERBLOCK_PORT (--port): ${error instanceof Error ? error.message : error}`,
  );

/** Whole numbers between two, both included. */
export const integer = (least: number, most: number) => (value: string) => {
  const parsed = Number(value);
  if (!/^-?\d+$/.test(value) || parsed < least || parsed > most) {
    throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
  }
  return parsed;
};

export function positive(value: string): number {
  const parsed = Number(value);
  if (!(parsed > 0) || parsed === Number.POSITIVE_INFINITY) {
    throw new InvalidArgumentError('It must be a number greater than 0.');
  }
  return parsed;
}

export function filled(value: string): string {
  if (value.trim() === '') throw new InvalidArgumentError('It must not be empty.');
  return value;
}

/**
 * A token goes into a header, so it is printable ASCII without spaces. It is a secret: the words of commander's own
 * error would have the value in them.
 */
export const token = (flag: string) => (value: string) => {
  if (!/^[\x21-\x7e]{8,256}$/.test(value)) {
    throw new SettingsError(
      `${variableOf(flag)} (--${flag}) must be 8 to 256 printable ASCII characters without spaces`,
    );
  }
  return value;
};

/** A secret that goes into a header; the words of commander's own error would have the value in them. */
export const secret = (flag: string) => (value: string) => {
  if (!/^[\x20-\x7e]{1,1024}$/.test(value)) {
    throw new SettingsError(`${variableOf(flag)} (--${flag}) must be printable ASCII characters`);
  }
  return value;
};

export function zone(value: string): string {
  if (!/^[A-Za-z0-9._-]{1,64}$/.test(value)) {
    throw new InvalidArgumentError('It must be letters, digits, ".", "_" or "-", 64 at the most.');
  }
  return value;
}

/** Names of zones, with commas between them. */
export function zones(value: string): string[] {
  const names = value.split(',');
  if (!names.every((name) => /^[A-Za-z0-9._-]{1,64}$/.test(name)) || new Set(names).size < names.length) {
    throw new InvalidArgumentError(
      'It must be names of letters, digits, ".", "_" or "-", each once, with commas between them.',
    );
  }
  return names;
}

/** Kept as it is but for slashes at the end: paths are put behind it. */
export function baseUrl(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '') {
    throw new InvalidArgumentError('It must be a URL such as https://volumes.example.com, without a query.');
  }
  return value.replace(/\/+$/, '');
}

/** The environment variable that stands for a flag. */
export const variableOf = (flag: string): string => `CINDERBLOCK_${flag.replaceAll('-', '_').toUpperCase()}`;

/** A flag with the environment variable that stands for it: `--rate-limit`, `CINDERBLOCK_RATE_LIMIT`. */
export function setting(flags: string, description: string): Option {
  const option = new Option(flags, description);
  return option.env(variableOf(option.name()));
}
