import type { ResourceRules } from '../../resource-rules.ts';
import { resourceCases } from '../../resources.ts';
import type { RuleCase } from '../../suite.ts';
import type { Json } from '../../workshop.ts';
import { kinds } from '../kinds.ts';

const D = 'hp-bock-v1.1';
const TEXTS = ['displayName', 'displayDescription'];
const INTEGER = /^[1-9]\d*$/;

/** Requests are written in snake case, answers in camel case (4.4.2.2). */
const asAsked = (members: Json): Json =>
  Object.fromEntries(
    Object.entries(members).map(([name, value]) => [
      name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value,
    ]),
  );

const listing = (name: string, member: string, beyond: Json = {}) => ({
  operation: `${D}/${name}`,
  member,
  beyond,
  filters: {},
  paging: 'offset' as const,
});

const volumes: ResourceRules = {
  name: 'volumes',
  kind: 'volume',
  createStatus: 200,
  removeStatus: 202,
  body: async (_, members) => ({ volume: { size: 1, ...asAsked(members) } }),
  created: () => ({
    status: 'creating',
    displayDescription: null,
    displayName: null,
    attachments: [{}],
    volumeType: null,
    snapshotId: '',
    size: 1,
    metadata: {},
  }),
  changes: [],
  extra: [],
  texts: TEXTS,
  id: INTEGER,
  lists: [
    listing('list-volumes', 'volumes', { imageRef: '' }),
    listing('list-volumes-details', 'volumes', { imageRef: '' }),
  ],
  rules: {
    create: [
      `${D}/4.4.2.2/create-volume-of-size`,
      `${D}/4.4.2.2/create-answers-creating`,
      `${D}/4.4.2/volume-lifecycle-creating`,
      `${D}/4.4.2.1/volume-fields`,
      `${D}/4.4.2.1/empty-values`,
      `${D}/4.4.2.1/integer-ids`,
      `${D}/4.4.2.3/get-by-id`,
    ],
    texts: [
      `${D}/4.4.2.2/param-display-name`,
      `${D}/4.4.2.2/param-display-description`,
      `${D}/4.4.2.2/snake-in-camel-out`,
    ],
    list: [`${D}/4.4.2.1/lists-volumes`, `${D}/4.4.2.1/image-ref-only-in-list`],
    filter: [],
    page: [],
    remove: [
      `${D}/4.4.2.4/delete-by-id`,
      `${D}/4.4.2.4/delete-volume-202`,
      `${D}/4.4.2.4/delete-volume-no-body`,
    ],
    tenants: [`${D}/4.4.2.1/lists-volumes`],
  },
};

const snapshots: ResourceRules = {
  name: 'snapshots',
  kind: 'snapshot',
  createStatus: 200,
  // Either will do: see `equivalent` of the suite.
  removeStatus: [200, 202],
  body: async (trial, members) => ({
    snapshot: { volume_id: await trial.shared('volume/16474'), ...asAsked(members) },
  }),
  created: (_, body) => ({
    status: 'creating',
    displayDescription: null,
    displayName: null,
    volumeId: Number((body['snapshot'] as Json)['volume_id']),
    size: 1,
  }),
  // With six digits in the answer to the creation, without any in all others.
  changes: ['createdAt'],
  extra: [],
  texts: TEXTS,
  id: INTEGER,
  lists: [listing('list-snapshots', 'snapshots'), listing('list-snapshots-details', 'snapshots')],
  rules: {
    create: [
      `${D}/4.4.4.2/create-from-volume`,
      `${D}/4.4.4.2/create-answers-creating`,
      `${D}/4.4.4/snapshot-creating-available`,
      `${D}/4.4.4.1/snapshot-fields`,
      `${D}/4.4.4.3/get-by-id`,
      `${D}/4.4.4.3/root-key-snapshots`,
    ],
    texts: [`${D}/4.4.4.2/param-display-name`, `${D}/4.4.4.2/param-display-description`],
    list: [`${D}/4.4.4.1/lists-all-snapshots`],
    filter: [],
    page: [],
    remove: [
      `${D}/4.4.4.4/delete-by-id`,
      `${D}/4.4.4.4/delete-snapshot-200`,
      `${D}/4.4.4.4/delete-snapshot-no-body`,
    ],
    tenants: [`${D}/4.4.4.1/lists-all-snapshots`],
  },
};

export const resourceRules: readonly RuleCase[] = [
  ...resourceCases(volumes, kinds.volume),
  ...resourceCases(snapshots, kinds.snapshot),
];
