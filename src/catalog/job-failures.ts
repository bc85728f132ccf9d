import type { CatalogTransaction } from './catalog.ts';
import type { Connection } from './connection.ts';
import type { JobFailure, JobKind } from './records.ts';
import type { JobFailureTable } from './schema.ts';
import { bigint, oneOf, text } from './statement.ts';

export function toFailure(row: JobFailureTable): JobFailure {
  return {
    resourceId: row.resource_id,
    jobId: row.job_id,
    kind: row.kind,
    reason: row.reason,
    failedAt: row.failed_at,
  };
}

export function failureChanges(
  connection: Connection,
): Pick<CatalogTransaction, 'noteFailure' | 'forgetFailure'> {
  const note = connection.change(
    { resourceId: text, jobId: text, kind: oneOf<JobKind>(), reason: text, failedAt: bigint },
    (db, p) =>
      db
        .insertInto('job_failures')
        .values({
          resource_id: p.resourceId,
          job_id: p.jobId,
          kind: p.kind,
          reason: p.reason,
          failed_at: p.failedAt,
        })
        .onConflict((conflict) =>
          conflict.column('resource_id').doUpdateSet((eb) => ({
            job_id: eb.ref('excluded.job_id'),
            kind: eb.ref('excluded.kind'),
            reason: eb.ref('excluded.reason'),
            failed_at: eb.ref('excluded.failed_at'),
          })),
        ),
  );
  const forget = connection.change({ resourceId: text }, (db, p) =>
    db.deleteFrom('job_failures').where('resource_id', '=', p.resourceId),
  );
  return {
    async noteFailure({ resourceId, jobId, kind, reason, failedAt }) {
      await note({ resourceId, jobId, kind, reason, failedAt });
    },
    async forgetFailure(resourceId) {
      await forget({ resourceId });
    },
  };
}
