import type { VolumePlace } from '../blocks/block-store.ts';
import type { DirectDevice } from '../blocks/direct-device.ts';

/**
 * `held`: the device is closed for a moment, requests wait. `gone`: the volume has been detached, requests are
 * refused. `broken`: the device could not be opened again, requests fail.
 */
export type ServingState = 'open' | 'held' | 'gone' | 'broken';

/** Who wants to know that requests may go on, or can no longer. */
export interface Client {
  /** The state has changed. */
  proceed(): void;
  cut(): void;
}

/** A volume that clients read and write, and the clients that are at it. */
export interface ServedVolume {
  readonly id: string;
  readonly size: number;
  readonly state: ServingState;
  /** Whatever would change it is refused. */
  readonly isReadOnly: boolean;
  /** There while the state is `open`. */
  readonly device: DirectDevice | undefined;
  join(client: Client): void;
  leave(client: Client): void;
  /** Resolves when there are no clients left, or that many milliseconds have passed. */
  untilLeft(within: number): Promise<void>;
  /** Cuts off those that are left. */
  cutClients(): void;
  /** Resolves when all that was written before the call is durable. Calls at the same time share their work. */
  flush(): Promise<void>;
  /**
   * Makes everything durable and closes the device; requests wait until `resume`, unless the volume is gone. When that
   * fails the device stays as it is: what a full disk has no room for is in its memory alone.
   */
  hold(): Promise<void>;
  /** Goes on at this place, which may be another one, if it is held. Throws when the device cannot be opened. */
  resume(place: VolumePlace): void;
  /** Makes everything durable and closes the device for good. */
  end(): Promise<void>;
}

/** Opens the volume; throws when it cannot be opened. */
export function serveVolume(
  id: string,
  open: (place: VolumePlace) => DirectDevice,
  place: VolumePlace,
  isReadOnly = false,
): ServedVolume {
  let device: DirectDevice | undefined = open(place);
  let { size } = device;
  let state: ServingState = 'open';
  /** The flush that runs, and the one that begins after it for whoever came too late for that. */
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  /** Of the device, be it for a moment or for good. */
  let closing: Promise<void> | undefined;
  const clients = new Set<Client>();
  let allLeft: () => void = () => undefined;

  function begin(): Promise<void> {
    const flushed = (async () => device?.flush())().finally(() => {
      if (next === undefined) running = undefined;
    });
    running = flushed;
    return flushed;
  }

  function flush(): Promise<void> {
    if (running === undefined) return begin();
    // It may have begun before the last write: only one that begins later covers it.
    next ??= running
      .catch(() => undefined)
      .then(() => {
        next = undefined;
        return begin();
      });
    return next;
  }

  const tell = (): void => {
    for (const client of [...clients]) client.proceed();
  };

  /** Nothing is read or written once the state has changed: requests run to their end within a turn. */
  async function close(to: 'held' | 'gone'): Promise<void> {
    state = to;
    if (device !== undefined) closing ??= closeDevice(device);
    await closing;
  }

  async function closeDevice(open: DirectDevice): Promise<void> {
    try {
      await flush();
    } catch (error) {
      closing = undefined;
      if (state === 'held') {
        state = 'open';
        tell();
        throw error;
      }
      device = undefined;
      open.close();
      throw error;
    }
    device = undefined;
    closing = undefined;
    try {
      open.close();
    } catch (error) {
      if (state === 'held') state = 'broken';
      tell();
      throw error;
    }
  }

  return {
    id,
    isReadOnly,
    get size() {
      return size;
    },
    get state() {
      return state;
    },
    get device() {
      return state === 'open' ? device : undefined;
    },
    join: (client) => void clients.add(client),
    leave(client) {
      clients.delete(client);
      if (clients.size === 0) allLeft();
    },
    untilLeft(within) {
      if (clients.size === 0 || within === 0) return Promise.resolve();
      return new Promise((resolve) => {
        const timer = setTimeout(resolve, within);
        allLeft = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    },
    cutClients() {
      for (const client of [...clients]) client.cut();
    },
    flush,
    hold: () => close(state === 'gone' ? 'gone' : 'held'),
    resume(place) {
      if (state === 'gone' || device !== undefined) return;
      try {
        device = open(place);
        ({ size } = device);
        state = 'open';
      } catch (error) {
        state = 'broken';
        throw error;
      } finally {
        tell();
      }
    },
    async end() {
      try {
        await close('gone');
      } finally {
        tell();
      }
    },
  };
}
