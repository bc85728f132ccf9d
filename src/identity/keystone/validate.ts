import type { IsAdministratorRole } from '../identity.ts';
import type { KeystoneAccess } from './access.ts';
import type { Ask } from './ask.ts';
import { KeystoneRefused, KeystoneUnavailable } from './errors.ts';
import type { ServiceToken } from './service-token.ts';
import { readValidation, type Validation } from './validation.ts';

/**
 * What Keystone, or what stands before it, says of a request that it cannot read. Of all that is in it only the token is
 * somebody else's, so it is that one which is wrong, and Keystone is not away.
 */
const UNREADABLE: readonly number[] = [400, 413, 414, 431];

export type Validate = (token: string) => Promise<Validation>;

/**
 * Asks Keystone about one token.
 * @throws KeystoneUnavailable when it gives no answer that says whether the token is good
 */
export function keystoneValidate(
  { url, user }: Pick<KeystoneAccess, 'url' | 'user'>,
  ask: Ask,
  own: ServiceToken,
  isAdministratorRole: IsAdministratorRole,
): Validate {
  async function validate(token: string, isRepeated: boolean): Promise<Validation> {
    const ownToken = await own.current();
    const { status, body } = await ask({
      method: 'GET',
      path: '/auth/tokens?nocatalog',
      headers: { 'X-Auth-Token': ownToken, 'X-Subject-Token': token },
    });
    if (status === 404 || UNREADABLE.includes(status)) return { kind: 'unknown' };
    const validation = status === 200 ? readValidation(body, isAdministratorRole) : undefined;
    if (validation !== undefined) return validation;
    if (status === 401) {
      // This is about the token of this server, which may have been revoked, or be of keys that are gone.
      own.forget(ownToken);
      if (!isRepeated) return validate(token, true);
    }
    if (status === 401 || status === 403) {
      throw new KeystoneRefused(
        `Keystone at ${url} does not let ${user} ask about tokens (status ${status}): it takes a role such as service or admin`,
      );
    }
    throw new KeystoneUnavailable(`Keystone at ${url} answers with what is no token, with status ${status}`);
  }

  return (token) => validate(token, false);
}
