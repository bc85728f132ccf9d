import type { Suite } from '../suite.ts';
import { kinds } from './kinds.ts';
import { recipes } from './recipes.ts';
import { rules } from './rules/rules.ts';

const UNKNOWN = 'ffffffff-0000-4000-8000-00000000dead';

export const hpBlockStorageV1: Suite = {
  document: 'hp-block-storage-v1',
  kinds,
  recipes,
  fresh: {
    'hp-block-storage-v1/delete-volume': ['volume/9b93609e-229f-4e99-8f1e-721fcd86e7db'],
    'hp-block-storage-v1/delete-snapshot': ['snapshot/49bfe04f-32c6-4804-805d-9c3d0040a11f'],
    'hp-block-storage-v1/create-snapshot': ['volume/64f5d2fb-d836-4063-b7e2-544d5c1ff607'],
    'hp-block-storage-v1/create-backup': ['volume/64f5d2fb-d836-4063-b7e2-544d5c1ff607'],
    // A backup takes one restore at a time.
    'hp-block-storage-v1/restore-backup': [
      'volume/64f5d2fb-d836-4063-b7e2-544d5c1ff607',
      'volume/795114e8-7489-40be-a978-83797f2c1dd3',
      'backup/2',
    ],
    'hp-block-storage-v1/delete-backup': ['volume/795114e8-7489-40be-a978-83797f2c1dd3', 'backup/1'],
    'hp-block-storage-v1/attach-volume': [
      'volume/795114e8-7489-40be-a978-83797f2c1dd3',
      'volume/64f5d2fb-d836-4063-b7e2-544d5c1ff607',
      'server/bb6a4f73-c851-4d62-8ef4-56c9b6c12df1',
    ],
    'hp-block-storage-v1/detach-volume': [
      'volume/c3b1a45c-9f3a-4226-af72-f38709ab25f2',
      'attachment/c3b1a45c-9f3a-4226-af72-f38709ab25f2',
      'server/bb6a4f73-c851-4d62-8ef4-56c9b6c12df1',
    ],
  },
  scenarios: {
    'hp-block-storage-v1/4.4/bad-request.json': { body: '{"volume": {"size": 1}' },
    'hp-block-storage-v1/4.4/bad-request.xml': { body: '<volume size="1">' },
    'hp-block-storage-v1/4.4/over-limit.json': { limited: true },
    'hp-block-storage-v1/4.4/over-limit.xml': { limited: true },
    // The largest there is: more than most quotas leave.
    'hp-block-storage-v1/4.5.1/volume-quota-exceeded.json': {
      body: '{"volume": {"size": 2047}}',
      elusive: 'the quota of this tenant allows the largest volume',
    },
  },
  equivalent: {},
  serverIds: 'uuid',
  containers: {
    volume: 'volume',
    volumes: 'volume',
    snapshot: 'snapshot',
    snapshots: 'snapshot',
    backup: 'backup',
    backups: 'backup',
    attachments: 'attachment',
    volumeAttachment: 'attachment',
    volumeAttachments: 'attachment',
    'os-volume_attachments': 'attachment',
    servers: 'server',
    metadata: 'none',
    volume_image_metadata: 'none',
  },
  unknown: { volume: UNKNOWN, snapshot: UNKNOWN, backup: 999_999_999, attachment: UNKNOWN },
  unknownBodies: {
    'hp-block-storage-v1/create-volume': { volume: { size: 1, snapshot_id: UNKNOWN } },
    'hp-block-storage-v1/create-snapshot': { snapshot: { volume_id: UNKNOWN } },
    'hp-block-storage-v1/create-backup': { backup: { volume_id: UNKNOWN } },
    'hp-block-storage-v1/attach-volume': { volumeAttachment: { volumeId: UNKNOWN } },
  },
  unprovokable: {},
  tenants: ['e56a97501ac64da4af7c7a6f4ecb7426'],
  rules,
};
