import type { OsBs2011BackupMetadataHandlers } from '../../../generated/server/os-bs-2011-backup-metadata.ts';
import type { OsBs2011VolumeMetadataHandlers } from '../../../generated/server/os-bs-2011-volume-metadata.ts';
import type { Engine, Metadata, MetadataMethods } from '../../engine/engine.ts';
import { EngineFault } from '../../engine/faults.ts';
import type { ApiCaller } from '../caller.ts';

interface OfResource {
  readonly path: { readonly id: string };
}
interface OfItem {
  readonly path: { readonly id: string; readonly key: string };
}

/** The value of an item, whose key stands in the URL and in the body. */
function valueUnder(key: string, meta: Metadata): string {
  const value = Object.hasOwn(meta, key) ? meta[key] : undefined;
  if (value === undefined) {
    throw new EngineFault('textInvalid', { field: 'meta', problem: 'must have the key that is in the URL' });
  }
  return value;
}

/** The six calls, the same for whatever has metadata. */
const callsOf = (metadata: MetadataMethods) => ({
  async list({ path }: OfResource, caller: ApiCaller) {
    return { status: 200, body: { metadata: await metadata.get(caller, path.id) } } as const;
  },

  async replace({ path, body }: OfResource & { body: { metadata: Metadata } }, caller: ApiCaller) {
    const all = await metadata.replace(caller, path.id, body.metadata);
    return { status: 200, body: { metadata: all } } as const;
  },

  async update({ path, body }: OfResource & { body: { metadata: Metadata } }, caller: ApiCaller) {
    const all = await metadata.merge(caller, path.id, body.metadata);
    return { status: 200, body: { metadata: all } } as const;
  },

  async getItem({ path: { id, key } }: OfItem, caller: ApiCaller) {
    const value = await metadata.item(caller, id, key);
    return { status: 200, body: { meta: Object.fromEntries([[key, value]]) } } as const;
  },

  async setItem({ path: { id, key }, body }: OfItem & { body: { meta: Metadata } }, caller: ApiCaller) {
    const value = valueUnder(key, body.meta);
    await metadata.setItem(caller, id, key, value);
    return { status: 200, body: { meta: Object.fromEntries([[key, value]]) } } as const;
  },

  async deleteItem({ path: { id, key } }: OfItem, caller: ApiCaller) {
    await metadata.deleteItem(caller, id, key);
    return { status: 204 } as const;
  },
});

/** Section 2.3.1.3. */
export function volumeMetadataHandlers({
  volumes,
}: Pick<Engine, 'volumes'>): OsBs2011VolumeMetadataHandlers<ApiCaller> {
  const calls = callsOf(volumes.metadata);
  return {
    listVolumeMetadata: calls.list,
    replaceVolumeMetadata: calls.replace,
    updateVolumeMetadata: calls.update,
    getVolumeMetadataItem: calls.getItem,
    setVolumeMetadataItem: calls.setItem,
    deleteVolumeMetadataItem: calls.deleteItem,
  };
}

/** Section 2.3.2.3. */
export function backupMetadataHandlers({
  backups,
}: Pick<Engine, 'backups'>): OsBs2011BackupMetadataHandlers<ApiCaller> {
  const calls = callsOf(backups.metadata);
  return {
    listBackupMetadata: calls.list,
    replaceBackupMetadata: calls.replace,
    updateBackupMetadata: calls.update,
    getBackupMetadataItem: calls.getItem,
    setBackupMetadataItem: calls.setItem,
    deleteBackupMetadataItem: calls.deleteItem,
  };
}
