import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { type Handlers, routers } from '../../generated/server/index.ts';
import { operations } from '../../generated/server/operations.ts';
import type { ApiCaller } from '../../src/api/caller.ts';
import { createHandlers } from '../../src/api/handlers.ts';
import { readContract } from '../../src/cli/contract.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { openTestEngine, type TestEngine, type TestEngineOptions } from '../../src/engine/testing.ts';
import { createApp } from '../../src/http/app.ts';
import { startServer } from '../../src/http/server.ts';
import { developmentDirectory } from '../../src/identity/development.ts';
import { embeddedIdentity } from '../../src/identity/embedded.ts';
import { documentedProfile, type Profile } from '../../src/profile/profile.ts';
import { type Ask, asker } from './requests.ts';
import { tokens } from './server.ts';

/** Serves an engine of the test's making over HTTP, until the test is finished; `instead` replaces handlers. */
export async function serveEngine(
  engine: Engine,
  instead: Partial<Handlers<ApiCaller>> = {},
  profile: Profile = documentedProfile,
): Promise<Ask> {
  const log = pino({ level: 'silent' });
  const identity = embeddedIdentity(developmentDirectory(tokens));
  const handlers = createHandlers(
    engine,
    async () => undefined,
    { login: identity, catalog: { regions: ['RegionOne'], volume: 'v1', compute: 'v2' } },
    profile,
  );
  const app = await createApp({
    contract: readContract(profile.name),
    profile,
    operations,
    routers: (bind) => routers({ ...handlers, ...instead }, bind),
    identity,
    log,
    rateLimits: () => undefined,
    responseChecks: 'always',
  });
  const server = await startServer(app, { host: '127.0.0.1', port: 0, log });
  onTestFinished(async () => void (await server.stop(0)));
  return asker(server.url);
}

export interface ServerInProcess {
  readonly ask: Ask;
  /** With `engine.jobs` work can be held and let go on, so that what is in between can be looked at. */
  readonly engine: TestEngine;
}

/** The server over real stores in a temporary folder, inside of this process. */
export async function serverInProcess(options?: TestEngineOptions): Promise<ServerInProcess> {
  const engine = await openTestEngine(options);
  return { ask: await serveEngine(engine, {}, options?.profile), engine };
}
