import type { Format } from './faults.ts';
import { type Ask, availableCopy, availableVolume, volumeIn } from './requests.ts';
import type { TenantName } from './server.ts';
import type { WireAnswer, WireRequest } from './wire.ts';

/** A server that every tenant has volumes at. */
export const SERVER_ID = 'bb6a4f73-c851-4d62-8ef4-56c9b6c12df1';
export const SERVER_PATH = `servers/${SERVER_ID}/os-volume_attachments`;

/** Ids of what a tenant has: one volume of its own, one that is attached, and a snapshot and a backup of the first. */
export interface Resources {
  readonly volume: string;
  readonly attached: string;
  readonly snapshot: string;
  readonly backup: string;
  /** The UUID of the backup. */
  readonly backupId: string;
  /** The volumes and the snapshot by the numbers that some documents have for them. */
  readonly numbers: Readonly<Record<'volume' | 'attached' | 'snapshot', number>>;
}

/** Makes everything that an operation could name, for one tenant. */
export async function makeResources(ask: Ask, tenant: TenantName): Promise<Resources> {
  const { id: volume } = await availableVolume(ask, { display_name: `volume of ${tenant}` }, tenant);
  const { id: attached } = await availableVolume(ask, { display_name: `attached of ${tenant}` }, tenant);
  await ask('POST', `/v2/${tenant}/${SERVER_PATH}`, {
    as: tenant,
    body: { volumeAttachment: { volumeId: attached } },
  });
  await volumeIn(ask, attached, 'in-use', tenant);
  const copy = (kind: 'snapshot' | 'backup') =>
    availableCopy(ask, kind, { volume_id: volume, display_name: `${kind} of ${tenant}` }, tenant);
  const { id: snapshot } = await copy('snapshot');
  const { id: backup } = await copy('backup');
  const get = async (path: string) => (await ask('GET', `/v1.1/${tenant}/${path}`, { as: tenant })).json();
  const numbers = {
    volume: (await get(`os-volumes/${volume}`)).volume.id,
    attached: (await get(`os-volumes/${attached}`)).volume.id,
    snapshot: (await get(`os-snapshots/${snapshot}`)).snapshot.id,
  };
  const [{ id: backupId }] = (await get('OS-BS/backups'))['OS-BS:backups'];
  return { volume, attached, snapshot, backup: String(backup), backupId, numbers };
}

/** Ids of the same form that stand for nothing. */
export function neverMade({ volume, attached, snapshot, backup, backupId, numbers }: Resources): Resources {
  // As long as the other, so that answers are as long as well.
  const nine = (number: number | string) => Number(String(number).replace(/./g, '9'));
  const other = (id: string) => id.replace(/[0-9a-f]{12}$/, '0123456789ab');
  return {
    volume: other(volume),
    attached: other(attached),
    snapshot: other(snapshot),
    backup: String(nine(backup)),
    backupId: other(backupId),
    numbers: {
      volume: nine(numbers.volume),
      attached: nine(numbers.attached),
      snapshot: nine(numbers.snapshot),
    },
  };
}

export interface Attempt {
  /** Below the tenant. */
  readonly path: string;
  readonly body?: object;
}

const BOCK_SERVER_PATH = 'servers/258315/os-volume_attachments';

/** The ways in which os-bs-2011 names a volume or a backup, which it has the same operations for. */
function extensionUses(
  kind: 'volume' | 'backup',
  idOf: (of: Resources) => string,
): Readonly<Record<string, (of: Resources) => readonly Attempt[]>> {
  const at = (of: Resources, rest = '') => `OS-BS/${kind}s/${idOf(of)}${rest}`;
  const body = { [`OS-BS:${kind}`]: { name: 'other' } };
  const metadata = { metadata: { key: 'value' } };
  return {
    [`os-bs-2011/get-${kind}-details`]: (of) => [{ path: at(of) }],
    [`os-bs-2011/update-${kind}-name`]: (of) => [{ path: at(of), body }],
    [`os-bs-2011/delete-${kind}`]: (of) => [{ path: at(of) }],
    [`os-bs-2011/list-${kind}-metadata`]: (of) => [{ path: at(of, '/metadata') }],
    [`os-bs-2011/replace-${kind}-metadata`]: (of) => [{ path: at(of, '/metadata'), body: metadata }],
    [`os-bs-2011/update-${kind}-metadata`]: (of) => [{ path: at(of, '/metadata'), body: metadata }],
    [`os-bs-2011/get-${kind}-metadata-item`]: (of) => [{ path: at(of, '/metadata/key') }],
    [`os-bs-2011/set-${kind}-metadata-item`]: (of) => [
      { path: at(of, '/metadata/key'), body: { meta: { key: 'value' } } },
    ],
    [`os-bs-2011/delete-${kind}-metadata-item`]: (of) => [{ path: at(of, '/metadata/key') }],
  };
}

