import type { components } from '../../../generated/types.ts';
import type { Proof, WantedTenant } from '../../identity/identity.ts';
import { badCredentials, IdentityRefusal } from '../../identity/refusal.ts';
import { DOMAIN } from './domain.ts';

type Authentication = components['schemas']['IdentityV3Authentication'];
type WantedDomain = components['schemas']['IdentityV3WantedDomain'];

/** No tenant has an empty id: whoever asks for this one is refused, but not before it is known who asks. */
const NOWHERE: WantedTenant = { id: '' };

/** Left out, it is the one domain that there is: not every client has a setting for it. */
function isOurs(domain: WantedDomain | undefined): boolean {
  const { id, name } = domain ?? {};
  return (!id || id === DOMAIN.id) && (!name || name.toLowerCase() === DOMAIN.name.toLowerCase());
}

/** Who asks, by what proof; throws `IdentityRefusal` when it is none, more than one, or none that is known here. */
export function proofOf({ identity: { methods, password, token } }: Authentication): Proof {
  const [method, ...others] = methods;
  if (method === 'token' && others.length === 0 && token) return { kind: 'token', token: token.id };
  if (method === 'password' && others.length === 0 && password) {
    const { id, name, domain, password: secret } = password.user;
    // The id of a user is its name. An id is in no domain, so what is said of one does not count.
    if (id) return { kind: 'password', name: id, secret };
    if (!isOurs(domain)) throw badCredentials();
    if (name) return { kind: 'password', name, secret };
  }
  if (methods.some((known) => known !== 'password' && known !== 'token')) {
    throw new IdentityRefusal('unauthorized', 'Log in by password or by token; other methods are not known.');
  }
  throw new IdentityRefusal('invalid', 'Send one method, password or token, and what it needs.');
}

/** The project that the token shall be for. */
export function wantedOf({ scope }: Authentication): WantedTenant {
  if (!scope || typeof scope === 'string') return {};
  if (scope.domain || scope.system) return NOWHERE;
  const { id, name, domain } = scope.project ?? {};
  if (id) return { id };
  if (!isOurs(domain)) return NOWHERE;
  return name ? { name } : {};
}
