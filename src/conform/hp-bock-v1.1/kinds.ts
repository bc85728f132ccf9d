import type { Kind } from '../suite.ts';

const broken = ['error', 'error_attaching', 'error_detaching', 'error_restoring', 'error_deleting'];
const life = ['creating', 'available'];

export const kinds = {
  volume: {
    name: 'volume',
    wrapper: 'volume',
    create: 'hp-bock-v1.1/create-volume',
    get: 'hp-bock-v1.1/get-volume-details',
    remove: 'hp-bock-v1.1/delete-volume',
    parameter: 'volume_id',
    id: 'id',
    life,
    broken,
  },
  snapshot: {
    name: 'snapshot',
    wrapper: 'snapshot',
    create: 'hp-bock-v1.1/create-snapshot',
    get: 'hp-bock-v1.1/get-snapshot-details',
    found: 'snapshots',
    remove: 'hp-bock-v1.1/delete-snapshot',
    parameter: 'snapshot_id',
    id: 'id',
    life,
    broken,
  },
  attachment: {
    name: 'attachment',
    wrapper: 'volumeAttachment',
    create: 'hp-bock-v1.1/attach-volume',
    get: 'hp-bock-v1.1/get-attached-volume-details',
    remove: 'hp-bock-v1.1/detach-volume',
    parameter: 'volume_id',
    id: 'volumeId',
    life: [],
    attached: { kind: 'volume', in: 'in-use', out: 'available' },
    broken,
  },
} as const satisfies Record<string, Kind>;
