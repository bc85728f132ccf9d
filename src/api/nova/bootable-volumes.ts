import type { NovaBootableVolumesHandlers } from '../../../generated/server/nova-bootable-volumes.ts';
import type { Engine } from '../../engine/engine.ts';
import { EngineFault } from '../../engine/faults.ts';
import type { ApiCaller } from '../caller.ts';
import { identifierOf } from '../identifiers.ts';
import { pageOf } from '../pages.ts';
import { bootableVolumeView, isBootable } from './views.ts';

/** Volumes to boot from, as HP's extension has them. */
export function bootableVolumesHandlers({
  volumes,
}: Pick<Engine, 'volumes'>): NovaBootableVolumesHandlers<ApiCaller> {
  return {
    async listBootableVolumes({ query }, caller) {
      const found = await volumes.list(caller, { isBootable: true }, pageOf(query));
      return { status: 200, body: { volumes: found.map(bootableVolumeView) } };
    },

    async getBootableVolumeDetails({ path }, caller) {
      const volume = await volumes.get(caller, identifierOf(path.volume_id));
      if (!isBootable(volume)) throw new EngineFault('volumeNotFound', { id: path.volume_id });
      return { status: 200, body: { volume: bootableVolumeView(volume) } };
    },
  };
}
