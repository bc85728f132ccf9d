// Generated from openapi/ by `make generate`. Never edit: change the contract instead.

import type { OperationId } from './contract.ts';

/** What is known of an operation without reading the contract. */
export interface Operation {
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE' | 'OPTIONS' | 'HEAD' | 'PATCH';
  /** In the router's form: `/v1/:tenant_id/volumes`. */
  readonly path: string;
  readonly tag: string;
  /** The document that describes the operation, and the section there; null where none does. */
  readonly document: string;
  readonly section: string | null;
  /** Answered without a token. */
  readonly public: boolean;
}

export const operations = {
  'cinderblock/healthz': {
    method: 'GET',
    path: '/healthz',
    tag: 'cinderblock/health',
    document: 'cinderblock',
    section: null,
    public: true,
  },
  'cinderblock/readyz': {
    method: 'GET',
    path: '/readyz',
    tag: 'cinderblock/health',
    document: 'cinderblock',
    section: null,
    public: true,
  },
  'hp-block-storage-v1/list-attached-volumes': {
    method: 'GET',
    path: '/v2/:tenant_id/servers/:server_id/os-volume_attachments',
    tag: 'hp-block-storage-v1/attachments',
    document: 'hp-block-storage-v1',
    section: '4.5.4.1',
    public: false,
  },
  'hp-block-storage-v1/attach-volume': {
    method: 'POST',
    path: '/v2/:tenant_id/servers/:server_id/os-volume_attachments',
    tag: 'hp-block-storage-v1/attachments',
    document: 'hp-block-storage-v1',
    section: '4.5.4.2',
    public: false,
  },
  'hp-block-storage-v1/get-attached-volume-details': {
    method: 'GET',
    path: '/v2/:tenant_id/servers/:server_id/os-volume_attachments/:volume_id',
    tag: 'hp-block-storage-v1/attachments',
    document: 'hp-block-storage-v1',
    section: '4.5.4.4',
    public: false,
  },
  'hp-block-storage-v1/detach-volume': {
    method: 'DELETE',
    path: '/v2/:tenant_id/servers/:server_id/os-volume_attachments/:volume_id',
    tag: 'hp-block-storage-v1/attachments',
    document: 'hp-block-storage-v1',
    section: '4.5.4.3',
    public: false,
  },
  'hp-block-storage-v1/list-backups': {
    method: 'GET',
    path: '/v1/:tenant_id/backups',
    tag: 'hp-block-storage-v1/backups',
    document: 'hp-block-storage-v1',
    section: '4.5.3.1',
    public: false,
  },
  'hp-block-storage-v1/create-backup': {
    method: 'POST',
    path: '/v1/:tenant_id/backups',
    tag: 'hp-block-storage-v1/backups',
    document: 'hp-block-storage-v1',
    section: '4.5.3.4',
    public: false,
  },
  'hp-block-storage-v1/list-backups-details': {
    method: 'GET',
    path: '/v1/:tenant_id/backups/detail',
    tag: 'hp-block-storage-v1/backups',
    document: 'hp-block-storage-v1',
    section: '4.5.3.2',
    public: false,
  },
  'hp-block-storage-v1/get-backup-details': {
    method: 'GET',
    path: '/v1/:tenant_id/backups/:backup_id',
    tag: 'hp-block-storage-v1/backups',
    document: 'hp-block-storage-v1',
    section: '4.5.3.3',
    public: false,
  },
  'hp-block-storage-v1/delete-backup': {
    method: 'DELETE',
    path: '/v1/:tenant_id/backups/:backup_id',
    tag: 'hp-block-storage-v1/backups',
    document: 'hp-block-storage-v1',
    section: '4.5.3.5',
    public: false,
  },
  'hp-block-storage-v1/restore-backup': {
    method: 'POST',
    path: '/v1/:tenant_id/backups/:backup_id/restore',
    tag: 'hp-block-storage-v1/backups',
    document: 'hp-block-storage-v1',
    section: '4.5.3.6',
    public: false,
  },
  'hp-block-storage-v1/list-snapshots': {
    method: 'GET',
    path: '/v1/:tenant_id/snapshots',
    tag: 'hp-block-storage-v1/snapshots',
    document: 'hp-block-storage-v1',
    section: '4.5.2.1',
    public: false,
  },
  'hp-block-storage-v1/create-snapshot': {
    method: 'POST',
    path: '/v1/:tenant_id/snapshots',
    tag: 'hp-block-storage-v1/snapshots',
    document: 'hp-block-storage-v1',
    section: '4.5.2.4',
    public: false,
  },
  'hp-block-storage-v1/list-snapshots-details': {
    method: 'GET',
    path: '/v1/:tenant_id/snapshots/detail',
    tag: 'hp-block-storage-v1/snapshots',
    document: 'hp-block-storage-v1',
    section: '4.5.2.2',
    public: false,
  },
  'hp-block-storage-v1/get-snapshot-details': {
    method: 'GET',
    path: '/v1/:tenant_id/snapshots/:snapshot_id',
    tag: 'hp-block-storage-v1/snapshots',
    document: 'hp-block-storage-v1',
    section: '4.5.2.3',
    public: false,
  },
  'hp-block-storage-v1/delete-snapshot': {
    method: 'DELETE',
    path: '/v1/:tenant_id/snapshots/:snapshot_id',
    tag: 'hp-block-storage-v1/snapshots',
    document: 'hp-block-storage-v1',
    section: '4.5.2.5',
    public: false,
  },
  'hp-block-storage-v1/list-volumes': {
    method: 'GET',
    path: '/v1/:tenant_id/volumes',
    tag: 'hp-block-storage-v1/volumes',
    document: 'hp-block-storage-v1',
    section: '4.5.1.1',
    public: false,
  },
  'hp-block-storage-v1/create-volume': {
    method: 'POST',
    path: '/v1/:tenant_id/volumes',
    tag: 'hp-block-storage-v1/volumes',
    document: 'hp-block-storage-v1',
    section: '4.5.1.4',
    public: false,
  },
  'hp-block-storage-v1/list-volumes-details': {
    method: 'GET',
    path: '/v1/:tenant_id/volumes/detail',
    tag: 'hp-block-storage-v1/volumes',
    document: 'hp-block-storage-v1',
    section: '4.5.1.2',
    public: false,
  },
  'hp-block-storage-v1/get-volume-details': {
    method: 'GET',
    path: '/v1/:tenant_id/volumes/:volume_id',
    tag: 'hp-block-storage-v1/volumes',
    document: 'hp-block-storage-v1',
    section: '4.5.1.3',
    public: false,
  },
  'hp-block-storage-v1/delete-volume': {
    method: 'DELETE',
    path: '/v1/:tenant_id/volumes/:volume_id',
    tag: 'hp-block-storage-v1/volumes',
    document: 'hp-block-storage-v1',
    section: '4.5.1.5',
    public: false,
  },
  'identity-v2.0/list-tenants': {
    method: 'GET',
    path: '/v2.0/tenants',
    tag: 'identity-v2.0/tenants',
    document: 'identity-v2.0',
    section: null,
    public: false,
  },
  'identity-v2.0/authenticate': {
    method: 'POST',
    path: '/v2.0/tokens',
    tag: 'identity-v2.0/tokens',
    document: 'identity-v2.0',
    section: null,
    public: true,
  },
  'identity-v2.0/get-version': {
    method: 'GET',
    path: '/v2.0',
    tag: 'identity-v2.0/versions',
    document: 'identity-v2.0',
    section: null,
    public: true,
  },
} as const satisfies Record<OperationId, Operation>;
