// Generated from openapi/ by `make generate`. Never edit: change the contract instead.

import Router from '@koa/router';
import { type Bind, type Handler, notImplemented } from './contract.ts';

/** What a server of `os-bs-2011/backups` does. Called without a `this`. */
export interface OsBs2011BackupsHandlers<Caller> {
  /** List backups: GET /v1.1/{tenant_id}/OS-BS/backups, section 2.3.2.1.1 */
  readonly listBackups: Handler<'os-bs-2011/list-backups', Caller>;
  /** Create backup: POST /v1.1/{tenant_id}/OS-BS/backups, section 2.3.2.2.1 */
  readonly createBackup: Handler<'os-bs-2011/create-backup', Caller>;
  /** List backups details: GET /v1.1/{tenant_id}/OS-BS/backups/detail, section 2.3.2.1.2 */
  readonly listBackupsDetails: Handler<'os-bs-2011/list-backups-details', Caller>;
  /** Get backup details: GET /v1.1/{tenant_id}/OS-BS/backups/{id}, section 2.3.2.2.3 */
  readonly getBackupDetails: Handler<'os-bs-2011/get-backup-details', Caller>;
  /** Update backup name: PUT /v1.1/{tenant_id}/OS-BS/backups/{id}, section 2.3.2.2.2 */
  readonly updateBackupName: Handler<'os-bs-2011/update-backup-name', Caller>;
  /** Delete backup: DELETE /v1.1/{tenant_id}/OS-BS/backups/{id}, section 2.3.2.2.4 */
  readonly deleteBackup: Handler<'os-bs-2011/delete-backup', Caller>;
}

/** Routes of the tag, literal paths before those with a parameter in the same place. */
export function osBs2011BackupsRouter<Caller>(
  handlers: OsBs2011BackupsHandlers<Caller>,
  bind: Bind<Caller>,
): Router {
  const router = new Router();
  router.get(
    '/v1.1/:tenant_id/OS-BS/backups',
    bind('os-bs-2011/list-backups', handlers.listBackups),
  );
  router.post(
    '/v1.1/:tenant_id/OS-BS/backups',
    bind('os-bs-2011/create-backup', handlers.createBackup),
  );
  router.get(
    '/v1.1/:tenant_id/OS-BS/backups/detail',
    bind('os-bs-2011/list-backups-details', handlers.listBackupsDetails),
  );
  router.get(
    '/v1.1/:tenant_id/OS-BS/backups/:id',
    bind('os-bs-2011/get-backup-details', handlers.getBackupDetails),
  );
  router.put(
    '/v1.1/:tenant_id/OS-BS/backups/:id',
    bind('os-bs-2011/update-backup-name', handlers.updateBackupName),
  );
  router.delete(
    '/v1.1/:tenant_id/OS-BS/backups/:id',
    bind('os-bs-2011/delete-backup', handlers.deleteBackup),
  );
  return router;
}

/** Handlers that throw `NotImplemented`: spread them first, then what is written. */
export function osBs2011BackupsStubs<Caller>(): OsBs2011BackupsHandlers<Caller> {
  return {
    listBackups: notImplemented('os-bs-2011/list-backups'),
    createBackup: notImplemented('os-bs-2011/create-backup'),
    listBackupsDetails: notImplemented('os-bs-2011/list-backups-details'),
    getBackupDetails: notImplemented('os-bs-2011/get-backup-details'),
    updateBackupName: notImplemented('os-bs-2011/update-backup-name'),
    deleteBackup: notImplemented('os-bs-2011/delete-backup'),
  };
}
