import type { Mutant } from '../mutant.ts';
import { requests } from '../planting.ts';

const document = 'hp-block-storage-v1';

/** What a request asks for and does not get. */
export const requestMutants: readonly Mutant[] = [
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
    id: 'device-is-ignored',
    document,
    what: 'a volume is attached at another device than was asked for',
    at: ['attach-volume'],
    plant: (met) =>
      requests(['attach-volume'], met, ({ body }) => {
        body.volumeAttachment.device = '/dev/vdy';
      }),
  },
];
