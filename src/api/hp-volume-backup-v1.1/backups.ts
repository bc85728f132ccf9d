import type { HpVolumeBackupV11BackupsHandlers } from '../../../generated/server/hp-volume-backup-v1-1-backups.ts';
import type { Engine } from '../../engine/engine.ts';
import type { ApiCaller } from '../caller.ts';
import { identifierOf } from '../identifiers.ts';
import { pageOf } from '../pages.ts';
import { backupSummaryView, backupView, createdBackupView, restoreView } from './views.ts';

/** Section 4.4.1. */
export function backupsHandlers({
  backups,
  volumes,
}: Pick<Engine, 'backups' | 'volumes'>): HpVolumeBackupV11BackupsHandlers<ApiCaller> {
  return {
    async listBackups({ query }, caller) {
      const found = await backups.list(caller, {}, pageOf(query));
      return { status: 200, body: { backups: found.map(backupSummaryView) } };
    },

    async listBackupsDetails({ query }, caller) {
      const found = await backups.list(caller, {}, pageOf(query));
      return { status: 200, body: { backups: found.map(backupView) } };
    },

    async showBackupDetails({ path }, caller) {
      const backup = await backups.get(caller, identifierOf(path.backup_id));
      return { status: 200, body: { backup: backupView(backup) } };
    },

    async createBackup({ body: { backup } }, caller) {
      const { id: volumeId } = await volumes.get(caller, identifierOf(backup.volume_id));
      const created = await backups.create(caller, {
        volumeId,
        container: backup.container,
        description: backup.display_description,
        name: backup.display_name,
      });
      return { status: 200, body: { backup: createdBackupView(created) } };
    },

    async deleteBackup({ path }, caller) {
      const { id } = await backups.get(caller, identifierOf(path.backup_id));
      await backups.delete(caller, id);
      return { status: 202 };
    },

    async restoreBackup({ path, body: { restore } }, caller) {
      const { id: backupId } = await backups.get(caller, identifierOf(path.backup_id));
      const given = restore.volume_id;
      const volume =
        given === null || given === undefined ? undefined : await volumes.get(caller, identifierOf(given));
      const restored = await backups.restore(caller, { backupId, volumeId: volume?.id });
      return { status: 200, body: { restore: restoreView(restored) } };
    },
  };
}
