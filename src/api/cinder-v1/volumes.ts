import type { CinderV1VolumesHandlers } from '../../../generated/server/cinder-v1-volumes.ts';
import type { Engine, Metadata } from '../../engine/engine.ts';
import type { ApiCaller } from '../caller.ts';
import { volumeFilterOf } from '../hp-block-storage-v1/queries.ts';
import { volumeDetailViewFor, volumeView } from '../hp-block-storage-v1/views.ts';
import { pageOf } from '../pages.ts';
import { textsOf } from './updates.ts';

export function volumesHandlers({ volumes }: Pick<Engine, 'volumes'>): CinderV1VolumesHandlers<ApiCaller> {
  return {
    async listVolumesDetails({ query }, caller) {
      const found = await volumes.list(caller, volumeFilterOf(query, caller), pageOf(query));
      return { status: 200, body: { volumes: found.map(volumeDetailViewFor(caller)) } };
    },

    async updateVolume({ path, body }, caller) {
      const asked: Parameters<typeof textsOf>[0] & { readonly metadata?: Metadata | null } =
        'volume' in body ? body.volume : body;
      const updated = await volumes.update(caller, path.volume_id, {
        ...textsOf(asked),
        // A client that sends null for what it has not set means to leave it alone.
        metadata: 'volume' in body ? (asked.metadata ?? undefined) : undefined,
      });
      return { status: 200, body: { volume: volumeView(updated) } };
    },
  };
}
