import type { BlockDevice } from '../../src/blocks/block-store.ts';
import type { DirectDevice } from '../../src/blocks/direct-device.ts';
import type { LayerStore } from '../../src/blocks/layer-store.ts';
import { SECTOR } from './unsynced-file.ts';

/**
 * Every state that a volume has had since it was durable last, the durable one first. After a crash each of
 * its sectors may be as it was in any of them, and in no other way.
 */
export type States = [durable: Buffer, ...since: Buffer[]];

export const lastOf = (states: States): Buffer => states.at(-1) ?? states[0];

/** What a call that makes or removes something was about to do when the power went. */
export interface Unfinished {
  readonly text: string;
  /** Does it again, as a job that was interrupted is run again. */
  readonly repeat: (store: LayerStore) => Promise<void>;
  /** What is true once it has been done. */
  readonly done: () => void;
}

export interface HeldVolume {
  readonly device: () => BlockDevice | DirectDevice;
  readonly release: () => Promise<void>;
  /** Gives back what is not the disk's. */
  readonly abandon: () => void;
  readonly isLent: boolean;
}

/** What is known of a store whose power may go at any moment. */
export class CrashWorld {
  readonly volumes = new Map<string, States>();
  readonly snapshots = new Map<string, States>();
  readonly held = new Map<string, HeldVolume>();
  unfinished: Unfinished | undefined;
  /** Throws when the power is gone: what a call says that ends after that, nobody hears. */
  expectAlive: () => void = () => undefined;
  #made = 0;

  newName(kind: string): string {
    this.#made += 1;
    return `${kind}-${this.#made}`;
  }

  volume(pick: number): { readonly id: string; readonly states: States } {
    return nth(this.volumes, pick);
  }

  snapshot(pick: number): { readonly id: string; readonly states: States } {
    return nth(this.snapshots, pick);
  }

  /** The process is gone, and with it what it had open. */
  abandonHeld(): void {
    for (const { abandon } of this.held.values()) abandon();
    this.held.clear();
  }

  /** Something is about to be made or removed; whether it is, is not known until the call has ended. */
  async change(store: LayerStore, unfinished: Unfinished): Promise<void> {
    this.unfinished = unfinished;
    await unfinished.repeat(store);
    this.expectAlive();
    unfinished.done();
    this.unfinished = undefined;
  }
}

function nth(all: ReadonlyMap<string, States>, pick: number): { id: string; states: States } {
  const [id, states] = [...all][pick % all.size] ?? [];
  if (id === undefined || states === undefined) throw new Error('there is none');
  return { id, states };
}

/** Throws, saying where, unless each sector is as it was in one of the states. */
export function expectOneOf(found: Buffer, states: States, what: string): void {
  if (states.some((state) => state.equals(found))) return;
  for (let at = 0; at < found.length; at += SECTOR) {
    const sector = found.subarray(at, at + SECTOR);
    const wanted = states.map((state) => state.subarray(at, at + SECTOR));
    if (wanted.some((state) => state.equals(sector))) continue;
    const shown = [...new Set(wanted.map((state) => state.toString('hex', 0, 24)))];
    throw new Error(
      `${what}: sector ${at / SECTOR} (byte ${at}) is ${sector.toString('hex', 0, 24)}…, not one of ${shown.join('…, ')}…`,
    );
  }
}
