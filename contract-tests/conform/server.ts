import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProfileName } from '../../src/profile/profile.ts';
import { startServer } from '../support/server.ts';

/** Tenants of the server under test; the token of each is `token-of-` and its name. */
export const tenants = ['first', 'second', 'limited'] as const;

const tokenOf = (name: string): string => `token-of-${name}`;

/** Room for the terabyte of one example, and not for the two that show what a quota refuses. */
const limits: Readonly<Record<(typeof tenants)[number], object>> = {
  first: { quotas: { gigabytes: 1500 } },
  second: {},
  limited: { rateLimit: 0.001 },
};

const identityFile = (): string =>
  JSON.stringify({
    tenants: tenants.map((id) => ({ id, name: id, ...limits[id] })),
    users: tenants.map((name) => ({ name, password: name, tenant: name })),
    tokens: tenants.map((name) => ({ id: tokenOf(name), user: name })),
  });

/** The settings of `cinderblock conform` for these tenants. */
export const asTenants: readonly string[] = [
  ...['--token', tokenOf('first'), '--tenant', 'first'],
  ...['--second-token', tokenOf('second'), '--second-tenant', 'second'],
  ...['--limited-token', tokenOf('limited'), '--limited-tenant', 'limited'],
];

export interface ConformServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts the real command with these tenants, the quotas of the documents and every answer checked. */
export async function startConformServer(profile: ProfileName = 'documented'): Promise<ConformServer> {
  const folder = mkdtempSync(join(tmpdir(), 'cinderblock-conform-'));
  const identity = join(folder, 'identity.json');
  writeFileSync(identity, identityFile());
  const server = await startServer({
    args: [
      ...['--identity', identity, '--profile', profile],
      ...['--response-checks', 'always', '--log-level', 'warn'],
    ],
  });
  return {
    url: server.url,
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
