// Generated from openapi/ by `make generate`. Never edit: change the contract instead.

import Router from '@koa/router';
import { type Bind, type Handler, notImplemented } from './contract.ts';

/** What a server of `os-bs-2011/backup-metadata` does. Called without a `this`. */
export interface OsBs2011BackupMetadataHandlers<Caller> {
  /** List backup metadata: GET /v1.1/{tenant_id}/OS-BS/backups/{id}/metadata, section 2.3.2.3.3 */
  readonly listBackupMetadata: Handler<'os-bs-2011/list-backup-metadata', Caller>;
  /** Create or replace backup metadata: PUT /v1.1/{tenant_id}/OS-BS/backups/{id}/metadata, section 2.3.2.3.1 */
  readonly replaceBackupMetadata: Handler<'os-bs-2011/replace-backup-metadata', Caller>;
  /** Update backup metadata: POST /v1.1/{tenant_id}/OS-BS/backups/{id}/metadata, section 2.3.2.3.2 */
  readonly updateBackupMetadata: Handler<'os-bs-2011/update-backup-metadata', Caller>;
  /** Get backup metadata item: GET /v1.1/{tenant_id}/OS-BS/backups/{id}/metadata/{key}, section 2.3.2.3.4 */
  readonly getBackupMetadataItem: Handler<'os-bs-2011/get-backup-metadata-item', Caller>;
  /** Create or update backup metadata item: PUT /v1.1/{tenant_id}/OS-BS/backups/{id}/metadata/{key}, section 2.3.2.3.5 */
  readonly setBackupMetadataItem: Handler<'os-bs-2011/set-backup-metadata-item', Caller>;
  /** Delete backup metadata item: DELETE /v1.1/{tenant_id}/OS-BS/backups/{id}/metadata/{key}, section 2.3.2.3.6 */
  readonly deleteBackupMetadataItem: Handler<'os-bs-2011/delete-backup-metadata-item', Caller>;
}

/** Routes of the tag, literal paths before those with a parameter in the same place. */
export function osBs2011BackupMetadataRouter<Caller>(
  handlers: OsBs2011BackupMetadataHandlers<Caller>,
  bind: Bind<Caller>,
): Router {
  const router = new Router();
  router.get(
    '/v1.1/:tenant_id/OS-BS/backups/:id/metadata',
    bind('os-bs-2011/list-backup-metadata', handlers.listBackupMetadata),
  );
  router.put(
    '/v1.1/:tenant_id/OS-BS/backups/:id/metadata',
    bind('os-bs-2011/replace-backup-metadata', handlers.replaceBackupMetadata),
  );
  router.post(
    '/v1.1/:tenant_id/OS-BS/backups/:id/metadata',
    bind('os-bs-2011/update-backup-metadata', handlers.updateBackupMetadata),
  );
  router.get(
    '/v1.1/:tenant_id/OS-BS/backups/:id/metadata/:key',
    bind('os-bs-2011/get-backup-metadata-item', handlers.getBackupMetadataItem),
  );
  router.put(
    '/v1.1/:tenant_id/OS-BS/backups/:id/metadata/:key',
    bind('os-bs-2011/set-backup-metadata-item', handlers.setBackupMetadataItem),
  );
  router.delete(
    '/v1.1/:tenant_id/OS-BS/backups/:id/metadata/:key',
    bind('os-bs-2011/delete-backup-metadata-item', handlers.deleteBackupMetadataItem),
  );
  return router;
}

/** Handlers that throw `NotImplemented`: spread them first, then what is written. */
export function osBs2011BackupMetadataStubs<Caller>(): OsBs2011BackupMetadataHandlers<Caller> {
  return {
    listBackupMetadata: notImplemented('os-bs-2011/list-backup-metadata'),
    replaceBackupMetadata: notImplemented('os-bs-2011/replace-backup-metadata'),
    updateBackupMetadata: notImplemented('os-bs-2011/update-backup-metadata'),
    getBackupMetadataItem: notImplemented('os-bs-2011/get-backup-metadata-item'),
    setBackupMetadataItem: notImplemented('os-bs-2011/set-backup-metadata-item'),
    deleteBackupMetadataItem: notImplemented('os-bs-2011/delete-backup-metadata-item'),
  };
}