/** Metadata as Cinder has it, of either kind. */
function metadataUses(
  kind: 'volume' | 'snapshot',
): Readonly<Record<string, (of: Resources) => readonly Attempt[]>> {
  const at = (of: Resources, rest = '') => `${kind}s/${of[kind]}/metadata${rest}`;
  const metadata = { metadata: { key: 'value' } };
  return {
    [`cinder-v1/list-${kind}-metadata`]: (of) => [{ path: at(of) }],
    [`cinder-v1/replace-${kind}-metadata`]: (of) => [{ path: at(of), body: metadata }],
    [`cinder-v1/update-${kind}-metadata`]: (of) => [{ path: at(of), body: metadata }],
    [`cinder-v1/get-${kind}-metadata-item`]: (of) => [{ path: at(of, '/key') }],
    [`cinder-v1/set-${kind}-metadata-item`]: (of) => [
      { path: at(of, '/key'), body: { meta: { key: 'value' } } },
    ],
    [`cinder-v1/delete-${kind}-metadata-item`]: (of) => [{ path: at(of, '/key') }],
  };
}

/** How each operation names a resource, be it in the path or in the body; `own` is what the caller has. */
export const uses: Readonly<Record<string, (of: Resources, own: Resources) => readonly Attempt[]>> = {
  'hp-block-storage-v1/get-volume-details': ({ volume }) => [{ path: `volumes/${volume}` }],
  'hp-block-storage-v1/create-volume': ({ volume, snapshot }) => [
    { path: 'volumes', body: { volume: { size: 1, source_volid: volume } } },
    { path: 'volumes', body: { volume: { size: 1, snapshot_id: snapshot } } },
  ],
  'hp-block-storage-v1/delete-volume': ({ volume }) => [{ path: `volumes/${volume}` }],
  'hp-block-storage-v1/get-snapshot-details': ({ snapshot }) => [{ path: `snapshots/${snapshot}` }],
  'hp-block-storage-v1/create-snapshot': ({ volume }) => [
    { path: 'snapshots', body: { snapshot: { volume_id: volume } } },
    { path: 'snapshots', body: { snapshot: { volume_id: volume, force: true } } },
  ],
  'hp-block-storage-v1/delete-snapshot': ({ snapshot }) => [{ path: `snapshots/${snapshot}` }],
  'hp-block-storage-v1/get-backup-details': ({ backup }) => [{ path: `backups/${backup}` }],
  'hp-block-storage-v1/create-backup': ({ volume }) => [
    { path: 'backups', body: { backup: { volume_id: volume } } },
  ],
  'hp-block-storage-v1/delete-backup': ({ backup }) => [{ path: `backups/${backup}` }],
  'hp-block-storage-v1/restore-backup': ({ volume, backup }, own) => [
    { path: `backups/${backup}/restore`, body: { restore: {} } },
    { path: `backups/${backup}/restore`, body: { restore: { volume_id: own.volume } } },
    { path: `backups/${own.backup}/restore`, body: { restore: { volume_id: volume } } },
  ],
  'hp-block-storage-v1/attach-volume': ({ volume }) => [
    { path: SERVER_PATH, body: { volumeAttachment: { volumeId: volume, device: '/dev/vdq' } } },
  ],
  'hp-block-storage-v1/detach-volume': ({ attached }) => [{ path: `${SERVER_PATH}/${attached}` }],
  'hp-block-storage-v1/get-attached-volume-details': ({ attached }) => [
    { path: `${SERVER_PATH}/${attached}` },
  ],
  'hp-bock-v1.1/get-volume-details': ({ volume, numbers }) => [
    { path: `os-volumes/${numbers.volume}` },
    { path: `os-volumes/${volume}` },
  ],
  'hp-bock-v1.1/create-volume': ({ numbers }) => [
    { path: 'os-volumes', body: { volume: { size: 1, snapshot_id: numbers.snapshot } } },
  ],
  'hp-bock-v1.1/delete-volume': ({ numbers }) => [{ path: `os-volumes/${numbers.volume}` }],
  'hp-bock-v1.1/get-snapshot-details': ({ snapshot, numbers }) => [
    { path: `os-snapshots/${numbers.snapshot}` },
    { path: `os-snapshots/${snapshot}` },
  ],
  'hp-bock-v1.1/create-snapshot': ({ numbers }) => [
    { path: 'os-snapshots', body: { snapshot: { volume_id: numbers.volume } } },
    { path: 'os-snapshots', body: { snapshot: { volume_id: numbers.volume, force: true } } },
  ],
  'hp-bock-v1.1/delete-snapshot': ({ numbers }) => [{ path: `os-snapshots/${numbers.snapshot}` }],
  'hp-bock-v1.1/attach-volume': ({ numbers }) => [
    { path: BOCK_SERVER_PATH, body: { volumeAttachment: { volumeId: numbers.volume, device: '/dev/vdq' } } },
  ],
  'hp-bock-v1.1/detach-volume': ({ numbers }) => [{ path: `${SERVER_PATH}/${numbers.attached}` }],
  'hp-volume-backup-v1.1/show-backup-details': ({ backup, backupId }) => [
    { path: `hp-volume-backups/${backup}` },
    { path: `hp-volume-backups/${backupId}` },
  ],
  'hp-volume-backup-v1.1/create-backup': ({ numbers }) => [
    { path: 'hp-volume-backups', body: { backup: { volume_id: numbers.volume } } },
  ],
  'hp-volume-backup-v1.1/delete-backup': ({ backup }) => [{ path: `hp-volume-backups/${backup}` }],
  'hp-volume-backup-v1.1/restore-backup': ({ backup, numbers }, own) => [
    { path: `hp-volume-backups/${backup}/restore`, body: { restore: {} } },
    { path: `hp-volume-backups/${own.backup}/restore`, body: { restore: { volume_id: numbers.volume } } },
  ],
  'os-bs-2011/create-volume': ({ backupId }) => [
    { path: 'OS-BS/volumes', body: { 'OS-BS:volume': { size: 1, backupId } } },
  ],
  'os-bs-2011/create-backup': ({ volume }) => [
    { path: 'OS-BS/backups', body: { 'OS-BS:backup': { volumeId: volume } } },
  ],
  'cinder-v1/update-volume': ({ volume }) => [
    { path: `volumes/${volume}`, body: { volume: { display_name: 'other' } } },
    { path: `volumes/${volume}`, body: { name: 'other' } },
  ],
  'cinder-v1/update-snapshot': ({ snapshot }) => [
    { path: `snapshots/${snapshot}`, body: { snapshot: { display_name: 'other' } } },
    { path: `snapshots/${snapshot}`, body: { name: 'other' } },
  ],
  ...metadataUses('volume'),
  ...metadataUses('snapshot'),
  ...extensionUses('volume', ({ volume }) => volume),
  ...extensionUses('backup', ({ backupId }) => backupId),
};

