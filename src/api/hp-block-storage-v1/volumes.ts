import type { HpBlockStorageV1VolumesHandlers } from '../../../generated/server/hp-block-storage-v1-volumes.ts';
import type { Engine } from '../../engine/engine.ts';
import type { Profile } from '../../profile/profile.ts';
import type { ApiCaller } from '../caller.ts';
import { pageOf } from '../pages.ts';
import { volumeFilterOf } from './queries.ts';
import { newVolumeView, volumeDetailViewFor, volumeView } from './views.ts';

/** Section 4.5.1. */
export function volumesHandlers(
  { volumes }: Pick<Engine, 'volumes'>,
  profile: Profile,
): HpBlockStorageV1VolumesHandlers<ApiCaller> {
  return {
    async listVolumes({ query }, caller) {
      const found = await volumes.list(caller, volumeFilterOf(query, caller), pageOf(query));
      return { status: 200, body: { volumes: found.map(volumeView) } };
    },

    async listVolumesDetails({ query }, caller) {
      const found = await volumes.list(caller, volumeFilterOf(query, caller), pageOf(query));
      return { status: 200, body: { volumes: found.map(volumeDetailViewFor(caller)) } };
    },

    async getVolumeDetails({ path }, caller) {
      return {
        status: 200,
        body: { volume: volumeDetailViewFor(caller)(await volumes.get(caller, path.volume_id)) },
      };
    },

    async createVolume({ body: { volume } }, caller) {
      const created = await volumes.create(caller, {
        availabilityZone: volume.availability_zone,
        description: volume.display_description,
        name: volume.display_name,
        imageRef: volume.imageRef,
        metadata: volume.metadata,
        size: volume.size,
        snapshotId: volume.snapshot_id,
        sourceVolumeId: volume.source_volid,
        // hp-block-storage-v1/4.5.1.4/param-volume-type-ignored; to the services an empty name was none.
        typeNamed: profile.volumeTypes === 'taken' ? volume.volume_type || null : null,
      });
      return { status: 200, body: { volume: newVolumeView(created, profile) } };
    },

    async deleteVolume({ path }, caller) {
      await volumes.delete(caller, path.volume_id);
      return { status: 202 };
    },
  };
}
