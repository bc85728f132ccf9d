import type { Suite } from '../suite.ts';
import { kinds } from './kinds.ts';
import { recipes } from './recipes.ts';
import { rules } from './rules/rules.ts';

const UNKNOWN = 999_999_999;

/** Which kind an id is of below /v1.1, by what stands around it. */
export const containers = {
  volume: 'volume',
  volumes: 'volume',
  'os-volumes': 'volume',
  snapshot: 'snapshot',
  snapshots: 'snapshot',
  'os-snapshots': 'snapshot',
  backup: 'backup',
  backups: 'backup',
  'hp-volume-backups': 'backup',
  attachments: 'attachment',
  volumeAttachment: 'attachment',
  volumeAttachments: 'attachment',
  'os-volume_attachments': 'attachment',
  servers: 'server',
  version: 'none',
  versions: 'none',
  metadata: 'none',
} as const;

export const hpBockV11: Suite = {
  document: 'hp-bock-v1.1',
  kinds,
  recipes,
  fresh: {
    'hp-bock-v1.1/delete-volume': ['volume/4279'],
    'hp-bock-v1.1/delete-snapshot': ['snapshot/4482'],
    'hp-bock-v1.1/attach-volume': ['volume/5825', 'server/258315'],
    'hp-bock-v1.1/detach-volume': ['volume/5825', 'attachment/5825', 'server/258315'],
  },
  scenarios: {
    'hp-bock-v1.1/4.4.4.2/create-snapshot-error-404.json': {
      body: `{"snapshot": {"volume_id": ${UNKNOWN}}}`,
    },
    'hp-bock-v1.1/4.4.2/volume-quota-exceeded.json': {
      body: '{"volume": {"size": 2047}}',
      elusive: 'the quota of this tenant allows the largest volume',
    },
  },
  // The document says 200 for this deletion alone, its services and clients 202 as for all others.
  equivalent: { 'hp-bock-v1.1/delete-snapshot': [200, 202] },
  serverIds: 'integer',
  containers,
  unknown: { volume: UNKNOWN, snapshot: UNKNOWN, attachment: UNKNOWN },
  unknownBodies: {
    'hp-bock-v1.1/create-volume': { volume: { size: 1, snapshot_id: UNKNOWN } },
    'hp-bock-v1.1/create-snapshot': { snapshot: { volume_id: UNKNOWN } },
    'hp-bock-v1.1/attach-volume': { volumeAttachment: { volumeId: UNKNOWN, device: '/dev/vdf' } },
  },
  unprovokable: {},
  tenants: ['e56a97501ac64da4af7c7a6f4ecb7426'],
  rules,
};
