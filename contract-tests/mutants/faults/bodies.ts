import type { Mutant } from '../mutant.ts';
import { answers, lists, requests, resources } from '../planting.ts';

const document = 'hp-block-storage-v1';

/** Bodies that are not what the document shows, in both formats. */
export const bodyMutants: readonly Mutant[] = [
  {
    id: 'volume-missing-from-list',
    document,
    what: 'the newest volume is not in the list',
    at: ['list-volumes'],
    plant: (met) => lists(['list-volumes'], met, (list) => list.slice(1)),
  },
  {
    id: 'list-upside-down',
    document,
    what: 'the oldest volume comes first',
    at: ['list-volumes-details'],
    plant: (met) => lists(['list-volumes-details'], met, (list) => list.toReversed()),
  },
  {
    id: 'volume-listed-twice',
    document,
    what: 'a volume is in the list twice',
    at: ['list-volumes'],
    plant: (met) => lists(['list-volumes'], met, (list) => [...list.slice(0, 1), ...list]),
  },
  {
    id: 'list-without-wrapper',
    document,
    what: 'snapshots come as a bare array',
    at: ['list-snapshots'],
    media: 'json',
    plant: (met) =>
      answers(['list-snapshots'], met, (response) => ({
        ...response,
        body: (response.body as { snapshots: unknown }).snapshots,
      })),
  },
  {
    id: 'size-is-text',
    document,
    what: 'the size of a volume is a string',
    at: ['get-volume-details'],
    media: 'json',
    plant: (met) =>
      resources(['get-volume-details'], met, (one) => {
        one.size = String(one.size);
      }),
  },
  {
    id: 'bootable-is-boolean',
    document,
    what: '`bootable` is a boolean',
    at: ['list-volumes-details'],
    media: 'json',
    plant: (met) =>
      resources(['list-volumes-details'], met, (one) => {
        one.bootable = one.bootable === 'true';
      }),
  },
  {
    id: 'no-metadata',
    document,
    what: 'a volume has no `metadata`',
    at: ['get-volume-details'],
    plant: (met) =>
      resources(['get-volume-details'], met, (one) => {
        delete one.metadata;
      }),
  },
  {
    id: 'volume-type-is-null',
    document,
    what: '`volume_type` is null and not the word None',
    at: ['create-volume'],
    media: 'json',
    plant: (met) =>
      resources(['create-volume'], met, (one) => {
        one.volume_type = null;
      }),
  },
  {
    id: 'attachments-are-hidden',
    document,
    what: 'a volume that is attached shows no attachment',
    at: ['get-volume-details', 'attach-volume'],
    plant: (met) =>
      resources(['get-volume-details'], met, (one) => {
        one.attachments = [];
      }),
  },
  {
    id: 'timestamp-in-seconds',
    document,
    what: '`created_at` has no microseconds',
    at: ['get-snapshot-details'],
    media: 'json',
    plant: (met) =>
      resources(['get-snapshot-details'], met, (one) => {
        one.created_at = one.created_at.slice(0, 19);
      }),
  },
  {
    id: 'timestamp-with-zone',
    document,
    what: '`created_at` ends in Z',
    at: ['get-backup-details'],
    media: 'json',
    plant: (met) =>
      resources(['get-backup-details'], met, (one) => {
        one.created_at += 'Z';
      }),
  },
  {
    id: 'timestamp-of-long-ago',
    document,
    what: '`created_at` is a day before the creation',
    at: ['create-volume'],
    plant: (met) =>
      resources(['create-volume'], met, (one) => {
        one.created_at = new Date(Date.now() - 86_400_000).toISOString().replace('Z', '000');
      }),
  },
  {
    id: 'description-is-lost',
    document,
    what: 'the description of a volume is forgotten',
    at: ['create-volume', 'get-volume-details'],
    plant: (met) =>
      requests(['create-volume'], met, ({ body }) => {
        body.volume.display_description = null;
      }),
  },
  {
    id: 'name-is-cut',
    document,
    what: 'names of snapshots are cut to eight characters',
    at: ['create-snapshot', 'get-snapshot-details'],
    plant: (met) =>
      requests(['create-snapshot'], met, ({ body: { snapshot } }) => {
        snapshot.display_name = snapshot.display_name?.slice(0, 8);
      }),
  },
  {
    id: 'name-is-not-unicode',
    document,
    what: 'names lose what is not ASCII',
    at: ['create-volume', 'get-volume-details'],
    plant: (met) =>
      requests(['create-volume'], met, ({ body: { volume } }) => {
        // biome-ignore lint/suspicious/noControlCharactersInRegex: everything beyond ASCII
        volume.display_name = volume.display_name?.replace(/[^\u0000-\u007f]/g, '?');
      }),
  },
  {
    id: 'metadata-is-lost',
    document,
    what: 'the metadata given at creation is forgotten',
    at: ['create-volume', 'get-volume-details'],
    plant: (met) =>
      requests(['create-volume'], met, ({ body }) => {
        delete body.volume.metadata;
      }),
  },
  {
    id: 'zone-is-ignored',
    document,
    what: 'the availability zone that was asked for is ignored',
    at: ['create-volume'],
    plant: (met) =>
      requests(['create-volume'], met, ({ body }) => {
        delete body.volume.availability_zone;
      }),
  },
  {
    id: 'size-is-one',
    document,
    what: 'every volume has 1 GB',
    at: ['create-volume'],
    plant: (met) =>
      requests(['create-volume'], met, ({ body: { volume } }) => {
        if (volume.size > 1 && volume.size <= 2047) volume.size = 1;
      }),
  },
  {
    id: 'progress-is-missing',
    document,
    what: 'the detailed list of snapshots lacks the extended attributes',
    at: ['list-snapshots-details'],
    plant: (met) =>
      resources(['list-snapshots-details'], met, (one) => {
        delete one['os-extended-snapshot-attributes:progress'];
      }),
  },
  {
    id: 'plain-list-with-details',
    document,
    what: 'the plain list of backups has what only the detailed one has',
    at: ['list-backups'],
    media: 'json',
    plant: (met) =>
      resources(['list-backups'], met, (one) => {
        Object.assign(one, { size: 1 });
      }),
  },
  {
    id: 'backup-id-is-text',
    document,
    what: 'the id of a backup is a string',
    at: ['list-backups-details'],
    media: 'json',
    plant: (met) =>
      resources(['list-backups-details'], met, (one) => {
        one.id = String(one.id);
      }),
  },
  {
    id: 'backup-of-another-volume',
    document,
    what: 'a backup names another volume than its own',
    at: ['create-backup', 'get-backup-details'],
    plant: (met) =>
      resources(['create-backup', 'get-backup-details'], met, (one) => {
        one.volume_id = '9b93609e-0000-4000-8000-721fcd86e7db';
      }),
  },
  {
    id: 'container-is-ignored',
    document,
    what: 'backups go to the usual container whatever was asked for',
    at: ['create-backup', 'get-backup-details'],
    plant: (met) =>
      requests(['create-backup'], met, ({ body }) => {
        delete body.backup.container;
      }),
  },
  {
    id: 'restore-names-no-volume',
    document,
    what: 'the answer to a restore names the backup in place of the volume',
    at: ['restore-backup'],
    plant: (met) =>
      resources(['restore-backup'], met, (one) => {
        one.volume_id = String(one.backup_id);
      }),
  },
  {
    id: 'device-is-ignored',
    document,
    what: 'a volume is attached at another device than was asked for',
    at: ['attach-volume'],
    plant: (met) =>
      requests(['attach-volume'], met, ({ body }) => {
        body.volumeAttachment.device = '/dev/vdy';
      }),
  },
  {
    id: 'another-id',
    document,
    what: 'the answer to a creation has an id that nothing has',
    at: ['create-snapshot'],
    plant: (met) =>
      resources(['create-snapshot'], met, (one) => {
        one.id = '49bfe04f-0000-4000-8000-9c3d0040a11f';
      }),
  },
];
