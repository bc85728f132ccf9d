import type { Handlers } from '../../../generated/server/index.ts';
import type { Engine } from '../../engine/engine.ts';
import type { ApiCaller } from '../caller.ts';
import { bootableVolumesHandlers } from './bootable-volumes.ts';
import { extensionsHandlers } from './extensions.ts';
import { versionsHandlers } from './versions.ts';
import { snapshotsHandlers, volumesHandlers } from './volumes.ts';

/** What clients of the compute API call beyond the documents. */
export const novaHandlers = (engine: Engine) =>
  ({
    novaBootableVolumes: bootableVolumesHandlers(engine),
    novaExtensions: extensionsHandlers,
    novaSnapshots: snapshotsHandlers(engine),
    novaVersions: versionsHandlers,
    novaVolumes: volumesHandlers(engine),
  }) satisfies Partial<Handlers<ApiCaller>>;
