import { backup, type Seed, timestamp, volume } from './records.ts';

const WORK = '15e59938-07d5-11e1-90e3-e3dffe0c5983';
const HOME = '4512308a-0808-11e1-bff3-83d5d70a461f';
const ORIGINAL_SOURCE = 'c04898cc-07e8-11e1-94ef-3f8bfa4fdaa6';
const MY_BACKUP = 'f9822734-07d4-11e1-a16e-2396601839a1';
const SERVER = '52415800-8b69-11e0-9b19-734f6af67565';
const SSD = '35e1c8d2-e477-11e0-93ed-4f2505dfa32e';
/** Who has made everything in the examples. */
const userName = 'joeuser';

/**
 * Every volume and backup that the examples of os-bs-2011 show, in the state that most of them show it in. The
 * volume of the second backup is only named there; what it is like is chosen to fit.
 */
export function osBs2011Seed(tenantId: string): Seed {
  const terabyte = { typeId: SSD, size: 1024, userName } as const;
  return {
    volumes: [
      // 2.3.1.1.1 to 2.3.1.2.3
      volume(tenantId, '2011-09-09T00:00:00', {
        ...terabyte,
        id: WORK,
        name: 'Work',
        status: 'in-use',
        metadata: { Type: 'Work Directory', Owner: 'Joe User' },
      }),
      volume(tenantId, '2011-09-15T00:00:00', {
        ...terabyte,
        id: HOME,
        name: 'Home',
        status: 'attaching',
        metadata: { Type: 'Home Directory', Owner: 'Joe User' },
      }),
      // Named by the backup Original.
      volume(tenantId, '2011-08-16T00:00:00', { ...terabyte, id: ORIGINAL_SOURCE, status: 'available' }),
    ],
    attachments: [
      {
        volumeId: WORK,
        tenantId,
        serverId: SERVER,
        device: '/dev/vdb',
        attachedAt: timestamp('2011-11-11T00:00:00'),
      },
      {
        volumeId: HOME,
        tenantId,
        serverId: SERVER,
        device: '/dev/vdc',
        attachedAt: timestamp('2011-11-11T00:00:00'),
      },
    ],
    snapshots: [],
    backups: [
      // 2.3.2.1.1 to 2.3.2.2.3. One object of data, of a volume in which nothing is written.
      backup(tenantId, '2011-09-09T00:00:00', {
        id: MY_BACKUP,
        serial: 201,
        volumeId: WORK,
        size: 1024,
        status: 'available',
        name: 'My Backup',
        metadata: { BackupType: 'Yearly', ImageVersion: '2.1' },
        userName,
        availabilityZone: 'nova',
        container: 'volumebackups',
        objectPrefix: `volume_${WORK}/20110909000000/az_nova_backup_201`,
        objectCount: 2,
      }),
      backup(tenantId, '2011-08-17T00:00:00', {
        id: 'ab7cbf2c-07e8-11e1-98d5-9b76347df0b3',
        serial: 202,
        volumeId: ORIGINAL_SOURCE,
        size: 1024,
        status: 'creating',
        name: 'Original',
        progress: 55,
        userName,
      }),
    ],
  };
}
