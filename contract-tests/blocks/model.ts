import { expect } from 'vitest';
import type { BlockDevice, BlockStore, VolumePlace } from '../../src/blocks/block-store.ts';
import type { DirectDevice } from '../../src/blocks/direct-device.ts';

/** A block store under test, and what a test can do to it from outside. */
export interface Subject {
  readonly store: BlockStore;
  /** Closes the store and opens it again on the same storage. */
  reopen(): Promise<void>;
  openDirect(place: VolumePlace): DirectDevice;
  /** Lets the store do its work in the background; `all` until nothing is left of it. */
  tidy(all: boolean): Promise<void>;
}

/** A volume that somebody has open: the way to its bytes, and the way to give it back. */
export interface Holder {
  readonly device: () => BlockDevice | DirectDevice;
  readonly release: () => Promise<void>;
  readonly isLent: boolean;
}

/** What is true of the store: every byte of every volume and snapshot. Plain enough to be right. */
export class Model {
  readonly volumes = new Map<string, Buffer>();
  readonly snapshots = new Map<string, Buffer>();
  #made = 0;

  newName(kind: string): string {
    this.#made += 1;
    return `${kind}-${this.#made}`;
  }

  /** One of the volumes, the same for the same number. */
  volume(pick: number): { readonly id: string; readonly bytes: Buffer } {
    return nth(this.volumes, pick);
  }

  snapshot(pick: number): { readonly id: string; readonly bytes: Buffer } {
    return nth(this.snapshots, pick);
  }
}

function nth(all: ReadonlyMap<string, Buffer>, pick: number): { id: string; bytes: Buffer } {
  const [id, bytes] = [...all][pick % all.size] ?? [];
  if (id === undefined || bytes === undefined) throw new Error('the model is empty');
  return { id, bytes };
}

/** The store with what is held open of it. */
export class Real {
  readonly holders = new Map<string, Holder>();
  readonly subject: Subject;

  constructor(subject: Subject) {
    this.subject = subject;
  }

  get store(): BlockStore {
    return this.subject.store;
  }

  async release(volumeId: string): Promise<void> {
    const holder = this.holders.get(volumeId);
    this.holders.delete(volumeId);
    await holder?.release();
  }

  async releaseAll(): Promise<void> {
    for (const id of [...this.holders.keys()]) await this.release(id);
  }

  /** Uses the volume through who has it open, or through a device opened for this alone. */
  async using<T>(volumeId: string, use: (device: BlockDevice | DirectDevice) => Promise<T>): Promise<T> {
    const holder = this.holders.get(volumeId);
    if (holder !== undefined) return use(holder.device());
    const device = await this.store.openVolume(volumeId);
    try {
      return await use(device);
    } finally {
      await device.close();
    }
  }
}

/** Fails, saying where the first difference is, unless the volume holds these bytes. */
export async function expectBytes(real: Real, volumeId: string, bytes: Buffer): Promise<void> {
  await real.using(volumeId, async (device) => {
    expect(device.size, `size of ${volumeId}`).toBe(bytes.length);
    // Whatever is in the buffer before must not be taken for what was read.
    const found = Buffer.alloc(bytes.length, 0xee);
    await device.read(0, found);
    expectSame(found, bytes, volumeId);
  });
}

export function expectSame(found: Buffer, wanted: Buffer, what: string): void {
  if (found.equals(wanted)) return;
  const at = found.findIndex((byte, index) => byte !== wanted[index]);
  const shown = (bytes: Buffer) => bytes.subarray(at, at + 16).toString('hex');
  throw new Error(`${what} differs at byte ${at}: ${shown(found)} instead of ${shown(wanted)}`);
}

/** Everything there is, snapshots by way of a volume made of each. */
export async function expectAll(model: Model, real: Real): Promise<void> {
  for (const [id, bytes] of model.volumes) await expectBytes(real, id, bytes);
  for (const [id, bytes] of model.snapshots) {
    const copy = `look-at-${id}`;
    await real.store.createVolumeFromSnapshot(copy, id, bytes.length);
    await expectBytes(real, copy, bytes);
    await real.store.deleteVolume(copy);
  }
}

/** Extents cover the range in order, and what they call zero is. */
export async function expectExtents(
  device: BlockDevice | DirectDevice,
  bytes: Buffer,
  offset: number,
  length: number,
): Promise<void> {
  let next = offset;
  for await (const extent of device.extents(offset, length)) {
    expect(extent.offset).toBe(next);
    expect(extent.length).toBeGreaterThan(0);
    next += extent.length;
    const part = bytes.subarray(extent.offset, next);
    if (extent.zero) expectSame(Buffer.alloc(part.length), part, `extents call ${extent.offset} zero, which`);
  }
  expect(next, 'where the extents end').toBe(offset + length);
}
