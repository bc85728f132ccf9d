import type { BlockDevice, BlockStore } from '../blocks/block-store.ts';
import type { ObjectStore } from '../objects/object-store.ts';

export type Method =
  | `blocks.${string & keyof BlockStore}`
  | `device.${string & keyof BlockDevice}`
  | `objects.${string & keyof ObjectStore}`;

export interface Call {
  readonly method: Method;
  readonly words: string;
  /** Which of the calls of the method are meant. */
  readonly when?: (...args: unknown[]) => boolean;
}

/** What a call comes to instead of its work. */
export interface Fault {
  readonly error: () => Error;
  /** How many calls fail. */
  readonly times: number;
}

/** Stands between the engine and its stores and does what it is armed for. */
export function createSaboteur() {
  let armed: { readonly call: Call; readonly fault: Fault } | undefined;
  let met = 0;
  const strike = (method: Method, args: unknown[]): Error | undefined => {
    if (armed?.call.method !== method || armed.call.when?.(...args) === false) return undefined;
    met += 1;
    return met <= armed.fault.times ? armed.fault.error() : undefined;
  };
  const guarded = <T extends object>(name: string, target: T): T =>
    new Proxy(target, {
      get(object, key) {
        const value: unknown = Reflect.get(object, key);
        if (typeof value !== 'function') return value;
        return (...args: unknown[]) => {
          // Which methods there are is what the tables below say.
          const error = strike(`${name}.${String(key)}` as Method, args);
          // A body or an object is broken off when some of it has gone through.
          if (error !== undefined && name === 'objects' && key === 'get') return brokenOff(error);
          if (error !== undefined && name === 'objects' && key === 'put') return halfRead(args[3], error);
          if (error !== undefined) return Promise.reject(error);
          return Reflect.apply(value, object, args);
        };
      },
    });
  async function* brokenOff(error: Error): AsyncGenerator<Uint8Array> {
    yield Buffer.from('half');
    throw error;
  }
  async function halfRead(body: unknown, error: Error): Promise<void> {
    for await (const _ of body as AsyncIterable<Uint8Array>) throw error;
    throw error;
  }
  return {
    arm(call: Call, fault: Fault) {
      armed = { call, fault };
      met = 0;
    },
    disarm() {
      armed = undefined;
    },
    met: () => met,
    wrapObjects: (store: ObjectStore) => guarded('objects', store),
    wrapBlocks: (store: BlockStore) =>
      guarded('blocks', {
        ...store,
        openVolume: async (id: string) => guarded('device', await store.openVolume(id)),
      }),
  };
}
