// Generated from openapi/ by `make generate`. Never edit: change the contract instead.

import Router from '@koa/router';
import { type Bind, type Handler, notImplemented } from './contract.ts';

/** What a server of `hp-block-storage-v1/backups` does. Called without a `this`. */
export interface HpBlockStorageV1BackupsHandlers<Caller> {
  /** List volume backups: GET /v1/{tenant_id}/backups, section 4.5.3.1 */
  readonly listBackups: Handler<'hp-block-storage-v1/list-backups', Caller>;
  /** Create volume backup: POST /v1/{tenant_id}/backups, section 4.5.3.4 */
  readonly createBackup: Handler<'hp-block-storage-v1/create-backup', Caller>;
  /** List volume backups details: GET /v1/{tenant_id}/backups/detail, section 4.5.3.2 */
  readonly listBackupsDetails: Handler<'hp-block-storage-v1/list-backups-details', Caller>;
  /** Get volume backup details: GET /v1/{tenant_id}/backups/{backup_id}, section 4.5.3.3 */
  readonly getBackupDetails: Handler<'hp-block-storage-v1/get-backup-details', Caller>;
  /** Delete volume backup: DELETE /v1/{tenant_id}/backups/{backup_id}, section 4.5.3.5 */
  readonly deleteBackup: Handler<'hp-block-storage-v1/delete-backup', Caller>;
  /** Restore volume backup: POST /v1/{tenant_id}/backups/{backup_id}/restore, section 4.5.3.6 */
  readonly restoreBackup: Handler<'hp-block-storage-v1/restore-backup', Caller>;
}

/** Routes of the tag, literal paths before those with a parameter in the same place. */
export function hpBlockStorageV1BackupsRouter<Caller>(
  handlers: HpBlockStorageV1BackupsHandlers<Caller>,
  bind: Bind<Caller>,
): Router {
  const router = new Router();
  router.get(
    '/v1/:tenant_id/backups',
    bind('hp-block-storage-v1/list-backups', handlers.listBackups),
  );
  router.post(
    '/v1/:tenant_id/backups',
    bind('hp-block-storage-v1/create-backup', handlers.createBackup),
  );
  router.get(
    '/v1/:tenant_id/backups/detail',
    bind('hp-block-storage-v1/list-backups-details', handlers.listBackupsDetails),
  );
  router.get(
    '/v1/:tenant_id/backups/:backup_id',
    bind('hp-block-storage-v1/get-backup-details', handlers.getBackupDetails),
  );
  router.delete(
    '/v1/:tenant_id/backups/:backup_id',
    bind('hp-block-storage-v1/delete-backup', handlers.deleteBackup),
  );
  router.post(
    '/v1/:tenant_id/backups/:backup_id/restore',
    bind('hp-block-storage-v1/restore-backup', handlers.restoreBackup),
  );
  return router;
}

/** Handlers that throw `NotImplemented`: spread them first, then what is written. */
export function hpBlockStorageV1BackupsStubs<Caller>(): HpBlockStorageV1BackupsHandlers<Caller> {
  return {
    listBackups: notImplemented('hp-block-storage-v1/list-backups'),
    createBackup: notImplemented('hp-block-storage-v1/create-backup'),
    listBackupsDetails: notImplemented('hp-block-storage-v1/list-backups-details'),
    getBackupDetails: notImplemented('hp-block-storage-v1/get-backup-details'),
    deleteBackup: notImplemented('hp-block-storage-v1/delete-backup'),
    restoreBackup: notImplemented('hp-block-storage-v1/restore-backup'),
  };
}
