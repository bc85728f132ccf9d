import type { HpBockV11SnapshotsHandlers } from '../../../generated/server/hp-bock-v1-1-snapshots.ts';
import type { Engine } from '../../engine/engine.ts';
import type { ApiCaller } from '../caller.ts';
import { locationOf } from '../compute-api.ts';
import { identifierOf } from '../identifiers.ts';
import { type PageQuery, pageOf } from '../pages.ts';
import { createdSnapshotView, snapshotView } from './views.ts';

/** Section 4.4.4. */
export function snapshotsHandlers({
  snapshots,
  volumes,
}: Pick<Engine, 'snapshots' | 'volumes'>): HpBockV11SnapshotsHandlers<ApiCaller> {
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
      const view = snapshotView(await snapshots.get(caller, identifierOf(path.snapshot_id)));
      // The document's name for it, and that of the service and its clients.
      return { status: 200, body: { snapshots: view, snapshot: view } };
    },

    async createSnapshot({ body: { snapshot } }, caller) {
      const { id: volumeId } = await volumes.get(caller, identifierOf(snapshot.volume_id));
      const created = await snapshots.create(caller, {
        volumeId,
        description: snapshot.display_description,
        name: snapshot.display_name,
        force: snapshot.force,
      });
      return {
        status: 200,
        headers: { Location: locationOf(caller, 'v1.1', 'os-snapshots', created.serial) },
        body: { snapshot: createdSnapshotView(created) },
      };
    },

    async deleteSnapshot({ path }, caller) {
      const { id } = await snapshots.get(caller, identifierOf(path.snapshot_id));
      await snapshots.delete(caller, id);
      // Not the 200 of the document: see `x-superseded-by` in the contract.
      return { status: 202 };
    },
  };
}
