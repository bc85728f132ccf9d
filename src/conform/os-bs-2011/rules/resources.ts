import type { ResourceRules } from '../../resource-rules.ts';
import { resourceCases } from '../../resources.ts';
import type { RuleCase } from '../../suite.ts';
import { kinds } from '../kinds.ts';

const D = 'os-bs-2011';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const SHORT = ['id', 'name', 'links'];

const listing = (name: string, member: string, members?: readonly string[]) => ({
  operation: `${D}/${name}`,
  member,
  ...(members === undefined ? {} : { members }),
  filters: { name: 'name', status: 'status' },
  paging: 'marker' as const,
});

const volumes: ResourceRules = {
  name: 'volumes',
  kind: 'volume',
  createStatus: 202,
  removeStatus: 204,
  body: async (_, members) => ({ 'OS-BS:volume': { size: 1, ...members } }),
  created: () => ({ size: 1, status: 'CREATING' }),
  changes: ['progress'],
  extra: [],
  texts: ['name'],
  id: UUID,
  lists: [listing('list-volumes', 'OS-BS:volumes', SHORT), listing('list-volumes-details', 'OS-BS:volumes')],
  rules: {
    create: [
      `${D}/2.3.1.2.1/create-202`,
      `${D}/2.3.1.2.1/creating-available`,
      `${D}/2.3.1.2.1/progress-attribute`,
      `${D}/2.3.1.1/status-available`,
      `${D}/2.3.1.2/get-lists-details`,
    ],
    texts: [`${D}/2.3.1.2.1/random-name`],
    list: [
      `${D}/2.3.1.1.1/short-list-fields`,
      `${D}/2.3.1.1.2/detailed-list`,
      `${D}/2.3.1.1.2/detail-fields`,
    ],
    filter: [`${D}/2.3.1.1/filters`, `${D}/2.3.1.1.1/query-name`, `${D}/2.3.1.1.1/query-status`],
    page: [`${D}/2.3.1.1.1/query-marker`, `${D}/2.3.1.1.1/query-limit`],
    remove: [
      `${D}/2.3.1.2.4/delete-204`,
      `${D}/2.3.1.2.4/available-deleting-deleted`,
      `${D}/2.3.1.2.4/no-bodies`,
      `${D}/2.3.1.2.3/item-not-found`,
    ],
    tenants: [`${D}/2.3.1.1/lists-of-one-tenant`],
  },
};

const backups: ResourceRules = {
  name: 'backups',
  kind: 'backup',
  createStatus: 202,
  removeStatus: 204,
  body: async (trial, members) => ({
    'OS-BS:backup': {
      volumeId: await trial.shared('volume/c04898cc-07e8-11e1-94ef-3f8bfa4fdaa6'),
      ...members,
    },
  }),
  created: (_, body) => ({
    size: 1,
    status: 'SAVING',
    volumeId: (body['OS-BS:backup'] as { volumeId: string }).volumeId,
    metadata: undefined,
  }),
  changes: ['progress'],
  extra: [],
  texts: ['name'],
  id: UUID,
  lists: [listing('list-backups', 'OS-BS:backups', SHORT), listing('list-backups-details', 'OS-BS:backups')],
  rules: {
    create: [
      `${D}/2.3.2.2.1/create-202`,
      `${D}/2.3.2.2.1/saving-available`,
      `${D}/2.3.2.2.1/asynchronous`,
      `${D}/2.3.2.1.2/metadata-omitted-when-none`,
      `${D}/2.3.2.2/get-lists-details`,
    ],
    texts: [`${D}/2.3.2.2.1/random-name`],
    list: [
      `${D}/2.3.2.1/lists-all-backups`,
      `${D}/2.3.2.1.1/short-list-fields`,
      `${D}/2.3.2.1.2/detailed-list`,
      `${D}/2.3.2.1.2/detail-fields`,
    ],
    filter: [`${D}/2.3.2.1.1/query-name`, `${D}/2.3.2.1.1/query-status`],
    page: [`${D}/2.3.2.1.1/query-marker`, `${D}/2.3.2.1.1/query-limit`],
    remove: [
      `${D}/2.3.2.2.4/delete-204`,
      `${D}/2.3.2.2.4/available-deleting-deleted`,
      `${D}/2.3.2.2.4/no-bodies`,
    ],
    tenants: [`${D}/2.3.1.1/lists-of-one-tenant`],
  },
};

export const resourceRules: readonly RuleCase[] = [
  ...resourceCases(volumes, kinds.volume),
  ...resourceCases(backups, kinds.backup),
];
