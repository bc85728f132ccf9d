import type { OsBs2011VolumesHandlers } from '../../../generated/server/os-bs-2011-volumes.ts';
import type { Engine } from '../../engine/engine.ts';
import type { ApiCaller } from '../caller.ts';
import { locationOf } from './links.ts';
import { nameOf } from './names.ts';
import { pageOf, volumeFilterOf } from './queries.ts';
import { volumeSummaryView, volumeView } from './views.ts';

/** Sections 2.3.1.1 and 2.3.1.2. */
export function volumesHandlers({ volumes }: Pick<Engine, 'volumes'>): OsBs2011VolumesHandlers<ApiCaller> {
  return {
    async listVolumes({ query }, caller) {
      const found = await volumes.list(caller, volumeFilterOf(query), pageOf(query));
      return { status: 200, body: { 'OS-BS:volumes': found.map((one) => volumeSummaryView(one, caller)) } };
    },

    async listVolumesDetails({ query }, caller) {
      const found = await volumes.list(caller, volumeFilterOf(query), pageOf(query));
      return { status: 200, body: { 'OS-BS:volumes': found.map((one) => volumeView(one, caller)) } };
    },

    async getVolumeDetails({ path }, caller) {
      const volume = await volumes.get(caller, path.id);
      return { status: 200, body: { 'OS-BS:volume': volumeView(volume, caller) } };
    },

    async createVolume({ body: { 'OS-BS:volume': asked } }, caller) {
      const volume = await volumes.create(caller, {
        name: nameOf('volume', asked.name),
        typeId: asked.typeId,
        backupId: asked.backupId,
        size: asked.size,
        metadata: asked.metadata,
      });
      return {
        status: 202,
        headers: { Location: locationOf(caller, 'volumes', volume.id) },
        body: { 'OS-BS:volume': volumeView(volume, caller) },
      };
    },

    async updateVolumeName({ path, body: { 'OS-BS:volume': asked } }, caller) {
      // Without a name there is nothing to update: all else is ignored (2.3.1.2.2/only-name-updateable).
      const name = asked.name ?? undefined;
      const volume = await (name === undefined
        ? volumes.get(caller, path.id)
        : volumes.update(caller, path.id, { name }));
      return { status: 200, body: { 'OS-BS:volume': volumeView(volume, caller) } };
    },

    async deleteVolume({ path }, caller) {
      await volumes.delete(caller, path.id);
      return { status: 204 };
    },
  };
}
