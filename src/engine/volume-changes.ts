import type { VolumeStatus } from '../catalog/records.ts';
import type { VolumeActions } from './engine.ts';
import type { EngineParts } from './engine-parts.ts';
import { EngineFault } from './faults.ts';
import { volumeLifecycle, volumeUses } from './lifecycle.ts';
import { takeGigabytes } from './quota-usage.ts';
import { reachOf } from './reach.ts';
import { flagOf, sizeOf } from './request-fields.ts';
import { volumeTransitions } from './transitions.ts';
import { requireUnconnected } from './volume-connections.ts';

/** Larger volumes, and volumes that may only be read. */
export function createChanges({
  change,
  quotas,
}: EngineParts): Pick<VolumeActions, 'extend' | 'setReadOnly'> {
  return {
    async extend(caller, id, given) {
      const newSize = sizeOf(given);
      if (newSize === undefined) throw new EngineFault('sizeInvalid', { size: given });
      await change(async ({ tx, at, schedule }) => {
        const refuse = (status: VolumeStatus) => new EngineFault('volumeNotExtendable', { status });
        const volume = await volumeTransitions.start(
          tx,
          reachOf(caller),
          id,
          volumeLifecycle.extend,
          at,
          refuse,
          { newSize },
        );
        const { tenantId, size } = volume;
        if (newSize <= size) throw new EngineFault('sizeNotLarger', { size, asked: newSize });
        // Who is connected knows it by its size.
        requireUnconnected(volume);
        await takeGigabytes(tx, tenantId, newSize - size, quotas);
        await schedule({ kind: 'extend-volume', tenantId, resourceId: id });
      });
    },

    async setReadOnly(caller, id, flag) {
      const readOnly = flagOf('readonly', flag);
      const refuse = (status: VolumeStatus) => new EngineFault('volumeFlagFixed', { status });
      await change(({ tx, at }) =>
        volumeTransitions.update(tx, reachOf(caller), id, volumeUses.setReadOnly, at, refuse, (volume) => {
          // An export that is open stays as it was opened.
          requireUnconnected(volume);
          return { readOnly };
        }),
      );
    },
  };
}
