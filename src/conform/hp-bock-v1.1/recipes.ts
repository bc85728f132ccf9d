import type { Recipe } from '../suite.ts';

const volume = (example: string, fields: object = {}): Recipe => ({
  kind: 'volume',
  example,
  body: { volume: { size: 1, ...fields } },
});

const snapshot = (example: string, volumeId: number | string, fields: object = {}): Recipe => ({
  kind: 'snapshot',
  example,
  body: { snapshot: { volume_id: volumeId, ...fields } },
});

/** What the examples show. */
export const recipes: readonly Recipe[] = [
  volume('4183', { display_name: 'Test' }),
  volume('4261'),
  volume('4279', { display_name: 'Test Volume', display_description: 'Test Volume desc' }),
  // The examples do not show what the snapshot was taken of.
  volume('source-of-snapshot'),
  snapshot('31', 'source-of-snapshot'),
  volume('5825'),
  volume('16474'),
  volume('16750'),
  volume('18818', { size: 7 }),
  snapshot('4482', 16474),
  snapshot('4512', 16750, { display_name: '16750_snap', display_description: 'Snapshot of Volume 16750' }),
  {
    kind: 'attachment',
    example: '5825',
    body: { volumeAttachment: { volumeId: 5825, device: '/dev/vdf' } },
    params: { server_id: '258315' },
  },
];
