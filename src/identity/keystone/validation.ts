import type { IsAdministratorRole, Principal } from '../identity.ts';

/** What Keystone says of a token. `expires` is in milliseconds since the epoch. */
export type Validation =
  | { readonly kind: 'valid'; readonly principal: Principal; readonly expires: number }
  /** Valid, but for no project: for a domain, for the system or for nothing. */
  | { readonly kind: 'unscoped'; readonly expires: number }
  /** Unknown, expired or revoked. */
  | { readonly kind: 'unknown' };

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
const textIn = (value: unknown, key: string): string | undefined => {
  const found = isObject(value) ? value[key] : undefined;
  return typeof found === 'string' && found !== '' ? found : undefined;
};
const tokenIn = (body: unknown): Readonly<Record<string, unknown>> | undefined =>
  isObject(body) && isObject(body['token']) ? body['token'] : undefined;

/** When the token that a body describes ends; undefined for what is no description of one. */
export function expiresAt(body: unknown): number | undefined {
  const expires = Date.parse(textIn(tokenIn(body), 'expires_at') ?? '');
  return Number.isNaN(expires) ? undefined : expires;
}

/** Stands in paths and is the name of folders, so it is held to what the ids of an identity file are held to. */
const PROJECT_ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/** Reads the description of a valid token; undefined for what is none. */
export function readValidation(
  body: unknown,
  isAdministratorRole: IsAdministratorRole,
): Validation | undefined {
  const token = tokenIn(body);
  const expires = expiresAt(body);
  if (token === undefined || expires === undefined) return undefined;
  const { project, user, roles } = token;
  const tenantId = textIn(project, 'id');
  if (tenantId === undefined) return { kind: 'unscoped', expires };
  const userName = textIn(user, 'name') ?? textIn(user, 'id');
  if (userName === undefined || !PROJECT_ID.test(tenantId)) return undefined;
  const names = (Array.isArray(roles) ? roles : []).flatMap((role) => textIn(role, 'name') ?? []);
  const principal = {
    tenantId,
    tenantName: textIn(project, 'name') ?? tenantId,
    userName,
    roles: names,
    isAdministrator: names.some(isAdministratorRole),
  };
  return { kind: 'valid', principal, expires };
}
