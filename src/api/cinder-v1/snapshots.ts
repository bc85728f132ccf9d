import type { CinderV1SnapshotsHandlers } from '../../../generated/server/cinder-v1-snapshots.ts';
import type { Engine } from '../../engine/engine.ts';
import type { Profile } from '../../profile/profile.ts';
import type { ApiCaller } from '../caller.ts';
import { snapshotFilterOf } from '../hp-block-storage-v1/queries.ts';
import { snapshotViews } from '../hp-block-storage-v1/views.ts';
import { pageOf } from '../pages.ts';
import { textsOf } from './updates.ts';

export function snapshotsHandlers(
  { snapshots }: Pick<Engine, 'snapshots'>,
  profile: Profile,
): CinderV1SnapshotsHandlers<ApiCaller> {
  const view = snapshotViews(profile);
  return {
    async listSnapshotsDetails({ query }, caller) {
      const found = await snapshots.list(caller, snapshotFilterOf(query, caller), pageOf(query));
      return { status: 200, body: { snapshots: found.map(view.detail) } };
    },

    async updateSnapshot({ path, body }, caller) {
      const asked = 'snapshot' in body ? body.snapshot : body;
      const updated = await snapshots.update(caller, path.snapshot_id, textsOf(asked));
      return { status: 200, body: { snapshot: view.plain(updated) } };
    },
  };
}
