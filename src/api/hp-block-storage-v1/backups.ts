import type { HpBlockStorageV1BackupsHandlers } from '../../../generated/server/hp-block-storage-v1-backups.ts';
import type { Engine } from '../../engine/engine.ts';
import type { Profile } from '../../profile/profile.ts';
import type { ApiCaller } from '../caller.ts';
import { identifierOf } from '../identifiers.ts';
import { pageOf } from '../pages.ts';
import { backupViews } from './backup-views.ts';
import { backupFilterOf } from './queries.ts';

/** Section 4.5.3. */
export function backupsHandlers(
  { backups }: Pick<Engine, 'backups'>,
  profile: Profile,
): HpBlockStorageV1BackupsHandlers<ApiCaller> {
  const view = backupViews(profile);
  return {
    async listBackups({ query }, caller) {
      const found = await backups.list(caller, backupFilterOf(query), pageOf(query));
      return { status: 200, body: { backups: found.map((backup) => view.summary(backup, caller)) } };
    },

    async listBackupsDetails({ query }, caller) {
      const found = await backups.list(caller, backupFilterOf(query), pageOf(query));
      return { status: 200, body: { backups: found.map((backup) => view.whole(backup, caller)) } };
    },

    async getBackupDetails({ path }, caller) {
      const backup = await backups.get(caller, identifierOf(path.backup_id));
      return { status: 200, body: { backup: view.whole(backup, caller) } };
    },

    async createBackup({ body: { backup } }, caller) {
      const created = await backups.create(caller, {
        volumeId: backup.volume_id,
        container: backup.container,
        // Later versions of this API call them name and description; clients of those send them here too.
        description: backup.display_description ?? backup.description,
        name: backup.display_name ?? backup.name,
      });
      return { status: profile.backupCreated, body: { backup: view.whole(created, caller) } };
    },

    async deleteBackup({ path }, caller) {
      const { id } = await backups.get(caller, identifierOf(path.backup_id));
      await backups.delete(caller, id);
      return { status: 202 };
    },

    async restoreBackup({ path, body: { restore } }, caller) {
      const { id } = await backups.get(caller, identifierOf(path.backup_id));
      const { backup, volume } = await backups.restore(caller, { backupId: id, volumeId: restore.volume_id });
      return { status: profile.backupRestored, body: { restore: view.restore(backup, volume.id) } };
    },
  };
}
