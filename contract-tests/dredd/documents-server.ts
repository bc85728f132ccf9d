import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '../support/server.ts';
import { tenants } from './worlds.ts';

export interface DocumentsServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** What each tenant may do, where that is not what everybody may. */
const limits: Record<keyof typeof tenants, object> = {
  documents: { quotas: { volumes: -1, snapshots: -1, gigabytes: -1 } },
  poor: { quotas: { gigabytes: 0 } },
  slow: { rateLimit: 0.001 },
};

function identityFile(): string {
  const names = Object.keys(tenants) as (keyof typeof tenants)[];
  return JSON.stringify({
    tenants: names.map((name) => ({ id: tenants[name].id, name, ...limits[name] })),
    users: names.map((name) => ({ name, password: name, tenant: tenants[name].id })),
    tokens: names.map((name) => ({ id: tenants[name].token, user: name })),
  });
}

/** Starts the real command with the seed of the documents and the tenants of `worlds.ts`. */
export async function startDocumentsServer(): Promise<DocumentsServer> {
  const folder = mkdtempSync(join(tmpdir(), 'cinderblock-dredd-'));
  const identity = join(folder, 'identity.json');
  writeFileSync(identity, identityFile());
  const checked = ['--response-checks', 'always', '--log-level', 'warn'];
  const server = await startServer({ args: ['--identity', identity, '--seed', 'documents', ...checked] });
  return {
    url: server.url,
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
