import type { HpBockV11VolumesHandlers } from '../../../generated/server/hp-bock-v1-1-volumes.ts';
import type { Engine } from '../../engine/engine.ts';
import type { ApiCaller } from '../caller.ts';
import { locationOf, unlessEmpty } from '../compute-api.ts';
import { identifierOf } from '../identifiers.ts';
import { type PageQuery, pageOf } from '../pages.ts';
import { listedVolumeView, volumeView } from './views.ts';

/** Section 4.4.2. */
export function volumesHandlers({
  snapshots,
  volumes,
}: Pick<Engine, 'snapshots' | 'volumes'>): HpBockV11VolumesHandlers<ApiCaller> {
  const list = async (caller: ApiCaller, query: PageQuery | undefined) =>
    (await volumes.list(caller, {}, pageOf(query))).map(listedVolumeView);

  return {
    async listVolumes({ query }, caller) {
      return { status: 200, body: { volumes: await list(caller, query) } };
    },

    async listVolumesDetails({ query }, caller) {
      return { status: 200, body: { volumes: await list(caller, query) } };
    },

    async getVolumeDetails({ path }, caller) {
      const volume = await volumes.get(caller, identifierOf(path.volume_id));
      return { status: 200, body: { volume: volumeView(volume) } };
    },

    async createVolume({ body: { volume } }, caller) {
      const source = unlessEmpty(volume.snapshot_id);
      const snapshot = source === undefined ? undefined : await snapshots.get(caller, identifierOf(source));
      // volume_type is left out on purpose: hp-bock-v1.1/4.4.2.2/param-volume-type-ignored.
      const created = await volumes.create(caller, {
        availabilityZone: volume.availability_zone,
        description: volume.display_description,
        name: volume.display_name,
        imageRef: unlessEmpty(volume.imageRef),
        metadata: volume.metadata,
        size: volume.size,
        snapshotId: snapshot?.id,
      });
      return {
        status: 200,
        headers: { Location: locationOf(caller, 'v1.1', 'os-volumes', created.serial) },
        body: { volume: volumeView(created) },
      };
    },

    async deleteVolume({ path }, caller) {
      const { id } = await volumes.get(caller, identifierOf(path.volume_id));
      await volumes.delete(caller, id);
      return { status: 202 };
    },
  };
}