/** A list, and the id of what it shows of a tenant. */
export interface ListOfTenant {
  readonly path: string;
  readonly idOf: (of: Resources) => string | number;
}

const volume = ({ volume }: Resources) => volume;
const snapshot = ({ snapshot }: Resources) => snapshot;
const backup = ({ backup }: Resources) => backup;
const backupId = ({ backupId }: Resources) => backupId;
const volumeNumber = ({ numbers }: Resources) => numbers.volume;
const snapshotNumber = ({ numbers }: Resources) => numbers.snapshot;

/** The lists that name no resource, and what they show. */
export const lists: Readonly<Record<string, ListOfTenant>> = {
  'hp-block-storage-v1/list-volumes': { path: 'volumes', idOf: volume },
  'hp-block-storage-v1/list-volumes-details': { path: 'volumes/detail', idOf: volume },
  'hp-block-storage-v1/list-snapshots': { path: 'snapshots', idOf: snapshot },
  'hp-block-storage-v1/list-snapshots-details': { path: 'snapshots/detail', idOf: snapshot },
  'hp-block-storage-v1/list-backups': { path: 'backups', idOf: backup },
  'hp-block-storage-v1/list-backups-details': { path: 'backups/detail', idOf: backup },
  'hp-block-storage-v1/list-attached-volumes': { path: SERVER_PATH, idOf: ({ attached }) => attached },
  'cinder-v1/list-volumes-details': { path: 'volumes/details', idOf: volume },
  'cinder-v1/list-snapshots-details': { path: 'snapshots/details', idOf: snapshot },
  'hp-bock-v1.1/list-volumes': { path: 'os-volumes', idOf: volumeNumber },
  'hp-bock-v1.1/list-snapshots': { path: 'os-snapshots', idOf: snapshotNumber },
  'hp-bock-v1.1/list-attached-volumes': { path: SERVER_PATH, idOf: ({ numbers }) => numbers.attached },
  'hp-volume-backup-v1.1/list-backups': { path: 'hp-volume-backups', idOf: backup },
  'hp-volume-backup-v1.1/list-backups-details': { path: 'hp-volume-backups/detail', idOf: backup },
  'os-bs-2011/list-volumes': { path: 'OS-BS/volumes', idOf: volume },
  'os-bs-2011/list-volumes-details': { path: 'OS-BS/volumes/detail', idOf: volume },
  'os-bs-2011/list-backups': { path: 'OS-BS/backups', idOf: backupId },
  'os-bs-2011/list-backups-details': { path: 'OS-BS/backups/detail', idOf: backupId },
};

