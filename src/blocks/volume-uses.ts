import { type BlockDevice, type Borrower, type Loan, VolumeInUse, VolumeNotFound } from './block-store.ts';
import { DurableTops } from './durable-tops.ts';
import type { Graph } from './graph.ts';
import { Layer } from './layer.ts';
import { LayerDevice } from './layer-device.ts';
import type { LayerFiles } from './layer-files.ts';
import type { StackPlace } from './layer-stack.ts';
import { eachInTurn, NamedTurns } from './turns.ts';

export interface VolumeUsesParts {
  readonly graph: Graph;
  readonly files: LayerFiles;
  readonly folder: string;
  /** Called before a volume is used, when `has` says so already. */
  release(volumeId: string): Promise<void>;
  /** Called when a volume is used no more. */
  returned(volumeId: string): void;
}

interface Use {
  readonly borrower: Borrower;
  /** When it was opened here: the device, and how many have it. */
  readonly device: LayerDevice | undefined;
  handles: number;
  place: StackPlace;
}

/**
 * Who reads and writes which volume now. A volume is open here, by any number who then share one device, or it is
 * lent to one borrower; both are paused while the graph changes under them. What concerns one volume is
 * done one after the other.
 */
export class VolumeUses {
  readonly #parts: VolumeUsesParts;
  readonly #turns = new NamedTurns();
  readonly #uses = new Map<string, Use>();
  /** In use, or about to be. */
  readonly #claimed = new Set<string>();
  readonly #durable: DurableTops;

  constructor(parts: VolumeUsesParts) {
    this.#parts = parts;
    this.#durable = new DurableTops(parts.graph.newestLayer());
  }

  has(volumeId: string): boolean {
    return this.#claimed.has(volumeId);
  }

