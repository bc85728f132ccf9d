import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { routers } from '../../generated/server/index.ts';
import { operations } from '../../generated/server/operations.ts';
import { createHandlers } from '../../src/api/handlers.ts';
import { openLayerStore } from '../../src/blocks/layer-store.ts';
import { openSqliteCatalog } from '../../src/catalog/sqlite.ts';
import { readContract } from '../../src/cli/contract.ts';
import { realClock } from '../../src/engine/clock.ts';
import { createEngine } from '../../src/engine/create-engine.ts';
import { createQuotas } from '../../src/engine/quotas.ts';
import { createApp } from '../../src/http/app.ts';
import { startServer } from '../../src/http/server.ts';
import { embeddedIdentity } from '../../src/identity/embedded.ts';
import { openDirectoryStore } from '../../src/objects/directory.ts';
import type { AnyHandler, Spoil } from './mutant.ts';

export interface SpoiledServer {
  readonly url: string;
  stop(): Promise<void>;
}

const SLOW = 0.001;

/** Who may ask: two tenants without limits, and one that may ask next to nothing. */
export const callers = {
  first: { tenant: 'first', token: 'token-of-first-0001' },
  second: { tenant: 'second', token: 'token-of-second-001' },
  limited: { tenant: 'limited', token: 'token-of-limited-01' },
} as const;

const directory = {
  tenants: Object.values(callers).map(({ tenant }) => ({ id: tenant, name: tenant })),
  users: Object.values(callers).map(({ tenant }) => ({ name: tenant, password: tenant, tenant })),
  tokens: Object.values(callers).map(({ tenant, token }) => ({ id: token, user: tenant })),
};

const unlimited = { volumes: -1, snapshots: -1, gigabytes: -1 };

/** Our own server over real stores in a temporary folder, with a fault planted; its answers go out unchecked. */
export async function startSpoiled(spoil: Spoil): Promise<SpoiledServer> {
  const folder = await mkdtemp(join(tmpdir(), 'cinderblock-mutant-'));
  const catalog = await openSqliteCatalog({ path: join(folder, 'catalog.db') });
  const blocks = await openLayerStore(join(folder, 'blocks'));
  const objects = await openDirectoryStore(join(folder, 'objects'));
  const log = pino({ level: 'silent' });
  const engine = createEngine({
    catalog: spoil.catalog?.(catalog) ?? catalog,
    blocks,
    objects,
    clock: realClock(),
    quotas: createQuotas({ defaults: unlimited, tenants: {} }),
    takeOverAtStart: true,
  });
  const identity = embeddedIdentity(directory);
  const handlers = createHandlers(spoil.engine?.(engine) ?? engine, async () => undefined, {
    login: identity,
    catalog: { regions: ['RegionOne'], volume: 'v1', compute: 'v2' },
  });

  const app = await createApp({
    contract: readContract(),
    operations,
    routers: (bind) =>
      routers(handlers, (id, handler) => {
        const around = spoil.handler?.(id, handler as AnyHandler) ?? handler;
        return bind(id, around as typeof handler);
      }),
    identity: spoil.identity?.(identity) ?? identity,
    log,
    rateLimits: (tenant) => (tenant === callers.limited.tenant ? SLOW : undefined),
    responseChecks: 'off',
  });
  // Outside of everything: what it changes is what goes out.
  app.middleware.unshift(async (ctx, next) => {
    spoil.request?.(ctx as never);
    await next();
    spoil.answer?.(ctx as never);
  });
  const server = await startServer(app, { host: '127.0.0.1', port: 0, log });
  await engine.jobs.start();
  return {
    url: server.url,
    async stop() {
      await server.stop(0);
      await engine.jobs.stop(0);
      await Promise.all([blocks.close(), objects.close()]);
      await catalog.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
