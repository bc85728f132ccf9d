import { sql } from 'kysely';
import type { Finding } from '../../blocks/check.ts';
import type { CatalogReader } from '../../catalog/reader.ts';
import type { BackupStatus, SnapshotStatus, VolumeStatus } from '../../catalog/records.ts';

/**
 * What the rows of the catalog say of each other. A server changes rows that belong together in one transaction, and
 * all of this is read in one, so that nothing here is ever under way.
 */

/** States that only a job leaves. */
const MOVING = {
  volumes: [
    'creating',
    'downloading',
    'attaching',
    'detaching',
    'backing-up',
    'restoring-backup',
    'uploading',
    'extending',
    'deleting',
  ] satisfies VolumeStatus[],
  snapshots: ['creating', 'deleting'] satisfies SnapshotStatus[],
  backups: ['creating', 'restoring', 'deleting'] satisfies BackupStatus[],
} as const;

/** States with a server that has the volume, or may still have it. */
const ATTACHED: readonly VolumeStatus[] = ['attaching', 'in-use', 'detaching', 'error_detaching'];
/** The same, and states that a volume may be in with a server or without. */
const MAY_BE_ATTACHED: readonly VolumeStatus[] = [...ATTACHED, 'uploading'];

/** More of a kind would hide the rest, and have the same cause. */
const MOST_OF_A_KIND = 1_000;

const nounOf = { volumes: 'volume', snapshots: 'snapshot', backups: 'backup' } as const;

/** Ids that some job works for, be it as its resource or in its payload. */
function idsOfJobs(catalog: CatalogReader): Set<string> {
  const jobs = catalog.rows((db) => db.selectFrom('jobs').select(['resource_id', 'payload']));
  const ids = new Set<string>();
  for (const { resource_id, payload } of jobs) {
    ids.add(resource_id);
    try {
      // Values are ids, or the ids of nothing, whatever the keys are.
      for (const id of Object.values(JSON.parse(payload) as Record<string, unknown>)) ids.add(String(id));
    } catch {
      // A payload that is no JSON works for nothing.
    }
  }
  return ids;
}

/** Volumes that a compute service has reserved, or has begun to detach: it is for the service to go on. */
function idsOfHeld(catalog: CatalogReader): Set<string> {
  const rows = catalog.rows((db) =>
    db
      .selectFrom('volumes as v')
      .leftJoin('attachments as a', 'a.volume_id', 'v.id')
      .select('v.id')
      .where((eb) =>
        eb.or([
          eb('v.status', '=', 'attaching').and('a.volume_id', 'is', null),
          eb('v.status', '=', 'detaching').and('a.volume_id', 'is not', null),
        ]),
      ),
  );
  return new Set(rows.map(({ id }) => id));
}

/** Resources on the way from one state to another with nobody who takes them there. */
function* stuck(catalog: CatalogReader): Generator<Finding> {
  const working = idsOfJobs(catalog);
  const held = idsOfHeld(catalog);
  for (const table of ['volumes', 'snapshots', 'backups'] as const) {
    const rows = catalog.rows((db) =>
      db
        .selectFrom(table)
        .select(['id', 'status', 'tenant_id', 'changed_at'])
        .where('status', 'in', [...MOVING[table]])
        .orderBy('serial'),
    );
    for (const { id, status, tenant_id, changed_at } of rows) {
      if (working.has(id) || held.has(id)) continue;
      yield {
        severity: 'warning',
        where: `${nounOf[table]} ${id}`,
        what: `It is ${status} since ${new Date(changed_at / 1000).toISOString()}, and no job works on it, so it stays so (tenant ${tenant_id}).`,
        advice:
          'Look into the log of that time for this id. Restoring catalog.db from a copy brings the job back; otherwise `os-reset_status` of an administrator leads out of it. Resources of --seed documents are shown in such states on purpose.',
      };
    }
  }
}

function* attachments(catalog: CatalogReader): Generator<Finding> {
  const rows = catalog.rows((db) =>
    db
      .selectFrom('attachments as a')
      .leftJoin('volumes as v', 'v.id', 'a.volume_id')
      .select(['a.volume_id', 'a.server_id', 'a.device', 'v.status'])
      .where((eb) =>
        eb.or([
          eb('v.status', 'is', null),
          eb('v.status', 'not in', [...MAY_BE_ATTACHED]),
          eb('v.deleted_at', 'is not', null),
        ]),
      )
      .limit(MOST_OF_A_KIND),
  );
  for (const { volume_id, server_id, device, status } of rows) {
    yield {
      severity: 'warning',
      where: `volume ${volume_id}`,
      what: `It is attached to server ${server_id} as ${device}, but ${status === null ? 'there is no such volume' : `its status is ${status}`}.`,
      advice: 'The device name stays taken on that server. Make sure that the server does not use it.',
    };
  }
  const bare = catalog.rows((db) =>
    db
      .selectFrom('volumes as v')
      .leftJoin('attachments as a', 'a.volume_id', 'v.id')
      .select(['v.id', 'v.status'])
      .where('v.status', 'in', [...ATTACHED])
      // Reserved.
      .where('v.status', '<>', 'attaching')
      .where('a.volume_id', 'is', null)
      .limit(MOST_OF_A_KIND),
  );
  for (const { id, status } of bare) {
    yield {
      severity: 'warning',
      where: `volume ${id}`,
      what: `It is ${status}, but attached to no server.`,
      advice: 'No server has it. An administrator makes it available again with `os-reset_status`.',
    };
  }
}

