import { backup, type Seed, snapshot, timestamp, volume } from './records.ts';

const SNAPSHOT_SOURCE = '64f5d2fb-d836-4063-b7e2-544d5c1ff607';
const BACKUP_SOURCE = '795114e8-7489-40be-a978-83797f2c1dd3';
const BOOT_VOLUME = '29b53979-c09d-4944-a170-5430aac864df';
const ATTACHED = 'c3b1a45c-9f3a-4226-af72-f38709ab25f2';
const SERVER = 'bb6a4f73-c851-4d62-8ef4-56c9b6c12df1';

/**
 * Every resource that the examples of hp-block-storage-v1 show, in the state they show it in. Where two
 * examples disagree (backup 2 is creating in one and available in three) the majority is taken. What the
 * document only mentions, such as the size of a volume that it never shows, is chosen to fit.
 */
export function hpBlockStorageV1Seed(tenantId: string): Seed {
  return {
    volumes: [
      // 4.5.1.1 to 4.5.1.3, the lists and the details.
      volume(tenantId, '2013-01-23T11:25:03', {
        id: '128a2078-0de3-4ff2-bf9f-d315e91fe3bb',
        size: 200,
        status: 'error',
      }),
      volume(tenantId, '2013-01-21T16:36:19', {
        id: BOOT_VOLUME,
        size: 5,
        status: 'in-use',
        bootable: true,
        imageId: '62560ce2-ee31-4ee6-bc9b-81a98fd3d52b',
        imageMetadata: {
          image_id: '62560ce2-ee31-4ee6-bc9b-81a98fd3d52b',
          image_name: 'precise-server-cloudimg-i386',
        },
      }),
      volume(tenantId, '2013-01-21T14:32:27', {
        id: 'd9f5479a-a9af-4e96-b418-0d9a602a8b03',
        size: 2,
        status: 'available',
        snapshotId: '2ee9a7ed-48f3-481c-a20e-6c53bf08c067',
      }),
      volume(tenantId, '2013-01-17T11:39:56', {
        id: '9b93609e-229f-4e99-8f1e-721fcd86e7db',
        size: 1,
        status: 'available',
      }),
      // 4.5.1.4, the answers to a creation.
      volume(tenantId, '2013-01-30T13:38:50.411386', {
        id: 'b6f6b5fb-ba09-44c9-a263-b4acbdbf1d38',
        size: 1,
        status: 'creating',
        availabilityZone: 'az1',
      }),
      volume(tenantId, '2013-01-30T13:50:55.134360', {
        id: '8276e101-2d67-4e67-b63f-78b3a34e678c',
        size: 1,
        status: 'creating',
      }),
      // Named by the snapshots, the backups and the attachments.
      volume(tenantId, '2013-01-30T12:00:00', { id: SNAPSHOT_SOURCE, size: 1, status: 'available' }),
      volume(tenantId, '2013-01-31T12:00:00', {
        id: BACKUP_SOURCE,
        size: 1,
        status: 'in-use',
        availabilityZone: 'az1',
      }),
      volume(tenantId, '2013-01-31T12:10:00', { id: ATTACHED, size: 1, status: 'in-use' }),
    ],
    attachments: [
      // 4.5.1.1
      {
        volumeId: BOOT_VOLUME,
        tenantId,
        serverId: 'c31ae64f-03d4-4bc9-b2bf-06f80db0ff62',
        device: '/dev/vdd',
        attachedAt: timestamp('2013-01-21T16:40:00'),
      },
      // 4.5.4.1
      {
        volumeId: BACKUP_SOURCE,
        tenantId,
        serverId: SERVER,
        device: '/dev/vdb',
        attachedAt: timestamp('2013-01-31T14:00:00'),
      },
      // 4.5.4.2 and 4.5.4.4
      {
        volumeId: ATTACHED,
        tenantId,
        serverId: SERVER,
        device: '/dev/vdc',
        attachedAt: timestamp('2013-01-31T14:10:00'),
      },
    ],
    snapshots: [
      // 4.5.2.1 and 4.5.2.2
      snapshot(tenantId, '2013-01-30T16:41:58', {
        id: 'e45fed49-801d-4a61-8927-5c8005a1c584',
        volumeId: SNAPSHOT_SOURCE,
        size: 1,
        status: 'available',
      }),
      snapshot(tenantId, '2013-01-30T16:44:13', {
        id: '0500944b-1179-4b1c-9f31-b3f0da8e669c',
        volumeId: SNAPSHOT_SOURCE,
        size: 1,
        status: 'available',
      }),
      // 4.5.2.3
      snapshot(tenantId, '2013-01-30T17:37:06', {
        id: '49bfe04f-32c6-4804-805d-9c3d0040a11f',
        volumeId: SNAPSHOT_SOURCE,
        size: 1,
        status: 'available',
      }),
      // 4.5.2.4, the answers to a creation.
      snapshot(tenantId, '2013-01-30T19:15:22.014175', {
        id: '64f0946c-2863-4392-afe3-94f3f600f5e8',
        volumeId: SNAPSHOT_SOURCE,
        size: 1,
        status: 'creating',
      }),
      snapshot(tenantId, '2013-01-30T19:16:10.149951', {
        id: '9b211c57-7fb5-4811-88ea-15fc30908dba',
        volumeId: SNAPSHOT_SOURCE,
        size: 1,
        status: 'creating',
      }),
    ],
    backups: [
      // 4.5.3.1 to 4.5.3.3. The object names are those of the example in 4.5.3.4.
      backup(tenantId, '2013-01-31T12:43:30', {
        id: '0f3a6a86-31a5-4b3c-8a43-3b1f6ad0b001',
        serial: 1,
        volumeId: BACKUP_SOURCE,
        size: 1,
        status: 'available',
        availabilityZone: 'az1',
        container: 'volumebackups',
        objectPrefix: `volume_${BACKUP_SOURCE}/20130131124331/az_az1_backup_1`,
        objectCount: 22,
      }),
      backup(tenantId, '2013-01-31T12:44:32', {
        id: '0f3a6a86-31a5-4b3c-8a43-3b1f6ad0b002',
        serial: 2,
        volumeId: BACKUP_SOURCE,
        size: 1,
        status: 'available',
        availabilityZone: 'az1',
        container: 'volumebackups',
        objectPrefix: `volume_${BACKUP_SOURCE}/20130131124433/az_az1_backup_2`,
        objectCount: 22,
      }),
      // 4.5.3.4, the answers to a creation.
      backup(tenantId, '2013-01-31T13:09:42.457824', {
        id: '0f3a6a86-31a5-4b3c-8a43-3b1f6ad0b003',
        serial: 3,
        volumeId: BACKUP_SOURCE,
        size: 1,
        status: 'creating',
      }),
      backup(tenantId, '2013-01-31T13:13:17.604988', {
        id: '0f3a6a86-31a5-4b3c-8a43-3b1f6ad0b004',
        serial: 4,
        volumeId: BACKUP_SOURCE,
        size: 1,
        status: 'creating',
      }),
    ],
  };
}
