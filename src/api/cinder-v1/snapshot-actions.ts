import type { OperationResponse } from '../../../generated/server/contract.ts';
import type { components } from '../../../generated/types.ts';
import type { Engine } from '../../engine/engine.ts';
import type { ApiCaller } from '../caller.ts';
import type { ActionTable } from './action-table.ts';

type Body = components['schemas']['SnapshotActionBody'];
type Answer = OperationResponse<'cinder-v1/act-on-snapshot'>;

export const snapshotActions = ({ snapshots }: Pick<Engine, 'snapshots'>) =>
  ({
    'os-reset_status': {
      isForAdministrators: true,
      run: (caller, id, { status }) => snapshots.resetStatus(caller, id, { status }),
    },
    'os-force_delete': {
      isForAdministrators: true,
      run: (caller, id) => snapshots.forceDelete(caller, id),
    },
  }) satisfies ActionTable<Body, ApiCaller, Answer>;
