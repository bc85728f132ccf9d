import { parentPort, workerData } from 'node:worker_threads';
import type { Failure, Listening, Order, Report, ServerSettings } from './messages.ts';
import { createNbdServer } from './server.ts';

/**
 * The thread of the network block devices: sockets, protocol and devices. It reads and writes files synchronously,
 * which is cheaper than to wait for them and would hold up the API in the main thread.
 */

if (parentPort === null) throw new Error('this is a worker thread, not a command');
const port = parentPort;

const tell = (report: Report): void => port.postMessage(report);

function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return { message: String(error), code: undefined };
  return { message: error.message, code: 'code' in error ? String(error.code) : undefined };
}

// What the main thread gives to this one is what `startWorker` there takes.
const server = createNbdServer(workerData as ServerSettings, (message, volumeId, error) =>
  tell({ kind: 'fault', message, volumeId, failure: failureOf(error) }),
);

async function carryOut(order: Order): Promise<Listening | undefined> {
  switch (order.kind) {
    case 'listen':
      return server.listen();
    case 'open':
      server.open(order.id, order.place, order.isReadOnly);
      return undefined;
    case 'hold':
      await server.hold(order.id);
      return undefined;
    case 'resume':
      server.resume(order.id, order.place);
      return undefined;
    case 'close':
      await server.close(order.id);
      return undefined;
    case 'stop':
      await server.stop();
      return undefined;
  }
}

port.on('message', (order: Order) => {
  carryOut(order).then(
    (listening) =>
      tell({ kind: 'done', order: order.order, ...(listening === undefined ? {} : { listening }) }),
    (error) => tell({ kind: 'failed', order: order.order, failure: failureOf(error) }),
  );
});
