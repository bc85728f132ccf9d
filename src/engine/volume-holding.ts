import type { AttachMode, Volume, VolumeStatus } from '../catalog/records.ts';
import { chooseDevice, requireServerId } from './attachments.ts';
import type { VolumeActions } from './engine.ts';
import type { EngineParts } from './engine-parts.ts';
import { EngineFault } from './faults.ts';
import { mayStart, volumeHolderLifecycle, volumeSteps } from './lifecycle.ts';
import { reachOf } from './reach.ts';
import { textOf } from './request-fields.ts';
import { volumeTransitions } from './transitions.ts';
import { scheduleExport } from './volume-connections.ts';

type Holding = Pick<
  VolumeActions,
  'reserve' | 'unreserve' | 'beginDetaching' | 'rollDetaching' | 'attach' | 'detach'
>;

/** A mount point is any text: not all hosts call their devices as servers do. */
function askedMountpoint(mountpoint: string | null | undefined): string | undefined {
  const asked = textOf('mountpoint', mountpoint);
  return asked === null || asked === '' || asked === 'auto' ? undefined : asked;
}

function askedMode(mode: string | null | undefined): AttachMode | null {
  if (mode === null || mode === undefined || mode === '') return null;
  if (mode !== 'rw' && mode !== 'ro') throw new EngineFault('attachModeInvalid', { mode });
  return mode;
}

/** What the volume allows, where nobody asks for anything. */
function modeFor({ readOnly }: Volume, asked: AttachMode | null): AttachMode | null {
  if (readOnly !== true) return asked;
  if (asked === 'rw') throw new EngineFault('volumeReadOnly', { mode: asked });
  return 'ro';
}

const refuseWith =
  (
    kind: 'volumeNotReservable' | 'volumeNotBeginDetachable' | 'volumeNotAttachable' | 'volumeNotDetachable',
  ) =>
  (status: VolumeStatus) =>
    new EngineFault(kind, { status });

/**
 * The steps by which a compute service attaches and detaches: it reserves the volume, connects, has the server use
 * it, and says that it is attached; the same backwards. Between the steps it is the service that holds the volume,
 * so each may also be taken back.
 */
export function createHolding({ change }: EngineParts): Holding {
  /** Nothing but a reservation: an attachment that is under way is not one. */
  const isReserved = ({ status, attachment }: Volume): boolean =>
    mayStart(volumeSteps.unreserve, status) && attachment === null;

  async function unreserve(caller: Parameters<Holding['unreserve']>[0], id: string): Promise<void> {
    const { outcome } = await change(async (step) => {
      const volume = await volumeTransitions.found(step.tx, reachOf(caller), id);
      const { status, attachment, exported } = volume;
      if (!mayStart(volumeSteps.unreserve, status)) return;
      if (attachment !== null)
        throw new EngineFault('volumeBeingAttached', { serverId: attachment.serverId });
      const refuse = refuseWith('volumeNotReservable');
      await volumeTransitions.step(step.tx, reachOf(caller), id, volumeSteps.unreserve, step.at, refuse, {
        exported: false,
      });
      if (exported) await scheduleExport(step, volume);
    });
    if ((await outcome) === 'failed') throw new EngineFault('exportFailed', { volumeId: id });
  }

  return {
    async reserve(caller, id) {
      const refuse = refuseWith('volumeNotReservable');
      await change(({ tx, at }) =>
        volumeTransitions.step(tx, reachOf(caller), id, volumeSteps.reserve, at, refuse),
      );
    },

    unreserve,

    async beginDetaching(caller, id) {
      const refuse = refuseWith('volumeNotBeginDetachable');
      await change(({ tx, at }) =>
        volumeTransitions.step(tx, reachOf(caller), id, volumeSteps.beginDetaching, at, refuse),
      );
    },

    async rollDetaching(caller, id) {
      const { outcome } = await change(async (step) => {
        const volume = await volumeTransitions.found(step.tx, reachOf(caller), id);
        if (!mayStart(volumeSteps.rollDetaching, volume.status)) return;
        const refuse = refuseWith('volumeNotDetachable');
        await volumeTransitions.step(
          step.tx,
          reachOf(caller),
          id,
          volumeSteps.rollDetaching,
          step.at,
          refuse,
          {
            exported: volume.attachment !== null,
          },
        );
        // The connection may have been ended already; the server needs it again.
        await scheduleExport(step, volume);
      });
      if ((await outcome) === 'failed') throw new EngineFault('exportFailed', { volumeId: id });
    },

    async attach(caller, id, { serverId, mountpoint, mode }) {
      requireServerId(serverId);
      const asked = askedMountpoint(mountpoint);
      const wanted = askedMode(mode);
      const { outcome } = await change(async ({ tx, at, schedule }) => {
        const refuse = refuseWith('volumeNotAttachable');
        const row = volumeHolderLifecycle.attachByHolder;
        const volume = await volumeTransitions.start(tx, reachOf(caller), id, row, at, refuse);
        const { tenantId, attachment } = volume;
        if (attachment !== null && attachment.serverId !== serverId)
          throw new EngineFault('volumeBeingAttached', { serverId: attachment.serverId });
        // Who says the same again has not heard of what became of the first time.
        if (attachment === null) {
          const device = await chooseDevice(tx, tenantId, serverId, asked);
          const isNew = await tx.insertAttachment({
            volumeId: id,
            tenantId,
            serverId,
            device,
            attachedAt: at,
            mode: modeFor(volume, wanted),
          });
          if (isNew === undefined) throw new EngineFault('deviceInUse', { device });
        }
        await schedule({ kind: 'attach-volume', tenantId, resourceId: id });
      });
      if ((await outcome) === 'failed') throw new EngineFault('attachFailed', { volumeId: id });
    },

    async detach(caller, id) {
      const { value, outcome } = await change(async ({ tx, at, schedule }) => {
        const volume = await volumeTransitions.found(tx, reachOf(caller), id);
        if (isReserved(volume)) return 'reserved';
        const row = volumeHolderLifecycle.detachByHolder;
        await volumeTransitions.start(tx, reachOf(caller), id, row, at, refuseWith('volumeNotDetachable'));
        await schedule({ kind: 'detach-volume', tenantId: volume.tenantId, resourceId: id });
        return 'attached';
      });
      if (value === 'reserved') return unreserve(caller, id);
      if ((await outcome) === 'failed') throw new EngineFault('detachFailed', { volumeId: id });
    },
  };
}
