import { backup, type Seed, volume } from './records.ts';

const SOURCE = '4c5f1c3e-9a0e-4b8e-8f5c-6d1f0a7b0009';

/**
 * The volume and the backups that the examples of hp-volume-backup-v1.1 show. Backups 1 and 2 are those of
 * hp-block-storage-v1 in the same catalog, so these have other numbers. Both consist of two objects, as the
 * examples say, one of them the metadata: what they hold is the beginning of the volume.
 */
export function hpVolumeBackupV11Seed(tenantId: string): Seed {
  const nightly = {
    volumeId: SOURCE,
    size: 10,
    availabilityZone: 'az-1',
    container: 'nightlybackups',
    requestedContainer: 'nightlybackups',
    objectCount: 2,
  } as const;
  return {
    volumes: [
      volume(tenantId, '2012-09-01T22:00:00', { id: SOURCE, serial: 9, size: 10, status: 'available' }),
    ],
    attachments: [],
    snapshots: [],
    backups: [
      // 4.4.1.1 to 4.4.1.3
      backup(tenantId, '2012-09-03T22:00:00', {
        ...nightly,
        id: '4c5f1c3e-9a0e-4b8e-8f5c-6d1f0a7b0101',
        serial: 101,
        status: 'available',
        name: 'backup-001',
        description: 'Nightly Backup 03-Sep-2012',
        objectPrefix: `volume_${SOURCE}/20120903220000/az_az-1_backup_101`,
      }),
      backup(tenantId, '2012-09-04T22:00:00', {
        ...nightly,
        id: '4c5f1c3e-9a0e-4b8e-8f5c-6d1f0a7b0102',
        serial: 102,
        status: 'creating',
        name: 'backup-002',
        description: 'Nightly Backup 04-Sep-2012',
        objectPrefix: `volume_${SOURCE}/20120904220000/az_az-1_backup_102`,
      }),
    ],
  };
}
