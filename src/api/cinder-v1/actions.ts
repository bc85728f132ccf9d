import {
  type CinderV1ActionsHandlers,
  cinderV1ActionsStubs,
} from '../../../generated/server/cinder-v1-actions.ts';
import type { Engine } from '../../engine/engine.ts';
import type { ApiCaller } from '../caller.ts';

/** Actions on volumes and snapshots, as Cinder has them. */
export function actionsHandlers(
  _engine: Pick<Engine, 'volumes' | 'snapshots'>,
): CinderV1ActionsHandlers<ApiCaller> {
  return cinderV1ActionsStubs();
}
