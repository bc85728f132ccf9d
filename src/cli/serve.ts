import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { routers } from '../../generated/server/index.ts';
import { operations } from '../../generated/server/operations.ts';
import { createHandlers } from '../api/handlers.ts';
import type { CatalogSettings } from '../api/identity-v2.0/catalog.ts';
import { openLayerStore } from '../blocks/layer-store.ts';
import { lockFolder } from '../catalog/lock.ts';
import { openSqliteCatalog } from '../catalog/sqlite.ts';
import { realClock } from '../engine/clock.ts';
import { createEngine } from '../engine/create-engine.ts';
import { openExportedVolumes } from '../engine/exported-volumes.ts';
import type { VolumeExports } from '../engine/exports.ts';
import type { ImageSource } from '../engine/images.ts';
import type { JobRunner } from '../engine/jobs.ts';
import { createQuotas } from '../engine/quotas.ts';
import type { Servers } from '../engine/servers.ts';
import { createApp } from '../http/app.ts';
import { type Answering, type RunningServer, startServer } from '../http/server.ts';
import { removeAddress } from '../nbd/address-file.ts';
import type { NbdExports } from '../nbd/volume-exports.ts';
import { profileOf } from '../profile/profile.ts';
import { banner, profileNote } from './banner.ts';
import { serversOf } from './compute.ts';
import { readContract } from './contract.ts';
import { type OpenedIdentity, openIdentity } from './identity.ts';
import { openImages, sweepImages } from './images.ts';
import { createLog } from './log.ts';
import { nbdPlace, nbdSettings, openNbdExports } from './nbd.ts';
import { type OpenObjects, planObjects, probeObjects, warnOfSharing } from './objects.ts';
import { addressError } from './setting.ts';
import { type ServeSettings, SettingsError } from './settings.ts';
import { onStopSignal } from './signals.ts';

/** From the first signal to the end of the process; what is not done by then is left to the next start. */
const STOP_WITHIN_MS = 9_000;
/** The part of it that is kept for jobs, which lose nothing when they are broken off. Requests have the rest. */
const STOP_JOBS_MS = 2_000;
/** The part of that in which volumes are flushed; who has an export has been told to flush by its client anyway. */
const STOP_EXPORTS_MS = 1_000;

async function openStores({ data }: ServeSettings, openObjects: OpenObjects, log: Logger) {
  try {
    mkdirSync(data, { recursive: true });
    const lock = await lockFolder(data);
    const catalog = await openSqliteCatalog({ path: join(data, 'catalog.db') });
    const blocks = await openLayerStore(join(data, 'blocks'), {
      report: (err, what) =>
        log.error(
          { err },
          `blocks: ${what} failed; it is tried again at the next start, or when there may be more room`,
        ),
    });
    const objects = await openObjects();
    return { lock, catalog, blocks, objects };
  } catch (error) {
    if (error instanceof SettingsError) throw error;
    throw new SettingsError(`CINDERBLOCK_DATA (--data): ${error instanceof Error ? error.message : error}`);
  }
}

type Stores = Awaited<ReturnType<typeof openStores>>;

function engineOf(
  settings: ServeSettings,
  tenants: OpenedIdentity['tenants'],
  { catalog, blocks, objects }: Stores,
  exports: VolumeExports,
  neighbours: { readonly images: ImageSource; readonly servers: Servers },
  log: Logger,
) {
  return createEngine({
    profile: profileOf(settings.profile),
    ...neighbours,
    catalog,
    exports,
    blocks,
    objects,
    clock: realClock(),
    quotas: createQuotas({
      defaults: {
        volumes: settings.quotaVolumes,
        snapshots: settings.quotaSnapshots,
        gigabytes: settings.quotaGigabytes,
      },
      tenants: Object.fromEntries(tenants.map(({ id, quotas = {} }) => [id, quotas])),
    }),
    availabilityZone: settings.zone,
    otherZones: settings.otherZones ?? [],
    backupSettings: { compression: settings.backupCompression, chunksInFlight: settings.backupChunks },
    laneLimits: { copies: settings.backupJobs },
    log,
    // The data folder is locked: whoever held a lease before is no more.
    takeOverAtStart: true,
  });
}

