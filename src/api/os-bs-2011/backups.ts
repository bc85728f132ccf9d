import type { OsBs2011BackupsHandlers } from '../../../generated/server/os-bs-2011-backups.ts';
import type { Engine } from '../../engine/engine.ts';
import type { ApiCaller } from '../caller.ts';
import { locationOf } from './links.ts';
import { nameOf } from './names.ts';
import { backupFilterOf, pageOf } from './queries.ts';
import { backupSummaryView, backupView } from './views.ts';

/** Sections 2.3.2.1 and 2.3.2.2. */
export function backupsHandlers({ backups }: Pick<Engine, 'backups'>): OsBs2011BackupsHandlers<ApiCaller> {
  return {
    async listBackups({ query }, caller) {
      const found = await backups.list(caller, backupFilterOf(query), pageOf(query));
      return { status: 200, body: { 'OS-BS:backups': found.map((one) => backupSummaryView(one, caller)) } };
    },

    async listBackupsDetails({ query }, caller) {
      const found = await backups.list(caller, backupFilterOf(query), pageOf(query));
      return { status: 200, body: { 'OS-BS:backups': found.map((one) => backupView(one, caller)) } };
    },

    async getBackupDetails({ path }, caller) {
      const backup = await backups.get(caller, path.id);
      return { status: 200, body: { 'OS-BS:backup': backupView(backup, caller) } };
    },

    async createBackup({ body: { 'OS-BS:backup': asked } }, caller) {
      const backup = await backups.create(caller, {
        name: nameOf('backup', asked.name),
        volumeId: asked.volumeId,
        metadata: asked.metadata,
      });
      return {
        status: 202,
        headers: { Location: locationOf(caller, 'backups', backup.id) },
        body: { 'OS-BS:backup': backupView(backup, caller) },
      };
    },

    async updateBackupName({ path, body: { 'OS-BS:backup': asked } }, caller) {
      // Without a name there is nothing to update: all else is ignored (2.3.2.2.2/only-name-updateable).
      const name = asked.name ?? undefined;
      const backup = await (name === undefined
        ? backups.get(caller, path.id)
        : backups.update(caller, path.id, { name }));
      return { status: 200, body: { 'OS-BS:backup': backupView(backup, caller) } };
    },

    async deleteBackup({ path }, caller) {
      await backups.delete(caller, path.id);
      return { status: 204 };
    },
  };
}
