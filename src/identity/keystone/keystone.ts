import { createHash } from 'node:crypto';
import { administratorRoles, type Identity } from '../identity.ts';
import { IdentityRefusal } from '../refusal.ts';
import type { KeystoneAccess } from './access.ts';
import { keystoneAsk } from './ask.ts';
import { atOnce } from './at-once.ts';
import { boundedCache } from './bounded-cache.ts';
import { KeystoneUnavailable } from './errors.ts';
import { serviceToken } from './service-token.ts';
import { keystoneValidate } from './validate.ts';
import type { Validation } from './validation.ts';

export interface KeystoneOptions extends KeystoneAccess {
  /** The address that clients are told; left out, the one that this server asks. */
  readonly publicUrl?: string | undefined;
  /** Milliseconds for which an answer is kept: a token that is revoked may be taken for that long. */
  readonly keep: number;
  readonly administratorRoles: readonly string[];
  readonly clocks?: Clocks;
}

export interface Clocks {
  /** Milliseconds since the epoch, as Keystone counts them. */
  readonly now: () => number;
  /** Milliseconds of a clock that nobody sets. */
  readonly ticks: () => number;
}

export interface KeystoneIdentity extends Identity {
  /** Logs in, to see whether it can be done. @throws KeystoneUnavailable when it cannot */
  probe(): Promise<void>;
}

const MOST_KEPT = 10_000;
/** Kept apart: tokens that somebody makes up do not drive out those of users. */
const MOST_UNKNOWN_KEPT = 1_000;
/** A token may be there a moment later, where Keystone has several databases. */
const KEEP_UNKNOWN_MS = 5_000;
/** Keystone takes tens of milliseconds for each. */
const MOST_AT_ONCE = 32;
const MOST_WAITING = 1_000;

/**
 * What goes into a header as it is; nothing else can be a token. Nor can what is longer than Apache and nginx, which
 * stand before Keystone, take in one header.
 */
const TOKEN = /^[\x21-\x7e]{1,8000}$/;

/**
 * Identity by Keystone's version 3. Answers are kept for a while, never past the end of the token, and as many
 * requests with the same token as there are wait for the same answer. Keys are hashes: no token of a user stays in
 * memory. While Keystone is away, what is kept goes on to be taken, and for a moment nobody else is made to wait for
 * it: requests are refused at once with the time after which to try again, and the first one after that asks anew.
 */
export function keystoneIdentity(options: KeystoneOptions): KeystoneIdentity {
  const { now, ticks } = options.clocks ?? { now: Date.now, ticks: () => performance.now() };
  const ask = keystoneAsk(options);
  const own = serviceToken(options, ask, now);
  const validate = keystoneValidate(options, ask, own, administratorRoles(options.administratorRoles));
  const known = boundedCache<Validation>(MOST_KEPT, ticks);
  const unknown = boundedCache<Validation>(MOST_UNKNOWN_KEPT, ticks);
  const underWay = new Map<string, Promise<Validation>>();
  const inTurn = atOnce(MOST_AT_ONCE, MOST_WAITING);
  let away: { readonly error: KeystoneUnavailable; readonly until: number } | undefined;

  function unavailable(cause: unknown, pause: number): IdentityRefusal {
    return new IdentityRefusal(
      'unavailable',
      'Tokens cannot be checked now, because Keystone cannot be asked; try again later.',
      Math.max(1, Math.ceil(pause / 1000)),
      cause,
    );
  }

  async function asked(key: string, token: string): Promise<Validation> {
    // Seen again here: it may have gone while this one waited for its turn.
    if (away !== undefined && away.until > ticks()) throw away.error;
    try {
      const validation = await validate(token);
      away = undefined;
      if (validation.kind === 'unknown')
        unknown.set(key, validation, Math.min(options.keep, KEEP_UNKNOWN_MS));
      else known.set(key, validation, Math.min(options.keep, validation.expires - now()));
      return validation;
    } catch (error) {
      if (error instanceof KeystoneUnavailable) away = { error, until: ticks() + error.pause };
      throw error;
    }
  }

  /** What Keystone says, or said a moment ago. */
  async function validationOf(token: string): Promise<Validation> {
    const key = createHash('sha256').update(token).digest('base64url');
    const kept = known.get(key) ?? unknown.get(key);
    if (kept !== undefined) return kept;
    const joined = underWay.get(key);
    if (joined !== undefined) return joined;
    if (away !== undefined && away.until > ticks()) throw away.error;
    const started = inTurn(() => asked(key, token));
    if (started === undefined)
      throw new KeystoneUnavailable('too many tokens wait to be checked by Keystone');
    underWay.set(key, started);
    return started.finally(() => underWay.delete(key));
  }

  return {
    loginUrl: options.publicUrl ?? options.url,

    async authenticate(token) {
      if (!TOKEN.test(token)) return undefined;
      try {
        const validation = await validationOf(token);
        if (validation.kind === 'valid') return validation.principal;
        if (validation.kind === 'unknown') return undefined;
      } catch (error) {
        if (!(error instanceof KeystoneUnavailable)) throw error;
        throw unavailable(error, away === undefined ? error.pause : away.until - ticks());
      }
      throw new IdentityRefusal(
        'forbidden',
        'The token is for no project: ask Keystone for one that is scoped to a project.',
      );
    },

    async probe() {
      await own.current();
    },
  };
}
