import { randomUUID } from 'node:crypto';
import type { Directory, User } from './directory.ts';

const TENANTS = ['dev', 'demo'] as const;

const users: readonly User[] = [
  ...TENANTS.map((name) => ({ name, password: name, tenant: name, roles: ['member'] })),
  { name: 'admin', password: 'admin', tenant: 'dev', tenants: ['demo'], roles: ['admin'] },
];

/**
 * The tenants `dev` and `demo`, each with a user whose password is its name, and the administrator `admin` of
 * both: for a sandbox on one's own machine and nothing else. Tokens are new at each start unless they are given.
 */
export function developmentDirectory(tokens: {
  dev?: string | undefined;
  demo?: string | undefined;
  admin?: string | undefined;
}): Directory {
  const given: Readonly<Record<string, string | undefined>> = tokens;
  return {
    tenants: TENANTS.map((name) => ({ id: name, name })),
    users,
    tokens: users.map(({ name }) => ({ id: given[name] ?? randomUUID(), user: name })),
  };
}
