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
  return { volume, attached, snapshot, backup: String(backup) };
}

/** Ids of the same form that stand for nothing. */
export function neverMade({ volume, attached, snapshot, backup }: Resources): Resources {
  const other = (id: string) => id.replace(/[0-9a-f]{12}$/, '0123456789ab');
  return {
    volume: other(volume),
    attached: other(attached),
    snapshot: other(snapshot),
    backup: backup.replace(/./g, '9'),
  };
}

export interface Attempt {
  /** Below the tenant. */
  readonly path: string;
  readonly body?: object;
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
};

/** The lists that name no resource, and what they show. */
export const lists: Readonly<Record<string, { readonly path: string; readonly kind: keyof Resources }>> = {
  'hp-block-storage-v1/list-volumes': { path: 'volumes', kind: 'volume' },
  'hp-block-storage-v1/list-volumes-details': { path: 'volumes/detail', kind: 'volume' },
  'hp-block-storage-v1/list-snapshots': { path: 'snapshots', kind: 'snapshot' },
  'hp-block-storage-v1/list-snapshots-details': { path: 'snapshots/detail', kind: 'snapshot' },
  'hp-block-storage-v1/list-backups': { path: 'backups', kind: 'backup' },
  'hp-block-storage-v1/list-backups-details': { path: 'backups/detail', kind: 'backup' },
  'hp-block-storage-v1/list-attached-volumes': { path: SERVER_PATH, kind: 'attached' },
};

/** `v1` or `v2`. */
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
  uses[id]?.(of, own) ?? [{ path: lists[id]?.path ?? 'unknown' }];

/** Everything of an answer that tells one resource from another, ids and what is new each time aside. */
export function comparable({ status, headers, text }: WireAnswer, of: Resources) {
  const { date: _, 'x-compute-request-id': __, ...others } = headers;
  // A backup has a number, which would be found elsewhere too.
  const { backup, ...uuids } = of;
  const anonymous = Object.values(uuids)
    .reduce((left, id) => left.replaceAll(id, '<id>'), text)
    .replace(`Backup ${backup} `, 'Backup <id> ');
  return { status, headers: others, text: anonymous };
}