function* jobsOfNothing(catalog: CatalogReader): Generator<Finding> {
  const rows = catalog.rows((db) =>
    db
      .selectFrom('jobs as j')
      .leftJoin('volumes as v', (join) =>
        join.onRef('v.id', '=', 'j.resource_id').on('v.deleted_at', 'is', null),
      )
      .leftJoin('snapshots as s', (join) =>
        join.onRef('s.id', '=', 'j.resource_id').on('s.deleted_at', 'is', null),
      )
      .leftJoin('backups as b', (join) =>
        join.onRef('b.id', '=', 'j.resource_id').on('b.deleted_at', 'is', null),
      )
      .select(['j.id', 'j.kind', 'j.resource_id', 'j.attempts'])
      .where('v.id', 'is', null)
      .where('s.id', 'is', null)
      .where('b.id', 'is', null)
      .limit(MOST_OF_A_KIND),
  );
  for (const { id, kind, resource_id, attempts } of rows) {
    yield {
      severity: 'warning',
      where: `job ${id}`,
      what: `It is to ${kind} ${resource_id}, which is gone; it was begun ${attempts} times.`,
      advice: 'A server that runs gives such a job up by itself. If it stays, look for its id in the log.',
    };
  }
}

interface UsageRow {
  readonly tenant_id: string;
  readonly volumes: number;
  readonly snapshots: number;
  readonly gigabytes: number;
}

/** The quota counts a volume that is being made larger as what it is to be. */
const SIZES = {
  volumes: sql<number>`sum(coalesce(new_size, size))`,
  snapshots: sql<number>`sum(size)`,
} as const;

/** What tenants have, as the quota counts it. */
function actualUsage(catalog: CatalogReader): Map<string, UsageRow> {
  const usage = new Map<string, UsageRow>();
  for (const table of ['volumes', 'snapshots'] as const) {
    const sums = catalog.rows((db) =>
      db
        .selectFrom(table)
        .select(['tenant_id', sql<number>`count(*)`.as('count'), SIZES[table].as('gigabytes')])
        .where('deleted_at', 'is', null)
        .groupBy('tenant_id'),
    );
    for (const { tenant_id, count, gigabytes } of sums) {
      const before = usage.get(tenant_id) ?? { tenant_id, volumes: 0, snapshots: 0, gigabytes: 0 };
      usage.set(tenant_id, { ...before, [table]: count, gigabytes: before.gigabytes + gigabytes });
    }
  }
  return usage;
}

function* quotas(catalog: CatalogReader): Generator<Finding> {
  const actual = actualUsage(catalog);
  const kept = catalog.rows((db) => db.selectFrom('quota_usage').selectAll());
  for (const { tenant_id, ...used } of kept) {
    const has = actual.get(tenant_id) ?? { volumes: 0, snapshots: 0, gigabytes: 0 };
    for (const name of ['volumes', 'snapshots', 'gigabytes'] as const) {
      if (used[name] <= has[name]) continue;
      yield {
        severity: 'warning',
        where: `tenant ${tenant_id}`,
        what: `Its quota counts ${used[name]} ${name}, but it has ${has[name]}.`,
        advice: `It is refused ${name} that it does not use; raise its quota by ${used[name] - has[name]} until that is mended.`,
      };
    }
  }
  // Less is counted than there is where resources were put there without a reservation, as the seeds are.
}

/** Backups that nobody could restore. */
function* unusable(catalog: CatalogReader): Generator<Finding> {
  const rows = catalog.rows((db) =>
    db
      .selectFrom('backups')
      .select(['id'])
      .where('status', 'in', ['available', 'restoring'])
      .where((eb) => eb.or([eb('container', 'is', null), eb('object_prefix', 'is', null)]))
      .limit(MOST_OF_A_KIND),
  );
  for (const { id } of rows) {
    yield {
      severity: 'damage',
      where: `backup ${id}`,
      what: 'It is available, but the catalog does not say where its objects are.',
      advice: 'It cannot be restored. Back the volume up once more and delete this one.',
    };
  }
}

/** Everything that the rows of the catalog say against each other. */
export function checkRows(catalog: CatalogReader): Finding[] {
  return catalog.atOnce(() => [
    ...stuck(catalog),
    ...attachments(catalog),
    ...jobsOfNothing(catalog),
    ...quotas(catalog),
    ...unusable(catalog),
  ]);
}

/** What SQLite says of the file. */
export function checkFile(catalog: CatalogReader, path: string): Finding[] {
  return catalog.integrityProblems(100).map((problem) => ({
    severity: 'damage',
    where: path,
    what: `SQLite reports: ${problem}.`,
    advice:
      'Stop the server, copy the folder, and restore catalog.db from a copy; `sqlite3 catalog.db .recover` saves what can be read.',
  }));
}
