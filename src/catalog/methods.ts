import { attachmentChanges, attachmentReads } from './attachments.ts';
import { backupChanges } from './backup-changes.ts';
import { backupForJob, backupReads } from './backups.ts';
import type { Catalog, CatalogReads, CatalogTransaction } from './catalog.ts';
import type { Connection } from './connection.ts';
import { failureChanges } from './job-failures.ts';
import { claimableJobs, jobChanges } from './jobs.ts';
import { limitChanges, limitReads } from './quota-limits.ts';
import { quotaChanges, quotaReads } from './quotas.ts';
import { snapshotChanges } from './snapshot-changes.ts';
import { snapshotForJob, snapshotReads } from './snapshots.ts';
import { volumeChanges } from './volume-changes.ts';
import { typeChanges, typeReads } from './volume-types.ts';
import { exportedVolumes, volumeForJob, volumeReads } from './volumes.ts';

/** Reads for tenants, on any connection. */
function tenantReads(connection: Connection): CatalogReads {
  return {
    ...volumeReads(connection),
    ...snapshotReads(connection),
    ...backupReads(connection),
    ...attachmentReads(connection),
    ...quotaReads(connection),
    ...limitReads(connection),
    ...typeReads(connection),
  };
}

/** What a catalog reads outside of transactions. */
export function catalogReads(connection: Connection): Omit<Catalog, 'transaction' | 'ping' | 'close'> {
  return {
    ...tenantReads(connection),
    claimableJobs: claimableJobs(connection),
    exportedVolumes: exportedVolumes(connection),
    volumeForJob: volumeForJob(connection),
    snapshotForJob: snapshotForJob(connection),
    backupForJob: backupForJob(connection),
  };
}

/** What a transaction reads and writes, on the connection that has it open. */
export function transactionMethods(connection: Connection): CatalogTransaction {
  return {
    ...tenantReads(connection),
    ...volumeChanges(connection),
    ...snapshotChanges(connection),
    ...backupChanges(connection),
    ...attachmentChanges(connection),
    ...quotaChanges(connection),
    ...limitChanges(connection),
    ...typeChanges(connection),
    ...jobChanges(connection),
    ...failureChanges(connection),
  };
}
