import { type InferResult, type Kysely, sql } from 'kysely';
import type { Catalog, CatalogTransaction } from './catalog.ts';
import type { Connection } from './connection.ts';
import { decodeMap, encodeMap } from './json.ts';
import type { Job, JobKind } from './records.ts';
import type { Tables } from './schema.ts';
import { bigint, integer, nullable, oneOf, text } from './statement.ts';

function selectJobs(db: Kysely<Tables>) {
  return db.selectFrom('jobs').selectAll();
}

type JobRow = InferResult<ReturnType<typeof selectJobs>>[number];

export function toJob(row: JobRow): Job {
  return {
    id: row.id,
    kind: row.kind,
    tenantId: row.tenant_id,
    resourceId: row.resource_id,
    payload: decodeMap(row.payload),
    attempts: row.attempts,
    leaseOwner: row.lease_owner,
    leaseUntil: row.lease_until,
    createdAt: row.created_at,
  };
}

export function claimableJobs(connection: Connection): Catalog['claimableJobs'] {
  const prepare = (kinds: readonly JobKind[] | undefined) =>
    connection.many(
      { now: bigint, limit: bigint },
      (db, p) =>
        selectJobs(db)
          .where((eb) => eb.or([eb('lease_until', 'is', null), eb('lease_until', '<=', p.now)]))
          .$if(kinds !== undefined, (query) => query.where('kind', 'in', kinds?.map(sql.lit) ?? []))
          .orderBy('created_at', 'asc')
          .orderBy('id', 'asc')
          .limit(p.limit),
      toJob,
    );
  // A worker asks for the same few sets of kinds again and again.
  const prepared = new Map<string, ReturnType<typeof prepare>>();
  return (now, limit, kinds) => {
    const key = kinds?.join() ?? '';
    const select = prepared.get(key) ?? prepare(kinds);
    prepared.set(key, select);
    return select({ now, limit });
  };
}

type JobChanges = Pick<
  CatalogTransaction,
  'insertJob' | 'hasJobFor' | 'claimJob' | 'renewJob' | 'finishJob' | 'releaseJob'
>;

export function jobChanges(connection: Connection): JobChanges {
  const insert = insertJob(connection);
  const claim = connection.one(
    { id: text, owner: text, until: bigint, now: bigint },
    (db, p) =>
      db
        .updateTable('jobs')
        // Counted when it begins: an attempt that took the server down with it counts too.
        .set((eb) => ({
          lease_owner: p.owner,
          lease_until: p.until,
          attempts: eb('attempts', '+', sql.lit(1)),
        }))
        .where('id', '=', p.id)
        .where((eb) => eb.or([eb('lease_until', 'is', null), eb('lease_until', '<=', p.now)]))
        .returningAll(),
    toJob,
  );
  const renew = connection.change({ id: text, owner: text, until: bigint }, (db, p) =>
    db
      .updateTable('jobs')
      .set({ lease_until: p.until })
      .where('id', '=', p.id)
      .where('lease_owner', '=', p.owner),
  );
  const finish = connection.change({ id: text, owner: text }, (db, p) =>
    db.deleteFrom('jobs').where('id', '=', p.id).where('lease_owner', '=', p.owner),
  );
  const release = connection.change({ id: text, owner: text }, (db, p) =>
    db
      .updateTable('jobs')
      .set({ lease_owner: sql.lit(null), lease_until: sql.lit(null) })
      .where('id', '=', p.id)
      .where('lease_owner', '=', p.owner),
  );
  const findFor = connection.one(
    { resourceId: text },
    (db, p) =>
      db
        .selectFrom('jobs')
        .select('id')
        // Values of a payload are ids, behind a colon and in quotes.
        .where((eb) =>
          eb.or([
            eb('resource_id', '=', p.resourceId),
            eb('payload', 'like', sql<string>`'%:"' || ${p.resourceId} || '"%'`),
          ]),
        )
        .limit(sql.lit(1)),
    ({ id }) => id,
  );
  return {
    insertJob: insert,
    hasJobFor: async (resourceId) => (await findFor({ resourceId })) !== undefined,
    claimJob: (id, owner, until, now) => claim({ id, owner, until, now }),
    renewJob: async (id, owner, until) => (await renew({ id, owner, until })) === 1,
    finishJob: async (id, owner) => (await finish({ id, owner })) === 1,
    releaseJob: async (id, owner) => (await release({ id, owner })) === 1,
  };
}

function insertJob(connection: Connection): CatalogTransaction['insertJob'] {
  const insert = connection.change(
    {
      id: text,
      kind: oneOf<JobKind>(),
      tenantId: text,
      resourceId: text,
      payload: text,
      attempts: integer,
      leaseOwner: nullable(text),
      leaseUntil: nullable(bigint),
      createdAt: bigint,
    },
    (db, p) =>
      db.insertInto('jobs').values({
        id: p.id,
        kind: p.kind,
        tenant_id: p.tenantId,
        resource_id: p.resourceId,
        payload: p.payload,
        attempts: p.attempts,
        lease_owner: p.leaseOwner,
        lease_until: p.leaseUntil,
        created_at: p.createdAt,
      }),
  );
  return async (job) => {
    await insert({ ...job, payload: encodeMap(job.payload) });
  };
}
