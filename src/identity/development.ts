import { randomUUID } from 'node:crypto';
import type { Directory } from './directory.ts';

/**
 * The tenants `dev` and `demo`, each with a user whose password is its name: for a sandbox on one's own
 * machine and nothing else. Tokens are new at each start unless they are given.
 */
export function developmentDirectory(tokens: {
  dev?: string | undefined;
  demo?: string | undefined;
}): Directory {
  const names = ['dev', 'demo'] as const;
  return {
    tenants: names.map((name) => ({ id: name, name })),
    users: names.map((name) => ({ name, password: name, tenant: name, roles: ['member'] })),
    tokens: names.map((name) => ({ id: tokens[name] ?? randomUUID(), user: name })),
  };
}
