import type { Volume, VolumeStatus } from '../catalog/records.ts';
import type { Change } from './change.ts';
import type { Connection, VolumeActions } from './engine.ts';
import type { EngineParts } from './engine-parts.ts';
import { EngineFault } from './faults.ts';
import { mayStart, volumeUses } from './lifecycle.ts';
import { reachOf } from './reach.ts';
import { volumeTransitions } from './transitions.ts';

/** Has the export made as the catalog says by now. */
export const scheduleExport = ({ schedule }: Change, { id, tenantId }: Volume): Promise<void> =>
  schedule({ kind: 'export-volume', tenantId, resourceId: id });

/** For what needs the bytes of a volume for itself. */
export function requireUnconnected({ exported }: Volume): void {
  if (exported) throw new EngineFault('volumeConnected', {});
}

/**
 * Connections of hosts to volumes. A volume that is connected to is exported, whether or not a server has it by then,
 * and stays so over restarts, until the connection is ended, or the reservation under which it was made, or the
 * attachment that it was made for.
 */
export function createConnections({
  change,
  exports,
}: EngineParts): Pick<VolumeActions, 'initializeConnection' | 'terminateConnection'> {
  const refuse = (status: VolumeStatus) => new EngineFault('volumeNotConnectable', { status });

  async function initializeConnection(
    caller: Parameters<VolumeActions['initializeConnection']>[0],
    id: string,
  ): Promise<Connection> {
    const { value, outcome } = await change(async (step) => {
      const volume = await volumeTransitions.found(step.tx, reachOf(caller), id);
      if (!mayStart(volumeUses.connect, volume.status)) throw refuse(volume.status);
      if (!volume.exported) await volumeTransitions.stay(step.tx, volume, step.at, { exported: true });
      // Also when it is exported: the answer waits for an earlier one that may still be opening it.
      await scheduleExport(step, volume);
      return volume;
    });
    if ((await outcome) === 'failed') throw new EngineFault('exportFailed', { volumeId: id });
    const address = exports.address();
    if (address === undefined) throw new EngineFault('exportsUnavailable', {});
    return { volumeId: value.id, address, isReadOnly: value.readOnly === true };
  }

  return {
    initializeConnection,

    async terminateConnection(caller, id) {
      const { outcome } = await change(async (step) => {
        const volume = await volumeTransitions.found(step.tx, reachOf(caller), id);
        if (!volume.exported || !mayStart(volumeUses.disconnect, volume.status)) return;
        await volumeTransitions.stay(step.tx, volume, step.at, { exported: false });
        await scheduleExport(step, volume);
      });
      if ((await outcome) === 'failed') throw new EngineFault('exportFailed', { volumeId: id });
    },
  };
}
