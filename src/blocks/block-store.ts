/** A run of bytes; `zero` means that it reads as zeros for certain. Without it anything may be there. */
export interface Extent {
  readonly offset: number;
  readonly length: number;
  readonly zero: boolean;
}

/** An open volume. Offsets and lengths are bytes. Reads past the end are a caller's error. */
export interface BlockDevice {
  readonly size: number;
  read(offset: number, target: Uint8Array): Promise<void>;
  write(offset: number, source: Uint8Array): Promise<void>;
  /** What was written before is durable when this resolves. */
  flush(): Promise<void>;
  /** Covers `[offset, offset + length)` in order and without gaps. */
  extents(offset: number, length: number): AsyncIterable<Extent>;
  close(): Promise<void>;
}

/**
 * The bytes of volumes and snapshots, by id. Every call that makes or removes something is idempotent and
 * durable when it resolves, because a job that was interrupted is run again from its start.
 */
export interface BlockStore {
  /** An empty volume that reads as zeros. */
  createVolume(volumeId: string, size: number): Promise<void>;
  /** A volume that starts with the bytes of the snapshot; bytes beyond them are zeros. */
  createVolumeFromSnapshot(volumeId: string, snapshotId: string, size: number): Promise<void>;
  /** A volume that starts with the bytes that `sourceId` has now. */
  cloneVolume(volumeId: string, sourceId: string, size: number): Promise<void>;
  deleteVolume(volumeId: string): Promise<void>;
  createSnapshot(snapshotId: string, volumeId: string): Promise<void>;
  deleteSnapshot(snapshotId: string): Promise<void>;
  /** Opens a volume for reading and writing; fails when there is none. */
  openVolume(volumeId: string): Promise<BlockDevice>;
  close(): Promise<void>;
}

export class VolumeNotFound extends Error {
  constructor(volumeId: string) {
    super(`the block store has no volume or snapshot ${volumeId}`);
    this.name = 'VolumeNotFound';
  }
}
