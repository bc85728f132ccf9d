import type { CinderV1SnapshotMetadataHandlers } from '../../../generated/server/cinder-v1-snapshot-metadata.ts';
import type { CinderV1VolumeMetadataHandlers } from '../../../generated/server/cinder-v1-volume-metadata.ts';
import type { Engine, Metadata, MetadataMethods } from '../../engine/engine.ts';
import { EngineFault } from '../../engine/faults.ts';
import type { ApiCaller } from '../caller.ts';

type Kind = 'volume' | 'snapshot';

/**
 * Cinder names no id where metadata is asked of what is not there, and takes what is too long for too much; in the
 * body of a volume or a snapshot the same is a bad request.
 */
async function inOwnWords<Value>(kind: Kind, call: Promise<Value>): Promise<Value> {
  try {
    return await call;
  } catch (error) {
    if (!(error instanceof EngineFault)) throw error;
    if (error.kind === `${kind}NotFound`) throw new EngineFault('metadataOwnerNotFound', { kind });
    if (error.kind === 'metadataTooLong')
      throw new EngineFault('metadataItemTooLarge', { reason: error.message });
    throw error;
  }
}

/** The value of an item, whose key stands in the path and is the only one in the body. */
function valueUnder(key: string, meta: Metadata): string {
  const value = Object.hasOwn(meta, key) ? meta[key] : undefined;
  if (value === undefined) throw new EngineFault('metadataKeyMismatch', {});
  if (Object.keys(meta).length > 1) throw new EngineFault('metadataItemsTooMany', {});
  return value;
}

/** The six calls, the same for whatever has metadata. */
function callsOf(kind: Kind, metadata: MetadataMethods) {
  const all = async (call: Promise<Metadata>) =>
    ({ status: 200, body: { metadata: await inOwnWords(kind, call) } }) as const;
  const one = (key: string, value: string) =>
    ({ status: 200, body: { meta: Object.fromEntries([[key, value]]) } }) as const;

  return {
    list: (caller: ApiCaller, id: string) => all(metadata.get(caller, id)),

    replace: (caller: ApiCaller, id: string, given: Metadata) => all(metadata.replace(caller, id, given)),

    update: (caller: ApiCaller, id: string, given: Metadata) => all(metadata.merge(caller, id, given)),

    async getItem(caller: ApiCaller, id: string, key: string) {
      return one(key, await inOwnWords(kind, metadata.item(caller, id, key)));
    },

    async setItem(caller: ApiCaller, id: string, key: string, meta: Metadata) {
      const value = valueUnder(key, meta);
      await inOwnWords(kind, metadata.setItem(caller, id, key, value));
      return one(key, value);
    },

    async deleteItem(caller: ApiCaller, id: string, key: string) {
      await inOwnWords(kind, metadata.deleteItem(caller, id, key));
      return { status: 200 } as const;
    },
  };
}

export function volumeMetadataHandlers({
  volumes,
}: Pick<Engine, 'volumes'>): CinderV1VolumeMetadataHandlers<ApiCaller> {
  const calls = callsOf('volume', volumes.earlyMetadata);
  return {
    listVolumeMetadata: ({ path }, caller) => calls.list(caller, path.volume_id),
    replaceVolumeMetadata: ({ path, body }, caller) => calls.replace(caller, path.volume_id, body.metadata),
    updateVolumeMetadata: ({ path, body }, caller) => calls.update(caller, path.volume_id, body.metadata),
    getVolumeMetadataItem: ({ path }, caller) => calls.getItem(caller, path.volume_id, path.key),
    setVolumeMetadataItem: ({ path, body }, caller) =>
      calls.setItem(caller, path.volume_id, path.key, body.meta),
    deleteVolumeMetadataItem: ({ path }, caller) => calls.deleteItem(caller, path.volume_id, path.key),
  };
}

export function snapshotMetadataHandlers({
  snapshots,
}: Pick<Engine, 'snapshots'>): CinderV1SnapshotMetadataHandlers<ApiCaller> {
  const calls = callsOf('snapshot', snapshots.metadata);
  return {
    listSnapshotMetadata: ({ path }, caller) => calls.list(caller, path.snapshot_id),
    replaceSnapshotMetadata: ({ path, body }, caller) =>
      calls.replace(caller, path.snapshot_id, body.metadata),
    updateSnapshotMetadata: ({ path, body }, caller) => calls.update(caller, path.snapshot_id, body.metadata),
    getSnapshotMetadataItem: ({ path }, caller) => calls.getItem(caller, path.snapshot_id, path.key),
    setSnapshotMetadataItem: ({ path, body }, caller) =>
      calls.setItem(caller, path.snapshot_id, path.key, body.meta),
    deleteSnapshotMetadataItem: ({ path }, caller) => calls.deleteItem(caller, path.snapshot_id, path.key),
  };
}
