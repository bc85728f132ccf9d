import type { Catalog, CatalogTransaction } from '../catalog/catalog.ts';
import type { Volume } from '../catalog/records.ts';
import { EVERY_TENANT } from '../catalog/tenant-scope.ts';
import type { Clock } from './clock.ts';
import type { VolumeExports } from './exports.ts';
import type { JobHandler } from './job-handler.ts';
import { volumeTransitions } from './transitions.ts';

export interface ExportJobParts {
  readonly catalog: Catalog;
  readonly exports: VolumeExports;
  readonly clock: Clock;
}

/** What of a volume decides how it is exported. */
export const exportOptionsOf = ({ readOnly }: Pick<Volume, 'readOnly'>) => ({
  isReadOnly: readOnly === true,
});

/**
 * Makes the export of a volume as the catalog says at the time that the job has its turn: open or closed. Whatever
 * was asked for meanwhile, what was asked for last is what becomes of it.
 */
export function exportVolumeJob({ catalog, exports, clock }: ExportJobParts): JobHandler {
  /** Nobody is told that it can be reached who cannot reach it; what a server has is tried again at a restart. */
  async function stayClosed(tx: CatalogTransaction, id: string): Promise<void> {
    const volume = await tx.findVolume(EVERY_TENANT, id);
    if (volume === undefined || !volume.exported || volume.attachment !== null) return;
    await volumeTransitions.stay(tx, volume, clock.now(), { exported: false });
  }

  return {
    async run({ resourceId }) {
      const volume = await catalog.volumeForJob(resourceId);
      if (volume?.exported === true) await exports.open(resourceId, exportOptionsOf(volume));
      else await exports.close(resourceId);
      return async () => undefined;
    },
    giveUp:
      ({ resourceId }) =>
      (tx) =>
        stayClosed(tx, resourceId),
  };
}
