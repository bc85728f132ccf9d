import type { CinderV1ActionsHandlers } from '../../../generated/server/cinder-v1-actions.ts';
import type { OperationResponse } from '../../../generated/server/contract.ts';
import type { Engine } from '../../engine/engine.ts';
import type { ApiCaller } from '../caller.ts';
import { act } from './action-table.ts';
import { snapshotActions } from './snapshot-actions.ts';
import { volumeActions } from './volume-actions.ts';

/** Actions on volumes and snapshots, as Cinder has them. */
export function actionsHandlers(
  engine: Pick<Engine, 'volumes' | 'snapshots'>,
): CinderV1ActionsHandlers<ApiCaller> {
  const ofVolumes = volumeActions(engine);
  const ofSnapshots = snapshotActions(engine);
  // The contract has a body with 202 for one action, which the others go without (`x-body-optional`). The generated
  // type knows of the body alone.
  const accepted = { status: 202 } as OperationResponse<'cinder-v1/act-on-volume'>;
  return {
    actOnVolume: async ({ path, body }, caller) => act(ofVolumes, body, path.volume_id, caller, accepted),
    actOnSnapshot: async ({ path, body }, caller) =>
      act(ofSnapshots, body, path.snapshot_id, caller, { status: 202 }),
  };
}
