import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type NbdClient, openNbd } from '../support/nbd-client.ts';
import { ConnectionEnded } from '../support/nbd-wire.ts';
import { asker, until } from '../support/requests.ts';
import { type ServerProcess, startServer } from '../support/server.ts';
import { type ActionName, chooseAction, perform, prepare, type Site } from './actions.ts';
import { audit } from './audit.ts';
import { Ledger } from './ledger.ts';
import { worldAtRest } from './operations.ts';

const ARGS = [
  ...['--quota-volumes=-1', '--quota-snapshots=-1', '--quota-gigabytes=-1'],
  ...['--log-level=warn', '--response-checks=off', '--nbd-port=0', '--nbd-grace=1'],
];
/** Things that are done at the same time. */
const WORKERS = 4;
/** For the jobs that a server has taken up from the one before it. */
const SETTLED_WITHIN_MS = 60_000;
/** For the background work that an action has set off, in which it may die, too. */
const AFTERWARDS_MS = 150;

const killAtPath = fileURLToPath(new URL('./kill-at.ts', import.meta.url));

const sleep = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** One server after the other on the same folder, each of them killed. */
export class Lane {
  readonly folder: string;
  readonly ledger = new Ledger();
  readonly #random: () => number;
  readonly #count: (what: string) => void;

  constructor(folder: string, random: () => number, count: (what: string) => void) {
    this.folder = folder;
    this.#random = random;
    this.#count = count;
  }

  /** Starts a server, has it work on many things, and kills it at a random moment. */
  killAtRandom(): Promise<void> {
    const random = this.#random;
    return this.#round({}, async (server) => {
      // Some are killed while they still take up what the one before has left.
      if (random() < 0.15) return sleep(random() * 60);
      const site = await this.#reconciled(server);
      // Counted in what gets done, since a machine may be fast or slow; and a little time, to die in the middle.
      const turns = { left: Math.floor(random() ** 2 * 50) };
      const lastly = random() * 30;
      await Promise.all(Array.from({ length: WORKERS }, () => this.#work(site, server, turns, lastly)));
    });
  }

  /** Starts a server that dies at the n-th step of the action, if it has so many. */
  killAtStep(action: ActionName, step: number): Promise<void> {
    return this.#round({ TORTURE_KILL_AT: `${step}` }, async (server) => {
      const site = await this.#reconciled(server);
      await this.#unlessKilled(server, async () => {
        // The thread of the exports counts from its start, so that this may be the end already.
        await prepare(site, action);
        process.kill(server.pid, 'SIGUSR2');
        await perform(site, action);
      });
      await Promise.race([server.exited, sleep(AFTERWARDS_MS)]);
      this.#count(action);
    });
  }

  /** How many steps each action has. */
  async countSteps(names: readonly ActionName[]): Promise<Map<ActionName, number>> {
    const counts = new Map<ActionName, number>();
    await this.#round({ TORTURE_KILL_AT: '0' }, async (server) => {
      const site = await this.#reconciled(server);
      for (const name of names) {
        await prepare(site, name);
        const before = stepsOf(server.log()).length;
        process.kill(server.pid, 'SIGUSR2');
        await perform(site, name);
        await sleep(AFTERWARDS_MS);
        process.kill(server.pid, 'SIGUSR2');
        const said = await until(
          async () => stepsOf(server.log()),
          ({ length }) => length > before + (before === 0 ? 0 : 1),
        );
        counts.set(name, said.at(-1) ?? 0);
      }
    });
    return counts;
  }

  async #round(env: Readonly<Record<string, string>>, work: (server: ServerProcess) => Promise<void>) {
    const options = 'TORTURE_KILL_AT' in env ? { NODE_OPTIONS: `--import=${killAtPath}` } : {};
    const server = await startServer({ folder: this.folder, args: ARGS, env: { ...env, ...options } });
    try {
      await work(server);
    } finally {
      await server.kill();
    }
    if (/"level":(50|60)/.test(server.log())) throw new Error(`the server logged an error: ${server.log()}`);
    for (const operation of this.ledger.underWay) {
      operation.isInterrupted = true;
      this.ledger.note(`cut off    ${operation.text}${operation.isAcknowledged ? ', acknowledged' : ''}`);
    }
    this.ledger.note('killed');
    await audit(this.folder, this.ledger, this.#random() < 0.2);
  }

  /** Compares what the server says with what was promised, once it has come to rest. */
  async #reconciled(server: ServerProcess): Promise<Site> {
    const { ledger } = this;
    const ask = asker(server.url);
    const world = await worldAtRest(ask, SETTLED_WITHIN_MS);
    for (const operation of ledger.underWay) operation.settle(world);
    ledger.note('started, and at rest');
    ledger.underWay.clear();
    for (const entry of [
      ...ledger.volumes.values(),
      ...ledger.snapshots.values(),
      ...ledger.backups.values(),
    ]) {
      entry.busy = false;
      entry.isInFlux = false;
    }
    ledger.expectSame(world);

    const clients = new Map<string, Promise<NbdClient>>();
    return {
      ledger,
      ask,
      random: this.#random,
      client: (volumeId) => {
        const client = clients.get(volumeId) ?? openNbd(addressIn(this.folder), volumeId);
        clients.set(volumeId, client);
        return client;
      },
      takeClient(volumeId) {
        const client = clients.get(volumeId);
        clients.delete(volumeId);
        return client;
      },
    };
  }

  /** One thing after the other, until the server is gone: whoever takes the last turn has it killed. */
  async #work(site: Site, server: ServerProcess, turns: { left: number }, lastly: number): Promise<void> {
    let isGone = false;
    void server.exited.then(() => {
      isGone = true;
    });
    while (!isGone) {
      turns.left -= 1;
      if (turns.left === -1) void sleep(lastly).then(() => server.kill());
      const action = chooseAction(site);
      if (action === undefined) {
        await sleep(1);
        continue;
      }
      await this.#unlessKilled(server, async () => {
        await perform(site, action);
        this.#count(action);
      });
    }
  }

  /** A connection that ends when the server does is no failure. */
  async #unlessKilled(server: ServerProcess, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!isOfConnection(error)) throw error;
      const isGone = await Promise.race([server.exited.then(() => true), sleep(5000).then(() => false)]);
      if (!isGone) throw error;
    }
  }
}

/** Whether an error is what the end of a server does to those who talk to it. */
function isOfConnection(error: unknown): boolean {
  if (error instanceof ConnectionEnded) return true;
  if (!(error instanceof Error)) return false;
  // What `fetch` makes of it, whose cause says more.
  return error.message === 'fetch failed' || error.message === 'terminated' || 'syscall' in error;
}

/** What a server that counts has said so far. */
const stepsOf = (log: string): number[] =>
  [...log.matchAll(/^steps: (\d+)$/gm)].map(([, steps]) => Number(steps));

/** Where the running server has its network block devices. */
function addressIn(folder: string): { host: string; port: number } {
  return JSON.parse(readFileSync(join(folder, 'nbd.json'), 'utf8'));
}
