import { sql } from 'kysely';
import { toBackup } from './backups.ts';
import { toFailure } from './job-failures.ts';
import { toJob } from './jobs.ts';
import type { CatalogReader } from './reader.ts';
import type { Backup, Job, JobFailure, Snapshot, Volume, VolumeStatus } from './records.ts';
import { toSnapshot } from './snapshots.ts';
import { selectVolumes, toVolume } from './volumes.ts';

/** What the list of all volumes is narrowed by; what is left out does not narrow. */
export interface OperatorVolumeFilter {
  readonly tenantId?: string | undefined;
  /** Any of these. Tombstones are listed only where `deleted` is among them. */
  readonly statuses?: readonly VolumeStatus[] | undefined;
  /** Attached to this server. */
  readonly serverId?: string | undefined;
}

const PAGE = 1_000;

/**
 * Volumes of all tenants, the newest first, in pages that begin where the last one ended: a million of them take no
 * more memory than a thousand, and no read lasts long enough to hold up a server.
 */
export function* volumePages(reader: CatalogReader, filter: OperatorVolumeFilter = {}): Generator<Volume[]> {
  const { tenantId, statuses, serverId } = filter;
  let before = Number.MAX_SAFE_INTEGER;
  for (;;) {
    const rows = reader.rows((db) =>
      selectVolumes(db)
        .where('r.serial', '<', before)
        .$if(statuses === undefined, (query) => query.where('r.deleted_at', 'is', null))
        .$if(statuses !== undefined, (query) => query.where('r.status', 'in', [...(statuses ?? [])]))
        .$if(tenantId !== undefined, (query) => query.where('r.tenant_id', '=', tenantId ?? ''))
        .$if(serverId !== undefined, (query) => query.where('a.server_id', '=', serverId ?? ''))
        .orderBy('r.serial', 'desc')
        .limit(PAGE),
    );
    if (rows.length > 0) yield rows.map(toVolume);
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return;
    before = last.serial;
  }
}

/** A volume by its UUID or its number, whosever it is; also one that has been deleted. */
export function volumeByName(reader: CatalogReader, name: string): Volume | undefined {
  const isNumber = /^\d{1,15}$/.test(name);
  const [row] = reader.rows((db) =>
    isNumber
      ? selectVolumes(db).where('r.serial', '=', Number(name))
      : selectVolumes(db).where('r.id', '=', name.toLowerCase()),
  );
  return row === undefined ? undefined : toVolume(row);
}

/** A snapshot by its UUID, whosever it is; not one that has been deleted. */
export function snapshotById(reader: CatalogReader, id: string): Snapshot | undefined {
  const [row] = reader.rows((db) =>
    db
      .selectFrom('snapshots as r')
      .selectAll('r')
      .where('r.id', '=', id.toLowerCase())
      .where('r.deleted_at', 'is', null),
  );
  return row === undefined ? undefined : toSnapshot(row);
}

/** What was made of a volume and is still there, the newest first. */
export function copiesOf(
  reader: CatalogReader,
  { id: volumeId, tenantId }: Pick<Volume, 'id' | 'tenantId'>,
): { readonly snapshots: Snapshot[]; readonly backups: Backup[] } {
  const snapshots = reader.rows((db) =>
    db
      .selectFrom('snapshots as r')
      .selectAll('r')
      .where('r.tenant_id', '=', tenantId)
      .where('r.volume_id', '=', volumeId)
      .where('r.deleted_at', 'is', null)
      .orderBy('r.serial', 'desc'),
  );
  const backups = reader.rows((db) =>
    db
      .selectFrom('backups as r')
      .selectAll('r')
      .where('r.tenant_id', '=', tenantId)
      .where('r.volume_id', '=', volumeId)
      .where('r.deleted_at', 'is', null)
      .orderBy('r.serial', 'desc'),
  );
  return { snapshots: snapshots.map(toSnapshot), backups: backups.map(toBackup) };
}

/** A job with what it works for, as far as that is still there. */
export interface JobWithResource extends Job {
  readonly resource: 'volume' | 'snapshot' | 'backup' | null;
  readonly resourceStatus: string | null;
  /** Of the copy that the job makes, 0 to 100; null where there is none. */
  readonly progress: number | null;
  /** What a tenant was told of the last failure; only backups keep it. */
  readonly failReason: string | null;
  /** Why its last attempt failed, in the words of whatever failed; null when none has. */
  readonly lastError: string | null;
}

/** Every job, the oldest first. They are as many as there is work to do, which fits into memory. */
export function jobsWithResources(reader: CatalogReader): JobWithResource[] {
  const rows = reader.rows((db) =>
    db
      .selectFrom('jobs')
      .selectAll('jobs')
      .leftJoin('volumes as v', 'v.id', 'jobs.resource_id')
      .leftJoin('snapshots as s', 's.id', 'jobs.resource_id')
      .leftJoin('backups as b', 'b.id', 'jobs.resource_id')
      .leftJoin('job_failures as f', (join) =>
        join.onRef('f.resource_id', '=', 'jobs.resource_id').onRef('f.job_id', '=', 'jobs.id'),
      )
      .select([
        'v.status as volume_status',
        's.status as snapshot_status',
        'b.status as backup_status',
        sql<number | null>`coalesce(v.progress, s.progress, b.progress)`.as('progress'),
        'b.fail_reason',
        'f.reason as last_error',
      ])
      .orderBy('jobs.created_at')
      .orderBy('jobs.id'),
  );
  return rows.map((row) => ({
    ...toJob(row),
    resource:
      row.volume_status !== null
        ? 'volume'
        : row.snapshot_status !== null
          ? 'snapshot'
          : row.backup_status !== null
            ? 'backup'
            : null,
    resourceStatus: row.volume_status ?? row.snapshot_status ?? row.backup_status,
    progress: row.progress,
    failReason: row.fail_reason,
    lastError: row.last_error,
  }));
}

/** Why the last job for a resource failed; undefined when it has not, or another has been done since. */
export function lastFailureOf(reader: CatalogReader, resourceId: string): JobFailure | undefined {
  const [row] = reader.rows((db) =>
    db.selectFrom('job_failures').selectAll().where('resource_id', '=', resourceId),
  );
  return row === undefined ? undefined : toFailure(row);
}
