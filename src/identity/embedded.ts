import {
  type Directory,
  type IndexedDirectory,
  indexDirectory,
  type Tenant,
  type User,
} from './directory.ts';
import { countFailures } from './failures.ts';
import {
  administratorRoles,
  type Identity,
  type IsAdministratorRole,
  type Login,
  type Principal,
  type Proof,
  type Session,
  type WantedTenant,
} from './identity.ts';
import { type Grant, issuedTokens } from './issued-tokens.ts';
import { badCredentials, otherTenant, tooManyFailures, tooManyLogins } from './refusal.ts';
import { secretCheck } from './secrets.ts';
import { inTurns } from './turns.ts';

export interface EmbeddedOptions {
  /** Milliseconds that a new token is valid for. */
  readonly tokenLifetime?: number;
  /** Whose holders are administrators; left out, `admin`. */
  readonly administratorRoles?: readonly string[];
  /** Milliseconds since the epoch. Left out, waits after failures go by a clock that nobody sets. */
  readonly now?: () => number;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Failures in a row without a wait. Many users may share an address, that of a proxy for one. */
const FREE_BY_NAME = 5;
const FREE_BY_ADDRESS = 20;

/** Logins that wait for their turn: a few seconds' worth when passwords are hashed. */
const MOST_WAITING = 32;

/** What a proof has shown. */
interface Proven {
  readonly user: User;
  /** The tenant when none is asked for. */
  readonly usual: string;
  /** When the proof itself ends. */
  readonly expires: number;
  readonly methods: Session['methods'];
}

/**
 * Identity from a directory held in memory. All look-ups are by hash, so neither the number of tenants nor
 * that of tokens matters. Tokens that are given live in memory too: after a restart their holders log in again.
 * Throws with a sentence for the operator when the directory contradicts itself.
 */
export function embeddedIdentity(directory: Directory, options: EmbeddedOptions = {}): Identity & Login {
  const { tokenLifetime = DAY_MS, now = Date.now } = options;
  const index = indexDirectory(directory);
  const principalOf = principals(administratorRoles(options.administratorRoles));
  const fixed = fixedTokens(directory, index, principalOf, now());
  const issued = issuedTokens(now);
  const prove = proofs(directory, index, options.now ?? (() => performance.now()));

  function find(token: string): Grant | undefined {
    const grant = fixed.get(token) ?? issued.find(token);
    return grant === undefined || grant.expires <= now() ? undefined : grant;
  }

  function ofToken(token: string): Proven {
    const grant = find(token);
    const user = grant && index.users.get(grant.principal.userName);
    if (grant === undefined || user === undefined) throw badCredentials();
    const methods = [...new Set([...grant.methods, 'token' as const])];
    return { user, usual: grant.principal.tenantId, expires: grant.expires, methods };
  }

  return {
    loginUrl: '/v2.0',

    async authenticate(token) {
      return find(token)?.principal;
    },

    async login(proof, wanted, address) {
      const {
        user,
        usual,
        expires: end,
        methods,
      } = proof.kind === 'token' ? ofToken(proof.token) : await prove(proof, address);
      const tenant = choose(index.tenantsOf(user.name), wanted, usual);
      const issuedAt = now();
      // To the second, as it is shown. A token that was had for another does not outlive it, or none would end.
      const expires = Math.min(Math.ceil((issuedAt + tokenLifetime) / 1000) * 1000, end);
      const grant = { principal: principalOf(user, tenant), issuedAt, expires, methods };
      return { token: issued.issue(grant), ...grant };
    },

    session(token) {
      const grant = find(token);
      return grant && { token, ...grant };
    },

    revoke(token) {
      if (fixed.has(token)) return false;
      issued.revoke(token);
      return true;
    },

    tenantsOf: (userName) => index.tenantsOf(userName),
  };
}

/** Checks names and secrets, one after the other: nobody gets more tries by making them at once. */
function proofs(directory: Directory, index: IndexedDirectory, now: () => number) {
  const check = secretCheck(
    directory.users.flatMap(({ password, accessKeys = [] }) => [
      password,
      ...accessKeys.map(({ secretKey }) => secretKey),
    ]),
  );
  const byName = countFailures(FREE_BY_NAME, now);
  const byAddress = countFailures(FREE_BY_ADDRESS, now);
  const inTurn = inTurns(MOST_WAITING);

  function stored({ kind, name }: NamedProof): { user: User; secret: string } | undefined {
    const user = kind === 'password' ? index.users.get(name) : undefined;
    if (user !== undefined) return { user, secret: user.password };
    const key = kind === 'accessKey' ? index.byAccessKey.get(name) : undefined;
    return key && { user: key.user, secret: key.secretKey };
  }

  return async (proof: NamedProof, address: string): Promise<Proven> => {
    const key = `${proof.kind} ${proof.name}`;
    const proven = await inTurn(async () => {
      const wait = Math.max(byName.wait(key), byAddress.wait(address));
      if (wait > 0) throw tooManyFailures(Math.ceil(wait / 1000));
      const found = stored(proof);
      if (!(await check(found?.secret, proof.secret)) || found === undefined) {
        byName.failed(key);
        byAddress.failed(address);
        throw badCredentials();
      }
      byName.succeeded(key);
      byAddress.succeeded(address);
      const { user } = found;
      return { user, usual: user.tenant, expires: Number.POSITIVE_INFINITY, methods: [proof.kind] };
    });
    if (proven === undefined) throw tooManyLogins();
    return proven;
  };
}

type NamedProof = Exclude<Proof, { kind: 'token' }>;

/** The tokens that stand in the directory. */
function fixedTokens(
  { tokens }: Directory,
  index: IndexedDirectory,
  principalOf: PrincipalOf,
  issuedAt: number,
): ReadonlyMap<string, Grant> {
  return new Map(
    tokens.map(({ id, user: userName, expires }) => {
      const user = index.users.get(userName);
      // The id of a token is a secret: it is not part of the message.
      if (user === undefined) throw new Error(`a token names the unknown user ${userName}`);
      const until = expires === undefined ? Number.POSITIVE_INFINITY : Date.parse(expires);
      if (Number.isNaN(until))
        throw new Error(`a token of ${userName} expires at ${expires}, which is no date`);
      const principal = principalOf(user, choose(index.tenantsOf(userName), {}, user.tenant));
      return [id, { principal, issuedAt, expires: until, methods: ['password'] }];
    }),
  );
}

function choose(tenants: readonly Tenant[], wanted: WantedTenant, usual: string): Tenant {
  const { name, idOrName, id = name === undefined && idOrName === undefined ? usual : undefined } = wanted;
  const found = tenants.find(
    (tenant) =>
      (id === undefined || tenant.id === id) &&
      (name === undefined || tenant.name === name) &&
      (idOrName === undefined || tenant.id === idOrName || tenant.name === idOrName),
  );
  if (found === undefined) throw otherTenant();
  return found;
}

type PrincipalOf = (user: User, tenant: Tenant) => Principal;

const principals =
  (isAdministratorRole: IsAdministratorRole): PrincipalOf =>
  ({ name, roles = [] }, tenant) => {
    const isAdministrator = roles.some(isAdministratorRole);
    return { tenantId: tenant.id, tenantName: tenant.name, userName: name, roles, isAdministrator };
  };
