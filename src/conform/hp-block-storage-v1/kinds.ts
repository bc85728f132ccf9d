import type { Kind } from '../suite.ts';

const broken = ['error', 'error_attaching', 'error_detaching', 'error_restoring', 'error_deleting'];

export const kinds = {
  volume: {
    name: 'volume',
    wrapper: 'volume',
    create: 'hp-block-storage-v1/create-volume',
    get: 'hp-block-storage-v1/get-volume-details',
    remove: 'hp-block-storage-v1/delete-volume',
    parameter: 'volume_id',
    id: 'id',
    life: ['creating', 'available'],
    broken,
  },
  snapshot: {
    name: 'snapshot',
    wrapper: 'snapshot',
    create: 'hp-block-storage-v1/create-snapshot',
    get: 'hp-block-storage-v1/get-snapshot-details',
    remove: 'hp-block-storage-v1/delete-snapshot',
    parameter: 'snapshot_id',
    id: 'id',
    life: ['creating', 'available'],
    broken,
  },
  backup: {
    name: 'backup',
    wrapper: 'backup',
    create: 'hp-block-storage-v1/create-backup',
    get: 'hp-block-storage-v1/get-backup-details',
    remove: 'hp-block-storage-v1/delete-backup',
    parameter: 'backup_id',
    id: 'id',
    life: ['creating', 'available'],
    broken,
  },
  attachment: {
    name: 'attachment',
    wrapper: 'volumeAttachment',
    create: 'hp-block-storage-v1/attach-volume',
    get: 'hp-block-storage-v1/get-attached-volume-details',
    remove: 'hp-block-storage-v1/detach-volume',
    parameter: 'volume_id',
    id: 'volumeId',
    life: [],
    attached: { kind: 'volume', in: 'in-use', out: 'available' },
    broken,
  },
} as const satisfies Record<string, Kind>;
