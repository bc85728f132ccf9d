import { randomUUID } from 'node:crypto';
import type { Backup, BackupStatus, Volume } from '../catalog/records.ts';
import type { TenantScope } from '../catalog/tenant-scope.ts';
import type { Change } from './change.ts';
import type { Caller, Engine } from './engine.ts';
import type { EngineParts } from './engine-parts.ts';
import { EngineFault } from './faults.ts';
import { backupLifecycle, backupUses, isUnderWay, volumeLifecycle } from './lifecycle.ts';
import { createMetadata } from './metadata.ts';
import { metadataOf } from './metadata-fields.ts';
import { pageBehind } from './pages.ts';
import { takeQuota } from './quota-usage.ts';
import { listedScope, reachOf } from './reach.ts';
import { containerOf, givenOf, textOf, textsOf } from './request-fields.ts';
import { backupTransitions, volumeTransitions } from './transitions.ts';
import { requireUnconnected } from './volume-connections.ts';
import { typeOf } from './volume-types.ts';
import { newVolume } from './volumes.ts';

const refuseUpdate = (status: BackupStatus): EngineFault => new EngineFault('backupNotUpdatable', { status });

/** os-bs-2011/2.3.1.3.1/build-in-progress */
const refuseMetadata = (status: BackupStatus): EngineFault =>
  isUnderWay(backupLifecycle.create, status)
    ? new EngineFault('buildInProgress', { status })
    : refuseUpdate(status);

export function createBackups(parts: EngineParts): Engine['backups'] {
  const { catalog, change, quotas, availabilityZone, metadataLimits, profile } = parts;

  /** hp-block-storage-v1/4.5.3.6/given-volume-overwritten */
  async function takeTarget(
    { tx, at }: Change,
    scope: TenantScope,
    id: string,
    size: number,
  ): Promise<Volume> {
    const refuse = (status: string) => new EngineFault('volumeNotForRestore', { status });
    const volume = await volumeTransitions.start(tx, scope, id, volumeLifecycle.restore, at, refuse, {
      progress: 0,
    });
    requireUnconnected(volume);
    if (volume.size < size)
      throw new EngineFault('volumeTooSmallForRestore', { size: volume.size, needed: size });
    return volume;
  }

  /** hp-block-storage-v1/4.5.3.6/new-volume-when-omitted; named as Cinder named it. */
  async function makeTarget(
    { tx, at }: Change,
    { tenantId, userName }: Caller,
    { id, serial, size }: Backup,
  ): Promise<Volume> {
    await takeQuota(tx, tenantId, 'volumes', size, quotas);
    const volume = newVolume({
      tenantId,
      status: volumeLifecycle.createForRestore.during[0],
      size,
      availabilityZone,
      ...(await typeOf(tx, {})),
      userName,
      name: `restore_backup_${profile.backupIds === 'uuid' ? id : serial}`,
      createdAt: at,
    });
    return tx.insertVolume(volume);
  }

  async function get(caller: Caller, id: string | number): Promise<Backup> {
    const backup =
      typeof id === 'number'
        ? await catalog.findBackupBySerial(reachOf(caller), id)
        : await catalog.findBackup(reachOf(caller), id);
    if (backup === undefined) throw new EngineFault('backupNotFound', { id });
    return backup;
  }

  return {
    async list(caller, filter = {}, page) {
      const scope = listedScope(caller, filter);
      if (scope === undefined) return [];
      const find = (id: string) => catalog.findBackupKey(scope, id);
      return catalog.listBackups(scope, filter, await pageBehind(page, find));
    },

    get,

    async create(caller, request) {
      const { tenantId, userName } = caller;
      const { volumeId } = request;
      const asked = {
        name: textOf('name', request.name),
        description: textOf('description', request.description),
        requestedContainer: containerOf(request.container),
        metadata: metadataOf(request.metadata, metadataLimits.backup),
      };
      const { value } = await change(async ({ tx, at, schedule }) => {
        const refuse = (status: string) => new EngineFault('volumeNotForBackup', { status });
        const volume = await volumeTransitions.start(
          tx,
          reachOf(caller),
          volumeId,
          volumeLifecycle.backup,
          at,
          refuse,
        );
        requireUnconnected(volume);
        const backup = await tx.insertBackup({
          ...asked,
          id: randomUUID(),
          tenantId,
          volumeId,
          status: backupLifecycle.create.during[0],
          size: volume.size,
          availabilityZone: null,
          container: null,
          objectPrefix: null,
          objectCount: null,
          failReason: null,
          progress: 0,
          userName,
          createdAt: at,
          updatedAt: null,
          modifiedAt: null,
          deletedAt: null,
        });
        await schedule({
          kind: 'create-backup',
          tenantId,
          resourceId: backup.id,
          payload: { volume: volumeId },
        });
        return backup;
      });
      return value;
    },

    async update(caller, id, request) {
      const fields = textsOf(request);
      const { value } = await change(({ tx, at }) =>
        backupTransitions.update(tx, reachOf(caller), id, backupUses.update, at, refuseUpdate, () =>
          givenOf(fields),
        ),
      );
      return value;
    },

    metadata: createMetadata(parts, {
      get,
      limit: metadataLimits.backup,
      update: (tx, scope, id, at, make) =>
        backupTransitions.update(tx, scope, id, backupUses.metadata, at, refuseMetadata, (backup) => ({
          metadata: make(backup.metadata),
        })),
    }),

    async delete(caller, id) {
      await change(async ({ tx, at, schedule }) => {
        const refuse = (status: string) => new EngineFault('backupNotDeletable', { status });
        const { tenantId } = await backupTransitions.start(
          tx,
          reachOf(caller),
          id,
          backupLifecycle.delete,
          at,
          refuse,
        );
        await schedule({ kind: 'delete-backup', tenantId, resourceId: id });
      });
    },

    async restore(caller, { backupId, volumeId }) {
      const scope = reachOf(caller);
      const { value } = await change(async (step) => {
        const { tx, at, schedule } = step;
        const refuse = (status: string) => new EngineFault('backupNotRestorable', { status });
        const backup = await backupTransitions.start(
          tx,
          scope,
          backupId,
          backupLifecycle.restore,
          at,
          refuse,
        );
        const volume =
          volumeId === null || volumeId === undefined
            ? await makeTarget(step, caller, backup)
            : await takeTarget(step, scope, volumeId, backup.size);
        const payload = { volume: volume.id };
        await schedule({ kind: 'restore-backup', tenantId: backup.tenantId, resourceId: backupId, payload });
        return { backup, volume };
      });
      return value;
    },
  };
}
