import type { components } from '../../../generated/types.ts';
import type { Attachment, Backup, Timestamp, Volume, VolumeType } from '../../catalog/records.ts';
import type { ApiCaller } from '../caller.ts';
import { linksOf, serverLinksOf } from './links.ts';
import { backupStatuses, volumeStatuses } from './statuses.ts';
import { inSeconds } from './timestamps.ts';

type Schemas = components['schemas'];

/** A member that is there only when there is something to say. */
const given = <Name extends string, Value>(
  name: Name,
  value: Value | null | undefined,
): { readonly [Key in Name]?: Value } =>
  // The computed name is the one that the type says.
  value === null || value === undefined ? {} : ({ [name]: value } as { [Key in Name]: Value });

const timeOf = (timestamp: Timestamp | null): string | null =>
  timestamp === null ? null : inSeconds(timestamp);

/** os-bs-2011/2.3.2.1.2/progress-while-saving: nothing to say once it is all there. */
const unfinished = (progress: number): number | null => (progress < 100 ? progress : null);

/** os-bs-2011/2.3.2.1.2/metadata-omitted-when-none */
const nonEmpty = (metadata: Readonly<Record<string, string>>) =>
  Object.keys(metadata).length === 0 ? null : metadata;

/** Section 2.3.1.1.1. */
export const volumeSummaryView = ({ id, name }: Volume, caller: ApiCaller): Schemas['OsBsVolumeSummary'] => ({
  ...given('name', name),
  id,
  links: linksOf(caller, 'volumes', id),
});

/** Section 2.3.1.1.2. */
export function volumeView(volume: Volume, caller: ApiCaller): Schemas['OsBsVolume'] {
  const { attachment, id } = volume;
  const status = volumeStatuses[volume.status];
  return {
    ...given('name', volume.name),
    id,
    typeId: volume.typeId,
    ...given('backupId', volume.backupId),
    ...given('updated', timeOf(volume.modifiedAt)),
    created: inSeconds(volume.createdAt),
    ...given('attached', status === 'ATTACHED' ? timeOf(attachment?.attachedAt ?? null) : null),
    tenantId: volume.tenantId,
    userId: volume.userName,
    ...given('progress', unfinished(volume.progress)),
    size: volume.size,
    status,
    ...given('attachments', attachment && [serverView(attachment, caller)]),
    ...given('metadata', nonEmpty(volume.metadata)),
    links: linksOf(caller, 'volumes', id),
  };
}

/** os-bs-2011/2.3.1.1.2/attachments-are-servers */
const serverView = ({ serverId }: Attachment, caller: ApiCaller): Schemas['OsBsAttachedServer'] => ({
  id: serverId,
  links: serverLinksOf(caller, serverId),
});

/** Section 2.3.2.1.1. */
export const backupSummaryView = ({ id, name }: Backup, caller: ApiCaller): Schemas['OsBsBackupSummary'] => ({
  ...given('name', name),
  id,
  links: linksOf(caller, 'backups', id),
});

/** Section 2.3.2.1.2. */
export const backupView = (backup: Backup, caller: ApiCaller): Schemas['OsBsBackup'] => ({
  ...given('name', backup.name),
  id: backup.id,
  volumeId: backup.volumeId,
  ...given('updated', timeOf(backup.modifiedAt)),
  created: inSeconds(backup.createdAt),
  tenantId: backup.tenantId,
  userId: backup.userName,
  ...given('progress', unfinished(backup.progress)),
  size: backup.size,
  status: backupStatuses[backup.status],
  ...given('metadata', nonEmpty(backup.metadata)),
  links: linksOf(caller, 'backups', backup.id),
});

/** Section 2.3.3.1. */
export const typeView = ({ id, name }: VolumeType, caller: ApiCaller): Schemas['OsBsType'] => ({
  name,
  id,
  links: linksOf(caller, 'types', id),
});
