import type { ResourceRules } from '../../resource-rules.ts';
import { resourceCases } from '../../resources.ts';
import type { RuleCase } from '../../suite.ts';
import type { Trial } from '../../trial.ts';
import { kinds } from '../kinds.ts';

const D = 'hp-block-storage-v1';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const TEXTS = ['display_name', 'display_description'];

/** What snapshots and backups are made of: the examples' volume for it, which nothing changes. */
export const sourceVolume = (trial: Trial) => trial.shared('volume/64f5d2fb-d836-4063-b7e2-544d5c1ff607');

const volumes: ResourceRules = {
  name: 'volumes',
  kind: 'volume',
  createStatus: 200,
  removeStatus: 202,
  body: async (_, members) => ({ volume: { size: 1, ...members } }),
  created: (trial) => ({
    attachments: [],
    ...(trial.media === 'json' ? { bootable: 'false' } : {}),
    display_description: null,
    display_name: null,
    metadata: {},
    size: 1,
    snapshot_id: null,
    source_volid: null,
    status: 'creating',
    volume_type: 'None',
  }),
  changes: [],
  extra: [],
  texts: TEXTS,
  id: UUID,
  lists: ['list-volumes', 'list-volumes-details'].map((name) => ({
    operation: `${D}/${name}`,
    member: 'volumes',
    filters: { status: 'status', display_name: 'display_name' },
    paging: 'offset',
  })),
  order: 'newest first',
  rules: {
    create: [
      `${D}/4.5.1.4/create-answers-creating`,
      `${D}/4.5.1/status-creating-available`,
      `${D}/2.2.1/new-volume-unattached-available`,
      `${D}/4.5.1.1/json-field-types`,
      `${D}/4.5.1.3/get-by-id`,
    ],
    texts: [
      `${D}/2.2.1/optional-name-and-description`,
      `${D}/4.5.1.4/param-display-name`,
      `${D}/4.5.1.4/param-display-description`,
    ],
    list: [`${D}/1/volume-persists-until-deleted`, `${D}/4.5.1.2/detail-gives-more`],
    filter: [],
    page: [],
    remove: [
      `${D}/4.5.1.5/delete-by-id`,
      `${D}/4.5.1.5/delete-volume-202`,
      `${D}/4.5.1.5/delete-volume-no-body`,
      `${D}/4.4/error-404`,
    ],
    tenants: [`${D}/4.5.1.1/lists-own-tenant`, `${D}/4.2.3/token-scope`],
  },
};

const snapshots: ResourceRules = {
  name: 'snapshots',
  kind: 'snapshot',
  createStatus: 200,
  removeStatus: 202,
  body: async (trial, members) => ({ snapshot: { volume_id: await sourceVolume(trial), ...members } }),
  created: (_, body) => ({
    display_description: null,
    display_name: null,
    size: 1,
    status: 'creating',
    volume_id: (body['snapshot'] as { volume_id: string }).volume_id,
  }),
  changes: [],
  extra: ['os-extended-snapshot-attributes:progress', 'os-extended-snapshot-attributes:project_id'],
  texts: TEXTS,
  id: UUID,
  lists: [
    {
      operation: `${D}/list-snapshots`,
      member: 'snapshots',
      members: ['created_at', 'display_description', 'display_name', 'id', 'size', 'status', 'volume_id'],
      released: ['metadata'],
      filters: { status: 'status', display_name: 'display_name', volume_id: 'volume_id' },
      paging: 'offset',
    },
    {
      operation: `${D}/list-snapshots-details`,
      member: 'snapshots',
      filters: { status: 'status', display_name: 'display_name', volume_id: 'volume_id' },
      paging: 'offset',
    },
  ],
  order: 'newest first',
  rules: {
    create: [
      `${D}/4.5.2.4/create-answers-creating`,
      `${D}/4.5.2/snapshot-creating-available`,
      `${D}/4.5.2.4/snapshot-of-volume`,
      `${D}/4.5.2.3/get-by-id`,
    ],
    texts: [`${D}/4.5.2.4/param-display-name`, `${D}/4.5.2.4/param-display-description`],
    list: [
      `${D}/4.5.2.1/snapshot-fields`,
      `${D}/4.5.2.2/detail-gives-more`,
      `${D}/4.5.2.2/extended-attributes`,
    ],
    filter: [],
    page: [],
    remove: [
      `${D}/4.5.2.5/delete-by-id`,
      `${D}/4.5.2.5/delete-snapshot-202`,
      `${D}/4.5.2.5/delete-snapshot-no-body`,
      `${D}/4.4/error-404`,
    ],
    tenants: [`${D}/4.5.2.1/lists-own-tenant`, `${D}/4.2.3/token-scope`],
  },
};

const backups: ResourceRules = {
  name: 'backups',
  kind: 'backup',
  createStatus: 200,
  removeStatus: 202,
  body: async (trial, members) => ({ backup: { volume_id: await sourceVolume(trial), ...members } }),
  created: (_, body) => ({
    availability_zone: null,
    container: null,
    display_description: null,
    display_name: null,
    fail_reason: null,
    object_count: null,
    size: 1,
    status: 'creating',
    volume_id: (body['backup'] as { volume_id: string }).volume_id,
  }),
  changes: ['availability_zone', 'container', 'object_count'],
  extra: [],
  texts: TEXTS,
  id: /^[1-9]\d*$/,
  releasedId: UUID,
  lists: [
    {
      operation: `${D}/list-backups`,
      member: 'backups',
      members: ['id', 'status'],
      released: ['links', 'name'],
      filters: { status: 'status', display_name: 'display_name' },
      paging: 'offset',
    },
    {
      operation: `${D}/list-backups-details`,
      member: 'backups',
      filters: { status: 'status', display_name: 'display_name' },
      paging: 'offset',
    },
  ],
  order: 'oldest first',
  rules: {
    create: [
      `${D}/4.5.3.4/create-answers-nulls`,
      `${D}/4.5.3/backup-creating-available`,
      `${D}/4.5.3.4/asynchronous`,
      `${D}/4.5.3.3/get-by-id`,
    ],
    texts: [`${D}/4.5.3.4/param-display-name`, `${D}/4.5.3.4/param-display-description`],
    list: [
      `${D}/4.5.3.1/plain-list-id-and-status`,
      `${D}/4.5.3.2/backup-fields`,
      `${D}/4.5.3.2/detail-gives-more`,
    ],
    filter: [],
    page: [],
    remove: [
      `${D}/4.5.3.5/delete-by-id`,
      `${D}/4.5.3.5/delete-backup-202`,
      `${D}/4.5.3.5/asynchronous`,
      `${D}/4.4/error-404`,
    ],
    tenants: [`${D}/4.5.3.1/lists-own-tenant`, `${D}/4.2.3/token-scope`],
  },
};

export const resourceRules: readonly RuleCase[] = [
  ...resourceCases(volumes, kinds.volume),
  ...resourceCases(snapshots, kinds.snapshot),
  ...resourceCases(backups, kinds.backup),
];
