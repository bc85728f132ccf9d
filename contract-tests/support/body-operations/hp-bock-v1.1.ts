import { type BodyOperation, blankOrLong, ids, metadata, size, VOLUME } from './body-operation.ts';

export const hpBockV11: readonly BodyOperation[] = [
  {
    id: 'hp-bock-v1.1/create-volume',
    path: '/v1.1/dev/os-volumes',
    hasXml: false,
    wrapper: 'volume',
    valid: { size: 1 },
    texts: {
      availability_zone: 'limited',
      display_description: 'limited',
      display_name: 'limited',
      imageRef: 'limited',
      volume_type: 'any',
    },
    wrong: {
      size,
      metadata: [...metadata, ...blankOrLong],
      snapshot_id: ids.filter((id) => id !== ''),
    },
  },
  {
    id: 'hp-bock-v1.1/create-snapshot',
    path: '/v1.1/dev/os-snapshots',
    hasXml: false,
    wrapper: 'snapshot',
    valid: { volume_id: VOLUME },
    texts: { display_description: 'limited', display_name: 'limited' },
    wrong: { volume_id: [null, ...ids], force: [5, [], {}, 'maybe', '', 'true false'] },
  },
  {
    id: 'hp-bock-v1.1/attach-volume',
    path: '/v1.1/dev/servers/258315/os-volume_attachments',
    hasXml: false,
    takesForms: true,
    wrapper: 'volumeAttachment',
    valid: { volumeId: VOLUME },
    texts: { device: 'limited' },
    wrong: {
      volumeId: [null, ...ids],
      device: ['vdb', '/dev/', '/dev/../etc', '/etc/passwd', '/dev/vd b'],
    },
  },
];
