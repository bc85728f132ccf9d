import { type BlockDevice, type BlockStore, VolumeNotFound } from '../blocks/block-store.ts';
import { ContainerNotFound, ObjectNotFound, type ObjectStore } from '../objects/object-store.ts';

// Stores for tests that go through the same work a hundred times: they keep the contract, and touch no disk.

const GRAIN = 64 * 1024;

interface MemoryVolume {
  readonly size: number;
  readonly grains: Map<number, Buffer>;
}

function openDevice({ size, grains }: MemoryVolume): BlockDevice {
  /** The parts of the range by grain: where in the grain, where in the range, how long. */
  function* parts(offset: number, length: number) {
    if (offset < 0 || offset + length > size) throw new RangeError('not within the volume');
    for (let done = 0; done < length; ) {
      const start = (offset + done) % GRAIN;
      const count = Math.min(GRAIN - start, length - done);
      yield { index: Math.floor((offset + done) / GRAIN), start, done, count };
      done += count;
    }
  }
  const grainOf = (index: number): Buffer => {
    const grain = grains.get(index) ?? Buffer.alloc(GRAIN);
    grains.set(index, grain);
    return grain;
  };
  return {
    size,
    async read(offset, target) {
      target.fill(0);
      for (const { index, start, done, count } of parts(offset, target.length)) {
        const grain = grains.get(index);
        if (grain !== undefined) target.set(grain.subarray(start, start + count), done);
      }
    },
    async write(offset, source) {
      for (const { index, start, done, count } of parts(offset, source.length))
        grainOf(index).set(source.subarray(done, done + count), start);
    },
    async zero(offset, length) {
      for (const { index, start, count } of parts(offset, length))
        grains.get(index)?.fill(0, start, start + count);
    },
    flush: async () => undefined,
    async *extents(offset, length) {
      const last = Math.floor((offset + length - 1) / GRAIN);
      const isData = [...grains.keys()].some((index) => index >= Math.floor(offset / GRAIN) && index <= last);
      if (length > 0) yield { offset, length, zero: !isData };
    },
    close: async () => undefined,
  };
}

export function memoryBlocks(): BlockStore {
  const volumes = new Map<string, MemoryVolume>();
  const snapshots = new Map<string, MemoryVolume>();
  const found = (from: Map<string, MemoryVolume>, id: string): MemoryVolume => {
    const volume = from.get(id);
    if (volume === undefined) throw new VolumeNotFound(id);
    return volume;
  };
  const copied = ({ grains }: MemoryVolume, size: number): MemoryVolume => ({
    size,
    grains: new Map([...grains].map(([index, grain]) => [index, Buffer.from(grain)])),
  });
  const make = (into: Map<string, MemoryVolume>, id: string, volume: () => MemoryVolume) => {
    if (!into.has(id)) into.set(id, volume());
  };
  return {
    createVolume: async (id, size) => make(volumes, id, () => ({ size, grains: new Map() })),
    createVolumeFromSnapshot: async (id, snapshotId, size) =>
      make(volumes, id, () => copied(found(snapshots, snapshotId), size)),
    cloneVolume: async (id, sourceId, size) =>
      make(volumes, id, () => copied(found(volumes, sourceId), size)),
    growVolume: async (id, size) => {
      const volume = found(volumes, id);
      volumes.set(id, { ...volume, size: Math.max(volume.size, size) });
    },
    deleteVolume: async (id) => void volumes.delete(id),
    createSnapshot: async (id, volumeId) =>
      make(snapshots, id, () => {
        const volume = found(volumes, volumeId);
        return copied(volume, volume.size);
      }),
    deleteSnapshot: async (id) => void snapshots.delete(id),
    find: async (prefix) => ({
      volumes: [...volumes.keys()].filter((id) => id.startsWith(prefix)),
      snapshots: [...snapshots.keys()].filter((id) => id.startsWith(prefix)),
    }),
    openVolume: async (id) => openDevice(found(volumes, id)),
    async lend(id) {
      const place = { size: found(volumes, id).size };
      return { place, inDoubt: () => place, end: async () => undefined };
    },
    close: async () => undefined,
  };
}

export function memoryObjects(): ObjectStore {
  /** Of all tenants, by container; parts are kept as they come, so that zeros cost nothing. */
  const containers = new Map<string, Map<string, Uint8Array[]>>();
  const keyOf = (tenantId: string, container: string) => `${tenantId}/${container}`;
  const objectsOf = (tenantId: string, container: string) => containers.get(keyOf(tenantId, container));
  return {
    async ensureContainer(tenantId, container) {
      if (objectsOf(tenantId, container) === undefined) containers.set(keyOf(tenantId, container), new Map());
    },
    async put(tenantId, container, name, body) {
      const objects = objectsOf(tenantId, container);
      if (objects === undefined) throw new ContainerNotFound(container);
      const parts: Uint8Array[] = [];
      for await (const part of body) parts.push(part);
      objects.set(name, parts);
    },
    async *get(tenantId, container, name) {
      const parts = objectsOf(tenantId, container)?.get(name);
      if (parts === undefined) throw new ObjectNotFound(container, name);
      yield* parts;
    },
    async lengthOf(tenantId, container, name) {
      return objectsOf(tenantId, container)
        ?.get(name)
        ?.reduce((sum, { length }) => sum + length, 0);
    },
    list: async (tenantId, container, prefix) =>
      [...(objectsOf(tenantId, container)?.keys() ?? [])].filter((name) => name.startsWith(prefix)).sort(),
    delete: async (tenantId, container, name) => void objectsOf(tenantId, container)?.delete(name),
    probe: async () => undefined,
    close: async () => undefined,
  };
}
