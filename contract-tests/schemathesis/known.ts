/** A server that attachments of the documents' samples belong to. */
const SERVER_ID = 'bb6a4f73-c851-4d62-8ef4-56c9b6c12df1';

const volumes = '/v1/dev/volumes';
const osVolumes = '/v1.1/dev/os-volumes';
const ofNova = { volume_id: osVolumes, volumeId: osVolumes, snapshot_id: '/v1.1/dev/os-snapshots' };

/**
 * What schemathesis is told of the resources of tenant `dev`; ids in paths it looks up itself, in the list
 * that the path begins with.
 */
export const known = {
  /** Path parameters that have no list. */
  parameters: { server_id: [SERVER_ID] },
  /** Members of bodies that are ids, with the list to take one from, by the beginning of the path. */
  bodies: {
    '/v1/': { volume_id: volumes, source_volid: volumes, snapshot_id: '/v1/dev/snapshots' },
    '/v2/': { volume_id: volumes, volumeId: volumes },
    '/v1.1/{tenant_id}/OS-BS/': {
      volumeId: '/v1.1/dev/OS-BS/volumes',
      backupId: '/v1.1/dev/OS-BS/backups',
      typeId: '/v1.1/dev/OS-BS/types',
    },
    '/v1.1/': { ...ofNova, snapshotId: ofNova.snapshot_id },
  },
} as const;
