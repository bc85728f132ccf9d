import type { Kind } from '../suite.ts';

export const kinds = {
  volume: {
    name: 'volume',
    wrapper: 'OS-BS:volume',
    create: 'os-bs-2011/create-volume',
    get: 'os-bs-2011/get-volume-details',
    remove: 'os-bs-2011/delete-volume',
    parameter: 'id',
    id: 'id',
    life: ['CREATING', 'AVAILABLE'],
    broken: ['ERROR'],
  },
  backup: {
    name: 'backup',
    wrapper: 'OS-BS:backup',
    create: 'os-bs-2011/create-backup',
    get: 'os-bs-2011/get-backup-details',
    remove: 'os-bs-2011/delete-backup',
    parameter: 'id',
    id: 'id',
    life: ['SAVING', 'AVAILABLE'],
    broken: ['ERROR'],
  },
} as const satisfies Record<string, Kind>;