function rateLimitsOf(settings: ServeSettings, tenants: OpenedIdentity['tenants']) {
  const byTenant = new Map(tenants.map(({ id, rateLimit }) => [id, rateLimit]));
  return (tenantId: string) => byTenant.get(tenantId) ?? settings.rateLimit;
}

/** What the service catalog says, besides the tenant and the address. */
function catalogOf({ region, volumeEndpoint, computeEndpoint }: ServeSettings): CatalogSettings {
  return { regions: region, volume: volumeEndpoint, compute: computeEndpoint };
}

async function listen(app: Answering, { host, port }: ServeSettings, log: Logger): Promise<RunningServer> {
  try {
    return await startServer(app, { host, port, log });
  } catch (error) {
    throw addressError(error);
  }
}

/** `cinderblock serve`: stays in the foreground until it is told to stop. */
export async function serve(settings: ServeSettings): Promise<void> {
  const log = await createLog(settings.logLevel, settings.logFormat);
  const identity = await openIdentity(settings, catalogOf(settings), log);
  const { tenants, developmentTokens } = identity;
  const images = await openImages(settings.images, settings.data, log);
  const servers = await serversOf(settings, log);
  const nbd = await nbdSettings(settings);
  const stores = await openStores(settings, planObjects(settings), log);
  const exports = await openNbdExports(nbd, settings.data, stores.blocks, log);
  warnOfSharing(settings, settings.identity === 'keystone' ? 'many' : tenants.length, log);
  // Not waited for: a store that is silent must not keep volumes from being served.
  void probeObjects(stores.objects, log);
  const engine = engineOf(settings, tenants, stores, exports, { images, servers }, log);
  if (settings.seed === 'documents') {
    // Loaded by those alone who ask for it: a start is mostly the loading of modules.
    const { seedDocuments } = await import('../seeds/documents.ts');
    await seedDocuments(stores, tenants[0]?.id ?? 'dev');
  }

  const profile = profileOf(settings.profile);
  const app = await createApp({
    contract: readContract(profile.name),
    profile,
    operations,
    routers: (bind) =>
      routers(
        createHandlers(engine, () => stores.catalog.ping(), identity.api, profile),
        bind,
      ),
    identity: identity.identity,
    log,
    rateLimits: rateLimitsOf(settings, tenants),
    publicUrl: settings.publicUrl,
    responseChecks: settings.responseChecks ?? (developmentTokens === undefined ? 'sampled' : 'always'),
  });
  await identity.checked;
  // Before anybody is told that there is something to stop.
  const stopSignal = onStopSignal();
  const server = await listen(app, settings, log);
  await openExportedVolumes(stores.catalog, exports, log);
  await sweepImages(engine, log);
  await engine.jobs.start();
  log.info({ url: server.url, data: settings.data }, `listening on ${server.url}`);
  process.stdout.write(
    developmentTokens === undefined
      ? `Cinderblock answers at ${server.url}${profileNote(profile.name)}\n`
      : banner(server.url, developmentTokens, nbdPlace(nbd), profile.name),
  );

  const signal = await stopSignal;
  log.info({ signal }, 'stopping');
  await stopAll(server, exports, engine.jobs, stores);
  await removeAddress(settings.data);
  log.info('stopped');
  log.flush();
}

/** In the order in which work arrives: no new requests, neither of the API nor of disks, no new jobs, then the stores. */
async function stopAll(
  server: RunningServer,
  exports: NbdExports,
  jobs: JobRunner,
  { catalog, blocks, objects, lock }: Stores,
): Promise<void> {
  const deadline = performance.now() + STOP_WITHIN_MS;
  await server.stop(STOP_WITHIN_MS - STOP_JOBS_MS);
  // Told first: a job that wants an export now is given back, not tried again until it has failed.
  const jobsEnded = jobs.stop(Math.max(0, deadline - performance.now() - 500));
  await exports.stop(STOP_EXPORTS_MS);
  await jobsEnded;
  await Promise.all([blocks.close(), objects.close()]);
  await catalog.close();
  await lock.release();
}
