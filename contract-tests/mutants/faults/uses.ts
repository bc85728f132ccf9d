import type { Anything, Mutant } from '../mutant.ts';
import { engine } from '../planting.ts';
import { isFault } from './state.ts';

const document = 'hp-block-storage-v1';

/** Volumes are used as they must not be, or not as they may be: copies, attachments, restores. */
export const useMutants: readonly Mutant[] = [
  {
    id: 'snapshot-without-force',
    document,
    what: 'a snapshot of an attached volume needs no force',
    at: ['create-snapshot'],
    plant: (met) =>
      engine('snapshots', (snapshots) => ({
        create: (caller, request) => {
          met();
          return snapshots.create(caller, { ...request, force: true });
        },
      })),
  },
  {
    id: 'force-is-ignored',
    document,
    what: 'a snapshot of an attached volume is refused in spite of force',
    at: ['create-snapshot'],
    plant: (met) =>
      engine('snapshots', (snapshots) => ({
        create: (caller, { force: _, ...request }) => {
          met();
          return snapshots.create(caller, request);
        },
      })),
  },
  {
    id: 'attached-twice',
    document,
    what: 'a volume that is attached can be attached to another server',
    at: ['attach-volume'],
    plant: (met) =>
      engine('attachments', (attachments, whole) => ({
        attach: async (caller, request) => {
          try {
            return await attachments.attach(caller, request);
          } catch (error) {
            if (!isFault(error, 'volumeNotAttachable')) throw error;
            met();
            const { volumeId, serverId, device } = request;
            const { serial: volumeSerial } = await whole.volumes.get(caller, volumeId);
            const { tenantId } = caller;
            const attached = { volumeId, volumeSerial, serverId, tenantId, device: device ?? '/dev/vdb' };
            return { ...attached, attachedAt: '2013-01-30T13:38:50.411386' } as Anything;
          }
        },
      })),
  },
  {
    id: 'detach-does-nothing',
    document,
    what: 'detaching is accepted and the volume stays attached',
    at: ['detach-volume', 'attach-volume'],
    plant: (met) =>
      engine('attachments', (attachments) => ({
        async detach(caller, serverId, volumeId) {
          await attachments.get(caller, serverId, volumeId);
          met();
        },
      })),
  },
  {
    id: 'attached-anywhere',
    document,
    what: 'an attachment is found below a server that does not have it',
    at: ['get-attached-volume-details', 'detach-volume'],
    plant: (met) =>
      engine('attachments', (attachments, whole) => ({
        async get(caller, serverId, volumeId) {
          const { attachment } = await whole.volumes.get(caller, volumeId);
          if (attachment === null) return attachments.get(caller, serverId, volumeId);
          if (attachment.serverId !== serverId) met();
          return attachments.get(caller, attachment.serverId, volumeId);
        },
      })),
  },
  {
    id: 'restore-over-attached',
    document,
    what: 'a backup can be restored over a volume that is attached',
    at: ['restore-backup'],
    plant: (met) =>
      engine('backups', (backups) => ({
        restore: (caller, request) =>
          backups.restore(caller, request).catch((error: unknown) => {
            if (!isFault(error, 'volumeNotForRestore')) throw error;
            met();
            return backups.restore(caller, { backupId: request.backupId });
          }),
      })),
  },
  {
    id: 'restore-to-the-same-volume',
    document,
    what: 'a restore makes a new volume though one was given',
    at: ['restore-backup'],
    plant: (met) =>
      engine('backups', (backups) => ({
        restore: (caller, { backupId, volumeId }) => {
          if (volumeId != null) met();
          return backups.restore(caller, { backupId });
        },
      })),
  },
  {
    id: 'source-is-forgotten',
    document,
    what: 'a volume of a snapshot is an empty one',
    at: ['create-volume'],
    plant: (met) =>
      engine('volumes', (volumes) => ({
        create: (caller, { snapshotId, ...request }) => {
          if (snapshotId == null || request.imageRef != null || request.sourceVolumeId != null)
            return volumes.create(caller, { ...request, snapshotId });
          met();
          return volumes.create(caller, { ...request, size: request.size ?? 1 });
        },
      })),
  },
];
