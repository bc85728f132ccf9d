import type { HpBlockStorageV1SnapshotsHandlers } from '../../../generated/server/hp-block-storage-v1-snapshots.ts';
import type { Engine } from '../../engine/engine.ts';
import type { Profile } from '../../profile/profile.ts';
import type { ApiCaller } from '../caller.ts';
import { pageOf } from '../pages.ts';
import { snapshotFilterOf } from './queries.ts';
import { snapshotViews } from './views.ts';

/** Section 4.5.2. */
export function snapshotsHandlers(
  { snapshots }: Pick<Engine, 'snapshots'>,
  profile: Profile,
): HpBlockStorageV1SnapshotsHandlers<ApiCaller> {
  const view = snapshotViews(profile);
  return {
    async listSnapshots({ query }, caller) {
      const found = await snapshots.list(caller, snapshotFilterOf(query, caller), pageOf(query));
      return { status: 200, body: { snapshots: found.map(view.plain) } };
    },

    async listSnapshotsDetails({ query }, caller) {
      const found = await snapshots.list(caller, snapshotFilterOf(query, caller), pageOf(query));
      return { status: 200, body: { snapshots: found.map(view.detail) } };
    },

    async getSnapshotDetails({ path }, caller) {
      return {
        status: 200,
        body: { snapshot: view.detail(await snapshots.get(caller, path.snapshot_id)) },
      };
    },

    async createSnapshot({ body: { snapshot } }, caller) {
      const created = await snapshots.create(caller, {
        volumeId: snapshot.volume_id,
        // Later versions of this API call them name and description; clients of those send them here too.
        description: snapshot.display_description ?? snapshot.description,
        name: snapshot.display_name ?? snapshot.name,
        force: snapshot.force,
        metadata: snapshot.metadata,
      });
      return { status: 200, body: { snapshot: view.plain(created) } };
    },

    async deleteSnapshot({ path }, caller) {
      await snapshots.delete(caller, path.snapshot_id);
      return { status: 202 };
    },
  };
}
