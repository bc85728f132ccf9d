import type { components } from '../../../generated/types.ts';
import type { Backup } from '../../catalog/records.ts';
import type { Profile } from '../../profile/profile.ts';
import type { ApiCaller } from '../caller.ts';
import { formatTimestamp } from '../timestamps.ts';
import { shown } from './views.ts';

type Schemas = components['schemas'];

/** How backups look in a profile. Where the released services had other members, theirs are there too. */
export interface BackupViews {
  /** Section 4.5.3.1: the plain list shows the integer id and the status, nothing more. */
  summary(backup: Backup, caller: ApiCaller): Schemas['BackupSummary'];
  /** Section 4.5.3.2. */
  whole(backup: Backup, caller: ApiCaller): Schemas['Backup'];
  /** Section 4.5.3.6. */
  restore(backup: Backup, volumeId: string): Schemas['Restore'];
}

/** With a version, and what stays when that changes. */
function linksOf({ origin, tenantId }: ApiCaller, id: number | string): Schemas['BackupLink'][] {
  const path = `${encodeURIComponent(tenantId)}/backups/${id}`;
  return [
    { rel: 'self', href: `${origin}/v1/${path}` },
    { rel: 'bookmark', href: `${origin}/${path}` },
  ];
}

export function backupViews({ backupIds, backupNames }: Profile): BackupViews {
  const idOf = ({ id, serial }: Backup) => (backupIds === 'uuid' ? id : serial);
  const hasNames = backupNames === 'display_name and name';

  return {
    summary(backup, caller) {
      const id = idOf(backup);
      const status = shown(backup.status);
      return hasNames ? { id, links: linksOf(caller, id), name: backup.name, status } : { id, status };
    },

    whole(backup, caller) {
      const id = idOf(backup);
      const { name, description } = backup;
      return {
        availability_zone: backup.availabilityZone,
        container: backup.container,
        created_at: formatTimestamp(backup.createdAt),
        display_description: description,
        display_name: name,
        fail_reason: backup.failReason,
        id,
        object_count: backup.objectCount,
        size: backup.size,
        status: shown(backup.status),
        volume_id: backup.volumeId,
        ...(hasNames && { name, description, links: linksOf(caller, id) }),
      };
    },

    restore: (backup, volumeId) => ({ backup_id: idOf(backup), volume_id: volumeId }),
  };
}
