import type { NovaSnapshotsHandlers } from '../../../generated/server/nova-snapshots.ts';
import type { NovaVolumesHandlers } from '../../../generated/server/nova-volumes.ts';
import type { Engine } from '../../engine/engine.ts';
import type { ApiCaller } from '../caller.ts';
import { locationOf, unlessEmpty } from '../compute-api.ts';
import { type PageQuery, pageOf } from '../pages.ts';
import { snapshotView, volumeView } from './views.ts';

/** `os-volumes` of the second version of the compute API: those of the first, known by their UUIDs. */
export function volumesHandlers({ volumes }: Pick<Engine, 'volumes'>): NovaVolumesHandlers<ApiCaller> {
  const list = async (caller: ApiCaller, query: PageQuery | undefined) =>
    (await volumes.list(caller, {}, pageOf(query))).map(volumeView);

  return {
    async listVolumes({ query }, caller) {
      return { status: 200, body: { volumes: await list(caller, query) } };
    },

    async listVolumesDetails({ query }, caller) {
      return { status: 200, body: { volumes: await list(caller, query) } };
    },

    async getVolumeDetails({ path }, caller) {
      return { status: 200, body: { volume: volumeView(await volumes.get(caller, path.volume_id)) } };
    },

    async createVolume({ body: { volume } }, caller) {
      const created = await volumes.create(caller, {
        availabilityZone: volume.availability_zone,
        description: volume.display_description,
        name: volume.display_name,
        imageRef: unlessEmpty(volume.imageRef),
        metadata: volume.metadata,
        size: volume.size,
        snapshotId: unlessEmpty(volume.snapshot_id)?.toString(),
        volumeType: volume.volume_type,
      });
      return {
        status: 200,
        headers: { Location: locationOf(caller, 'v2', 'os-volumes', created.id) },
        body: { volume: volumeView(created) },
      };
    },

    async deleteVolume({ path }, caller) {
      await volumes.delete(caller, path.volume_id);
      return { status: 202 };
    },
  };
}

/** Its `os-snapshots`. */
export function snapshotsHandlers({
  snapshots,
}: Pick<Engine, 'snapshots'>): NovaSnapshotsHandlers<ApiCaller> {
  const list = async (caller: ApiCaller, query: PageQuery | undefined) =>
    (await snapshots.list(caller, {}, pageOf(query))).map(snapshotView);

  return {
    async listSnapshots({ query }, caller) {
      return { status: 200, body: { snapshots: await list(caller, query) } };
    },

    async listSnapshotsDetails({ query }, caller) {
      return { status: 200, body: { snapshots: await list(caller, query) } };
    },

    async getSnapshotDetails({ path }, caller) {
      return { status: 200, body: { snapshot: snapshotView(await snapshots.get(caller, path.snapshot_id)) } };
    },

    async createSnapshot({ body: { snapshot } }, caller) {
      const created = await snapshots.create(caller, {
        volumeId: String(snapshot.volume_id),
        description: snapshot.display_description,
        name: snapshot.display_name,
        force: snapshot.force,
      });
      return {
        status: 200,
        headers: { Location: locationOf(caller, 'v2', 'os-snapshots', created.id) },
        body: { snapshot: snapshotView(created) },
      };
    },

    async deleteSnapshot({ path }, caller) {
      await snapshots.delete(caller, path.snapshot_id);
      return { status: 202 };
    },
  };
}
