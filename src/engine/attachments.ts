import type { CatalogTransaction } from '../catalog/catalog.ts';
import { askedDevice, MOST_VOLUMES_PER_SERVER, nextDevice } from './devices.ts';
import type { Caller, Engine } from './engine.ts';
import type { EngineParts } from './engine-parts.ts';
import { EngineFault } from './faults.ts';
import { volumeLifecycle } from './lifecycle.ts';
import { pageOf } from './pages.ts';
import { reachOf } from './reach.ts';
import { isUuid, textOf } from './request-fields.ts';
import type { Servers } from './servers.ts';
import { volumeTransitions } from './transitions.ts';

/** What can be written at all may be the id of a server. */
export function requireServerId(id: string): void {
  try {
    if (textOf('server id', id)?.trim() !== '') return;
  } catch {
    // Falls through: what cannot be an id is the id of none.
  }
  throw new EngineFault('serverNotFound', { id });
}

/** That it cannot be found out whether there is such a server is no reason not to say that it has no volumes. */
async function requireUnlessUnknown(servers: Servers, caller: Caller, serverId: string): Promise<void> {
  try {
    await servers.ownerOf(caller, serverId);
  } catch (error) {
    if (!(error instanceof EngineFault) || error.category === 'notFound') throw error;
  }
}

/** The device that was asked for, or the next free one of the server. */
export async function chooseDevice(
  tx: CatalogTransaction,
  tenantId: string,
  serverId: string,
  asked: string | undefined,
): Promise<string> {
  const attachments = await tx.listAttachments(tenantId, serverId, {
    limit: MOST_VOLUMES_PER_SERVER,
    offset: 0,
  });
  const used = new Set(attachments.map(({ device }) => device));
  if (asked !== undefined && used.has(asked)) throw new EngineFault('deviceInUse', { device: asked });
  if (used.size >= MOST_VOLUMES_PER_SERVER) {
    throw new EngineFault('serverFull', { serverId, limit: MOST_VOLUMES_PER_SERVER });
  }
  return asked ?? nextDevice(used);
}

export function createAttachments({ catalog, change, servers }: EngineParts): Engine['attachments'] {
  return {
    async list(caller, serverId, page) {
      const found = await catalog.listAttachments(reachOf(caller), serverId, pageOf(page));
      // A server that has volumes is one, or was; of any other it is asked whether there is one.
      if (found.length === 0 && (page?.offset ?? 0) === 0)
        await requireUnlessUnknown(servers, caller, serverId);
      return found;
    },

    async get(caller, serverId, volumeId) {
      const attachment = await catalog.findAttachment(reachOf(caller), serverId, volumeId);
      if (attachment === undefined) throw new EngineFault('notAttached', { volumeId, serverId });
      return attachment;
    },

    async attach(caller, { serverId, volumeId, device }) {
      requireServerId(serverId);
      if (!isUuid(volumeId)) throw new EngineFault('volumeIdInvalid', { id: volumeId });
      const asked = askedDevice(device);
      // Before anything is held that others wait for: it may take its time.
      const owner = await servers.ownerOf(caller, serverId);

      const { value, outcome } = await change(async ({ tx, at, schedule }) => {
        const refuse = (status: string) => new EngineFault('volumeNotAttachable', { status });
        // The server of a volume is one of the tenant whose volume it is, whoever attaches it.
        const { tenantId } = await volumeTransitions.start(
          tx,
          reachOf(caller),
          volumeId,
          volumeLifecycle.attach,
          at,
          refuse,
        );
        if (owner !== undefined && owner !== tenantId)
          throw new EngineFault('serverNotFound', { id: serverId });
        const device = await chooseDevice(tx, tenantId, serverId, asked);
        const attachment = await tx.insertAttachment({
          volumeId,
          tenantId,
          serverId,
          device,
          attachedAt: at,
        });
        // Another server may have written it since the list was read, where the catalog is shared.
        if (attachment === undefined) throw new EngineFault('deviceInUse', { device });
        await schedule({ kind: 'attach-volume', tenantId, resourceId: volumeId });
        return attachment;
      });
      if ((await outcome) === 'failed') throw new EngineFault('attachFailed', { volumeId });
      return value;
    },

    async detach(caller, serverId, volumeId) {
      const { outcome } = await change(async ({ tx, at, schedule }) => {
        const attachment = await tx.findAttachment(reachOf(caller), serverId, volumeId);
        if (attachment === undefined) throw new EngineFault('notAttached', { volumeId, serverId });
        const { tenantId } = attachment;
        const refuse = (status: string) => new EngineFault('volumeNotDetachable', { status });
        await volumeTransitions.start(tx, tenantId, volumeId, volumeLifecycle.detach, at, refuse);
        await schedule({ kind: 'detach-volume', tenantId, resourceId: volumeId });
      });
      if ((await outcome) === 'failed') throw new EngineFault('detachFailed', { volumeId });
    },
  };
}
