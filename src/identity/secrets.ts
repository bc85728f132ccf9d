import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<string, Buffer, number, object, Buffer>(scrypt);

/** What scrypt's author names for logins: 16 MB of memory and some hundredths of a second. */
const COST = { N: 2 ** 14, r: 8, p: 1 } as const;
const HASH_BYTES = 32;
const SALT_BYTES = 16;

const MARK = 'scrypt:';
const HASHED = /^scrypt:([A-Za-z0-9_-]{22}):([A-Za-z0-9_-]{43})$/;

/** Whether a text starts as a hashed secret does but is none. */
export const isBrokenHash = (text: string): boolean => text.startsWith(MARK) && !HASHED.test(text);

/** `scrypt:<salt>:<hash>`, both in base64url: what an identity file may hold in place of a secret. */
export async function hashSecret(secret: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const hash = await derive(secret, salt, HASH_BYTES, COST);
  return `${MARK}${salt.toString('base64url')}:${hash.toString('base64url')}`;
}

interface Stored {
  /** Of the secret as it is; random for one that is hashed, so that nothing equals it. */
  readonly digest: Buffer;
  readonly salt: Buffer;
  /** Random for a secret that is kept as it is. */
  readonly hash: Buffer;
}

const digestOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

function read(text: string): Stored {
  const [, salt, hash] = HASHED.exec(text) ?? [];
  return salt === undefined || hash === undefined
    ? { digest: digestOf(text), salt: randomBytes(SALT_BYTES), hash: randomBytes(HASH_BYTES) }
    : {
        digest: randomBytes(HASH_BYTES),
        salt: Buffer.from(salt, 'base64url'),
        hash: Buffer.from(hash, 'base64url'),
      };
}

/** Whether a secret is the one that is stored; undefined stands for that of a name which does not exist. */
export type SecretCheck = (stored: string | undefined, given: string) => Promise<boolean>;

/**
 * Compares secrets with as much work for one that is stored in whatever form, or not at all: the time that an
 * answer takes tells nobody which names exist. Where no secret is hashed, that is hardly any work.
 */
export function secretCheck(all: readonly string[]): SecretCheck {
  const stored = new Map(all.map((text) => [text, read(text)]));
  const nobody = read(randomBytes(HASH_BYTES).toString('hex'));
  const isAnyHashed = all.some((text) => HASHED.test(text));

  return async (text, given) => {
    const { digest, salt, hash } = (text === undefined ? undefined : stored.get(text)) ?? nobody;
    const isPlain = timingSafeEqual(digestOf(given), digest);
    if (!isAnyHashed) return isPlain;
    const isHashed = timingSafeEqual(await derive(given, salt, HASH_BYTES, COST), hash);
    return isPlain || isHashed;
  };
}
