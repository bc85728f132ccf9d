import { randomUUID } from 'node:crypto';
import type { Volume } from '../catalog/records.ts';
import type { Change } from './change.ts';
import type { Engine } from './engine.ts';
import type { EngineParts } from './engine-parts.ts';
import { EngineFault } from './faults.ts';
import { backupLifecycle, volumeLifecycle } from './lifecycle.ts';
import { takeQuota } from './quota-usage.ts';
import { containerOf, pageOf, textOf } from './request-fields.ts';
import { backupTransitions, volumeTransitions } from './transitions.ts';
import { newVolume } from './volumes.ts';

export function createBackups({ catalog, change, quotas, availabilityZone }: EngineParts): Engine['backups'] {
  /** hp-block-storage-v1/4.5.3.6/given-volume-overwritten */
  async function takeTarget({ tx, at }: Change, tenantId: string, id: string, size: number): Promise<Volume> {
    const refuse = (status: string) => new EngineFault('volumeNotForRestore', { status });
    const volume = await volumeTransitions.start(tx, tenantId, id, volumeLifecycle.restore, at, refuse);
    if (volume.size < size)
      throw new EngineFault('volumeTooSmallForRestore', { size: volume.size, needed: size });
    return volume;
  }

  /** hp-block-storage-v1/4.5.3.6/new-volume-when-omitted; named as Cinder named it. */
  async function makeTarget(
    { tx, at }: Change,
    tenantId: string,
    serial: number,
    size: number,
  ): Promise<Volume> {
    await takeQuota(tx, tenantId, 'volumes', size, quotas.limitsFor(tenantId));
    const volume = newVolume({
      tenantId,
      status: volumeLifecycle.createForRestore.during[0],
      size,
      availabilityZone,
      typeId: '',
      userName: '',
      name: `restore_backup_${serial}`,
      createdAt: at,
    });
    return tx.insertVolume(volume);
  }

  return {
    list: async ({ tenantId }, filter = {}, page) => catalog.listBackups(tenantId, filter, pageOf(page)),

    async get({ tenantId }, id) {
      const backup =
        typeof id === 'number'
          ? await catalog.findBackupBySerial(tenantId, id)
          : await catalog.findBackup(tenantId, id);
      if (backup === undefined) throw new EngineFault('backupNotFound', { id });
      return backup;
    },

    update: async () => {
      throw new Error('not there yet');
    },
    get metadata(): never {
      throw new Error('not there yet');
    },

    async create({ tenantId, userName }, request) {
      const { volumeId } = request;
      const asked = {
        name: textOf('name', request.name),
        description: textOf('description', request.description),
        requestedContainer: containerOf(request.container),
      };
      const { value } = await change(async ({ tx, at, schedule }) => {
        const refuse = (status: string) => new EngineFault('volumeNotForBackup', { status });
        const volume = await volumeTransitions.start(
          tx,
          tenantId,
          volumeId,
          volumeLifecycle.backup,
          at,
          refuse,
        );
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
          metadata: {},
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

    async delete({ tenantId }, id) {
      await change(async ({ tx, at, schedule }) => {
        const refuse = (status: string) => new EngineFault('backupNotDeletable', { status });
        await backupTransitions.start(tx, tenantId, id, backupLifecycle.delete, at, refuse);
        await schedule({ kind: 'delete-backup', tenantId, resourceId: id });
      });
    },

    async restore({ tenantId }, { backupId, volumeId }) {
      const { value } = await change(async (step) => {
        const { tx, at, schedule } = step;
        const refuse = (status: string) => new EngineFault('backupNotRestorable', { status });
        const backup = await backupTransitions.start(
          tx,
          tenantId,
          backupId,
          backupLifecycle.restore,
          at,
          refuse,
        );
        const volume =
          volumeId === null || volumeId === undefined
            ? await makeTarget(step, tenantId, backup.serial, backup.size)
            : await takeTarget(step, tenantId, volumeId, backup.size);
        const payload = { volume: volume.id };
        await schedule({ kind: 'restore-backup', tenantId, resourceId: backupId, payload });
        return { backup, volume };
      });
      return value;
    },
  };
}
