import { InvalidArgumentError, Option } from 'commander';
import type { VolumeStatus } from '../catalog/records.ts';
import { type ObjectSettings, objectOptions } from './object-settings.ts';
import { filled, integer, setting } from './setting.ts';

/** What the commands for operators can be told. */
export interface DataSettings {
  readonly data: string;
}

export interface ListSettings extends DataSettings {
  readonly json?: boolean;
}

export interface VolumesSettings extends ListSettings {
  readonly tenant?: string;
  readonly status?: readonly VolumeStatus[];
  readonly server?: string;
  readonly limit?: number;
}

export interface JobsSettings extends ListSettings {
  readonly tenant?: string;
}

export interface CheckSettings extends ListSettings, ObjectSettings {
  /** Looks at the objects of backups too. */
  readonly backups?: boolean;
  readonly deep?: boolean;
}

export interface ExportSettings extends DataSettings {
  readonly force?: boolean;
}

// A record, so that a status which is added to the type is missed here by the compiler.
const STATUSES = Object.keys({
  creating: true,
  downloading: true,
  available: true,
  attaching: true,
  'in-use': true,
  detaching: true,
  'backing-up': true,
  'restoring-backup': true,
  extending: true,
  uploading: true,
  deleting: true,
  deleted: true,
  error: true,
  error_attaching: true,
  error_detaching: true,
  error_restoring: true,
  error_extending: true,
  error_deleting: true,
} satisfies Record<VolumeStatus, true>) as VolumeStatus[];

/** `error*,deleting`: names of statuses, a star for any rest, commas between them. */
function statuses(value: string): VolumeStatus[] {
  return value.split(',').flatMap((word) => {
    const wanted = word.trim();
    const found = wanted.endsWith('*')
      ? STATUSES.filter((status) => status.startsWith(wanted.slice(0, -1)))
      : STATUSES.filter((status) => status === wanted);
    if (found.length === 0) throw new InvalidArgumentError(`Statuses are ${STATUSES.join(', ')}.`);
    return found;
  });
}

const data = () =>
  setting('--data <folder>', 'data folder of the server').default('./data').argParser(filled);
const json = () => new Option('--json', 'one JSON object a line in place of a table');
const tenant = () => new Option('--tenant <id>', 'only what this tenant has').argParser(filled);
const force = (description: string) => new Option('--force', description);

export const volumesOptions: readonly Option[] = [
  data(),
  tenant(),
  new Option(
    '--status <names>',
    'only volumes in these states, commas between them; error* is all that begin so',
  ).argParser(statuses),
  new Option('--server <id>', 'only volumes that are attached to this server').argParser(filled),
  new Option('--limit <number>', 'no more than so many, the newest').argParser(
    integer(1, Number.MAX_SAFE_INTEGER),
  ),
  json(),
];

export const layersOptions: readonly Option[] = [data(), json()];

export const jobsOptions: readonly Option[] = [data(), tenant(), json()];

export const checkOptions: readonly Option[] = [
  data(),
  new Option('--backups', 'look at the objects of backups too: what is missing'),
  new Option('--deep', 'read every object of every backup and compare digests; goes with --backups').implies({
    backups: true,
  }),
  json(),
  // Where the server keeps them.
  ...objectOptions,
];

export const importOptions: readonly Option[] = [data()];

export const exportOptions: readonly Option[] = [data(), force('write over FILE when it is there')];