  open(volumeId: string): Promise<BlockDevice> {
    return this.#turns.take(volumeId, async () => {
      const open = this.#uses.get(volumeId);
      const use = open ?? (await this.#begin(volumeId, (place) => this.#deviceAt(place)));
      if (use.device === undefined) throw new VolumeInUse(volumeId);
      use.handles += 1;
      return this.#handle(volumeId, use, use.device);
    });
  }

  lend(volumeId: string, borrower: Borrower): Promise<Loan> {
    return this.#turns.take(volumeId, async () => {
      if (this.#uses.has(volumeId)) throw new VolumeInUse(volumeId);
      const use = await this.#begin(volumeId, (place) => ({
        borrower,
        device: undefined,
        handles: 1,
        place,
      }));
      return {
        get place() {
          return use.place;
        },
        inDoubt: () => {
          this.#durable.delete(topOf(use));
          use.place = this.#placeOf(volumeId);
          return use.place;
        },
        end: () =>
          this.#turns.take(volumeId, async () => {
            await this.#ended(use);
            this.#finish(volumeId, use);
          }),
      };
    });
  }

  /**
   * Does work that changes the layers of a volume, while those who use it wait. It is told whether the top has files;
   * what is in them is durable.
   */
  change(volumeId: string, work: (isStored: boolean) => void): Promise<void> {
    return this.#turns.take(volumeId, async () => {
      const use = this.#uses.get(volumeId);
      await (use === undefined
        ? this.#changeUnused(volumeId, work)
        : this.#changeUsed(volumeId, use, async () => work(await this.#settleTop(volumeId))));
    });
  }

  async #changeUsed(volumeId: string, use: Use, work: () => Promise<void>): Promise<void> {
    await this.#pause(use);
    try {
      await work();
    } finally {
      await this.#resume(volumeId, use);
    }
  }

  /**
   * The same for work that those who use the volume could not go on after.
   *
   * @throws VolumeInUse while it is open or lent
   */
  changeUnused(volumeId: string, work: () => void): Promise<void> {
    return this.#turns.take(volumeId, async () => {
      if (this.#uses.has(volumeId)) throw new VolumeInUse(volumeId);
      await this.#changeUnused(volumeId, work);
    });
  }

  /** A merge of the top must not end between the look at the top and the change: the top would be another. */
  async #changeUnused(volumeId: string, work: (isStored: boolean) => void): Promise<void> {
    this.#claimed.add(volumeId);
    try {
      await this.#parts.release(volumeId);
      work(await this.#settleTop(volumeId));
    } finally {
      this.#claimed.delete(volumeId);
      this.#parts.returned(volumeId);
    }
  }

  /** Ends the use of a volume that is about to go; those who have it open are refused from then on. */
  end(volumeId: string, work: () => void): Promise<void> {
    return this.#turns.take(volumeId, async () => {
      const use = this.#uses.get(volumeId);
      if (use !== undefined) {
        if (use.device === undefined) throw new VolumeInUse(volumeId);
        // What could not be flushed goes with the volume.
        await this.#ended(use, use.device.close(new VolumeNotFound(volumeId))).catch(() => undefined);
        this.#finish(volumeId, use);
      }
      this.#claimed.add(volumeId);
      try {
        await this.#parts.release(volumeId);
        work();
      } finally {
        this.#claimed.delete(volumeId);
        this.#parts.returned(volumeId);
      }
    });
  }

  /** Has those who use a layer that is no more use the layers that there are now. */
  async leave(layer: number): Promise<void> {
    const uses = ({ place }: Use): boolean => place.layers.includes(layer);
    const affected = [...this.#uses].filter(([, use]) => uses(use)).map(([volumeId]) => volumeId);
    await eachInTurn(affected, (volumeId) =>
      this.#turns.take(volumeId, async () => {
        const use = this.#uses.get(volumeId);
        // It may have been given back by now, or deleted.
        if (use !== undefined && uses(use)) await this.#changeUsed(volumeId, use, async () => undefined);
      }),
    );
  }

  async closeAll(): Promise<void> {
    await eachInTurn([...this.#uses], ([volumeId, use]) =>
      this.#turns.take(volumeId, async () => {
        try {
          await this.#ended(use, use.device?.close());
        } finally {
          this.#finish(volumeId, use);
        }
      }),
    );
  }

  async #begin(volumeId: string, make: (place: StackPlace) => Use): Promise<Use> {
    this.#claimed.add(volumeId);
    try {
      await this.#parts.release(volumeId);
      const use = make(this.#placeOf(volumeId));
      this.#uses.set(volumeId, use);
      return use;
    } catch (error) {
      this.#claimed.delete(volumeId);
      this.#parts.returned(volumeId);
      throw error;
    }
  }

  #finish(volumeId: string, use: Use): void {
    if (this.#uses.get(volumeId) !== use) return;
    this.#uses.delete(volumeId);
    this.#claimed.delete(volumeId);
    this.#parts.returned(volumeId);
  }

  #pause(use: Use): Promise<void> {
    return this.#ended(use, use.borrower.pause());
  }

  /** What was written through a use is durable when `flushed` resolves; it may not be when it is rejected. */
  async #ended(use: Use, flushed: Promise<void> = Promise.resolve()): Promise<void> {
    const top = topOf(use);
    try {
      await flushed;
      this.#durable.add(top);
    } catch (error) {
      this.#durable.delete(top);
      throw error;
    }
  }

  /** Makes the top of a volume fit to be frozen, while nobody writes to it; returns whether it has files. */
  async #settleTop(volumeId: string): Promise<boolean> {
    const { graph, files, folder } = this.#parts;
    const { top } = graph.requireVolume(volumeId);
    const isDurable = this.#durable.has(top);
    const layer = Layer.writable(files, folder, top, isDurable);
    try {
      if (!isDurable) await layer.sync();
      this.#durable.add(top);
      return layer.isStored;
    } finally {
      layer.close();
    }
  }

  async #resume(volumeId: string, use: Use): Promise<void> {
    use.place = this.#placeOf(volumeId);
    await use.borrower.resume(use.place);
  }

  /** @throws VolumeNotFound */
  #placeOf(volumeId: string): StackPlace {
    const { graph, folder } = this.#parts;
    const { size, top } = graph.requireVolume(volumeId);
    return { size, folder, layers: graph.stack(top), isDurable: this.#durable.has(top) };
  }

  #deviceAt(place: StackPlace): Use {
    const device = new LayerDevice(place, this.#parts.files);
    return { borrower: device, device, handles: 0, place };
  }

  /** What one of those who have a device gets of it. */
  #handle(volumeId: string, use: Use, device: LayerDevice): BlockDevice {
    let closed: Promise<void> | undefined;
    const release = () =>
      this.#turns.take(volumeId, async () => {
        use.handles -= 1;
        if (use.handles > 0) return device.flush();
        try {
          await this.#ended(use, device.close());
        } finally {
          this.#finish(volumeId, use);
        }
      });
    return {
      size: device.size,
      read: (offset, target) => device.read(offset, target),
      write: (offset, source) => device.write(offset, source),
      zero: (offset, length) => device.zero(offset, length),
      flush: () => device.flush(),
      extents: (offset, length) => device.extents(offset, length),
      close: () => {
        closed ??= release();
        return closed;
      },
    };
  }
}

const topOf = ({ place }: Use): number => place.layers.at(-1) ?? 0;
