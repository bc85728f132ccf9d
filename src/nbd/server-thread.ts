import { Worker } from 'node:worker_threads';
import type { Failure, Listening, Order, Report, ServerSettings } from './messages.ts';

/** The thread in which the server is, seen from the main thread. */
export interface ServerThread {
  /** Rejects with `ThreadLost` when the thread ends before it has answered. */
  ask(order: OrderWithoutNumber): Promise<Listening | undefined>;
  /** Ends the thread, whatever it is at. */
  kill(): Promise<void>;
}

type WithoutNumber<T> = T extends unknown ? Omit<T, 'order'> : never;
export type OrderWithoutNumber = WithoutNumber<Order>;

export interface ServerThreadParts {
  readonly settings: ServerSettings;
  /** Told of what goes wrong in requests of clients. */
  readonly fault: (message: string, volumeId: string, error: Error) => void;
  /** Told once, when the thread has ended without having been killed. */
  readonly lost: (error: Error) => void;
}

export type StartThread = (parts: ServerThreadParts) => ServerThread;

/** The thread has ended and what it was asked for did not happen, or not to its end. */
export class ThreadLost extends Error {
  constructor(options?: ErrorOptions) {
    super('the thread of the network block devices has ended', options);
    this.name = 'ThreadLost';
  }
}

const ENTRY = new URL('../../bin/nbd-worker.js', import.meta.url);

const errorOf = ({ message, code }: Failure): Error =>
  Object.assign(new Error(message), code === undefined ? {} : { code });

export const startServerThread: StartThread = ({ settings, fault, lost }) => {
  const worker = new Worker(ENTRY, { workerData: settings, name: 'nbd' });
  // The HTTP server keeps the process going; when that is over, this is.
  worker.unref();
  const waiting = new Map<
    number,
    { resolve: (listening: Listening | undefined) => void; reject: (error: Error) => void }
  >();
  let lastOrder = 0;
  let isKilled = false;
  let cause: Error | undefined;
  let ended: ThreadLost | undefined;

  function hear(report: Report): void {
    if (report.kind === 'fault') {
      fault(report.message, report.volumeId, errorOf(report.failure));
      return;
    }
    const asked = waiting.get(report.order);
    waiting.delete(report.order);
    if (report.kind === 'done') asked?.resolve(report.listening);
    else asked?.reject(errorOf(report.failure));
  }

  worker.on('message', hear);
  worker.on('error', (error) => {
    cause = error instanceof Error ? error : new Error(String(error));
  });
  worker.once('exit', (code) => {
    ended = new ThreadLost({ cause: cause ?? new Error(`it ended with ${code}`) });
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
    if (!isKilled) lost(cause ?? ended);
  });

  return {
    ask(order) {
      return new Promise((resolve, reject) => {
        if (ended !== undefined) return reject(ended);
        lastOrder += 1;
        waiting.set(lastOrder, { resolve, reject });
        worker.postMessage({ ...order, order: lastOrder });
      });
    },
    async kill() {
      isKilled = true;
      await worker.terminate();
    },
  };
};
