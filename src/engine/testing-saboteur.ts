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

/** The process ends there: the call is never answered, whether or not it has had its effect. */
export interface Death {
  readonly dies: 'before' | 'after';
}

type Plan = { readonly call: Call } & (Fault | Death);

/** Stands between the engine and its stores and does what it is armed for. */
export function createSaboteur() {
  let plan: Plan | undefined;
  let met = 0;
  const reached = Promise.withResolvers<void>();
  const burial = Promise.withResolvers<never>();
  burial.promise.catch(() => undefined);

  /** Undefined when the call may go on. */
  function strike(method: Method, args: unknown[]): Plan | undefined {
    if (plan?.call.method !== method || plan.call.when?.(...args) === false) return undefined;
    met += 1;
    return 'dies' in plan || met <= plan.times ? plan : undefined;
  }

  async function* brokenOff(error: Error): AsyncGenerator<Uint8Array> {
    yield Buffer.from('half');
    throw error;
  }
  async function* silent(): AsyncGenerator<Uint8Array> {
    yield await die();
  }
  async function halfRead(body: unknown, error: Error): Promise<void> {
    // The body of a put, as the interface has it.
    for await (const _ of body as AsyncIterable<Uint8Array>) throw error;
    throw error;
  }
  function die(): Promise<never> {
    reached.resolve();
    return burial.promise;
  }

  const guarded = <T extends object>(name: string, target: T): T =>
    new Proxy(target, {
      get(object, key) {
        const value: unknown = Reflect.get(object, key);
        if (typeof value !== 'function') return value;
        return (...args: unknown[]) => {
          const call = () => Reflect.apply(value, object, args);
          const isGet = name === 'objects' && key === 'get';
          // Which methods there are is what the tables of calls say.
          const struck = strike(`${name}.${String(key)}` as Method, args);
          if (struck === undefined) return call();
          if ('dies' in struck) {
            if (isGet) return silent();
            return struck.dies === 'before' ? die() : Promise.resolve(call()).then(die);
          }
          // A body or an object is broken off when some of it has gone through.
          if (isGet) return brokenOff(struck.error());
          if (name === 'objects' && key === 'put') return halfRead(args[3], struck.error());
          return Promise.reject(struck.error());
        };
      },
    });

  return {
    arm(call: Call, what: Fault | Death) {
      plan = { call, ...what };
      met = 0;
    },
    disarm() {
      plan = undefined;
    },
    met: () => met,
    /** Resolves when the process has died. */
    died: reached.promise,
    /** Ends what was never answered, so that nothing of the dead is left in the test. */
    bury: () => burial.reject(new Error('dead')),
    wrapObjects: (store: ObjectStore) => guarded('objects', store),
    wrapBlocks: (store: BlockStore) =>
      guarded('blocks', {
        ...store,
        openVolume: async (id: string) => guarded('device', await store.openVolume(id)),
      }),
  };
}