/** What is the same for every tenant. */
export const shared: Readonly<Record<string, string>> = {
  'os-bs-2011/query-extensions': 'extensions',
  'os-bs-2011/list-types': 'OS-BS/types',
  'os-bs-2011/get-type-details': 'OS-BS/types/02d1ab86-e479-11e0-98ab-c7be696d5830',
};

/** Such as `v1`. */
export const versionOf = (path: string) => path.split('/')[1] ?? '';

/** The operation with the ids filled in, as `attempt` names them; a body for what takes one. */
export function requestOf(
  { method, path }: { method: string; path: string },
  tenant: string,
  attempt: Attempt,
  format: Format,
  as: TenantName | 'nobody',
): WireRequest {
  const type: Record<string, string> =
    attempt.body === undefined ? {} : { 'Content-Type': 'application/json' };
  return {
    method,
    path: `/${versionOf(path)}/${tenant}/${attempt.path}`,
    as,
    headers: { Accept: `application/${format}`, ...type },
    ...(attempt.body === undefined ? {} : { body: JSON.stringify(attempt.body) }),
  };
}

export const attemptsOf = (id: string, of: Resources, own: Resources): readonly Attempt[] =>
  uses[id]?.(of, own) ?? [{ path: lists[id]?.path ?? shared[id] ?? 'unknown' }];

/** Everything of an answer that tells one resource from another, ids and what is new each time aside. */
export function comparable({ status, headers, text }: WireAnswer, of: Resources) {
  const { date: _, 'x-compute-request-id': __, ...others } = headers;
  // Numbers would be found elsewhere too.
  const { backup, numbers, ...uuids } = of;
  const anonymous = Object.values(uuids)
    .reduce((left, id) => left.replaceAll(id, '<id>'), text)
    .replace(
      new RegExp(`(Backup|Volume|Snapshot) (${[backup, ...Object.values(numbers)].join('|')}) `),
      '$1 <id> ',
    );
  return { status, headers: others, text: anonymous };
}
