import type { BlockStore, Borrower, Loan, VolumePlace } from '../blocks/block-store.ts';
import { NamedTurns } from '../blocks/turns.ts';
import type { Listening, ServerSettings } from './messages.ts';
import {
  type OrderWithoutNumber,
  type ServerThread,
  type StartThread,
  startServerThread,
  ThreadLost,
} from './server-thread.ts';

/** What is told to an operator; a pino logger is one. */
export interface ExportLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface NbdExportsParts {
  readonly settings: ServerSettings;
  readonly blocks: Pick<BlockStore, 'lend'>;
  readonly log: ExportLog;
  /** Told where clients find the volumes, each time that the server begins to listen. */
  readonly listening?: (listening: Listening) => Promise<void> | void;
  readonly startThread?: StartThread;
}

/** Exports of volumes as network block devices, under their ids. */
export interface NbdExports {
  /** Clients can connect when this resolves, to read alone if that is said. Safe to repeat. */
  open(volumeId: string, options?: { readonly isReadOnly?: boolean }): Promise<void>;
  /** No client has the volume when this resolves, and all that they wrote is durable. Safe to repeat. */
  close(volumeId: string): Promise<void>;
  /** Where clients connect; undefined until that is known. */
  address(): NbdPlace | undefined;
  /** Closes all of them without grace, or without anything after so many milliseconds. None can be opened after it. */
  stop(within: number): Promise<void>;
}

export interface NbdPlace {
  readonly host: string;
  readonly port: number;
  readonly socket: string | undefined;
  readonly tls: boolean;
}

interface Export {
  readonly isReadOnly: boolean;
  /** Where the bytes are; undefined while the store has the volume to itself, and before it has lent it. */
  place: VolumePlace | undefined;
  isPaused: boolean;
  /** Resolves when the store has given the volume back. */
  givenBack: Promise<void>;
  /** The thread that was told to open it, which may have failed since; undefined until one was. */
  openedIn: ServerThread | undefined;
  /** The server has let go of it for good. */
  isClosed: boolean;
}

/** Before the server is started again that has failed, the first time and each further one in a row. */
const RESTART_DELAYS_MS = [0, 100, 1000, 5000];
/** After so long without a failure the next one is a first one. */
const STEADY_MS = 60_000;

/**
 * Lends volumes to a server of network block devices in a thread of its own, which is started for the first of them.
 * When that thread fails it is started again with all its volumes; clients have to connect again, and have lost what
 * they had not flushed, as when a machine fails.
 */
