import type { InferResult, Kysely } from 'kysely';
import type { CatalogReads, CatalogTransaction } from './catalog.ts';
import type { Connection } from './connection.ts';
import type { AttachMode, Attachment } from './records.ts';
import type { Tables } from './schema.ts';
import { volumeSerialOf } from './serials.ts';
import { bigint, nullable, oneOf, optional, text } from './statement.ts';
import { perScope, tenantOf } from './tenant-scope.ts';

function selectAttachments(db: Kysely<Tables>) {
  return db.selectFrom('attachments').selectAll();
}

type AttachmentRow = InferResult<ReturnType<typeof selectAttachments>>[number];

function toAttachment(row: AttachmentRow): Attachment {
  return {
    volumeId: row.volume_id,
    tenantId: row.tenant_id,
    serverId: row.server_id,
    device: row.device,
    attachedAt: row.attached_at,
    mode: row.mode,
    volumeSerial: row.volume_serial,
  };
}

export function attachmentReads(
  connection: Connection,
): Pick<CatalogReads, 'findAttachment' | 'listAttachments'> {
  const find = perScope((isOneTenant) =>
    connection.one(
      { tenantId: optional(text), serverId: text, volumeId: text },
      (db, p) =>
        selectAttachments(db)
          .where('volume_id', '=', p.volumeId)
          .$if(isOneTenant, (query) => query.where('tenant_id', '=', p.tenantId))
          .where('server_id', '=', p.serverId),
      toAttachment,
    ),
  );
  const select = perScope((isOneTenant) =>
    connection.many(
      { tenantId: optional(text), serverId: text, limit: bigint, offset: bigint },
      (db, p) =>
        selectAttachments(db)
          .$if(isOneTenant, (query) => query.where('tenant_id', '=', p.tenantId))
          .where('server_id', '=', p.serverId)
          .orderBy('device', 'asc')
          // A tenant has one volume per device of a server.
          .$if(!isOneTenant, (query) => query.orderBy('volume_id', 'asc'))
          .limit(p.limit)
          .offset(p.offset),
      toAttachment,
    ),
  );
  return {
    findAttachment: (scope, serverId, volumeId) =>
      find(scope)({ tenantId: tenantOf(scope), serverId, volumeId }),
    listAttachments: (scope, serverId, { limit, offset }) =>
      select(scope)({ tenantId: tenantOf(scope), serverId, limit, offset }),
  };
}

export function attachmentChanges(
  connection: Connection,
): Pick<CatalogTransaction, 'insertAttachment' | 'deleteAttachment'> {
  const insert = connection.one(
    {
      volumeId: text,
      tenantId: text,
      serverId: text,
      device: text,
      attachedAt: bigint,
      mode: nullable(oneOf<AttachMode>()),
    },
    (db, p) =>
      db
        .insertInto('attachments')
        .values({
          volume_id: p.volumeId,
          tenant_id: p.tenantId,
          server_id: p.serverId,
          device: p.device,
          attached_at: p.attachedAt,
          mode: p.mode,
          volume_serial: volumeSerialOf(p.volumeId),
        })
        // On either key: the volume has an attachment, or the server has the device in use.
        .onConflict((conflict) => conflict.doNothing())
        .returningAll(),
    toAttachment,
  );
  const remove = connection.change({ volumeId: text }, (db, p) =>
    db.deleteFrom('attachments').where('volume_id', '=', p.volumeId),
  );
  return {
    insertAttachment: ({ mode = null, ...attachment }) => insert({ ...attachment, mode }),
    deleteAttachment: async (volumeId) => (await remove({ volumeId })) === 1,
  };
}
