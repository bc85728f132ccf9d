import type { Recipe } from '../suite.ts';

const PLAIN = '9b93609e-229f-4e99-8f1e-721fcd86e7db';
const OF_SNAPSHOT = 'd9f5479a-a9af-4e96-b418-0d9a602a8b03';
const ITS_SNAPSHOT = '2ee9a7ed-48f3-481c-a20e-6c53bf08c067';
const BOOTABLE = '29b53979-c09d-4944-a170-5430aac864df';
const SNAPSHOT_SOURCE = '64f5d2fb-d836-4063-b7e2-544d5c1ff607';
const BACKUP_SOURCE = '795114e8-7489-40be-a978-83797f2c1dd3';
const ATTACHED = 'c3b1a45c-9f3a-4226-af72-f38709ab25f2';
const SERVER = 'bb6a4f73-c851-4d62-8ef4-56c9b6c12df1';

const volume = (example: string, fields: object, after: readonly string[] = []): Recipe => ({
  kind: 'volume',
  example,
  body: { volume: { size: 1, availability_zone: 'nova', ...fields } },
  after,
});

const snapshot = (example: string, volumeId: string): Recipe => ({
  kind: 'snapshot',
  example,
  body: { snapshot: { volume_id: volumeId } },
});

const backup = (example: string): Recipe => ({
  kind: 'backup',
  example,
  body: { backup: { volume_id: BACKUP_SOURCE } },
});

const attachment = (
  example: string,
  server: string,
  device: string,
  after: readonly string[] = [],
): Recipe => ({
  kind: 'attachment',
  example,
  body: { volumeAttachment: { volumeId: example, device } },
  params: { server_id: server },
  after,
});

/** What the examples show, as far as the API can make it; the oldest first. */
export const recipes: readonly Recipe[] = [
  volume(PLAIN, {}),
  // The examples do not show what the snapshot was taken of.
  volume('source-of-snapshot', { size: 2 }),
  snapshot(ITS_SNAPSHOT, 'source-of-snapshot'),
  // One example of a list leaves out the older one.
  volume(OF_SNAPSHOT, { size: 2, snapshot_id: ITS_SNAPSHOT }, [`volume/${PLAIN}`]),
  volume(BOOTABLE, { size: 5, imageRef: '62560ce2-ee31-4ee6-bc9b-81a98fd3d52b' }),
  volume(SNAPSHOT_SOURCE, {}),
  volume(BACKUP_SOURCE, { availability_zone: 'az1' }),
  volume(ATTACHED, {}),
  snapshot('e45fed49-801d-4a61-8927-5c8005a1c584', SNAPSHOT_SOURCE),
  snapshot('0500944b-1179-4b1c-9f31-b3f0da8e669c', SNAPSHOT_SOURCE),
  snapshot('49bfe04f-32c6-4804-805d-9c3d0040a11f', SNAPSHOT_SOURCE),
  backup('1'),
  backup('2'),
  attachment(BOOTABLE, 'c31ae64f-03d4-4bc9-b2bf-06f80db0ff62', '/dev/vdd'),
  // Backups are of volumes that are not attached.
  attachment(BACKUP_SOURCE, SERVER, '/dev/vdb', ['backup/1', 'backup/2']),
  attachment(ATTACHED, SERVER, '/dev/vdc'),
];
