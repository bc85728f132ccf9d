// Generated from openapi/ by `make generate`. Never edit: change the contract instead.

import Router from '@koa/router';
import { type Bind, type Handler, notImplemented } from './contract.ts';

/** What a server of `hp-volume-backup-v1.1/backups` does. Called without a `this`. */
export interface HpVolumeBackupV11BackupsHandlers<Caller> {
  /** List backups: GET /v1.1/{tenant_id}/hp-volume-backups, section 4.4.1.1 */
  readonly listBackups: Handler<'hp-volume-backup-v1.1/list-backups', Caller>;
  /** Create backup: POST /v1.1/{tenant_id}/hp-volume-backups, section 4.4.1.4 */
  readonly createBackup: Handler<'hp-volume-backup-v1.1/create-backup', Caller>;
  /** List backups details: GET /v1.1/{tenant_id}/hp-volume-backups/detail, section 4.4.1.2 */
  readonly listBackupsDetails: Handler<'hp-volume-backup-v1.1/list-backups-details', Caller>;
  /** Show backup details: GET /v1.1/{tenant_id}/hp-volume-backups/{backup_id}, section 4.4.1.3 */
  readonly showBackupDetails: Handler<'hp-volume-backup-v1.1/show-backup-details', Caller>;
  /** Delete backup: DELETE /v1.1/{tenant_id}/hp-volume-backups/{backup_id}, section 4.4.1.5 */
  readonly deleteBackup: Handler<'hp-volume-backup-v1.1/delete-backup', Caller>;
  /** Restore backup: POST /v1.1/{tenant_id}/hp-volume-backups/{backup_id}/restore, section 4.4.1.6 */
  readonly restoreBackup: Handler<'hp-volume-backup-v1.1/restore-backup', Caller>;
}

/** Routes of the tag, literal paths before those with a parameter in the same place. */
export function hpVolumeBackupV11BackupsRouter<Caller>(
  handlers: HpVolumeBackupV11BackupsHandlers<Caller>,
  bind: Bind<Caller>,
): Router {
  const router = new Router();
  router.get(
    '/v1.1/:tenant_id/hp-volume-backups',
    bind('hp-volume-backup-v1.1/list-backups', handlers.listBackups),
  );
  router.post(
    '/v1.1/:tenant_id/hp-volume-backups',
    bind('hp-volume-backup-v1.1/create-backup', handlers.createBackup),
  );
  router.get(
    '/v1.1/:tenant_id/hp-volume-backups/detail',
    bind('hp-volume-backup-v1.1/list-backups-details', handlers.listBackupsDetails),
  );
  router.get(
    '/v1.1/:tenant_id/hp-volume-backups/:backup_id',
    bind('hp-volume-backup-v1.1/show-backup-details', handlers.showBackupDetails),
  );
  router.delete(
    '/v1.1/:tenant_id/hp-volume-backups/:backup_id',
    bind('hp-volume-backup-v1.1/delete-backup', handlers.deleteBackup),
  );
  router.post(
    '/v1.1/:tenant_id/hp-volume-backups/:backup_id/restore',
    bind('hp-volume-backup-v1.1/restore-backup', handlers.restoreBackup),
  );
  return router;
}

/** Handlers that throw `NotImplemented`: spread them first, then what is written. */
export function hpVolumeBackupV11BackupsStubs<Caller>(): HpVolumeBackupV11BackupsHandlers<Caller> {
  return {
    listBackups: notImplemented('hp-volume-backup-v1.1/list-backups'),
    createBackup: notImplemented('hp-volume-backup-v1.1/create-backup'),
    listBackupsDetails: notImplemented('hp-volume-backup-v1.1/list-backups-details'),
    showBackupDetails: notImplemented('hp-volume-backup-v1.1/show-backup-details'),
    deleteBackup: notImplemented('hp-volume-backup-v1.1/delete-backup'),
    restoreBackup: notImplemented('hp-volume-backup-v1.1/restore-backup'),
  };
}
