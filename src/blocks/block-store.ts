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
  /** Makes the range read as zeros, without storing them where the store can do without. */
  zero(offset: number, length: number): Promise<void>;
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
  /**
   * Makes a volume larger; what is new of it reads as zeros. One that has that size or more stays as it is. Fails when
   * there is no such volume, and while it is open or lent, as who uses it knows it by its size.
   */
  growVolume(volumeId: string, size: number): Promise<void>;
  deleteVolume(volumeId: string): Promise<void>;
  createSnapshot(snapshotId: string, volumeId: string): Promise<void>;
  deleteSnapshot(snapshotId: string): Promise<void>;
  /** What the store holds under ids that begin with `prefix`, so that nothing is kept that nobody knows of. */
  find(prefix: string): Promise<BlockStoreIds>;
  /** Opens a volume for reading and writing; fails when there is none. */
  openVolume(volumeId: string): Promise<BlockDevice>;
  /**
   * Lets a borrower in another thread read and write the volume by itself, until the loan is ended. Fails when
   * there is no such volume, or when it is open or lent already.
   */
  lend(volumeId: string, borrower: Borrower): Promise<Loan>;
  close(): Promise<void>;
}

export interface BlockStoreIds {
  readonly volumes: readonly string[];
  readonly snapshots: readonly string[];
}

/** Who has borrowed a volume, as the store sees it. */
export interface Borrower {
  /**
   * Resolves when all that was written is durable and the volume will not be touched before `resume`. When it fails,
   * as on a full disk, nothing of that is lost: the volume is used on where it is, and no `resume` follows.
   */
  pause(): Promise<void>;
  /** The volume may be used again, from here on at this place. */
  resume(place: VolumePlace): Promise<void>;
}

/** Where the bytes of a volume are: plain data that can be sent to a worker thread, which opens it there. */
export type VolumePlace = { readonly size: number } & Readonly<Record<string, unknown>>;

export interface Loan {
  readonly place: VolumePlace;
  /**
   * To be called when the borrower cannot say that what it wrote is durable, as when its thread has ended: the store
   * makes sure then, where it counts on that. Returns the place to go on with, whose first flush does the same.
   */
  inDoubt(): VolumePlace;
  /** To be called when the borrower has written everything durably and closed the volume. */
  end(): Promise<void>;
}

export class VolumeNotFound extends Error {
  constructor(volumeId: string) {
    super(`the block store has no volume or snapshot ${volumeId}`);
    this.name = 'VolumeNotFound';
  }
}

/** The volume is lent, so it cannot be opened, lent again or deleted until the loan has ended. */
export class VolumeInUse extends Error {
  constructor(volumeId: string) {
    super(`volume ${volumeId} is in use`);
    this.name = 'VolumeInUse';
  }
}
