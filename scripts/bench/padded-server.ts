/**
 * The server as `cinderblock serve` puts it together, over a contract that is padded to a number of
 * operations. Takes the same CINDERBLOCK_* variables as far as the benchmark sets them.
 *
 *   node padded-server.ts 70
 */
import { join } from 'node:path';
import type { Router } from '@koa/router';
import { NotImplemented } from '../../generated/server/contract.ts';
import { routers } from '../../generated/server/index.ts';
import { operations } from '../../generated/server/operations.ts';
import { createHandlers } from '../../src/api/handlers.ts';
import { openLayerStore } from '../../src/blocks/layer-store.ts';
import { openSqliteCatalog } from '../../src/catalog/sqlite.ts';
import { readContract } from '../../src/cli/contract.ts';
import { createLog } from '../../src/cli/log.ts';
import { realClock } from '../../src/engine/clock.ts';
import { createEngine } from '../../src/engine/create-engine.ts';
import { createQuotas } from '../../src/engine/quotas.ts';
import { createApp } from '../../src/http/app.ts';
import type { Bind } from '../../src/http/operation.ts';
import { startServer } from '../../src/http/server.ts';
import { embeddedIdentity } from '../../src/identity/embedded.ts';
import { readIdentityFile } from '../../src/identity/identity-file.ts';
import { openDirectoryStore } from '../../src/objects/directory.ts';
import { type AddedOperation, pad } from './padding.ts';

function setting(name: string): string {
  const value = process.env[`CINDERBLOCK_${name}`];
  if (value === undefined) throw new Error(`CINDERBLOCK_${name} is not set`);
  return value;
}

/** Version and collection, by which operations are shared out among routers: one router to a collection. */
const collectionOf = (path: string): string =>
  path
    .split('/', 4)
    .filter((_, index) => index !== 2)
    .join('/');

/** Adds the operations to the router of their collection, or to a new one where there is none. */
function withAdded(base: readonly Router[], added: readonly AddedOperation[], bind: Bind): Router[] {
  const all = [...base];
  const [first] = base;
  if (first === undefined) throw new Error('there are no routers');
  // The class of the generated routers, whichever module they have it from.
  const NewRouter = first.constructor as new () => Router;
  for (const { id, method, path } of added) {
    const collection = collectionOf(path);
    let router = all.find(({ stack }) =>
      stack.some((layer) => collectionOf(String(layer.path)) === collection),
    );
    if (router === undefined) {
      router = new NewRouter();
      all.push(router);
    }
    router.register(path, [method], bind(id, () => Promise.reject(new NotImplemented(id))) as never);
  }
  return all;
}

const padding = pad(readContract(), operations, Number(process.argv[2]));
const data = setting('DATA');
const log = await createLog(setting('LOG_LEVEL'), 'json');
const catalog = await openSqliteCatalog({ path: join(data, 'catalog.db') });
const engine = createEngine({
  catalog,
  blocks: await openLayerStore(join(data, 'blocks')),
  objects: await openDirectoryStore(join(data, 'objects')),
  clock: realClock(),
  quotas: createQuotas({ defaults: { volumes: -1, snapshots: -1, gigabytes: -1 } }),
});
const identity = embeddedIdentity(readIdentityFile(setting('IDENTITY')));
const app = await createApp({
  contract: padding.contract,
  operations: padding.operations,
  routers: (bind) =>
    withAdded(
      routers(
        createHandlers(engine, () => catalog.ping(), {
          login: identity,
          catalog: { regions: ['RegionOne'], volume: 'v1', compute: 'v2' },
        }),
        bind,
      ),
      padding.added,
      bind,
    ),
  identity,
  log,
  rateLimits: () => undefined,
  responseChecks: 'off',
});
const server = await startServer(app, { host: setting('HOST'), port: Number(setting('PORT')), log });
await engine.jobs.start();
process.on('SIGTERM', () => process.exit(0));
process.stdout.write(`${Object.keys(padding.operations).length} operations: answers at ${server.url}\n`);
