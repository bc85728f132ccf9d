import type { Kind } from '../suite.ts';

export const backup: Kind = {
  name: 'backup',
  wrapper: 'backup',
  create: 'hp-volume-backup-v1.1/create-backup',
  get: 'hp-volume-backup-v1.1/show-backup-details',
  remove: 'hp-volume-backup-v1.1/delete-backup',
  parameter: 'backup_id',
  id: 'id',
  life: ['creating', 'available'],
  broken: ['error', 'error_deleting'],
};