export function createNbdExports(parts: NbdExportsParts): NbdExports {
  const { blocks, log, settings, listening, startThread = startServerThread } = parts;
  const exports = new Map<string, Export>();
  const loans = new Map<string, Loan>();
  /** Calls for the same volume run one after the other. */
  const turns = new NamedTurns();
  let { port } = settings;
  let running: Promise<ServerThread> | undefined;
  let startedAt = 0;
  let failures = 0;
  let isStopped = false;

  async function start(): Promise<ServerThread> {
    startedAt = performance.now();
    const thread = startThread({
      settings: { ...settings, port },
      fault: (message, volume, error) => log.error({ err: error, volume }, message),
      lost: (error) => void restart(error),
    });
    try {
      const found = await thread.ask({ kind: 'listen' });
      if (found === undefined) throw new Error('the server did not say where it listens');
      // A free one that was found once is kept: clients know it by now.
      port = found.port;
      await listening?.(found);
      return thread;
    } catch (error) {
      await thread.kill();
      throw error;
    }
  }

  async function thread(): Promise<ServerThread> {
    if (isStopped) throw new Error('volumes are no longer exported: the server is stopping');
    running ??= starting();
    return running;
  }

  function starting(): Promise<ServerThread> {
    const started = start();
    started.catch(() => {
      // The next one who needs it tries again, if nobody has done so by now.
      if (running === started) running = undefined;
    });
    return started;
  }

  /** Nobody can say whether what was written to the volume last has reached the disk. */
  function doubt(id: string): void {
    const place = loans.get(id)?.inDoubt();
    const exported = exports.get(id);
    if (exported?.place !== undefined) exported.place = place;
  }

  /** For orders that are void without a server: after its end nobody touches a volume. */
  async function tellIfRunning(order: OrderWithoutNumber): Promise<void> {
    try {
      await (await running)?.ask(order);
    } catch (error) {
      if ('id' in order) doubt(order.id);
      if (!(error instanceof ThreadLost)) throw error;
    }
  }

  async function restart(error: Error): Promise<void> {
    running = undefined;
    for (const id of exports.keys()) doubt(id);
    if (isStopped) return;
    log.error({ err: error, volumes: exports.size }, 'the thread of the network block devices has failed');
    if (performance.now() - startedAt > STEADY_MS) failures = 0;
    const delay = RESTART_DELAYS_MS[Math.min(failures, RESTART_DELAYS_MS.length - 1)] ?? 0;
    failures += 1;
    await new Promise((resolve) => setTimeout(resolve, delay));
    if (isStopped || exports.size === 0) return;
    try {
      const restarted = await thread();
      await Promise.all([...exports.keys()].map((id) => turns.take(id, () => reopen(restarted, id))));
      log.info({ volumes: exports.size }, 'volumes are exported again');
    } catch (cause) {
      // When it was the thread that ended, this has been called again already.
      if (!(cause instanceof ThreadLost))
        void restart(cause instanceof Error ? cause : new Error(String(cause)));
    }
  }

  /** Has the thread open the volume; what is told to it about the volume from here on comes after that. */
  async function openIn(
    server: ServerThread,
    id: string,
    exported: Export,
    place: VolumePlace,
  ): Promise<void> {
    exported.openedIn = server;
    await server.ask({ kind: 'open', id, place, ...(exported.isReadOnly ? { isReadOnly: true } : {}) });
  }

  async function reopen(restarted: ServerThread, id: string): Promise<void> {
    const exported = exports.get(id);
    // While the store has it, its return does the same.
    if (exported?.place === undefined || exported.openedIn === restarted) return;
    try {
      await openIn(restarted, id, exported, exported.place);
    } catch (error) {
      if (error instanceof ThreadLost) throw error;
      log.error({ err: error, volume: id }, 'a volume could not be exported again');
      // Whoever asks for it next has it opened: it would count as open.
      const loan = loans.get(id);
      if (loan !== undefined) await letGo(id, exported, loan);
    }
  }

  /** The borrower's side of the loan of one volume. */
  function borrowerOf(id: string, exported: Export): Borrower {
    let giveBack: () => void = () => undefined;

    async function goOn(place: VolumePlace): Promise<void> {
      const server = await running?.catch(() => undefined);
      // Without a server the next one opens it; who is about to open it for the first time goes on by himself.
      if (server === undefined || exported.isClosed || exported.openedIn === undefined) return;
      if (exported.openedIn === server) await server.ask({ kind: 'resume', id, place });
      else await openIn(server, id, exported, place);
    }

    async function resume(place: VolumePlace): Promise<void> {
      exported.place = place;
      exported.isPaused = false;
      try {
        await goOn(place);
      } catch (error) {
        if (error instanceof ThreadLost) return;
        // What the store paused it for has been done; that the export is broken its clients are told.
        log.error({ err: error, volume: id }, 'a volume could not be opened again after a pause');
      } finally {
        giveBack();
      }
    }

    return {
      async pause() {
        const { place } = exported;
        exported.place = undefined;
        exported.isPaused = true;
        exported.givenBack = new Promise((resolve) => {
          giveBack = resolve;
        });
        try {
          await tellIfRunning({ kind: 'hold', id });
        } catch (error) {
          // It goes on where it is.
          exported.place = place;
          exported.isPaused = false;
          doubt(id);
          giveBack();
          throw error;
        }
      },
      resume,
    };
  }

  async function open(id: string, isReadOnly = false): Promise<void> {
    if (exports.has(id)) return;
    const server = await thread();
    const exported: Export = {
      isReadOnly,
      place: undefined,
      isPaused: false,
      givenBack: Promise.resolve(),
      openedIn: undefined,
      isClosed: false,
    };
    const loan = await blocks.lend(id, borrowerOf(id, exported));
    try {
      exports.set(id, exported);
      loans.set(id, loan);
      // The store may have asked for it right away.
      while (exported.isPaused) await exported.givenBack;
      exported.place ??= loan.place;
      await openIn(server, id, exported, exported.place);
    } catch (error) {
      await letGo(id, exported, loan);
      throw error;
    }
  }

  async function letGo(id: string, exported: Export, loan: Loan): Promise<void> {
    exported.isClosed = true;
    await exported.givenBack;
    await loan.end();
    exports.delete(id);
    loans.delete(id);
  }

  async function close(id: string): Promise<void> {
    const exported = exports.get(id);
    const loan = loans.get(id);
    if (exported === undefined || loan === undefined) return;
    await tellIfRunning({ kind: 'close', id });
    await letGo(id, exported, loan);
  }

  return {
    open: (id, { isReadOnly } = {}) => turns.take(id, () => open(id, isReadOnly)),
    close: (id) => turns.take(id, () => close(id)),
    address() {
      const { host, socket, tls } = settings;
      return port === 0 ? undefined : { host, port, socket, tls: tls !== undefined };
    },
    async stop(within) {
      isStopped = true;
      const stopping = tellIfRunning({ kind: 'stop' }).catch((error: unknown) => {
        log.error({ err: error }, 'not all volumes could be closed');
      });
      await withinTime(stopping, within);
      await (await running?.catch(() => undefined))?.kill();
      const ended = [...exports].map(async ([id, exported]) => {
        const loan = loans.get(id);
        if (loan !== undefined) await letGo(id, exported, loan);
      });
      await withinTime(Promise.allSettled(ended), within);
    },
  };
}

async function withinTime(promise: Promise<unknown>, milliseconds: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([promise, timeout]);
  clearTimeout(timer);
}
