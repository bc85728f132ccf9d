import { type Seed, snapshot, timestamp, volume } from './records.ts';

/** Volumes by the number that the examples show. The ends of the UUIDs are the numbers. */
const idOf = (serial: number): string => `7d1b0c5e-2f3a-4c4d-9e6b-${String(serial).padStart(12, '0')}`;

const ATTACHED = 5825;
const FIRST_SOURCE = 16474;
const NAMED_SOURCE = 16750;
const LARGE_SOURCE = 18818;
/**
 * Of snapshot 31, whose volume the document does not show. Volumes made later are numbered on from here, and so
 * none ever is 18819, which an example has as the number of nothing.
 */
const OLD_SOURCE = 19000;

/**
 * Every resource that the examples of hp-bock-v1.1 show, in the state they show it in. Volume 4279 is the answer to
 * three creations and then looked at: it is as in the look. What the document only mentions, such as the volumes of
 * its snapshots, is chosen to fit.
 */
export function hpBockV11Seed(tenantId: string): Seed {
  const volumeOf = (serial: number, createdAt: string, given: { readonly size?: number } = {}) =>
    volume(tenantId, createdAt, { id: idOf(serial), serial, size: 1, status: 'available', ...given });
  return {
    volumes: [
      // 4.4.2.1 and 4.4.2.3
      { ...volumeOf(4183, '2012-06-27T19:20:35'), name: 'Test' },
      volumeOf(4261, '2012-06-29T16:57:02'),
      {
        ...volumeOf(4279, '2012-06-29T19:24:03'),
        name: 'Test Volume',
        description: 'Test Volume desc',
      },
      // Named by the attachments and the snapshots.
      { ...volumeOf(ATTACHED, '2012-07-20T09:00:00'), status: 'in-use' },
      volumeOf(FIRST_SOURCE, '2012-10-29T09:00:00'),
      volumeOf(NAMED_SOURCE, '2012-11-07T09:00:00'),
      volumeOf(LARGE_SOURCE, '2012-12-04T09:00:00', { size: 7 }),
      volumeOf(OLD_SOURCE, '2012-06-01T09:00:00'),
    ],
    attachments: [
      // 4.4.3.1
      {
        volumeId: idOf(ATTACHED),
        tenantId,
        serverId: '258315',
        device: '/dev/vdf',
        attachedAt: timestamp('2012-07-20T10:00:00'),
      },
    ],
    snapshots: [
      // Named by the creation of a volume in 4.4.2.2.
      snapshot(tenantId, '2012-06-02T09:00:00', {
        id: idOf(31),
        serial: 31,
        volumeId: idOf(OLD_SOURCE),
        size: 1,
        status: 'available',
      }),
      // 4.4.4.1 and 4.4.4.3
      snapshot(tenantId, '2012-10-30T16:05:46', {
        id: idOf(4482),
        serial: 4482,
        volumeId: idOf(FIRST_SOURCE),
        size: 1,
        status: 'available',
      }),
      snapshot(tenantId, '2012-11-08T17:35:30', {
        id: idOf(4512),
        serial: 4512,
        volumeId: idOf(NAMED_SOURCE),
        size: 1,
        status: 'available',
        name: '16750_snap',
        description: 'Snapshot of Volume 16750',
      }),
      // 4.4.4.2, the answer to a creation.
      snapshot(tenantId, '2012-12-05T14:48:28.643980', {
        id: idOf(5018),
        serial: 5018,
        volumeId: idOf(LARGE_SOURCE),
        size: 7,
        status: 'creating',
        name: 'TestSnapshotName',
        description: 'Test snapshot description',
      }),
    ],
    backups: [],
  };
}
